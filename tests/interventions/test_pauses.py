"""Pauses: held with a reason and a day to look again; what policy lets stop, stops; nothing is lost."""

from collections.abc import Callable
from datetime import date

import pytest

from interventions.agenda import agenda
from interventions.case import Case
from interventions.clocks import Clock
from interventions.days.london import last_day
from interventions.messages import ApprovePlan, Book, Message, Reinstate, Resume, SubmitPlan
from interventions.paused_days import paused_days
from interventions.views.card import card
from interventions.views.status import attributes, awaiting, status
from interventions.vocabulary import ClockState, PauseReason, Stage
from tests.builders import a_case_at, a_plan, clock, facts_of, left_until, names, refusal, session_gaps, told
from tests.interventions.lives import after_its_time, planned
from tests.sayings import PRACTITIONER, WORKER, a_booking, a_pause, a_record, a_withdrawal

RESUME = Resume(by=WORKER, reason="well again")


def delivering() -> Case:
    """On Monday 8 June the plan was approved; session-1 is on Wednesday 10 June."""
    return planned(5)


def paused(case: Case | None = None, when: str = "2026-06-08T12:00", until: str = "2026-06-22") -> Case:
    return told(case or delivering(), a_pause(until), when)


REFUSED = [
    pytest.param(paused, a_pause("2026-06-29"), None, "already-paused", "", id="paused twice"),
    pytest.param(
        delivering, a_pause("2026-06-08"), None, "review-in-the-past", "review_on", id="looked at today"
    ),
    pytest.param(
        delivering, a_pause("2026-05-08"), None, "review-in-the-past", "review_on", id="looked at last month"
    ),
    pytest.param(
        delivering, a_pause("2062-12-10"), None, "review-too-far", "review_on", id="looked at in a lifetime"
    ),
    pytest.param(paused, a_booking("2026-06-30T10:00"), None, "paused", "", id="a date in a pause"),
]


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_it_is_refused(
    case: Callable[[], Case], message: Message, when: str | None, rule: str, field: str
) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)


def test_whoever_looks_sees_since_when_and_until_when_and_not_why() -> None:
    said = "since Monday 8 June 2026; to be looked at again on Monday 22 June 2026"
    assert status(paused()).paused == said
    assert f"Paused: {said}" in card(paused())
    assert status(delivering()).paused == ""


def test_a_pause_that_a_mistaken_withdrawal_ended_goes_on_when_that_is_taken_back() -> None:
    withdrawn = told(paused(), a_withdrawal(), "2026-06-10T10:00")
    assert withdrawn.pause is None

    back = told(withdrawn, Reinstate(by=PRACTITIONER, reason="somebody else"), "2026-06-11T10:00")

    assert back.pause
    assert (back.pause.why, back.pause.review_on) == (PauseReason.ILLNESS, date(2026, 6, 22))
    assert left_until(back, "2026-06-22T10:00").tasks["review/pause/2"].closed_at is None


def test_and_one_that_had_ended_before_it_does_not() -> None:
    resumed = told(paused(), RESUME, "2026-06-09T10:00")
    withdrawn = told(resumed, a_withdrawal(), "2026-06-10T10:00")

    assert told(withdrawn, Reinstate(by=PRACTITIONER, reason="somebody else")).pause is None


@pytest.mark.parametrize("why", list(PauseReason))
def test_a_pause_keeps_its_reason_its_day_and_its_date_is_called_off(why: PauseReason) -> None:
    facts = facts_of(delivering(), a_pause("2026-06-22", why=why))
    assert names(facts) == ["AppointmentCalledOff", "InterventionPaused"]
    case = paused()
    assert case.pause is not None
    assert (case.pause.review_on, case.live, awaiting(case)) == (date(2026, 6, 22), (), "resumption")


def test_a_date_whose_time_has_come_waits_for_its_record_in_a_pause_too() -> None:
    case = paused(when="2026-06-10T10:30")
    assert [each.key for each in case.live] == ["session-1/1"]
    assert told(case, a_record()).contacts[-1].held


@pytest.mark.parametrize(
    "here", [Stage.REFERRAL, Stage.ASSESSMENT, Stage.ACTION_PLAN, Stage.DELIVERY, Stage.FINAL_SESSION]
)
def test_it_can_be_paused_and_resumed_at_every_stage(here: Stage) -> None:
    case = told(a_case_at(here), a_pause("2026-12-01"))
    assert case.live == ()
    assert told(case, RESUME).pause is None
    assert facts_of(told(case, RESUME), RESUME) == ()


def test_nobody_hears_from_the_service_in_a_pause_nor_twice_after_it() -> None:
    case = left_until(paused(), "2026-06-24T10:00")
    assert not [key for key in case.words if key.startswith("reminder/session")]
    case = told(told(case, RESUME), a_booking("2026-06-26T10:00", slot="session-1"))
    case = left_until(case, "2026-06-26T09:00")
    assert [key for key in case.words if key.startswith("reminder/session")] == ["reminder/session-1/2"]


def test_somebody_looks_again_on_the_day_and_is_asked_once() -> None:
    case = left_until(paused(), "2026-06-22T08:59")
    assert "review/pause/1" not in case.tasks
    case = left_until(case, "2026-06-22T09:00")
    task = case.tasks["review/pause/1"]
    assert (task.kind, last_day(task.due)) == ("pause", date(2026, 6, 22))
    later = left_until(case, "2026-08-01T09:00")
    assert [line.fact for line in later.journal if line.about == task.id] == ["TaskOpened", "TaskOverdue"]
    assert told(later, RESUME).tasks[task.id].closed_at is not None


def test_each_pause_is_looked_at() -> None:
    case = paused(told(left_until(paused(), "2026-06-23T10:00"), RESUME), "2026-06-24T10:00", "2026-06-30")
    assert "review/pause/2" in left_until(case, "2026-06-30T10:00").tasks


def test_who_resumes_in_time_is_not_asked() -> None:
    case = told(paused(), RESUME, "2026-06-19T10:00")
    assert not [
        task for task in left_until(case, "2026-07-01T10:00").tasks if task.startswith("review/pause")
    ]


def assessed() -> Case:
    """The assessment was held on Thursday 4 June: the plan is due on Thursday 11 June."""
    return a_case_at(Stage.ACTION_PLAN)


def plan_clock(case: Case) -> Clock:
    return clock(case, "action-plan")


def test_the_days_of_a_pause_do_not_count_for_a_clock_that_stops() -> None:
    assert last_day(plan_clock(assessed()).due) == date(2026, 6, 11)
    case = paused(assessed(), "2026-06-08T10:00")
    assert plan_clock(case).state is ClockState.STOPPED
    assert [item.key for item in agenda(case) if "action-plan" in item.key] == []
    resumed = told(case, RESUME, "2026-06-15T10:00")
    assert (plan_clock(resumed).state, last_day(plan_clock(resumed).due)) == (
        ClockState.RUNNING,
        date(2026, 6, 18),
    )
    assert plan_clock(resumed).explanation.count("(paused)") == 7
    assert [day.day for day in paused_days(resumed)] == [8, 9, 10, 11, 12, 13, 14]


def test_a_pause_within_a_day_moves_nothing() -> None:
    case = told(paused(assessed(), "2026-06-08T10:00"), RESUME, "2026-06-08T15:00")
    assert paused_days(case) == ()
    assert last_day(plan_clock(case).due) == date(2026, 6, 11)


@pytest.mark.parametrize(
    ("here", "name"),
    [
        pytest.param(Stage.REFERRAL, "allocation", id="allocation"),
        pytest.param(Stage.ASSESSMENT, "assessment", id="the assessment's never stops (A4)"),
    ],
)
def test_what_policy_does_not_let_stop_runs_on(here: Stage, name: str) -> None:
    case = left_until(told(a_case_at(here), a_pause("2026-12-01")), "2026-07-01T10:00")
    assert clock(case, name).state is ClockState.BREACHED


def test_the_record_of_a_meeting_is_due_the_same_day_in_a_pause_too() -> None:
    case = left_until(paused(when="2026-06-10T10:30"), "2026-06-11T10:00")
    assert clock(case, "update/session-1/1").state is ClockState.BREACHED


def test_delivery_lasts_as_much_longer_as_it_was_paused() -> None:
    case = after_its_time(delivering(), a_record())
    assert last_day(clock(case, "delivery/lifestyle-and-associates").due) == date(2026, 7, 8)
    case = told(paused(case, "2026-06-15T10:00"), RESUME, "2026-06-22T10:00")
    assert last_day(clock(case, "delivery/lifestyle-and-associates").due) == date(2026, 7, 15)


def test_a_deadline_missed_before_a_pause_keeps_its_day() -> None:
    name = "delivery/lifestyle-and-associates"
    case = left_until(after_its_time(delivering(), a_record()), "2026-07-10T10:00")
    assert (clock(case, name).state, last_day(clock(case, name).due)) == (
        ClockState.BREACHED,
        date(2026, 7, 8),
    )
    case = told(paused(case, "2026-07-13T10:00", "2026-07-30"), RESUME, "2026-08-03T10:00")
    assert (clock(case, name).state, last_day(clock(case, name).due)) == (
        ClockState.BREACHED,
        date(2026, 7, 8),
    )


def test_a_gap_between_bookings_is_not_counted_in_a_pause_and_opens_after_it() -> None:
    case = left_until(paused(), "2026-06-29T10:00")
    assert session_gaps(case) == []
    resumed = told(case, RESUME)
    assert [gap.opened_at for gap in session_gaps(resumed)] == [resumed.last_at]
    booked = told(left_until(resumed, "2026-06-30T10:00"), a_booking("2026-07-01T10:00"), "2026-06-30T10:00")
    assert booked.gaps[-1].closed_at == booked.last_at


def test_a_plan_approved_in_a_pause_asks_for_its_dates_to_be_booked_later() -> None:
    case = assessed()
    case = told(case, SubmitPlan(by=WORKER, plan=a_plan(case)), "2026-06-05T10:00")
    case = told(paused(case, "2026-06-05T11:00"), ApprovePlan(by=PRACTITIONER), "2026-06-08T10:00")
    assert (case.plan is not None, case.live) == (True, ())
    assert [task.about for task in case.open_tasks if task.kind == "booking"] == ["plan"]


def test_a_withdrawn_case_no_longer_waits_for_the_end_of_its_pause() -> None:
    case = told(left_until(paused(), "2026-06-22T09:00"), a_withdrawal())
    assert awaiting(case) == "closing"
    assert [task.kind for task in case.open_tasks if task.kind == "pause"] == []
    closed = left_until(case, "2026-08-01T10:00")
    assert (attributes(closed).stage, attributes(closed).awaiting) == (Stage.CLOSED, "nothing")


def test_a_warning_given_before_a_pause_is_asked_for_again_after_it() -> None:
    case = left_until(assessed(), "2026-06-10T10:00")
    assert "warned/action-plan" in [task.id for task in case.open_tasks]
    case = told(paused(case, "2026-06-10T11:00"), RESUME, "2026-06-15T10:00")
    case = left_until(case, "2026-06-16T12:00")
    assert last_day(plan_clock(case).due) == date(2026, 6, 16)
    assert [task.about for task in case.open_tasks if task.kind == "clock"] == ["action-plan"]


def test_a_meeting_before_the_pause_that_nobody_booked_can_still_be_put_on_record() -> None:
    unbooked: Book = a_booking("2026-06-08T11:00", record=a_record())
    assert "ContactRecorded" in names(facts_of(paused(), unbooked, "2026-06-08T13:00"))
