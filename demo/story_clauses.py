"""The clauses of a phrase, in any order, commas between: what a booking, a record or a plan says of itself.

Free text runs to the next comma, or stands in quotation marks.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from demo.story_dates import MOMENT, Almanac, Misprint
from interventions import messages as m
from interventions.vocabulary import Complexity, ContactType, NoSessionReason, Pathway

USUAL_PLACE = "Hope House"
PATHWAYS = {"lifestyle": Pathway.LIFESTYLE, "family": Pathway.FAMILY}
STAFF = {"operations": "operations", "practitioner": "pp.okafor"}
NEARLY_A_YEAR = timedelta(days=364)

TEXT = r'("[^"]*"|[^",]+)'
KEYS = r"([a-z0-9-]+(?: and [a-z0-9-]+)*)"
CONTACT = "|".join(ContactType)

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
    (rf"at {TEXT}", lambda found, _: {"place": text(found[1])}),
    (r"(\d+) minutes", lambda found, _: {"minutes": int(found[1])}),
    (r"slot (\S+?)", lambda found, _: {"slot": found[1]}),
    (r"moved by (participant|provider)", lambda found, _: {"moved_by": found[1]}),
    (rf"because {TEXT}", lambda found, _: {"reason": text(found[1])}),
    (rf"all the same because {TEXT}", lambda found, _: {"all_the_same": text(found[1])}),
    (rf"about {KEYS}", lambda found, _: {"modules": tuple(found[1].split(" and "))}),
    (r"for (lifestyle|family)", lambda found, _: {"pathway": PATHWAYS[found[1]]}),
    (r"(not )?final", lambda found, _: {"final": not found[1]}),
    (r"risk unread", lambda found, _: {"risk_read": False}),
    (r"offered face to face", lambda found, _: {"face_to_face_offered": True}),
)

RECORD: tuple[Clause, ...] = (
    (rf"late because {TEXT}", lambda found, _: {"attended": "late", "late_reason": text(found[1])}),
    (r"did not attend", lambda found, _: {"attended": "no"}),
    (
        rf"attended but no session ({'|'.join(NoSessionReason)})",
        lambda found, _: {"attended": "yes", "held": False, "no_session_reason": found[1]},
    ),
    (r"attended", lambda found, _: {"attended": "yes"}),
    (r"excused", lambda found, _: {"no_session_reason": NoSessionReason.ACCEPTABLE}),
    (r"unexcused", lambda found, _: {"no_session_reason": NoSessionReason.UNACCEPTABLE}),
    (r"(good|poor) conduct", lambda found, _: {"conduct": found[1]}),
    (rf"indicators ({'|'.join(Complexity)})", lambda found, _: {"indicators": Complexity(found[1])}),
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
    (rf"concern {TEXT}", lambda found, _: {"concerns": text(found[1])}),
    (r"slot (\S+?)", lambda found, _: {"slot": found[1]}),
    (rf"needs {TEXT}", lambda found, _: {"needs": listed(found[1])}),
    (rf"barriers {TEXT}", lambda found, _: {"barriers": listed(found[1])}),
    (rf"further support {TEXT}", lambda found, _: {"further_support": text(found[1])}),
    (rf"because {TEXT}", lambda found, _: {"reason": text(found[1])}),
    (rf"next ({MOMENT}.*)", lambda found, setting: {"next": booking(found[1], setting)}),
)

NOTE: tuple[Clause, ...] = (
    (r"with the (participant|practitioner)", lambda found, _: {"whom": found[1]}),
    (r"with somebody else", lambda found, _: {"whom": "other"}),
    (r"nobody answered", lambda found, _: {"reached": False}),
    (rf"concern {TEXT}", lambda found, _: {"concerns": text(found[1])}),
    (rf"saying {TEXT}", lambda found, _: {"summary": text(found[1])}),
)

PLAN: tuple[Clause, ...] = (
    (r"(\d+) sessions", lambda found, _: {"sessions": int(found[1])}),
    (r"(\d+) minutes", lambda found, _: {"minutes": int(found[1])}),
    (rf"because {TEXT}", lambda found, _: {"reason": text(found[1])}),
    (rf"all the same because {TEXT}", lambda found, _: {"all_the_same": text(found[1])}),
    (r"for (lifestyle|family)", lambda found, _: {"pathway": PATHWAYS[found[1]]}),
    (rf"({CONTACT})", lambda found, _: {"contact": ContactType(found[1])}),
    (r"once a (?:week|fortnight|month)", lambda found, _: {"pace": 1}),
    (
        rf"first session ({MOMENT})",
        lambda found, setting: {"first": setting.almanac.moment(found[1], setting.today)},
    ),
)


def recalled(when: str, more: str, record: str, setting: Setting) -> m.Book:
    """A meeting that took place unbooked, with its record; its day is the last such day up to today.

    Raises:
        Misprint: as `booking`; or the day is wrong.
    """
    starts_at = setting.almanac.moment(when, setting.today - NEARLY_A_YEAR)
    usual = {"by": setting.by, "starts_at": starts_at, "place": USUAL_PLACE}
    said = m.Record(by=setting.by, **clauses(record, RECORD, setting))
    return m.Book(**(usual | clauses(more, BOOKING, setting)), record=said)


def noted(how: str, when: str, more: str, setting: Setting) -> m.NoteContact:
    """A call or a visit between appointments; its day is the last such day up to today.

    Raises:
        Misprint: as `booking`.
    """
    happened_at = setting.almanac.moment(when, setting.today - NEARLY_A_YEAR)
    contact = ContactType.PHONE if how == "call" else ContactType.FACE_TO_FACE
    usual = {"by": setting.by, "happened_at": happened_at, "contact": contact, "summary": "as told"}
    return m.NoteContact(**(usual | clauses(more, NOTE, setting)))


def booking(said: str, setting: Setting) -> m.Book:
    """The meeting somebody books: a day and a time, then clauses.

    Raises:
        Misprint: no day and time, or a clause that cannot be made out.
    """
    found = re.match(MOMENT, said)
    if not found:
        raise Misprint(f'"books" wants a day and a time, not "{said}"')
    starts_at = setting.almanac.moment(found[0], setting.today)
    usual = {"by": setting.by, "starts_at": starts_at, "place": USUAL_PLACE, "risk_read": True}
    return m.Book(**(usual | clauses(said[found.end() :], BOOKING, setting)))


def clauses(said: str, known: Iterable[Clause], setting: Setting) -> Fields:
    """The fields that clauses in any order stand for.

    Raises:
        Misprint: one that is not among those known.
    """
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


def text(said: str) -> str:
    """What somebody wrote, out of its quotation marks."""
    return said.strip(' "')


def listed(said: str) -> tuple[str, ...]:
    """Several things with "and" between."""
    return tuple(part.strip() for part in text(said).split(" and "))
