"""What a person keys into R&M reads like R&M's own pages, and leaves nothing out."""

import pytest

from gateways.remembered_monitoring import RememberedMonitoring
from interventions.monitoring import records
from interventions.views.status import status
from interventions.vocabulary import Stage
from starter.keying import AS_RM_CALLS_IT, OURS, to_key_in
from starter.tasks import as_open, show_untold
from tests.builders import told
from tests.interventions.monitoring.in_step import a_case_told, a_journey_told, refused
from tests.sayings import WORKER, a_record, allocation

KINDS = (
    records.AssignmentRecord,
    records.AssessmentBooking,
    records.AssessmentFeedback,
    records.PlanRecord,
    records.SessionBooking,
    records.SessionFeedback,
    records.ReportRecord,
    records.CaseNote,
)


def test_every_field_of_every_record_has_words_or_is_ours() -> None:
    fields = {name for kind in KINDS for name in kind.model_fields}
    assert fields == set(AS_RM_CALLS_IT) | OURS


def test_a_session_is_keyed_in_with_everything_that_was_written() -> None:
    said = a_record(summary="Talked about work\nand the [red] van", concerns="Sleeps badly")
    case = told(a_case_told(Stage.DELIVERY, mode="tasks"), said, "2026-06-11T12:00")
    feedback = list(case.monitoring.by_hand.values())[-1].record
    assert list(to_key_in(feedback)) == [
        ("When", "Wednesday 10 June at 10am, 60 minutes"),
        ("How", "face-to-face"),
        ("Where", "Room 2"),
        ("Did they attend", "yes"),
        ("Did the session happen", "yes"),
        ("What you did in the session", "Talked about work\nand the [red] van"),
        ("Concerns to tell the practitioner of", "Sleeps badly"),
        ("Session", "1"),
    ]


def test_what_r_and_m_will_never_show_is_printed_with_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    case = told(a_case_told(), allocation())
    case = refused(case, "ended")
    [task] = as_open(case.referral.id, status(case))
    show_untold(task)
    assert capsys.readouterr().out.splitlines()[1:] == [
        f"{task.id}: R&M will never show this",
        f"  Assign to: {WORKER}",
    ]


def test_a_report_names_its_outcomes_in_words() -> None:
    monitoring = RememberedMonitoring()
    a_journey_told(monitoring)
    lines = dict(to_key_in(monitoring.written[-1].record))
    assert len(lines) >= 1
    assert all(field.startswith('Outcome "') or field == "Further information" for field in lines)
    assert "achieved" in next(iter(lines.values()))
