"""Which facts R&M is told of, in which order, and what each record says."""

from datetime import datetime, timedelta

import pytest

from gateways.remembered_monitoring import RememberedMonitoring
from interventions.case import Case
from interventions.messages import (
    CallOff,
    Message,
    Resume,
    ReturnPlan,
    SubmitPlan,
    Withdraw,
)
from interventions.monitoring.records import (
    AssessmentFeedback,
    CaseNote,
    PlanRecord,
    ReportRecord,
    SessionFeedback,
)
from interventions.vocabulary import RM, Attended, NoSessionReason, Stage, WithdrawalCode
from tests.builders import a_case_at, a_plan, told
from tests.interventions.monitoring.in_step import a_case_told, a_journey_told, all_records, told_to, waiting
from tests.sayings import PRACTITIONER, WORKER, a_booking, a_pause, a_record, nobody_came, on


def on_day(days: int, wall: str = "10:00") -> datetime:
    return on(a_case_at(Stage.REFERRAL), days, wall)


def test_a_whole_journey_in_the_order_of_domain_brief_3_4() -> None:
    monitoring = RememberedMonitoring()
    case = a_journey_told(monitoring)
    meeting = ["session-booking", "session-feedback"]
    assert [write.record.record for write in monitoring.written] == [
        "assignment",
        "assessment-booking",
        "assessment-feedback",
        "case-note",  # needs and barriers
        "plan",
        "case-note",  # its dates
        *meeting * 5,
        "case-note",  # the final session
        "report",
    ]
    assert case.monitoring.told == 18
    assert not case.open_tasks


def test_told_in_one_go_after_the_end_nothing_is_missing_and_the_order_is_kept() -> None:
    """R&M was away all the while: a date that has passed goes there with what became of it."""
    monitoring = RememberedMonitoring()
    case = told_to(monitoring, a_case_told(Stage.CLOSED))
    assert [write.record.record for write in monitoring.written] == [
        "assignment",
        "assessment-feedback",
        "case-note",
        "plan",
        "case-note",
        *["session-feedback"] * 5,
        "case-note",
        "report",
    ]
    seen = monitoring.see(case.referral.id)
    assert seen is not None
    assert [one.appointment and one.appointment.submitted for one in seen.sessions] == [True] * 5
    assert seen.concluded_at
    assert not case.open_tasks


def test_off_tells_nothing() -> None:
    assert waiting(a_case_at(Stage.CLOSED)) == []


def test_each_text_goes_under_its_own_name() -> None:
    """F17: R&M swaps two texts of a backdated assessment; here each has one place, by name."""
    case = a_case_told(Stage.DELIVERY)
    said = a_record(summary="Talked about work", concerns="Sleeps badly", conduct="poor", reason="asked to")
    case = told(case, said, case.live[0].starts_at + timedelta(minutes=75))
    feedback = next(record for record in all_records(case) if isinstance(record, SessionFeedback))
    assert feedback.summary == "Talked about work"
    assert feedback.concerns == "Sleeps badly"
    assert feedback.behaviour == "Poor conduct was recorded."
    assert (feedback.absence, feedback.next_plans, feedback.late_reason, feedback.no_session_text) == (
        "",
    ) * 4
    assert feedback.notify_of_behaviour
    assert feedback.notify_of_concerns


def test_what_is_known_of_an_absence_is_the_absence_and_no_summary() -> None:
    case = told(a_case_told(Stage.ASSESSMENT), a_booking(on_day(3)), on_day(1))
    case = told(case, nobody_came(summary="Phone was off"), on_day(3) + timedelta(hours=2))
    feedback = all_records(case)[-1]
    assert isinstance(feedback, AssessmentFeedback)
    assert (feedback.attended, feedback.held) == (Attended.NO, False)
    assert (feedback.absence, feedback.summary) == ("Phone was off", "")


def test_came_and_not_held_is_not_held_in_rm_either() -> None:
    """F19: R&M lets a plan follow an assessment that was attended but not held; it is told which it was."""
    case = told(a_case_told(Stage.ASSESSMENT), a_booking(on_day(3)), on_day(1))
    said = a_record(held=False, no_session_reason=NoSessionReason.LOGISTICS, no_session_text="Room flooded")
    case = told(case, said, on_day(3) + timedelta(hours=2))
    feedback = all_records(case)[-1]
    assert isinstance(feedback, AssessmentFeedback)
    assert (feedback.attended, feedback.held) == (Attended.YES, False)
    assert (feedback.no_session_reason, feedback.no_session_text) == ("logistics", "Room flooded")


@pytest.mark.parametrize(
    ("example", "sessions"),
    [("lifestyle-low", 5), ("family-medium", 12), ("both-pathways", 13)],
)
def test_rm_is_told_the_sum_over_pathways_with_hours_as_sessions(example: str, sessions: int) -> None:
    """A5, A33: one plan, one number of sessions, an hour each."""
    case = a_case_told(Stage.ACTION_PLAN, example=example)
    case = told(case, SubmitPlan(by=WORKER, plan=a_plan(case)))
    plan = all_records(case)[-1]
    assert isinstance(plan, PlanRecord)
    assert plan.sessions == sessions
    assert len(plan.activities) == len(a_plan(case).targets)


def test_half_an_hour_more_is_a_session_more() -> None:
    case = a_case_told(Stage.ACTION_PLAN, example="family-low")
    doses = tuple(dose.model_copy(update={"amount": 330}) for dose in a_plan(case).doses)
    case = told(case, SubmitPlan(by=WORKER, plan=a_plan(case, doses=doses, reason="asked for")))
    assert isinstance(plan := all_records(case)[-1], PlanRecord)
    assert plan.sessions == 6


def test_a_report_has_every_outcome_with_its_level() -> None:
    report = all_records(a_case_told(Stage.CLOSED))[-1]
    assert isinstance(report, ReportRecord)
    assert report.outcomes


def test_a_meeting_in_the_past_goes_with_its_feedback() -> None:
    """R&M takes a date in the past only together with what became of it (domain brief 2.2)."""
    case = told(a_case_told(Stage.ASSESSMENT), a_booking(on_day(1, "14:00"), record=a_record()), on_day(2))
    assert waiting(case)[-2:] == ["assessment-feedback", "case-note"]
    assert "assessment-booking" not in waiting(case)


NOTED = [
    pytest.param(CallOff(by=WORKER, slot="session-1", reason="r"), "called-off/session-1/1", id="called off"),
    pytest.param(a_pause("2026-07-01"), "pause/1", id="paused"),
    pytest.param(
        Withdraw(by=PRACTITIONER, code=WithdrawalCode.MOVED, reason="r"), "withdrawn/", id="withdrawn"
    ),
]


@pytest.mark.parametrize(("message", "marker"), NOTED)
def test_what_rm_has_no_field_for_is_a_case_note(message: Message, marker: str) -> None:
    case = told(a_case_told(Stage.DELIVERY), message)
    notes = [record for record in all_records(case) if isinstance(record, CaseNote)]
    assert notes[-1].marker.startswith(marker)


def test_every_case_note_has_a_marker_of_its_own() -> None:
    case = _a_changeful_life()
    markers = [record.marker for record in all_records(case) if isinstance(record, CaseNote)]
    assert len(markers) == len(set(markers)) == 7


def _a_changeful_life() -> Case:
    case = a_case_told(Stage.ACTION_PLAN)
    case = told(case, SubmitPlan(by=WORKER, plan=a_plan(case)))
    case = told(case, ReturnPlan(by=PRACTITIONER, reasons="Say how it is measured"))
    for review_on in ("2026-07-01", "2026-08-03"):
        case = told(case, a_pause(review_on))
        case = told(case, Resume(by=WORKER))
    return told(case, Withdraw(by=PRACTITIONER, code=WithdrawalCode.MOVED, reason="r"))


def test_what_rm_told_us_is_not_told_back() -> None:
    case = a_case_told(Stage.DELIVERY)
    before = waiting(case)
    case = told(case, Withdraw(by=RM, code=WithdrawalCode.MOVED, reason="as R&M shows it"))
    assert waiting(case) == before
