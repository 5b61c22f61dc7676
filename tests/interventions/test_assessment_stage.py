"""Stage 2: the assessment, and to what a breach of its ten working days is put down."""

from collections.abc import Callable

import pytest

from interventions.case import Case
from interventions.facts import AssessmentHeld, ClockBreached
from interventions.messages import Record
from interventions.vocabulary import ClockState, NoSessionReason, Stage
from interventions.words.correspondence import AssessmentReminder, SendText
from tests.builders import a_case, a_case_at, clock, facts_of, left_until, told
from tests.sayings import a_booking, a_record, at, nobody_came

DUE = "2026-06-16T00:00"


def allocated() -> Case:
    return a_case_at(Stage.ASSESSMENT)


def booked(when: str = "2026-06-04T10:00") -> Case:
    return told(allocated(), a_booking(when))


def after(message: Record, when: str = "2026-06-04T11:00") -> Case:
    return told(booked(), message, when)


def moved(by: str) -> Case:
    return told(booked(), a_booking("2026-06-17T10:00", slot="assessment", moved_by=by, reason="ill"))


def came_and(reason: NoSessionReason) -> Case:
    return after(a_record(held=False, no_session_reason=reason))


def test_a_held_assessment_records_needs_and_barriers() -> None:
    facts = facts_of(booked(), a_record(needs=("work",), barriers=("travel", "")), "2026-06-04T11:00")
    (held,) = (fact for fact in facts if isinstance(fact, AssessmentHeld))
    assert (held.needs, held.barriers) == (("work",), ("travel", ""))


@pytest.mark.parametrize(
    ("case", "cause"),
    [
        pytest.param(a_case, "not-allocated", id="nobody was given the case"),
        pytest.param(allocated, "not-booked", id="nobody booked it"),
        pytest.param(lambda: booked("2026-06-16T09:00"), "booked-late-or-not-recorded", id="booked too late"),
        pytest.param(lambda: moved("participant"), "moved-by-participant", id="moved at their request"),
        pytest.param(lambda: moved("provider"), "moved-by-provider", id="moved by the provider"),
        pytest.param(lambda: after(nobody_came()), "did-not-attend", id="did not come"),
        pytest.param(lambda: came_and(NoSessionReason.ACCEPTABLE), "participant-could-not", id="could not"),
        pytest.param(lambda: came_and(NoSessionReason.UNACCEPTABLE), "participant-would-not", id="would not"),
        pytest.param(lambda: came_and(NoSessionReason.LOGISTICS), "providers-fault", id="room was locked"),
        pytest.param(
            lambda: told(after(nobody_came()), a_booking("2026-06-17T10:00")),
            "missed-before",
            id="did not come, and the next date is too late",
        ),
    ],
)
def test_a_breach_is_coded_by_its_cause(case: Callable[[], Case], cause: str) -> None:
    late = left_until(case(), DUE)
    assert clock(late, "assessment").state is ClockState.BREACHED
    assert late.marks["assessment"].cause == cause
    what = "Deadline missed: assessment held within 10 working days of the referral"
    assert f"{what} ({cause.replace('-', ' ')})" in [task.what for task in late.open_tasks]


def test_only_a_held_assessment_meets_the_clock_and_a_missed_one_does_not_stop_it() -> None:
    missed = after(nobody_came())
    assert clock(missed, "assessment").due == at(DUE)
    assert clock(missed, "assessment").state is ClockState.RUNNING


def test_an_assessment_held_in_time_and_recorded_late_was_in_time() -> None:
    case = told(booked("2026-06-15T16:00"), a_record(), "2026-06-17T09:00")
    assert clock(case, "assessment").state is ClockState.MET
    assert clock(case, "update/assessment/1").state is ClockState.MET_LATE


def test_the_calendar_day_target_is_measured_beside_it_and_nobody_is_told() -> None:
    case = left_until(allocated(), DUE)
    early = clock(case, "assessment-early-target")
    assert (early.due, early.watched) == (at("2026-06-12T00:00"), False)
    assert early.state is ClockState.BREACHED
    assert "assessment-early-target" not in case.marks


def test_every_date_of_the_assessment_has_its_own_reminder() -> None:
    case = told(left_until(booked(), "2026-06-04T09:00"), nobody_came(), "2026-06-04T10:30")
    case = left_until(told(case, a_booking("2026-06-09T14:00")), "2026-06-09T10:00")
    assert [key for key in case.words if key.startswith("reminder/")] == [
        "reminder/assessment/1",
        "reminder/assessment/2",
    ]
    errand = case.outbox["reminder/assessment/2"]
    assert isinstance(errand, SendText)
    assert isinstance(errand.saying, AssessmentReminder)
    assert case.words["reminder/assessment/2"].at == at("2026-06-08T14:00")


def test_a_breach_is_noticed_once() -> None:
    case = left_until(allocated(), "2026-07-16T00:00")
    assert [line.about for line in case.journal if line.fact == ClockBreached.__name__] == [
        "assessment-date/1 (not-booked)",
        "assessment (not-booked)",
    ]
