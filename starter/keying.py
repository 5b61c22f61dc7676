"""What a person is to key into R&M: field by field, so that nothing has to be looked up elsewhere."""

from collections.abc import Iterator

from interventions.days.london import spoken_moment
from interventions.monitoring.records import Booking, Feedback, MonitoringRecord, ReportRecord

# How the record is filed here is of no use to whoever keys it in.
OURS = {"record", "at", "by", "marker", "version", "titles", "outcomes", "starts_at", "minutes", "instead_of"}
AS_RM_CALLS_IT = {
    "caseworker": "Assign to",
    "contact": "How",
    "place": "Where",
    "moved_by": "Who asked to move it",
    "reason": "Why it was moved",
    "number": "Session",
    "attended": "Did they attend",
    "held": "Did the session happen",
    "late_reason": "Why they were late",
    "no_session_reason": "Why it did not happen",
    "no_session_text": "Details of why",
    "summary": "What you did in the session",
    "response": "How they responded",
    "behaviour": "Behaviour to tell the practitioner of",
    "concerns": "Concerns to tell the practitioner of",
    "next_plans": "What you plan for the next session",
    "absence": "What you know of why they did not attend",
    "sessions": "Number of sessions",
    "activities": "Activities",
    "further_information": "Further information",
    "subject": "Subject",
    "body": "Text",
    "notify": "Mail it to the practitioner",
}


def to_key_in(record: MonitoringRecord) -> Iterator[tuple[str, str]]:
    """Each field R&M asks for with its value in words; what was left empty is left out."""
    if isinstance(record, Booking | Feedback):
        yield "When", f"{spoken_moment(record.starts_at)}, {record.minutes} minutes"
    if isinstance(record, ReportRecord):
        yield from _outcomes(record)
    for name, value in record:
        said = _said(value)
        if name not in OURS and said:
            yield AS_RM_CALLS_IT[name], said


def _outcomes(record: ReportRecord) -> Iterator[tuple[str, str]]:
    for line in record.outcomes:
        said = (line.achievement.replace("-", " "), line.progress, line.further_work)
        title = record.titles.get(line.outcome, str(line.outcome))
        yield f'Outcome "{title}"', "; ".join(part for part in said if part)


def _said(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case tuple():
            return "\n".join(str(each) for each in value)
        case None:
            return ""
        case _:
            return str(value)
