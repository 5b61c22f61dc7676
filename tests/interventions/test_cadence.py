"""Sessions that come too seldom: booked all the same, and the caseworker is asked (domain brief 7.6, A7)."""

from datetime import timedelta

import pytest

from interventions.case import Case
from interventions.messages import Book, CallOff, CloseTask, Resume
from interventions.stage import stage
from interventions.vocabulary import Stage
from tests.builders import a_case_at, told
from tests.interventions.lives import planned
from tests.sayings import WORKER, a_booking, a_pause, a_record, at, nobody_came

# Session 1 of a pathway with one to two sessions a week was held on Wednesday 10 June.
A_WEEK_ON, LATER = "2026-06-17T16:00", "2026-06-18T09:00"


@pytest.fixture
def held() -> Case:
    """The first session is held, the second not booked yet."""
    case = told(planned(5), a_record(), "2026-06-10T11:30")
    assert (stage(case), case.live) == (Stage.DELIVERY, ())
    return case


def asked(case: Case) -> list[str]:
    return [task.id for task in case.open_tasks if task.kind == "cadence"]


def test_a_week_to_the_day_is_often_enough_whatever_the_hour(held: Case) -> None:
    assert asked(told(held, a_booking(A_WEEK_ON))) == []


def test_a_day_more_is_booked_and_asked_about(held: Case) -> None:
    case = told(held, a_booking(LATER))
    assert asked(case) == ["cadence/session-2/1"]
    assert case.slots["session-2"].live
    (task,) = [task for task in case.open_tasks if task.kind == "cadence"]
    assert (task.person, "at least 1 a week" in task.what) == (WORKER, True)


def test_whoever_says_why_is_not_asked(held: Case) -> None:
    assert asked(told(held, a_booking(LATER, reason="he is away that week"))) == []


def test_a_case_pinned_before_there_was_such_a_rule_asks_nobody() -> None:
    case = told(planned(5, cadence_minimum_warns=False), a_record(), "2026-06-10T11:30")
    assert asked(told(case, a_booking(LATER))) == []


def test_a_meeting_that_was_missed_was_offered(held: Case) -> None:
    case = told(told(held, a_booking(A_WEEK_ON)), nobody_came(), "2026-06-17T18:00")
    assert asked(told(case, a_booking("2026-06-24T10:00"))) == []
    assert asked(told(case, a_booking("2026-06-25T10:00"))) == ["cadence/session-2/2"]


def test_paused_days_do_not_count(held: Case) -> None:
    case = told(told(held, a_pause("2026-06-30"), "2026-06-11T10:00"), Resume(by=WORKER), "2026-06-25T10:00")
    assert asked(told(case, a_booking("2026-07-01T10:00"))) == []
    assert asked(told(case, a_booking("2026-07-02T10:00"))) == ["cadence/session-2/1"]


# A pathway with one to two sessions a month: the first on the day given, the next on another.
MONTHS = [
    pytest.param("2026-07-15", "2026-08-15", False, id="the same date next month, 31 days on"),
    pytest.param("2026-07-15", "2026-08-16", True, id="a day more"),
    pytest.param("2027-01-31", "2027-02-28", False, id="from a month's last day to the next one's"),
    pytest.param("2027-01-31", "2027-03-01", True, id="and a day more, though only 29 days on"),
]


@pytest.mark.parametrize(("first", "then", "too_far"), MONTHS)
def test_a_month_is_a_month_by_the_calendar(first: str, then: str, too_far: bool) -> None:
    case = a_case_at(Stage.DELIVERY, "family-low", sent=f"{at(first) - timedelta(days=14):%Y-%m-%d}T10:00")
    case = told(case, a_booking(f"{first}T10:00", slot="session-1", moved_by="provider", reason="room"))
    case = told(case, a_record(), f"{first}T11:30")
    assert asked(told(case, a_booking(f"{then}T10:00"))) == (["cadence/session-2/1"] if too_far else [])


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(
            a_booking("2026-06-16T10:00", slot="session-2", moved_by="provider", reason="sooner"), id="moved"
        ),
        pytest.param(a_booking("2026-06-15T10:00"), id="another one sooner"),
        pytest.param(CallOff(by=WORKER, slot="session-2", reason="ill"), id="called off"),
        pytest.param(CloseTask(by=WORKER, task="cadence/session-2/1", how="he is away"), id="answered"),
    ],
)
def test_the_question_goes_with_its_reason(held: Case, said: Book | CallOff | CloseTask) -> None:
    assert asked(told(told(held, a_booking(LATER)), said)) == []
