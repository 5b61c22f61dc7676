"""Our words in R&M's, and R&M's in ours: the only table of its kind."""

from datetime import datetime
from typing import Any

from gateways.refer_and_monitor.places import Places
from gateways.refer_and_monitor.shapes import Became
from interventions.monitoring.records import Booking, Dated, Feedback
from interventions.vocabulary import Achievement, Attended, ContactType, NoSessionReason

Json = dict[str, Any]
REMOTE = {ContactType.PHONE: "PHONE_CALL", ContactType.VIRTUAL: "VIDEO_CALL"}
ACHIEVED = {
    Achievement.ACHIEVED: "ACHIEVED",
    Achievement.PARTIALLY_ACHIEVED: "PARTIALLY_ACHIEVED",
    Achievement.NOT_ACHIEVED: "NOT_ACHIEVED",
}
NO_SESSION = {
    NoSessionReason.ACCEPTABLE: ("POP_ACCEPTABLE", "noSessionReasonPopAcceptable"),
    NoSessionReason.UNACCEPTABLE: ("POP_UNACCEPTABLE", "noSessionReasonPopUnacceptable"),
    NoSessionReason.LOGISTICS: ("LOGISTICS", "noSessionReasonLogistics"),
}
# R&M keeps a free text here and its own screens a name; a role says as much.
WHO_ASKED = {"participant": "Person on probation", "provider": "Service Provider"}
# R&M wants these filled in; that nothing was written is then said, not hidden.
NOTHING_WRITTEN = "Nothing further was recorded."


def when_and_how(date: Dated, places: Places) -> Json:
    """A date's time, length and way of meeting. A group is R&M's session type, not a way of meeting.

    Raises:
        Refusal: "invalid", R&M cannot be told where it is.
    """
    remote = REMOTE.get(date.contact)
    place = {"appointmentDeliveryType": remote} if remote else places.details(date.place)
    group = date.contact is ContactType.GROUP_WORK
    return {
        "appointmentTime": instant(date.starts_at),
        "durationInMinutes": date.minutes,
        "sessionType": "GROUP" if group else "ONE_TO_ONE",
        **place,
    }


def moved(date: Booking) -> Json:
    """Who asked for the move, and why; empty for a first date."""
    if not date.moved_by:
        return {}
    return {"rescheduleRequestedBy": WHO_ASKED[date.moved_by], "rescheduledReason": date.reason}


def attendance(feedback: Feedback) -> Json:
    """Came, and held. Late is a YES with a flag beside it (domain brief 0.2)."""
    came = "NO" if feedback.attended is Attended.NO else "YES"
    return {"attended": came, "didSessionHappen": feedback.held}


def what_was_written(feedback: Feedback) -> Json:
    """The words on a date, each under its own name; what does not apply is left out."""
    said: Json = {
        "notifyProbationPractitionerOfBehaviour": feedback.notify_of_behaviour,
        "notifyProbationPractitionerOfConcerns": feedback.notify_of_concerns,
        "sessionBehaviour": feedback.behaviour,
        "sessionConcerns": feedback.concerns,
    }
    if feedback.attended is Attended.NO:
        said["noAttendanceInformation"] = feedback.absence or NOTHING_WRITTEN
    else:
        said |= _of_who_came(feedback)
    return {name: value for name, value in said.items() if value != ""}


def _of_who_came(feedback: Feedback) -> Json:
    late = feedback.attended is Attended.LATE
    said: Json = {
        "late": late,
        "lateReason": (feedback.late_reason or NOTHING_WRITTEN) if late else "",
        "futureSessionPlans": feedback.next_plans,
        "sessionSummary": feedback.summary,
        "sessionResponse": feedback.response,
    }
    if feedback.held:
        filled = {"sessionSummary": NOTHING_WRITTEN, "sessionResponse": NOTHING_WRITTEN}
        return said | {name: said[name] or words for name, words in filled.items()}
    kind, field = NO_SESSION[feedback.no_session_reason or NoSessionReason.LOGISTICS]
    return said | {"noSessionReasonType": kind, field: feedback.no_session_text or NOTHING_WRITTEN}


def backdated(feedback: Feedback) -> Json:
    """The same for an assessment R&M hears of only now, proof against R&M's own mix-up.

    Told of an assessment afterwards, R&M puts plans into the field for absence and the other way round
    (domain brief 6, F17). So what is said of an absence stands in both, and plans follow the summary.
    """
    said = what_was_written(feedback)
    plans = said.pop("futureSessionPlans", "")
    if absence := said.get("noAttendanceInformation"):
        said["futureSessionPlans"] = absence
    elif plans:
        said["sessionSummary"] = f"{said.get('sessionSummary', '')}\n\nNext time: {plans}".strip()
    return said


def instant(at: datetime) -> str:
    """An instant as R&M reads it: with its offset."""
    return at.isoformat()


def contact_of(delivery: str | None, session: str | None) -> ContactType | None:
    """How people meet, in our word for it; None for a way we do not know."""
    for contact, name in REMOTE.items():
        if name == delivery:
            return contact
    if delivery and delivery.startswith("IN_PERSON"):
        return ContactType.GROUP_WORK if session == "GROUP" else ContactType.FACE_TO_FACE
    return None


def attended_of(became: Became) -> Attended | None:
    """Whether the person came; None while nobody has said."""
    said = became.attendance_feedback.attended
    if said == "YES":
        return Attended.LATE if became.session_feedback.late else Attended.YES
    return {"LATE": Attended.LATE, "NO": Attended.NO}.get(said or "")


def close(words: str) -> str:
    """Words to be compared: R&M may keep other line ends and spaces than it was given."""
    return " ".join(words.split())
