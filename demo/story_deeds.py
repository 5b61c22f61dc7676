"""What people do in a story, in their own phrases, as the messages of the service.

Each phrase is a head ("books Tue 10 Mar 14:00") and clauses in any order ("at Hope House, about
goal-setting, because he asked"). Free text runs to the next comma, or stands in quotation marks.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError

from demo.paperwork import LEVELS, PlanWanted, ReportWanted, Wanted
from demo.story_dates import MOMENT, Almanac, Misprint
from interventions import messages as m
from interventions.vocabulary import ContactType, NoSessionReason, Pathway

USUAL_PLACE = "Hope House"
USUAL_CASEWORKER = "priya.nair"
PATHWAYS = {"lifestyle": Pathway.LIFESTYLE, "family": Pathway.FAMILY}
STAFF = {"operations": "operations", "practitioner": "pp.okafor"}
ACTORS = ("operations", "caseworker", "practitioner", "participant", "carrier")

TEXT = r'("[^"]*"|[^",]+)'
KEYS = r"([a-z0-9-]+(?: and [a-z0-9-]+)*)"
CONTACT = "|".join(ContactType)

Deed = m.Message | Wanted
Fields = dict[str, Any]


@dataclass(frozen=True)
class Setting:
    """What a phrase leans on: who speaks, who the caseworker is (a staff reference), and on which day."""

    who: str
    caseworker: str
    today: date
    almanac: Almanac

    @property
    def by(self) -> str:
        """The staff reference of whoever says it; a participant's words are put in by the caseworker."""
        return STAFF.get(self.who, self.caseworker)


Clause = tuple[str, Callable[[re.Match[str], Setting], Fields]]

BOOKING: tuple[Clause, ...] = (
    (rf"({CONTACT})", lambda found, _: {"contact": ContactType(found[1])}),
    (rf"at {TEXT}", lambda found, _: {"place": _text(found[1])}),
    (r"(\d+) minutes", lambda found, _: {"minutes": int(found[1])}),
    (r"slot (\S+?)", lambda found, _: {"slot": found[1]}),
    (r"moved by (participant|provider)", lambda found, _: {"moved_by": found[1]}),
    (rf"because {TEXT}", lambda found, _: {"reason": _text(found[1])}),
    (rf"about {KEYS}", lambda found, _: {"modules": tuple(found[1].split(" and "))}),
    (r"for (lifestyle|family)", lambda found, _: {"pathway": PATHWAYS[found[1]]}),
    (r"(not )?final", lambda found, _: {"final": not found[1]}),
    (r"offered face to face", lambda found, _: {"face_to_face_offered": True}),
)

RECORD: tuple[Clause, ...] = (
    (rf"late because {TEXT}", lambda found, _: {"attended": "late", "late_reason": _text(found[1])}),
    (r"did not attend", lambda found, _: {"attended": "no"}),
    (
        rf"attended but no session ({'|'.join(NoSessionReason)})",
        lambda found, _: {"attended": "yes", "held": False, "no_session_reason": found[1]},
    ),
    (r"attended", lambda found, _: {"attended": "yes"}),
    (
        r"the final session",
        lambda found, _: {
            "attended": "yes",
            "plan_reviewed": True,
            "next_steps": "Keep going to the group on Thursdays",
            "further_support": "none",
        },
    ),
    (r"with the practitioner", lambda found, _: {"three_way": True}),
    (r"(\d+) minutes", lambda found, _: {"minutes": int(found[1])}),
    (rf"concern {TEXT}", lambda found, _: {"concerns": _text(found[1])}),
    (r"slot (\S+?)", lambda found, _: {"slot": found[1]}),
    (rf"needs {TEXT}", lambda found, _: {"needs": _list(found[1])}),
    (rf"barriers {TEXT}", lambda found, _: {"barriers": _list(found[1])}),
    (rf"further support {TEXT}", lambda found, _: {"further_support": _text(found[1])}),
    (rf"because {TEXT}", lambda found, _: {"reason": _text(found[1])}),
    (rf"next ({MOMENT}.*)", lambda found, setting: {"next": _book(found[1], setting)}),
)

PLAN: tuple[Clause, ...] = (
    (r"(\d+) sessions", lambda found, _: {"sessions": int(found[1])}),
    (r"(\d+) minutes", lambda found, _: {"minutes": int(found[1])}),
    (rf"because {TEXT}", lambda found, _: {"reason": _text(found[1])}),
    (r"for (lifestyle|family)", lambda found, _: {"pathway": PATHWAYS[found[1]]}),
    (rf"({CONTACT})", lambda found, _: {"contact": ContactType(found[1])}),
    (
        rf"first session ({MOMENT})",
        lambda found, setting: {"first": setting.almanac.moment(found[1], setting.today)},
    ),
)


def _book(said: str, setting: Setting) -> m.Book:
    found = re.match(MOMENT, said)
    if not found:
        raise Misprint(f'"books" wants a day and a time, not "{said}"')
    starts_at = setting.almanac.moment(found[0], setting.today)
    usual = {"by": setting.by, "starts_at": starts_at, "place": USUAL_PLACE}
    return m.Book(**(usual | _clauses(said[found.end() :], BOOKING, setting)))


def _record(said: str, setting: Setting) -> m.Record:
    fields = _clauses(said, RECORD, setting)
    if "attended" not in fields:
        raise Misprint('"records" wants to know whether they came')
    return m.Record(by=setting.by, **fields)


def _plan(said: str, setting: Setting) -> PlanWanted:
    fields = _clauses(said, PLAN, setting)
    if "first" not in fields:
        raise Misprint('"submits the plan" wants a first session, with its day and time')
    return PlanWanted(by=setting.by, place=USUAL_PLACE, **fields)


def _allocate(name: str, reason: str | None, setting: Setting) -> m.Allocate:
    return m.Allocate(by=setting.by, caseworker=reference(name), name=name, reason=_text(reason or ""))


def _answer(verb: str, setting: Setting) -> m.AnswerThreeWay:
    who = setting.who if setting.who == "practitioner" else "participant"
    return m.AnswerThreeWay(by=setting.by, who=who, accepts=verb == "accepts")


def _report(level: str | None, setting: Setting) -> ReportWanted:
    return ReportWanted(by=setting.by, achievement=LEVELS[level or "achieved"])


def _decide(module: str, answer: str, reason: str, setting: Setting) -> m.DecideEligibility:
    return m.DecideEligibility(by=setting.by, module=module, eligible=answer == "yes", reason=_text(reason))


NAME = r"([A-Z][\w'-]+(?: [A-Z][\w'-]+)+)"
PHRASES: tuple[tuple[str, Callable[[re.Match[str], Setting], Deed]], ...] = (
    (rf"allocates {NAME}(?:,? because {TEXT})?", lambda f, s: _allocate(f[1], f[2], s)),
    (r"books (.*)", lambda f, s: _book(f[1], s)),
    (r"records (.*)", lambda f, s: _record(f[1], s)),
    (r"submits the plan\b,?(.*)", lambda f, s: _plan(f[1], s)),
    (r"approves the plan", lambda f, s: m.ApprovePlan(by=s.by)),
    (r"approves plan (\d+)", lambda f, s: m.ApprovePlan(by=s.by, version=int(f[1]))),
    (rf"returns the plan,? because {TEXT}", lambda f, s: m.ReturnPlan(by=s.by, reasons=_text(f[1]))),
    (rf"decides ([a-z0-9-]+) (yes|no),? because {TEXT}", lambda f, s: _decide(f[1], f[2], f[3], s)),
    (r"(accepts|declines) the three-way session", lambda f, s: _answer(f[1], s)),
    (rf"submits the report(?:, all ({'|'.join(LEVELS)}))?", lambda f, s: _report(f[1], s)),
    (rf"closes task (\S+?),? because {TEXT}", lambda f, s: m.CloseTask(by=s.by, task=f[1], how=_text(f[2]))),
    (r"says (\S+) (arrived|did not arrive)", lambda f, _: _receipt(f[1], f[2])),
)


def _receipt(key: str, what: str) -> m.DeliveryReceipt:
    return m.DeliveryReceipt(key=key, arrived=what == "arrived")


def deed(said: str, setting: Setting) -> Deed:
    """The message that a phrase stands for, or the paper to be written when the case is in hand.

    Raises:
        Misprint: no such phrase, or a clause it does not have, or a value the message cannot take.
    """
    for pattern, meaning in PHRASES:
        if found := re.fullmatch(pattern, said):
            try:
                return meaning(found, setting)
            except ValidationError as error:
                wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
                raise Misprint(wrong) from None
    raise Misprint(f'nobody knows how to do "{said}"')


def reference(name: str) -> str:
    """The staff reference of somebody so called: "Priya Nair" is priya.nair."""
    return name.lower().replace(" ", ".")


def _clauses(said: str, known: Iterable[Clause], setting: Setting) -> Fields:
    fields: Fields = {}
    rest = said.strip(" ,")
    while rest:
        found, meaning = _first_clause(rest, known)
        fields |= meaning(found, setting)
        rest = rest[found.end() :].strip(" ,")
    return fields


def _first_clause(
    rest: str, known: Iterable[Clause]
) -> tuple[re.Match[str], Callable[[re.Match[str], Setting], Fields]]:
    for pattern, meaning in known:
        if found := re.match(rf"{pattern}(?=[\s,]|$)", rest):
            return found, meaning
    raise Misprint(f'cannot make out "{rest}"')


def _text(said: str) -> str:
    return said.strip(' "')


def _list(said: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _text(said).split(" and "))
