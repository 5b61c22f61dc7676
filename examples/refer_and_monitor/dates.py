"""Booking a date: R&M's validation, Delius, and what becomes of the date before (domain brief 3.2, 3.5)."""

import calendar
import re
from datetime import UTC, datetime, time

from examples.refer_and_monitor.forms import DateForm
from examples.refer_and_monitor.people import Person
from examples.refer_and_monitor.recording import note_attendance, note_session, record_findings, submit
from examples.refer_and_monitor.records import Appointment, Json, Meeting
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.refusals import Finding, invalid
from examples.refer_and_monitor.world import World

EMPTY = "CANNOT_BE_EMPTY"
POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}")


def book(world: World, referral: SentReferral, meeting: Meeting, form: DateForm, by: Person) -> Appointment:
    """Book one more date for a meeting: another id and another Delius booking, every time.

    Raises:
        Refused: 400, a field is not as it must be; 409, Delius has another date then.
    """
    now = world.clock()
    findings = _place(form)
    if world.keeps_time:
        findings += [*_window(form, referral, now), *_past(form, now)]
    if findings:
        raise invalid("invalid update session appointment request", findings)
    before = meeting.current
    slot = f"session-{meeting.number}" if meeting.number else "assessment"
    delius_id = world.delius.book(
        referral.crn, referral.id, slot, form.appointment_time, form.duration_in_minutes, now
    )
    # As in R&M, where the flag is only ever set on an assessment's dates (F6).
    if before and not before.submitted_at and not meeting.number:
        before.superseded = True
    date = Appointment(
        starts_at=form.appointment_time.astimezone(UTC),
        minutes=form.duration_in_minutes,
        details=form.model_dump(by_alias=True, mode="json", include=_DETAILS),
        created_at=now,
        delius_id=delius_id,
    )
    meeting.appointments.append(date)
    come = form.appointment_time <= now or not world.keeps_time
    if form.attendance_feedback and form.session_feedback and come:
        note_attendance(world, date, form.attendance_feedback, by)
        note_session(date, form.session_feedback)
        if world.swaps_backdated and not meeting.number:
            _swap(date.session)
        submit(world, referral, meeting, by)
    return date


def _swap(session: Json) -> None:
    plans, absence = session["futureSessionPlans"], session["noAttendanceInformation"]
    session["futureSessionPlans"], session["noAttendanceInformation"] = absence, plans


_DETAILS = {
    "appointment_delivery_type",
    "session_type",
    "appointment_delivery_address",
    "nps_office_code",
    "reschedule_requested_by",
    "rescheduled_reason",
}


def _place(form: DateForm) -> list[Finding]:
    if form.appointment_delivery_type == "IN_PERSON_MEETING_PROBATION_OFFICE":
        return [] if form.nps_office_code else [("npsOfficeCode", EMPTY)]
    if form.appointment_delivery_type != "IN_PERSON_MEETING_OTHER":
        return []
    address = form.appointment_delivery_address
    if address is None:
        return [("appointmentDeliveryAddress", EMPTY)]
    if not address.first_address_line:
        return [("appointmentDeliveryAddress.firstAddressLine", EMPTY)]
    postcode = re.sub(r"\s", "", address.post_code).upper()
    return [] if POSTCODE.fullmatch(postcode) else [("appointmentDeliveryAddress.postCode", "INVALID_FORMAT")]


def _window(form: DateForm, referral: SentReferral, now: datetime) -> list[Finding]:
    """Not before the day of sending, at most six months ahead; days are the UTC server's (F8)."""
    first = datetime.combine(referral.sent_at.astimezone(UTC).date(), time(0, 0, 1), UTC)
    if form.appointment_time < first:
        return [("appointmentTime", "APPOINTMENT_TIME_BEFORE_REFERRAL_START_DATE")]
    if form.appointment_time > _six_months_on(now):
        return [("appointmentTime", "APPOINTMENT_TIME_TOO_FAR_IN_FUTURE")]
    return []


def _six_months_on(now: datetime) -> datetime:
    months = now.month + 5
    year, month = now.year + months // 12, months % 12 + 1
    day = min(now.day, calendar.monthrange(year, month)[1])
    return datetime(year, month, day, 23, 59, 59, tzinfo=UTC)


def _past(form: DateForm, now: datetime) -> list[Finding]:
    """A date before today must carry its record."""
    if form.appointment_time > datetime.combine(now.astimezone(UTC).date(), time(0), UTC):
        return []
    if form.attendance_feedback is None:
        return [("attendanceFeedback.didSessionHappen", EMPTY)]
    return record_findings(form.attendance_feedback, form.session_feedback)
