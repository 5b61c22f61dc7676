"""A timetable laid out in weeks, for the picture of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from interventions.days.london import london_date
from interventions.words.correspondence import DateLine

# More than this is no longer seen at a glance; the table beside it has every date.
MOST_WEEKS = 8


@dataclass(frozen=True)
class Day:
    """A London day, and when meetings start on it."""

    date: date
    starts: tuple[datetime, ...]


@dataclass(frozen=True)
class Week:
    """A week with a meeting in it, from its Monday."""

    days: tuple[Day, ...]


def weeks(dates: Iterable[DateLine]) -> tuple[Week, ...]:
    """The weeks that have a meeting, soonest first, seven days each, at most eight of them."""
    starts: dict[date, list[datetime]] = defaultdict(list)
    for line in dates:
        starts[london_date(line.starts_at)].append(line.starts_at)
    mondays = sorted({day - timedelta(days=day.weekday()) for day in starts})
    return tuple(_week(monday, starts) for monday in mondays[:MOST_WEEKS])


def _week(monday: date, starts: dict[date, list[datetime]]) -> Week:
    days = (monday + timedelta(days=number) for number in range(7))
    return Week(tuple(Day(day, tuple(sorted(starts.get(day, ())))) for day in days))
