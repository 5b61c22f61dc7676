"""Clocks in words: their titles on timers, how they say what is not known, and which misses are shown."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from interventions.agenda import agenda, clocks
from interventions.case import Case
from interventions.clocks import TITLES, Clock
from interventions.messages import ApprovePlan, ReturnPlan, SubmitPlan
from interventions.views.status import attributes, conclusion, status
from interventions.vocabulary import ClockState, Role, Stage
from tests.builders import a_case, a_case_at, a_plan, a_referral, carried_to, clock, left_until, told
from tests.sayings import PRACTITIONER, WORKER, a_booking, a_record, allocation, at, nobody_came, on

SECOND = timedelta(seconds=1)


def submitted() -> Case:
    case = a_case_at(Stage.ACTION_PLAN)
    return told(case, SubmitPlan(by=WORKER, plan=a_plan(case)), "2026-06-05T10:00")


def returned() -> Case:
    return told(submitted(), ReturnPlan(by=PRACTITIONER, reasons="say more"), "2026-06-08T10:00")


def with_a_deadline() -> Case:
    return a_case(a_referral(completion_deadline=date(2026, 9, 1), latest_delivery=date(2026, 8, 1)))


def gap() -> Case:
    return told(a_case_at(Stage.DELIVERY), a_record(), "2026-06-10T11:15")


# fmt: off
FINAL, ALL_HELD = Stage.FINAL_SESSION, Stage.END_OF_SERVICE
TITLED = [
    pytest.param(a_case, "allocation", "allocation", id="allocation"),
    pytest.param(a_case, "assessment", "assessment", id="assessment"),
    pytest.param(a_case, "assessment-early-target", "early target for the assessment", id="early target"),
    pytest.param(lambda: a_case_at(Stage.ASSESSMENT), "assessment-date/1", "date for the assessment", id="date for the assessment"),  # noqa: E501
    pytest.param(submitted, "action-plan", "action plan", id="plan"),
    pytest.param(submitted, "approval/1", "decision on plan 1", id="decision"),
    pytest.param(returned, "revision/1", "plan 1, returned", id="returned plan"),
    pytest.param(gap, "update/session-1/1", "same-day record of session 1", id="update of a session"),
    pytest.param(gap, "update/assessment/1", "same-day record of assessment", id="update of the assessment"),
    pytest.param(gap, "next-session/1", "next booking", id="gap"),
    pytest.param(gap, "delivery/lifestyle-and-associates", "end of lifestyle and associates", id="delivery"),
    pytest.param(with_a_deadline, "completion-deadline", "completion deadline", id="completion deadline"),
    pytest.param(with_a_deadline, "latest-delivery", "latest delivery date", id="latest delivery"),
    pytest.param(lambda: a_case_at(FINAL), "three-way-offer", "three-way offer", id="three-way"),
    pytest.param(lambda: a_case_at(ALL_HELD), "report", "end-of-service report", id="report"),
]
# fmt: on


@pytest.mark.parametrize(("case", "name", "title"), TITLED)
def test_a_clock_has_a_title_for_a_timer(case: Callable[[], Case], name: str, title: str) -> None:
    assert clock(case(), name).title == title


def test_the_table_of_titles_is_whole() -> None:
    assert {str(row.values[1]).split("/")[0] for row in TITLED} == set(TITLES)


@pytest.mark.parametrize(
    ("case", "key", "what"),
    [
        pytest.param(a_case, "breach/allocation", "deadline: allocation", id="a deadline"),
        pytest.param(a_case, "warn/assessment", "warn: assessment", id="a warning"),
        pytest.param(submitted, "warn/approval/1", "warn: decision on plan 1", id="a plan to decide on"),
        pytest.param(returned, "breach/revision/1", "deadline: plan 1, returned", id="a plan to revise"),
        pytest.param(
            lambda: a_case_at(Stage.DELIVERY),
            "reminder/session-1/1",
            "text reminder for session 1",
            id="a reminder",
        ),
        pytest.param(
            lambda: told(a_case_at(Stage.ASSESSMENT), a_booking("2026-06-04T10:00")),
            "reminder/assessment/1",
            "text reminder for assessment",
            id="a reminder of the assessment",
        ),
    ],
)
def test_a_timer_says_what_it_waits_for(case: Callable[[], Case], key: str, what: str) -> None:
    assert {item.key: item.what for item in agenda(case())}[key] == what


def test_a_warning_is_a_sentence_that_begins_like_one_and_keeps_its_capitals() -> None:
    warned = left_until(a_case_at(Stage.ASSESSMENT), "2026-06-11T09:00")
    assert warned.tasks["warned/assessment"].what == (
        "Assessment held within 10 working days of the referral: by the end of Monday 15 June 2026"
    )


@pytest.mark.parametrize(
    ("sent", "beyond"),
    [
        pytest.param("2028-12-13T10:00", False, id="due on Friday 29 December"),
        pytest.param("2028-12-14T10:00", True, id="due on what nobody knows to be New Year's Day"),
    ],
)
def test_a_clock_says_where_bank_holidays_are_not_known_yet(sent: str, beyond: bool) -> None:
    """Bank holidays are known up to 31 December 2028, a Sunday."""
    found = clock(a_case(a_referral(sent=sent)), "assessment")
    assert found.beyond_horizon is beyond
    said = "(bank holidays that far ahead are not known yet): due by the end of"
    assert (said in found.explanation) is beyond


@pytest.mark.parametrize("deadline", [date(9999, 12, 31), date(2999, 12, 31)])
def test_a_deadline_beyond_all_calendars_is_a_clock_like_any_other(deadline: date) -> None:
    case = a_case(a_referral(completion_deadline=deadline))
    assert clock(case, "completion-deadline").explanation.endswith("Tuesday 31 December 2999")
    assert clock(case, "completion-deadline").state is ClockState.RUNNING


def measured(case: Case) -> Clock:
    """The calendar-day target of the assessment: by the end of Thursday 11 June, watched by nobody."""
    return clock(case, "assessment-early-target")


def test_a_clock_nobody_watches_is_broken_from_the_first_thing_that_happens_after_it() -> None:
    due = at("2026-06-12T00:00")
    before = told(a_case_at(Stage.ASSESSMENT), allocation(caseworker="jo", reason="leave"), due - SECOND)
    assert (measured(before).state, measured(before).seen_at) == (ClockState.RUNNING, due - SECOND)
    after = told(a_case_at(Stage.ASSESSMENT), allocation(caseworker="jo", reason="leave"), due)
    assert (measured(after).state, measured(after).seen_at) == (ClockState.BREACHED, due)
    assert not [name for name in after.marks if name == "assessment-early-target"]
    assert not [task for task in after.tasks if "early-target" in task]


def held_in_time_recorded_late() -> Case:
    """Held in the last hours of Monday 15 June and recorded on Wednesday: the breach was a mistake."""
    case = told(a_case_at(Stage.ASSESSMENT), a_booking("2026-06-15T16:00"))
    return told(case, a_record(), "2026-06-17T09:00")


def test_the_cause_of_a_breach_that_was_none_is_not_shown() -> None:
    case = held_in_time_recorded_late()
    assert case.marks["assessment"].cause == "booked-late-or-not-recorded"
    shown = {view.name: (view.state, view.cause) for view in status(case).clocks}
    assert shown["assessment"] == (ClockState.MET, "")
    assert shown["update/assessment/1"] == (ClockState.MET_LATE, "not-recorded")


def test_the_conclusion_gives_a_cause_for_each_promise_that_was_missed_and_for_no_other() -> None:
    case = carried_to(Stage.CLOSED, a_case(a_referral()))
    assert {kept.cause for kept in conclusion(case).clocks} == {""}
    late = a_case_at(Stage.END_OF_SERVICE)
    late = left_until(late, "2026-07-20T10:00")
    assert {kept.name: kept.cause for kept in status(late).clocks if kept.cause} == {
        "report": "not-submitted"
    }


def moved_on() -> Case:
    """Allocated a day late; the assessment is not due yet."""
    return told(a_case(), allocation(), "2026-06-04T10:00")


@pytest.mark.parametrize(
    ("case", "breached"),
    [
        pytest.param(a_case, False, id="all is well"),
        pytest.param(lambda: left_until(a_case(), "2026-06-04T00:00"), True, id="one is missed"),
        pytest.param(moved_on, True, id="one was missed and made good"),
        pytest.param(
            lambda: left_until(
                told(a_case_at(Stage.ASSESSMENT), a_booking("2026-06-15T10:00")), "2026-06-12T10:00"
            ),
            False,
            id="missed is only what nobody watches",
        ),
        pytest.param(held_in_time_recorded_late, True, id="the assessment in time, its record late"),
        pytest.param(
            lambda: told(a_case_at(Stage.DELIVERY), nobody_came(), "2026-06-11T00:00"),
            True,
            id="an update at midnight",
        ),
        pytest.param(lambda: a_case_at(Stage.CLOSED), False, id="closed, and everything kept"),
    ],
)
def test_a_row_is_marked_where_a_watched_promise_is_or_was_missed(
    case: Callable[[], Case], breached: bool
) -> None:
    assert attributes(case()).breached is breached


def test_every_plan_that_came_back_has_a_clock_of_its_own() -> None:
    case = told(returned(), SubmitPlan(by=WORKER, plan=a_plan(returned())), "2026-06-09T10:00")
    case = told(case, ReturnPlan(by=PRACTITIONER, reasons="still more"), "2026-06-16T10:00")
    assert (clock(case, "revision/1").state, clock(case, "revision/2").state) == (
        ClockState.MET,
        ClockState.RUNNING,
    )
    assert clock(case, "revision/2").due == at("2026-06-24T00:00")
    assert clock(case, "revision/2").owner is Role.CASEWORKER
    later = a_plan(case, dates=({"starts_at": on(case, 20), "place": "Room 2"},))
    case = told(told(case, SubmitPlan(by=WORKER, plan=later)), ApprovePlan(by=PRACTITIONER))
    assert [found.name for found in clocks(case) if found.name.startswith("revision")] == [
        "revision/1",
        "revision/2",
    ]
