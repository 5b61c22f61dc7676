"""The days a report is about: London days, both ends included.

R&M cuts its range at midnight in Greenwich, so that a referral of half past midnight on 1 July falls in June
(domain brief 6, F8).
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from pydantic import model_validator

from interventions.days.london import at_london, day_ends, london_date
from interventions.message import Wire

ONE_DAY = timedelta(days=1)


class Period(Wire):
    """From one London day to another, both included.

    Raises:
        ValueError: the last day comes before the first.
    """

    first: date
    last: date

    @model_validator(mode="after")
    def _in_order(self) -> "Period":
        if self.last < self.first:
            raise ValueError("last: comes before first")
        return self

    @property
    def starts_at(self) -> datetime:
        """The first instant in it."""
        return at_london(self.first, time(0))

    @property
    def ends_at(self) -> datetime:
        """The first instant no longer in it."""
        return day_ends(self.last)

    def holds(self, instant: datetime) -> bool:
        """Whether that instant falls on one of its days."""
        return self.first <= london_date(instant) <= self.last

    def months(self) -> Iterator[date]:
        """The first day of every month it touches."""
        month = self.first.replace(day=1)
        while month <= self.last:
            yield month
            month = (month + 31 * ONE_DAY).replace(day=1)
