"""What people do in a story, in their own phrases, as the messages of the service.

Each phrase is a head ("books Tue 10 Mar 14:00") and clauses in any order ("at Hope House, about
goal-setting, because he asked").
"""

import re
from collections.abc import Callable

from pydantic import ValidationError

from demo.beside import CloseWanted
from demo.paperwork import LEVELS, BookingTyped, PlanWanted, ReportWanted, Wanted
from demo.shown_by_rm import SHOWN_BY_RM, RmRefuses
from demo.story_clauses import (
    PLAN,
    RECORD,
    TEXT,
    USUAL_PLACE,
    Setting,
    booking,
    clauses,
    noted,
    recalled,
    text,
)
from demo.story_dates import MOMENT, Misprint
from demo.story_life import LIFE, NAME, reference
from demo.texting_back import ReplyWanted
from interventions import messages as m

USUAL_CASEWORKER = "priya.nair"
ACTORS = ("operations", "caseworker", "practitioner", "participant", "carrier", "R&M")

Deed = m.Message | Wanted | RmRefuses


def _record(said: str, setting: Setting) -> m.Record:
    fields = clauses(said, RECORD, setting)
    if "attended" not in fields:
        raise Misprint('"records" wants to know whether they came')
    return m.Record(by=setting.by, **fields)


def _plan(said: str, setting: Setting) -> PlanWanted:
    fields = clauses(said, PLAN, setting)
    if "first" not in fields:
        raise Misprint('"submits the plan" wants a first session, with its day and time')
    return PlanWanted(by=setting.by, place=USUAL_PLACE, **fields)


def _allocate(name: str, reason: str | None, setting: Setting) -> m.Allocate:
    return m.Allocate(by=setting.by, caseworker=reference(name), name=name, reason=text(reason or ""))


def _answer(verb: str, setting: Setting) -> m.AnswerThreeWay:
    who = setting.who if setting.who == "practitioner" else "participant"
    return m.AnswerThreeWay(by=setting.by, who=who, accepts=verb == "accepts")


def _report(level: str | None, setting: Setting) -> ReportWanted:
    return ReportWanted(by=setting.by, achievement=LEVELS[level or "achieved"])


def _decide(module: str, answer: str, reason: str, setting: Setting) -> m.DecideEligibility:
    return m.DecideEligibility(by=setting.by, module=module, eligible=answer == "yes", reason=text(reason))


def _close(task: str, how: str, setting: Setting) -> Deed:
    if "*" in task:
        return CloseWanted(setting.by, pattern=task, how=text(how))
    return m.CloseTask(by=setting.by, task=task, how=text(how))


CAME = "attended|did not attend|late because|the final session"
PHRASES: tuple[tuple[str, Callable[[re.Match[str], Setting], Deed]], ...] = (
    (rf"allocates {NAME}(?:,? because {TEXT})?", lambda f, s: _allocate(f[1], f[2], s)),
    (r"books (.*)", lambda f, s: booking(f[1], s)),
    (rf"tries to book ({MOMENT})", lambda f, s: _typed(f[1], s)),
    (rf"recalls ({MOMENT})(.*?),? (({CAME}).*)", lambda f, s: recalled(f[1], f[2], f[3], s)),
    (rf"notes a (call|visit) ({MOMENT})(.*)", lambda f, s: noted(f[1], f[2], f[3], s)),
    (r"records (.*)", lambda f, s: _record(f[1], s)),
    (r"submits the plan\b,?(.*)", lambda f, s: _plan(f[1], s)),
    (r"approves the plan", lambda f, s: m.ApprovePlan(by=s.by)),
    (r"approves plan (\d+)", lambda f, s: m.ApprovePlan(by=s.by, version=int(f[1]))),
    (rf"returns the plan,? because {TEXT}", lambda f, s: m.ReturnPlan(by=s.by, reasons=text(f[1]))),
    (rf"decides ([a-z0-9/-]+) (yes|no),? because {TEXT}", lambda f, s: _decide(f[1], f[2], f[3], s)),
    (r"(accepts|declines) the three-way session", lambda f, s: _answer(f[1], s)),
    (rf"submits the report(?:, all ({'|'.join(LEVELS)}))?", lambda f, s: _report(f[1], s)),
    (rf"closes task (\S+?),? because {TEXT}", lambda f, s: _close(f[1], f[2], s)),
    (
        r"says (\S+) (arrived|did not arrive)(?: because (\S+))?",
        lambda f, _: _receipt(f[1], f[2], f[3] or ""),
    ),
    (
        rf"replies {TEXT}( again)?(?: from (a shared number|\+\d+))?",
        lambda f, _: ReplyWanted(text(f[1]), again=bool(f[2]), number=f[3] or ""),
    ),
    *LIFE,
    *SHOWN_BY_RM,
)


def _typed(when: str, setting: Setting) -> BookingTyped:
    day, wall = when.rsplit(" ", 1)
    on = setting.almanac.moved(setting.almanac.day(day, setting.today))
    return BookingTyped(by=setting.by, starts_at=f"{on.isoformat()}T{wall}", place=USUAL_PLACE)


def _receipt(key: str, what: str, code: str) -> m.DeliveryReceipt:
    return m.DeliveryReceipt(key=key, arrived=what == "arrived", code=code)


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
