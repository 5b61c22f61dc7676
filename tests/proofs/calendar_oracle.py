"""Every day of the pinned calendar, against an independent count on another list of bank holidays."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays

from interventions.days.london import day_ends, london_date
from interventions.days.working_days import load_calendar

FIRST, LAST = date(2020, 1, 1), date(2028, 9, 30)
COUNTS = (1, 2, 3, 5, 10)


def calendar_oracle() -> tuple[int, int]:
    """Deadlines for every start day and hour of 2020 to 2028, counted a second way."""
    calendar = load_calendar()
    england = holidays.country_holidays("GB", subdiv="ENG", years=range(2020, 2030))
    cases = violations = 0
    for offset in range((LAST - FIRST).days):
        start = FIRST + timedelta(days=offset)
        for days in COUNTS:
            expected = _plain_count(start, days, england)
            for hour in range(24):
                sent = datetime.combine(start, time(hour), UTC)
                day_zero = london_date(sent)
                due = day_ends(calendar.count_on(day_zero, days).due)
                wanted = expected if day_zero == start else _plain_count(day_zero, days, england)
                cases += 1
                violations += due != _plain_midnight_after(wanted)
    return cases, violations


def _plain_count(start: date, days: int, england: holidays.HolidayBase) -> date:
    day = start
    while days:
        day += timedelta(days=1)
        days -= day.isoweekday() < 6 and day not in england
    return day


def _plain_midnight_after(day: date) -> datetime:
    following = day + timedelta(days=1)
    return datetime(following.year, following.month, following.day, tzinfo=ZoneInfo("Europe/London"))
