"""Recording what became of a date: attendance, then what was written, then submitted for good."""

from examples.refer_and_monitor.forms import Attendance, SessionForm
from examples.refer_and_monitor.people import Person
from examples.refer_and_monitor.records import Appointment, Meeting, instant
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.refusals import Finding, Refused, invalid
from examples.refer_and_monitor.world import World

EMPTY, WRONG = "CANNOT_BE_EMPTY", "INVALID_VALUE"
NO_SESSION = {
    "POP_ACCEPTABLE": "noSessionReasonPopAcceptable",
    "POP_UNACCEPTABLE": "noSessionReasonPopUnacceptable",
    "LOGISTICS": "noSessionReasonLogistics",
}


def note_attendance(world: World, date: Appointment, form: Attendance, by: Person) -> None:
    """Write attendance down on a date that has come.

    Raises:
        Refused: 400, it lies ahead; 409, its feedback is submitted.
    """
    _still_open(date)
    now = world.clock()
    if world.keeps_time and date.starts_at > now:
        raise Refused(400, "Bad Request", "Cannot submit feedback for a future appointment")
    said = form.model_dump(by_alias=True)
    date.attendance = said | {"submittedAt": instant(now), "submittedBy": by.shown()}


def note_session(date: Appointment, form: SessionForm) -> None:
    """Write down what was written about it.

    Raises:
        Refused: 400, a field is missing; 409, its feedback is submitted.
    """
    _still_open(date)
    if date.attendance:
        attended = Attendance.model_validate(date.attendance)
        if findings := record_findings(attended, form):
            raise invalid("invalid session feedback", findings)
    date.session = form.model_dump(by_alias=True)


def submit(world: World, referral: SentReferral, meeting: Meeting, by: Person) -> Appointment:
    """Submit it for good, and say so.

    Raises:
        Refused: 409, it was already; 422, no attendance yet.
    """
    date = current(meeting)
    _still_open(date)
    if not date.attendance:
        raise Refused(422, "Unprocessable Entity", "can't submit feedback before attendance is recorded")
    date.submitted_at, date.submitted_by = world.clock(), by
    kind = "session-appointment" if meeting.number else "initial-assessment-appointment"
    path = f"/referral/{referral.id}/sessions/{meeting.number}"
    detail = path if meeting.number else f"/sent-referral/{referral.id}/supplier-assessment"
    came = date.attendance["attended"] != "NO"
    world.publish(f"{kind}.{'attended' if came else 'missed'}", referral, detail)
    delius_id = str(date.delius_id)
    world.publish(f"{kind}.session-feedback-submitted", referral, detail, deliusAppointmentId=delius_id)
    return date


def current(meeting: Meeting) -> Appointment:
    """The date that stands for a meeting.

    Raises:
        Refused: 404, none was booked.
    """
    if meeting.current is None:
        raise Refused(404, "entity not found", "no appointment has been booked")
    return meeting.current


def record_findings(attendance: Attendance, form: SessionForm | None) -> list[Finding]:
    """What is missing or does not go together."""
    said = (form or SessionForm()).model_dump(by_alias=True)
    if attendance.did_session_happen and attendance.attended != "YES":
        return [("attendanceFeedback.attended", WRONG)]
    wanted = ["notifyProbationPractitionerOfConcerns"]
    if attendance.did_session_happen:
        wanted += ["late", "sessionSummary", "sessionResponse", "notifyProbationPractitionerOfBehaviour"]
        wanted += ["lateReason"] if said["late"] else []
    elif attendance.attended == "NO":
        wanted += ["noAttendanceInformation"]
    else:
        kind = said["noSessionReasonType"]
        wanted += ["noSessionReasonType"] if kind is None else [NO_SESSION[kind]]
    wanted += ["sessionBehaviour"] if said["notifyProbationPractitionerOfBehaviour"] else []
    wanted += ["sessionConcerns"] if said["notifyProbationPractitionerOfConcerns"] else []
    return [(f"sessionFeedback.{name}", EMPTY) for name in wanted if said[name] is None]


def _still_open(date: Appointment) -> None:
    if date.submitted_at:
        raise Refused(409, "Conflict", "Feedback has already been submitted for this appointment")
