"""Whether R&M shows what a record says, and which meeting of ours a date it shows belongs to."""

from collections.abc import Iterator

from interventions.meetings.appointment import ASSESSMENT, session
from interventions.monitoring.account import Untold
from interventions.monitoring.records import (
    AssessmentBooking,
    AssessmentFeedback,
    AssignmentRecord,
    PlanRecord,
    SessionBooking,
    SessionFeedback,
)
from interventions.monitoring.seen import SeenAppointment, SeenReferral


def shows(seen: SeenReferral, each: Untold) -> bool:
    """Whether R&M shows what this record says. Case notes can't be read by a machine (domain brief 3.1)."""
    match each.record:
        case AssignmentRecord(caseworker=caseworker):
            return seen.assigned_to == caseworker
        case AssessmentBooking() | SessionBooking():
            return any(date.starts_at == each.record.starts_at for date in _of_its_slot(seen, each))
        case AssessmentFeedback() | SessionFeedback():
            its = (date for date in _of_its_slot(seen, each) if date.submitted)
            return any(date.starts_at == each.record.starts_at for date in its)
        case PlanRecord(sessions=sessions, at=at):
            shown = seen.plan
            return bool(
                shown and shown.submitted_at and shown.submitted_at >= at and shown.sessions == sessions
            )
        case _:
            return each.record.record == "report" and seen.report_submitted_at is not None


def _of_its_slot(seen: SeenReferral, each: Untold) -> list[SeenAppointment]:
    return [date for slot, date in dates(seen) if is_about(each, slot)]


def dates(seen: SeenReferral) -> Iterator[tuple[str, SeenAppointment]]:
    """Every date R&M shows, with the slot it has here."""
    for date in seen.assessments:
        yield ASSESSMENT, date
    for one in seen.sessions:
        if one.appointment:
            yield session(one.number), one.appointment


def is_about(each: Untold, slot: str) -> bool:
    """Whether the record is about that meeting."""
    match each.record:
        case AssessmentBooking() | AssessmentFeedback():
            return slot == ASSESSMENT
        case SessionBooking(number=number) | SessionFeedback(number=number):
            return slot == session(number)
        case _:
            return False
