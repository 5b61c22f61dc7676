"""London days and times, above all on the two nights a year when the clocks change."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from interventions.days.london import (
    LONDON,
    Instant,
    at_london,
    day_ends,
    last_day,
    london_date,
    spoken_date,
    spoken_moment,
    spoken_time,
)
from interventions.errors import UnclearTime

INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2036, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
DAYS = st.dates(date(2020, 1, 1), date(2036, 12, 31))
SUMMER_TIME = timezone(timedelta(hours=1))


class Booking(BaseModel):
    """Anything with a moment in it."""

    at: Instant


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        pytest.param("2026-07-14T22:59:59Z", date(2026, 7, 14), id="summer, a second before London midnight"),
        pytest.param("2026-07-14T23:00:00Z", date(2026, 7, 15), id="summer, London midnight"),
        pytest.param("2026-01-14T23:59:59Z", date(2026, 1, 14), id="winter, a second before midnight"),
        pytest.param("2026-01-15T00:00:00Z", date(2026, 1, 15), id="winter, midnight"),
        pytest.param("2026-03-29T22:59:59Z", date(2026, 3, 29), id="the evening after clocks went forward"),
        pytest.param("2026-10-24T23:00:00Z", date(2026, 10, 25), id="the night before clocks go back"),
    ],
)
def test_an_instant_falls_on_the_day_london_clocks_show(instant: str, day: date) -> None:
    assert london_date(datetime.fromisoformat(instant)) == day


@pytest.mark.parametrize(
    ("day", "at", "instant"),
    [
        pytest.param(date(2026, 1, 14), time(9), "2026-01-14T09:00:00Z", id="winter"),
        pytest.param(date(2026, 7, 14), time(9), "2026-07-14T08:00:00Z", id="summer"),
        pytest.param(date(2026, 3, 29), time(0, 59), "2026-03-29T00:59:00Z", id="before the skipped hour"),
        pytest.param(date(2026, 3, 29), time(2), "2026-03-29T01:00:00Z", id="after the skipped hour"),
        pytest.param(date(2026, 10, 25), time(0, 59), "2026-10-24T23:59:00Z", id="before the repeated hour"),
        pytest.param(date(2026, 10, 25), time(2), "2026-10-25T02:00:00Z", id="after the repeated hour"),
    ],
)
def test_a_wall_time_is_one_instant(day: date, at: time, instant: str) -> None:
    assert at_london(day, at) == datetime.fromisoformat(instant)
    assert at_london(day, at).tzinfo is UTC


@pytest.mark.parametrize("at", [time(1), time(1, 30), time(1, 59, 59)])
def test_a_time_the_clocks_skip_is_refused_by_name(at: time) -> None:
    with pytest.raises(UnclearTime, match=r"Sunday 29 March 2026 at 1(:\d\d)?am does not exist .* forward"):
        at_london(date(2026, 3, 29), at)


@pytest.mark.parametrize("at", [time(1), time(1, 30, fold=1), time(1, 59, 59)])
def test_a_time_that_happens_twice_is_refused_by_name(at: time) -> None:
    with pytest.raises(UnclearTime, match=r"Sunday 25 October 2026 at 1(:\d\d)?am happens twice .* go back"):
        at_london(date(2026, 10, 25), at)


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        pytest.param(date(2026, 3, 28), 24, id="an ordinary day"),
        pytest.param(date(2026, 3, 29), 23, id="clocks go forward"),
        pytest.param(date(2026, 10, 25), 25, id="clocks go back"),
    ],
)
def test_a_day_ends_at_the_london_midnight_after_it(day: date, hours: int) -> None:
    assert day_ends(day) - at_london(day, time(0)) == timedelta(hours=hours)
    assert london_date(day_ends(day)) == day + timedelta(days=1)


@given(DAYS)
def test_the_last_day_of_a_deadline_at_days_end_is_that_day(day: date) -> None:
    assert last_day(day_ends(day)) == day


@given(INSTANTS)
def test_every_instant_lies_in_the_day_it_falls_on(instant: datetime) -> None:
    day = london_date(instant)
    assert day_ends(day - timedelta(days=1)) <= instant < day_ends(day)


@given(INSTANTS)
def test_a_clear_wall_time_leads_back_to_its_instant(instant: datetime) -> None:
    local = instant.astimezone(LONDON)
    try:
        assert at_london(local.date(), local.time()) == instant
    except UnclearTime:
        assert (local.month, local.hour) == (10, 1)


def test_a_deadline_during_the_day_has_that_day_as_its_last() -> None:
    assert last_day(at_london(date(2026, 4, 20), time(15))) == date(2026, 4, 20)


@pytest.mark.parametrize(
    ("at", "spoken"),
    [
        pytest.param(time(0), "12 midnight", id="midnight"),
        pytest.param(time(0, 15), "12:15am", id="after midnight"),
        pytest.param(time(9, 30), "9:30am", id="morning"),
        pytest.param(time(9, 5), "9:05am", id="minutes keep both digits"),
        pytest.param(time(11, 59), "11:59am", id="before noon"),
        pytest.param(time(12), "12 noon", id="noon"),
        pytest.param(time(12, 30), "12:30pm", id="after noon"),
        pytest.param(time(14), "2pm", id="afternoon, on the hour"),
        pytest.param(time(23, 59), "11:59pm", id="before midnight"),
    ],
)
@pytest.mark.parametrize("day", [date(2026, 1, 14), date(2026, 7, 14)], ids=["winter", "summer"])
def test_times_are_spoken_as_people_write_them(day: date, at: time, spoken: str) -> None:
    assert spoken_time(at_london(day, at)) == spoken


def test_dates_and_moments_are_spoken_in_full() -> None:
    assert spoken_date(date(2026, 4, 20)) == "Monday 20 April 2026"
    assert spoken_moment(at_london(date(2026, 4, 20), time(9, 30))) == "Monday 20 April at 9:30am"
    assert spoken_moment(datetime(2026, 4, 30, 23, 0, tzinfo=UTC)) == "Friday 1 May at 12 midnight"


@pytest.mark.parametrize(
    ("said", "read"),
    [
        pytest.param("2026-11-30T14:00", "2026-11-30T14:00:00Z", id="London wall time, winter"),
        pytest.param("2026-11-30 14:00", "2026-11-30T14:00:00Z", id="with a blank"),
        pytest.param("2026-06-30T14:00", "2026-06-30T13:00:00Z", id="London wall time, summer"),
        pytest.param("2026-06-30T14:00:00Z", "2026-06-30T14:00:00Z", id="UTC"),
        pytest.param("2026-06-30T14:00:00.123456Z", "2026-06-30T14:00:00.123456Z", id="microseconds"),
        pytest.param("2026-06-30T14:00:00+02:00", "2026-06-30T12:00:00Z", id="another offset"),
        pytest.param("2026-10-25T01:30:00+01:00", "2026-10-25T00:30:00Z", id="repeated hour, the first"),
        pytest.param("2026-10-25T01:30:00+00:00", "2026-10-25T01:30:00Z", id="repeated hour, the second"),
        pytest.param(datetime(2026, 6, 30, 14), "2026-06-30T13:00:00Z", id="naive datetime"),  # noqa: DTZ001
        pytest.param(datetime(2026, 6, 30, 14, tzinfo=SUMMER_TIME), "2026-06-30T13:00:00Z", id="aware"),
    ],
)
def test_a_moment_is_read_as_a_utc_instant(said: object, read: str) -> None:
    at = Booking.model_validate({"at": said}).at
    assert at == datetime.fromisoformat(read)
    assert at.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        pytest.param("2026-03-29T01:30", "does not exist in London", id="skipped"),
        pytest.param("2026-10-25T01:30", "happens twice in London", id="repeated"),
        pytest.param(datetime(2026, 3, 29, 1, 30), "does not exist", id="skipped, as a datetime"),  # noqa: DTZ001
        pytest.param("2026-11-30", "give a date and a time", id="a bare date"),
        pytest.param(date(2026, 11, 30), "give a date and a time", id="a date object"),
        pytest.param("1790000000", "give a date and a time", id="a number in quotes"),
        pytest.param(1790000000, "give a date and a time", id="an integer"),
        pytest.param(1790000000.5, "give a date and a time", id="a float"),
        pytest.param(True, "give a date and a time", id="a truth value"),
        pytest.param(None, "give a date and a time", id="nothing"),
        pytest.param("next Monday", "give a date and a time", id="words"),
        pytest.param("2026-02-30T10:00", "day", id="no such day"),
        pytest.param("2026-02-03T25:00", "hour", id="no such hour"),
        pytest.param("9999-12-31T23:00:00-05:00", "too far away", id="off the calendar"),
    ],
)
def test_an_unclear_moment_is_refused_with_the_reason(said: object, why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        Booking.model_validate({"at": said})


@given(INSTANTS)
def test_a_moment_survives_the_wire(instant: datetime) -> None:
    booking = Booking(at=instant)
    assert Booking.model_validate_json(booking.model_dump_json()) == booking
    assert Booking.model_validate(booking.model_dump(mode="json")) == booking
