"""Welsh words for dates, times, lengths and doses: every day and month, and both ways round the clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateways import spoken_welsh as welsh
from gateways.spoken import FILTERS, TEXTED
from interventions.days.london import london_date, spoken_time
from interventions.vocabulary import Achievement, ContactType, Language, Unit
from interventions.words.correspondence import DoseLine

# Written out by hand, so that a slip in the table is seen.
WEEK = ["dydd Llun", "dydd Mawrth", "dydd Mercher", "dydd Iau", "dydd Gwener", "dydd Sadwrn", "dydd Sul"]
YEAR = [
    *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin"),
    *("Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
]
MONDAY = date(2026, 6, 1)


def test_every_day_of_the_week_is_welsh() -> None:
    said = [welsh.spoken_date(MONDAY + timedelta(days=number)) for number in range(7)]
    assert said == [f"{day} {number} Mehefin 2026" for number, day in enumerate(WEEK, start=1)]


def test_every_month_is_welsh() -> None:
    assert [welsh.spoken_day(date(2026, month, 3)) for month in range(1, 13)] == [
        f"3 {name}" for name in YEAR
    ]


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [
        (0, 0, "12 hanner nos"),
        (0, 15, "12:15yb"),
        (9, 0, "9yb"),
        (12, 0, "12 hanner dydd"),
        (12, 30, "12:30yp"),
        (14, 0, "2yp"),
        (23, 59, "11:59yp"),
    ],
)
def test_the_time_in_winter(hour: int, minute: int, words: str) -> None:
    assert welsh.spoken_time(datetime(2026, 1, 20, hour, minute, tzinfo=UTC)) == words


@given(st.datetimes(datetime(2024, 1, 1), datetime(2036, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001
def test_a_welsh_moment_is_the_english_one_in_other_words(instant: datetime) -> None:
    english = spoken_time(instant).replace("am", "yb").replace("pm", "yp")
    english = english.replace("noon", "hanner dydd").replace("midnight", "hanner nos")
    day = london_date(instant)
    assert (
        welsh.spoken_moment(instant) == f"{WEEK[day.weekday()]} {day.day} {YEAR[day.month - 1]} am {english}"
    )


@pytest.mark.parametrize(
    ("dose", "amount", "pace"),
    [
        (
            {"unit": Unit.SESSIONS, "number": 5, "times": 1, "period": "week"},
            "5 sesiwn",
            "unwaith yr wythnos",
        ),
        ({"unit": Unit.MINUTES, "number": 720, "times": 2, "period": "month"}, "12 awr", "dwywaith y mis"),
        ({"unit": Unit.MINUTES, "number": 90, "times": 3, "period": "fortnight"}, "1 awr 30 munud", None),
        ({}, "5 sessions", "once a week"),
    ],
    ids=["sessions", "hours", "a fortnight", "a plan of an older release"],
)
def test_how_much_and_how_often(dose: dict[str, object], amount: str, pace: str | None) -> None:
    line = DoseLine.model_validate(
        {"service": "Lifestyle", "amount": "5 sessions", "frequency": "once a week", **dose}
    )
    assert welsh.spoken_amount(line) == amount
    assert welsh.spoken_pace(line) == (pace or "3 gwaith bob pythefnos")


def test_there_are_welsh_words_for_every_value_and_every_filter() -> None:
    assert set(welsh.CONTACT) == set(welsh.TEXTED_CONTACT) == set(ContactType)
    assert set(welsh.ACHIEVEMENT) == set(Achievement)
    assert set(FILTERS) == set(TEXTED) == set(Language)
    assert {frozenset(filters) for filters in FILTERS.values()} == {frozenset(FILTERS[Language.ENGLISH])}
