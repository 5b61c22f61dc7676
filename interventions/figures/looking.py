"""How the measures read a case: clocks by name, and days as London counts them."""

from collections.abc import Iterable
from datetime import date, datetime

from interventions.agenda import clocks
from interventions.case import Case
from interventions.clocks import Clock
from interventions.days.london import last_day, london_date
from interventions.vocabulary import ClockState

IN_TIME = {ClockState.MET: True, ClockState.MET_LATE: False, ClockState.BREACHED: False}


def clock_of(case: Case, name: str) -> Clock | None:
    """The clock of that name, or None where the promise was not made (yet)."""
    return next((clock for clock in clocks(case) if clock.name == name), None)


def in_time(clock: Clock | None) -> bool | None:
    """Whether a promise was kept; None while it can still be, and where it was stopped before it was due."""
    return IN_TIME.get(clock.state) if clock else None


def due_day(clock: Clock | None) -> date | None:
    """The last London day on which it was in time."""
    return last_day(clock.due) if clock else None


def working_days(case: Case, since: datetime | None, until: datetime | None) -> int | None:
    """Working days from one instant's London day (day 0) to another's, on the pinned calendar."""
    if since is None or until is None:
        return None
    return case.terms.calendar.between(london_date(since), london_date(until))


def calendar_days(since: datetime | None, until: datetime | None) -> int | None:
    """London days from one instant's day (day 0) to another's."""
    if since is None or until is None:
        return None
    return (london_date(until) - london_date(since)).days


def first(instants: Iterable[datetime]) -> datetime | None:
    """The earliest, or None where there is none."""
    return min(instants, default=None)
