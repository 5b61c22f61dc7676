"""Counting working days in England and Wales, on a calendar that is pinned like a promise."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from pydantic import model_validator

from interventions.desk import read_page
from interventions.message import Desk, Wire

ENGLAND_AND_WALES = Path(__file__).parent / "calendars" / "england-and-wales.toml"
ONE_DAY = timedelta(days=1)
SATURDAY = 5


class SkippedDay(Wire):
    """A day that did not count, and why: "Saturday", "Sunday" or the bank holiday's name."""

    day: date
    why: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A count of working days with its reasons, so that anybody can check a deadline by hand.

    `start` is day 0; `due` is the last day that counts; `skipped` lies between them. `beyond_horizon`
    says that part of the count lies outside the days whose bank holidays are known.
    """

    start: date
    days: int
    due: date
    skipped: tuple[SkippedDay, ...]
    beyond_horizon: bool


class WorkingCalendar(Wire):
    """The days nobody works: weekends always, and `days_off` by name.

    Bank holidays are known from `first` to `horizon`, both included; outside them only weekends are
    skipped, and the count says so (domain brief 8, calendars).
    """

    name: str
    first: date
    horizon: date
    days_off: dict[date, str]

    def is_working(self, day: date) -> bool:
        """Whether `day` is neither at a weekend nor a bank holiday."""
        return day.weekday() < SATURDAY and day not in self.days_off

    def count_on(self, start: date, days: int) -> Counted:
        """Count `days` working days on from `start`, which is day 0 (domain brief 7.6, A1, A2).

        Day 1 is the next working day; 0 days is `start` itself, working or not.

        Raises:
            ValueError: a negative number of days.
        """
        due, skipped, left = start, [], _not_negative(days)
        while left:
            due += ONE_DAY
            if self.is_working(due):
                left -= 1
            else:
                skipped.append(_skipped(due, self.days_off.get(due)))
        outside = start < self.first or due > self.horizon
        return Counted(start=start, days=days, due=due, skipped=tuple(skipped), beyond_horizon=outside)

    def count_back(self, start: date, days: int) -> date:
        """The day that many working days before `start`; 0 days is `start` itself.

        Raises:
            ValueError: a negative number of days.
        """
        day, left = start, _not_negative(days)
        while left:
            day -= ONE_DAY
            left -= self.is_working(day)
        return day

    def between(self, start: date, end: date) -> int:
        """How many working days lie after `start`, up to and including `end`; 0 if `end` is not later."""
        return sum(self.is_working(day) for day in _days_after(start, end))

    def working_day_on_or_before(self, day: date) -> date:
        """`day` itself if it is a working day, else the last one before it."""
        return day if self.is_working(day) else self.count_back(day, 1)


class CalendarPage(WorkingCalendar, Desk):
    """A calendar file, as typed."""

    @model_validator(mode="after")
    def _covered(self) -> "CalendarPage":
        if self.first > self.horizon:
            raise ValueError("horizon: is before first")
        if strays := [day for day in self.days_off if not self.first <= day <= self.horizon]:
            raise ValueError(f"days_off: {strays[0]} is outside first and horizon")
        if weekends := [day for day in self.days_off if day.weekday() >= SATURDAY]:
            raise ValueError(f"days_off: {weekends[0]} is a {weekends[0]:%A}; list its substitute day")
        covered = range(self.first.year, self.horizon.year + 1)
        if bare := sorted(set(covered) - {day.year for day in self.days_off}):
            raise ValueError(f"days_off: nothing listed for {bare[0]}, which first and horizon cover")
        return self


def load_calendar(path: Path = ENGLAND_AND_WALES) -> WorkingCalendar:
    """Read and check a calendar file.

    Raises:
        CatalogueError: the file cannot be read or does not parse, or a key is unknown, missing or wrong.
    """
    return WorkingCalendar(**read_page(path, CalendarPage).model_dump())


@lru_cache(4096)
def _skipped(day: date, why: str | None) -> SkippedDay:
    return SkippedDay(day=day, why=why or f"{day:%A}")


def _not_negative(days: int) -> int:
    if days < 0:
        raise ValueError("working days are counted in whole days from 0 up")
    return days


def _days_after(start: date, end: date) -> Iterator[date]:
    return (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
