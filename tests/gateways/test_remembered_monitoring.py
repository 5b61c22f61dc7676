"""R&M as it is remembered: nothing is written twice, and it says no where the real one does."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from activities.ports import MonitoringAway
from gateways.remembered_monitoring import RememberedMonitoring
from interventions.monitoring.records import (
    AssessmentBooking,
    AssessmentFeedback,
    AssignmentRecord,
    CaseNote,
    MonitoringRecord,
    PlanRecord,
    SessionBooking,
    SessionFeedback,
)
from interventions.vocabulary import Attended, ContactType

REFERRAL = UUID("00000000-0000-4000-8000-000000000001")
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
MEETING = {"at": NOON, "starts_at": NOON, "minutes": 60, "contact": ContactType.FACE_TO_FACE}
HELD = {"attended": Attended.YES, "held": True}

ASSIGNED = AssignmentRecord(at=NOON, caseworker="sam")
BOOKED = AssessmentBooking.model_validate(MEETING)
ASSESSED = AssessmentFeedback.model_validate(MEETING | HELD)
PLANNED = PlanRecord(at=NOON, version=1, sessions=2, activities=("Look for work",))
SESSION = SessionBooking.model_validate(MEETING | {"number": 1})
SEEN_THROUGH = SessionFeedback.model_validate(MEETING | HELD | {"number": 1})
NOTE = CaseNote(at=NOON, marker="pause/1", subject="Paused", body="Ill")
JOURNEY: tuple[MonitoringRecord, ...] = (ASSIGNED, BOOKED, ASSESSED, PLANNED, SESSION, SEEN_THROUGH, NOTE)


def told(monitoring: RememberedMonitoring, *records: MonitoringRecord) -> list[tuple[str, str]]:
    outcomes = [monitoring.tell(f"{place}", REFERRAL, record) for place, record in enumerate(records)]
    return [(outcome.result, outcome.why) for outcome in outcomes]


def test_a_journey_told_twice_is_written_once() -> None:
    monitoring = RememberedMonitoring()
    assert told(monitoring, *JOURNEY) == [("accepted", "")] * len(JOURNEY)
    for number, record in enumerate(JOURNEY):
        monitoring.tell(f"{number}", REFERRAL, record)
    assert [write.record for write in monitoring.written] == list(JOURNEY)


def test_it_shows_what_it_was_told() -> None:
    monitoring = RememberedMonitoring()
    told(monitoring, *JOURNEY)
    seen = monitoring.see(REFERRAL)
    assert seen is not None
    assert seen.assigned_to == "sam"
    assert seen.plan is not None
    assert seen.plan.by_system
    assert [one.appointment and one.appointment.held for one in seen.sessions] == [True, None]


def test_a_session_beyond_the_plan_is_not_found() -> None:
    monitoring = RememberedMonitoring()
    told(monitoring, BOOKED, ASSESSED, PLANNED)
    assert told(monitoring, SESSION.model_copy(update={"number": 3})) == [("refused", "not-found")]


def test_sessions_are_never_reduced() -> None:
    monitoring = RememberedMonitoring()
    told(monitoring, BOOKED, ASSESSED, PLANNED)
    fewer = PLANNED.model_copy(update={"sessions": 1})
    assert told(monitoring, fewer) == [("refused", "invalid")]


def test_feedback_that_says_something_else_is_for_a_person_to_settle() -> None:
    monitoring = RememberedMonitoring()
    told(monitoring, ASSESSED)
    missed = ASSESSED.model_copy(update={"attended": Attended.NO, "held": False})
    assert told(monitoring, missed) == [("refused", "differs")]


def test_an_assessment_missed_is_booked_again_beside_the_first() -> None:
    monitoring = RememberedMonitoring()
    missed = ASSESSED.model_copy(update={"attended": Attended.NO, "held": False})
    again = BOOKED.model_copy(update={"starts_at": NOON + timedelta(days=2)})
    told(monitoring, BOOKED, missed, again)
    seen = monitoring.see(REFERRAL)
    assert seen is not None
    assert [date.attended for date in seen.assessments] == [Attended.NO, None]


def test_sent_away_it_neither_shows_nor_takes_anything() -> None:
    monitoring = RememberedMonitoring(away="status-503")
    with pytest.raises(MonitoringAway, match="status-503"):
        monitoring.tell("1", REFERRAL, ASSIGNED)
    with pytest.raises(MonitoringAway, match="status-503"):
        monitoring.see(REFERRAL)
    assert monitoring.written == ()
