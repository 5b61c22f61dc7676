"""When a text may go out, and when a reminder should."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from interventions.days.london import LONDON, at_london
from interventions.days.send_window import is_open, next_open, reminder_moment
from interventions.days.working_days import load_calendar
from interventions.promises.policy import load_policy

POLICY = load_policy()
CALENDAR = load_calendar()
INSTANTS = st.datetimes(datetime(2024, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
FORWARD, BACK = datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)
AROUND_A_CLOCK_CHANGE = st.builds(
    lambda change, minutes: change + timedelta(minutes=minutes),
    st.sampled_from([FORWARD, BACK]),
    st.integers(-3 * 24 * 60, 3 * 24 * 60),
)


def london(said: str) -> datetime:
    wall = datetime.fromisoformat(said)
    return at_london(wall.date(), wall.time())


def shown_in_london(instant: datetime) -> datetime:
    """What the clock on the wall shows, as a plain date and time."""
    return instant.astimezone(LONDON).replace(tzinfo=None, fold=0)


@pytest.mark.parametrize(
    ("said", "is_so"),
    [
        pytest.param("2026-06-13T08:59:59", False, id="a second early"),
        pytest.param("2026-06-13T09:00", True, id="opening, and on a Saturday"),
        pytest.param("2026-06-14T18:59:59", True, id="the last second, and on a Sunday"),
        pytest.param("2026-06-14T19:00", False, id="closing"),
        pytest.param("2026-12-25T12:00", True, id="Christmas Day"),
        pytest.param("2026-06-14T00:00", False, id="midnight"),
        pytest.param("2026-03-29T09:00", True, id="the morning after the clocks went forward"),
        pytest.param("2026-10-25T08:59", False, id="too early after the clocks went back"),
    ],
)
def test_the_window_is_open_by_the_london_clock(said: str, is_so: bool) -> None:
    assert is_open(london(said), POLICY) is is_so


@pytest.mark.parametrize(
    ("said", "opens"),
    [
        pytest.param("2026-06-12T12:00", "2026-06-12T12:00", id="open: now"),
        pytest.param("2026-06-12T07:00", "2026-06-12T09:00", id="early: this morning"),
        pytest.param("2026-06-12T19:00", "2026-06-13T09:00", id="closing: tomorrow, though a Saturday"),
        pytest.param("2026-03-28T22:00", "2026-03-29T09:00", id="over the night the clocks go forward"),
        pytest.param("2026-10-25T00:30", "2026-10-25T09:00", id="in the night the clocks go back"),
        pytest.param("2026-12-31T23:30", "2027-01-01T09:00", id="over New Year"),
    ],
)
def test_the_window_opens_next(said: str, opens: str) -> None:
    assert next_open(london(said), POLICY) == london(opens)


@given(INSTANTS | AROUND_A_CLOCK_CHANGE)
@example(FORWARD)
@example(BACK)
def test_the_next_opening_is_open_soon_and_the_first(instant: datetime) -> None:
    opens = next_open(instant, POLICY)
    assert is_open(opens, POLICY)
    assert instant <= opens <= instant + timedelta(hours=15)
    if opens != instant:
        assert not is_open(opens - timedelta(microseconds=1), POLICY)
        assert next_open(instant + (opens - instant) / 2, POLICY) == opens


@pytest.mark.parametrize(
    ("starts_at", "reminded"),
    [
        pytest.param("2026-06-17T14:00", "2026-06-16T14:00", id="same time the day before"),
        pytest.param("2026-06-15T10:00", "2026-06-14T10:00", id="a Monday: on the Sunday"),
        pytest.param("2026-06-17T09:00", "2026-06-16T09:00", id="as the window opens"),
        pytest.param("2026-06-17T08:30", "2026-06-15T18:00", id="too early: the evening before that"),
        pytest.param("2026-06-17T19:00", "2026-06-16T18:00", id="as it closes: an hour before"),
        pytest.param("2026-06-17T20:15", "2026-06-16T18:00", id="too late: the same evening, earlier"),
        pytest.param("2026-06-15T08:30", "2026-06-12T18:00", id="Monday early: Friday evening"),
        pytest.param("2026-06-14T20:00", "2026-06-12T18:00", id="Sunday late: Friday evening"),
        pytest.param("2026-04-07T08:30", "2026-04-02T18:00", id="after Easter, early: before Good Friday"),
        pytest.param("2026-12-29T08:00", "2026-12-24T18:00", id="after Christmas, early: Christmas Eve"),
        pytest.param("2026-03-29T10:00", "2026-03-28T10:00", id="clocks go forward: 23 hours, same time"),
        pytest.param("2026-10-25T10:00", "2026-10-24T10:00", id="clocks go back: 25 hours, same time"),
        pytest.param("2026-03-30T01:30", "2026-03-27T18:00", id="the day before lies in the skipped hour"),
        pytest.param("2026-10-26T01:30", "2026-10-23T18:00", id="the day before lies in the repeated hour"),
        pytest.param("2026-06-17T00:00", "2026-06-15T18:00", id="midnight"),
    ],
)
def test_a_reminder_goes_out(starts_at: str, reminded: str) -> None:
    assert reminder_moment(london(starts_at), POLICY, CALENDAR) == london(reminded)


@pytest.mark.parametrize(
    ("hours", "reminded"),
    [
        pytest.param(2, "2026-06-17T12:00", id="two hours: the same day"),
        pytest.param(48, "2026-06-15T14:00", id="two days"),
        pytest.param(26, "2026-06-16T12:00", id="a day and two hours"),
        pytest.param(6, "2026-06-16T18:00", id="six hours would be 8am: the evening before"),
    ],
)
def test_the_notice_may_be_any_number_of_hours(hours: int, reminded: str) -> None:
    policy = POLICY.model_copy(update={"reminder_hours_before": hours})
    assert reminder_moment(london("2026-06-17T14:00"), policy, CALENDAR) == london(reminded)


@given(INSTANTS | AROUND_A_CLOCK_CHANGE, st.integers(1, 96))
@example(at_london(date(2026, 3, 30), time(1, 30)), 24)
@example(at_london(date(2026, 10, 26), time(1, 30)), 24)
def test_a_reminder_is_inside_the_window_and_never_later_than_its_notice(
    starts_at: datetime, hours: int
) -> None:
    policy = POLICY.model_copy(update={"reminder_hours_before": hours})
    reminded = reminder_moment(starts_at, policy, CALENDAR)
    assert is_open(reminded, policy)
    assert reminded < starts_at
    notice = shown_in_london(starts_at) - shown_in_london(reminded)
    assert notice >= timedelta(hours=hours)
    moved = notice != timedelta(hours=hours)
    assert not moved or CALENDAR.is_working(shown_in_london(reminded).date())
