"""Days on which the service was held: they do not count for the clocks that a pause stops."""

from datetime import date, timedelta

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
