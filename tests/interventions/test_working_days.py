"""Working days in England and Wales, against an independent calendar and by hand."""

from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interventions.days.working_days import (
    ENGLAND_AND_WALES,
    SkippedDay,
    WorkingCalendar,
    load_calendar,
)
from interventions.errors import CatalogueError

CALENDAR = load_calendar()
YEARS = range(2020, 2029)
ENGLAND = holidays.country_holidays("GB", subdiv="ENG", years=YEARS)
DAYS = st.dates(date(2020, 1, 1), date(2028, 9, 30))
COUNTS = st.integers(0, 60)


def works_by_the_other_calendar(day: date) -> bool:
    """The oracle: a published library, asked one day at a time."""
    return day.isoweekday() <= 5 and day not in ENGLAND


def days_after(start: date, end: date) -> list[date]:
    return [start + timedelta(days=step) for step in range(1, (end - start).days + 1)]


@pytest.mark.parametrize("nation", ["ENG", "WLS"])
def test_the_committed_calendar_is_the_published_one(nation: str) -> None:
    published = holidays.country_holidays("GB", subdiv=nation, years=YEARS)
    assert sorted(CALENDAR.days_off) == sorted(day for day in published if day.weekday() < 5)


def test_every_covered_year_has_its_eight_bank_holidays_and_the_royal_ones() -> None:
    per_year = {year: sum(day.year == year for day in CALENDAR.days_off) for year in YEARS}
    assert per_year == dict.fromkeys(YEARS, 8) | {2022: 10, 2023: 9}
    assert (CALENDAR.first, CALENDAR.horizon) == (date(2020, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        pytest.param(date(2020, 5, 8), "Early May bank holiday (VE day)", id="moved for VE day"),
        pytest.param(date(2022, 9, 19), "Bank holiday for the State Funeral of Queen Elizabeth II", id="new"),
        pytest.param(date(2026, 4, 3), "Good Friday", id="Easter"),
        pytest.param(date(2026, 12, 28), "Boxing Day (substitute day)", id="substitute for a Saturday"),
        pytest.param(date(2027, 12, 28), "Boxing Day (substitute day)", id="substitute after a substitute"),
        pytest.param(date(2028, 1, 3), "New Year's Day (substitute day)", id="2028, substitute"),
        pytest.param(date(2028, 12, 26), "Boxing Day", id="2028, the last one known"),
    ],
)
def test_a_bank_holiday_has_its_name(day: date, name: str) -> None:
    assert CALENDAR.days_off[day] == name
    assert not CALENDAR.is_working(day)


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        pytest.param(date(2026, 4, 2), 10, date(2026, 4, 20), id="referred the Thursday before Easter"),
        pytest.param(date(2026, 4, 3), 1, date(2026, 4, 7), id="referred on Good Friday"),
        pytest.param(date(2026, 6, 13), 10, date(2026, 6, 26), id="referred on a Saturday: starts Monday"),
        pytest.param(date(2026, 6, 12), 10, date(2026, 6, 26), id="referred on the Friday before: the same"),
        pytest.param(date(2026, 12, 18), 10, date(2027, 1, 6), id="over Christmas and New Year 2026"),
        pytest.param(date(2027, 12, 24), 2, date(2027, 12, 30), id="Christmas 2027, two substitute days"),
        pytest.param(date(2026, 3, 27), 1, date(2026, 3, 30), id="over the clocks going forward"),
        pytest.param(date(2026, 10, 23), 1, date(2026, 10, 26), id="over the clocks going back"),
        pytest.param(date(2026, 4, 4), 0, date(2026, 4, 4), id="no days: the day itself, even a Saturday"),
    ],
)
def test_a_deadline_counts_working_days_from_day_nought(start: date, days: int, due: date) -> None:
    assert CALENDAR.count_on(start, days).due == due


def test_a_count_says_which_days_it_skipped_and_why() -> None:
    counted = CALENDAR.count_on(date(2026, 4, 2), 3)
    assert counted.due == date(2026, 4, 9)
    assert counted.skipped == (
        SkippedDay(day=date(2026, 4, 3), why="Good Friday"),
        SkippedDay(day=date(2026, 4, 4), why="Saturday"),
        SkippedDay(day=date(2026, 4, 5), why="Sunday"),
        SkippedDay(day=date(2026, 4, 6), why="Easter Monday"),
    )


@pytest.mark.parametrize(
    ("start", "days", "beyond"),
    [
        pytest.param(date(2028, 12, 27), 2, False, id="ends on the last covered working day"),
        pytest.param(date(2028, 12, 27), 3, True, id="runs into an unknown year"),
        pytest.param(date(2019, 12, 31), 1, True, id="starts before the first covered day"),
        pytest.param(date(2020, 1, 1), 1, False, id="starts on the first covered day"),
    ],
)
def test_a_count_says_when_it_leaves_the_known_days(start: date, days: int, beyond: bool) -> None:
    assert CALENDAR.count_on(start, days).beyond_horizon is beyond


def test_beyond_the_horizon_only_weekends_are_skipped() -> None:
    counted = CALENDAR.count_on(date(2028, 12, 29), 1)
    assert counted.due == date(2029, 1, 1)
    assert {day.why for day in counted.skipped} == {"Saturday", "Sunday"}


@given(DAYS, COUNTS)
def test_a_deadline_agrees_with_the_other_calendar(start: date, days: int) -> None:
    counted = CALENDAR.count_on(start, days)
    passed = days_after(start, counted.due)
    assert sum(map(works_by_the_other_calendar, passed)) == days
    assert days == 0 or works_by_the_other_calendar(counted.due)
    assert [skipped.day for skipped in counted.skipped] == [
        day for day in passed if not works_by_the_other_calendar(day)
    ]
    assert not counted.beyond_horizon


@given(DAYS, st.integers(0, 300))
def test_the_days_between_agree_with_the_other_calendar(start: date, length: int) -> None:
    end = min(start + timedelta(days=length), CALENDAR.horizon)
    assert CALENDAR.between(start, end) == sum(map(works_by_the_other_calendar, days_after(start, end)))
    assert CALENDAR.between(end, start) == 0


@given(DAYS, COUNTS)
def test_between_undoes_counting_on(start: date, days: int) -> None:
    assert CALENDAR.between(start, CALENDAR.count_on(start, days).due) == days


@given(st.dates(date(2021, 1, 1), date(2028, 12, 31)), st.integers(1, 60))
def test_counting_back_lands_on_a_working_day_with_the_rest_between(start: date, days: int) -> None:
    back = CALENDAR.count_back(start, days)
    assert works_by_the_other_calendar(back)
    assert sum(map(works_by_the_other_calendar, days_after(back, start - timedelta(days=1)))) == days - 1


@pytest.mark.parametrize(
    ("start", "days", "back"),
    [
        pytest.param(date(2026, 4, 20), 2, date(2026, 4, 16), id="two days before a Monday"),
        pytest.param(date(2026, 4, 7), 1, date(2026, 4, 2), id="the day before Easter ends"),
        pytest.param(date(2026, 4, 20), 0, date(2026, 4, 20), id="no days"),
    ],
)
def test_a_warning_day_is_counted_back(start: date, days: int, back: date) -> None:
    assert CALENDAR.count_back(start, days) == back


@given(DAYS)
def test_the_working_day_on_or_before_is_the_nearest(day: date) -> None:
    nearest = CALENDAR.working_day_on_or_before(day)
    assert works_by_the_other_calendar(nearest)
    assert not any(map(works_by_the_other_calendar, days_after(nearest, day)))


def test_days_are_not_counted_in_negative_numbers() -> None:
    with pytest.raises(ValueError, match="from 0 up"):
        CALENDAR.count_on(date(2026, 4, 2), -1)
    with pytest.raises(ValueError, match="from 0 up"):
        CALENDAR.count_back(date(2026, 4, 2), -1)


def test_a_pinned_calendar_survives_the_wire_and_newer_fields() -> None:
    said = CALENDAR.model_dump(mode="json") | {"added_later": 1}
    assert WorkingCalendar.model_validate(said) == CALENDAR
    assert type(CALENDAR) is WorkingCalendar


@pytest.mark.parametrize(
    ("was", "typed", "names"),
    [
        pytest.param("horizon =", "horizn =", "horizn: Extra inputs", id="misspelt key"),
        pytest.param("first = 2020-01-01\n", "", "first: Field required", id="missing key"),
        pytest.param("2026-04-03 =", "2026-04-31 =", "days_off.2026-04-31", id="no such date"),
        pytest.param('2026-04-03 = "Good Friday"', "2026-04-03 = 5", "days_off.2026-04-03", id="no name"),
        pytest.param("2026-12-28 =", "2026-12-26 =", "is a Saturday", id="weekend instead of substitute"),
        pytest.param(
            "horizon = 2028-12-31", "horizon = 2029-12-31", "nothing listed for 2029", id="bare year"
        ),
        pytest.param("horizon = 2028-12-31", "horizon = 2027-12-31", "2028-01-03 is outside", id="stray"),
        pytest.param("horizon = 2028-12-31", "horizon = 2019-12-31", "is before first", id="back to front"),
        pytest.param("2026-04-06 =", "2026-04-03 =", "not TOML", id="the same day twice"),
    ],
)
def test_a_mistyped_calendar_is_refused_naming_file_and_key(
    tmp_path: Path, was: str, typed: str, names: str
) -> None:
    good = ENGLAND_AND_WALES.read_text("utf-8")
    assert was in good
    page = tmp_path / "calendar.toml"
    page.write_text(good.replace(was, typed), "utf-8")
    with pytest.raises(CatalogueError, match=rf"^calendar\.toml: .*{names}"):
        load_calendar(page)


def test_a_calendar_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"^wales\.toml: cannot be read"):
        load_calendar(tmp_path / "wales.toml")
