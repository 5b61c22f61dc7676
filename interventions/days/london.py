"""London time: which day an instant falls on, and how a moment is written to a person.

Dates are decided in London, instants are kept in UTC, and a wall time that does not exist or exists
twice is refused rather than guessed (domain brief 8).
"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator

from interventions.errors import UnclearTime

Day = TypeVar("Day", bound=date)

LONDON = ZoneInfo("Europe/London")
# A case asks about the same few days again and again.
OFTEN_ASKED = 4096
DATE_AND_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")


@lru_cache(OFTEN_ASKED)
def london_date(instant: datetime) -> date:
    """The London date on which an aware instant falls."""
    return instant.astimezone(LONDON).date()


def wall_time(instant: datetime) -> datetime:
    """What London clocks show then, without a zone: a week on the wall is a week, whatever the clocks did."""
    return instant.astimezone(LONDON).replace(tzinfo=None, fold=0)


@lru_cache(OFTEN_ASKED)
def at_london(day: date, at: time) -> datetime:
    """The UTC instant at which London clocks show `at` on `day`.

    Raises:
        UnclearTime: the clocks skip that time on that day, or show it twice.
    """
    wall = datetime.combine(day, at.replace(fold=0), LONDON)
    first, second = wall.astimezone(UTC), wall.replace(fold=1).astimezone(UTC)
    if first == second:
        return first
    named = f"{spoken_date(day)} at {_spoken_wall(at)}"
    if first > second:
        raise UnclearTime(f"{named} does not exist in London: the clocks go forward past it")
    raise UnclearTime(f"{named} happens twice in London: the clocks go back over it; give a UTC offset")


def day_ends(day: date) -> datetime:
    """The London midnight that ends `day`, as a UTC instant: the first instant no longer in it."""
    return at_london(day + timedelta(days=1), time(0))


def months_after(day: Day, months: int) -> Day:
    """The same day so many months later, or that month's last day where it has none such; the hour stays."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def last_day(due: datetime) -> date:
    """The London day that `due` ends or falls inside: the last day on which something is in time."""
    return london_date(due - timedelta(microseconds=1))


@lru_cache(OFTEN_ASKED)
def spoken_date(day: date) -> str:
    """A date as written to a person: "Monday 20 April 2026"."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def spoken_time(instant: datetime) -> str:
    """London time as written to a person: "9:30am", "2pm", "12 noon", "12 midnight"."""
    return _spoken_wall(instant.astimezone(LONDON).time())


def spoken_moment(instant: datetime) -> str:
    """A London day and time as written to a person: "Monday 20 April at 9:30am"."""
    day = london_date(instant)
    return f"{day:%A} {day.day} {day:%B} at {spoken_time(instant)}"


def _spoken_wall(at: time) -> str:
    if (at.hour, at.minute) in {(0, 0), (12, 0)}:
        return "12 noon" if at.hour else "12 midnight"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def _instant(said: object) -> datetime:
    """Read what a person or a machine says about a moment; without an offset it is London wall time."""
    if isinstance(said, str) and DATE_AND_TIME.match(said):
        said = datetime.fromisoformat(said)
    if not isinstance(said, datetime):
        raise ValueError("give a date and a time, like 2026-11-30T14:00 (London) or 2026-11-30T14:00:00Z")
    if said.utcoffset() is None:
        return at_london(said.date(), said.time())
    try:
        return said.astimezone(UTC)
    except OverflowError:
        raise ValueError("the date is too far away to be real") from None


Instant = Annotated[datetime, BeforeValidator(_instant)]
"""A moment in a message: always an aware UTC datetime once read; numbers and bare dates are refused."""
