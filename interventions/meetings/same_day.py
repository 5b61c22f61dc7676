"""The same-day rule, contact by contact: when it happened, when it was recorded, how long after, kept or not.

Every contact is put on the record by the end of its London day, whatever became of it (seeds, footer; domain
brief 7.6, A23). A contact that runs past midnight belongs to the day it began. What was recorded in time
counts as recorded however late the register learnt of it (decision 6).
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from interventions.days.london import Instant, day_ends, london_date
from interventions.facts import AnyFact, ClockBreached, ContactNoted, ContactRecorded
from interventions.message import Wire

UPDATE = "update/"


def asks_for(clock: str) -> str | None:
    """The key of the contact whose record a clock of this name asks for; None for any other clock."""
    return clock.removeprefix(UPDATE) if clock.startswith(UPDATE) else None


class Promptness(Wire):
    """One contact against the rule. `due` is the first instant that is too late.

    `recorded_at` and what follows from it are None where its day passed and nobody has recorded it yet;
    `happened_at` is None there too: whether it happened is what is not known.
    """

    key: str
    happened_at: Instant | None
    due: Instant
    recorded_at: Instant | None
    lag: timedelta | None
    days_later: int | None
    kept: bool


def same_day(facts: Iterable[AnyFact]) -> tuple[Promptness, ...]:
    """Every contact that was recorded, and every one whose day passed without; in order of their days."""
    found: dict[str, Promptness] = {}
    for fact in facts:
        if isinstance(fact, ContactRecorded):
            found[fact.contact.key] = measured(
                fact.contact.key, fact.contact.happened_at, fact.contact.recorded_at
            )
        elif isinstance(fact, ContactNoted) and not fact.adds_to:
            found[fact.key] = measured(fact.key, fact.happened_at, fact.at)
        elif isinstance(fact, ClockBreached) and (key := asks_for(fact.clock)):
            found.setdefault(key, _unrecorded(key, fact.due))
    return tuple(sorted(found.values(), key=lambda each: (each.due, each.key)))


def measured(key: str, happened_at: datetime, recorded_at: datetime) -> Promptness:
    """One contact that was recorded."""
    day = london_date(happened_at)
    due = day_ends(day)
    return Promptness(
        key=key,
        happened_at=happened_at,
        due=due,
        recorded_at=recorded_at,
        lag=recorded_at - happened_at,
        days_later=max((london_date(recorded_at) - day).days, 0),
        kept=recorded_at < due,
    )


def _unrecorded(key: str, due: datetime) -> Promptness:
    return Promptness(
        key=key, happened_at=None, due=due, recorded_at=None, lag=None, days_later=None, kept=False
    )
