"""Days on which the service was held: they do not count for the clocks that a pause stops.

A pause moves no deadline that is behind it: one that was met, or whose day was past before it began.
"""

from datetime import date, datetime, timedelta

from interventions.case import Case
from interventions.days.london import london_date

ONE_DAY = timedelta(days=1)


def paused_days(case: Case) -> tuple[date, ...]:
    """Every London day of every pause: from the day it began to the day before it ended."""
    days = []
    for held in case.pauses:
        day, last = london_date(held.since), london_date(held.until or case.last_at)
        while day < last:
            days.append(day)
            day += ONE_DAY
    return tuple(days)


def days_that_count(case: Case, met_at: datetime | None) -> tuple[date, ...]:
    """The paused days that move a deadline met then, or still to be met (None).

    In the first edition every one did, however long after.
    """
    days = paused_days(case)
    if met_at is None or not case.terms.policy.follows(2):
        return days
    return tuple(day for day in days if day < london_date(met_at))


def moved_on(case: Case, due: date, *, since: date, met_at: datetime | None = None) -> date:
    """The last day in time, moved by each paused day from `since` on that came before it was over."""
    in_time_only = case.terms.policy.follows(2)
    for day in days_that_count(case, met_at):
        if day >= since and (day <= due or not in_time_only):
            due += ONE_DAY
    return due
