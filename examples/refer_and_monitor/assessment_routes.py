"""The doors to the supplier assessment."""

from uuid import UUID

from fastapi import APIRouter, Response

from examples.refer_and_monitor.dates import book
from examples.refer_and_monitor.doors import READING, ThePerson, TheWorld, check_caseworker
from examples.refer_and_monitor.forms import Attendance, DateForm, SessionForm
from examples.refer_and_monitor.people import Person
from examples.refer_and_monitor.recording import current, note_attendance, note_session, submit
from examples.refer_and_monitor.records import Json
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.refusals import exists, invalid
from examples.refer_and_monitor.world import World

router = APIRouter()
PLACE = "/referral/{referral_id}/supplier-assessment"


@router.get("/sent-referral/{referral_id}/supplier-assessment", dependencies=[READING])
async def read_assessment(referral_id: UUID, world: TheWorld) -> Json:
    """The assessment with every date made for it."""
    meeting = world.referral(referral_id).assessment
    return {
        "id": str(meeting.id),
        "referralId": str(referral_id),
        "appointments": [date.shown() for date in meeting.appointments],
        "currentAppointmentId": str(meeting.current.id) if meeting.current else None,
    }


@router.post(PLACE, status_code=201)
async def schedule(referral_id: UUID, form: DateForm, world: TheWorld, person: ThePerson) -> Json:
    """Book a date; the one before must have its feedback, and lie earlier."""
    referral = _theirs(world, referral_id, person)
    before = referral.assessment.current
    if before and before.starts_at > form.appointment_time:
        raise exists("new appointment occurs before previously scheduled appointment")
    if before and not before.submitted_at:
        raise invalid("latest appointment has no feedback delivered")
    _one_to_one(form)
    return book(world, referral, referral.assessment, form, person).shown()


@router.put(f"{PLACE}/record-attendance")
async def attendance(referral_id: UUID, form: Attendance, world: TheWorld, person: ThePerson) -> Json:
    """Write down whether the person came."""
    referral = _theirs(world, referral_id, person)
    note_attendance(world, current(referral.assessment), form, person)
    return current(referral.assessment).shown()


@router.put(f"{PLACE}/record-session-feedback")
async def feedback(referral_id: UUID, form: SessionForm, world: TheWorld, person: ThePerson) -> Json:
    """Write down what was written about it."""
    referral = _theirs(world, referral_id, person)
    note_session(current(referral.assessment), form)
    return current(referral.assessment).shown()


@router.post(f"{PLACE}/submit-feedback")
async def submit_feedback(referral_id: UUID, world: TheWorld, person: ThePerson, response: Response) -> Json:
    """Submit it for good."""
    referral = _theirs(world, referral_id, person)
    return submit(world, referral, referral.assessment, person).shown()


@router.put(f"{PLACE}/{{appointment_id}}")
async def reschedule(
    referral_id: UUID, appointment_id: UUID, form: DateForm, world: TheWorld, person: ThePerson
) -> Json:
    """Move the latest date."""
    referral = _theirs(world, referral_id, person)
    latest = current(referral.assessment)
    if latest.id != appointment_id:
        raise invalid("Supplier Assessment Appointment is not the latest")
    if latest.submitted_at:
        raise invalid("appointment feedback already supplied")
    _one_to_one(form)
    return book(world, referral, referral.assessment, form, person).shown()


def _theirs(world: World, referral_id: UUID, person: Person) -> SentReferral:
    referral = world.referral(referral_id)
    check_caseworker(person, referral)
    return referral


def _one_to_one(form: DateForm) -> None:
    if form.session_type != "ONE_TO_ONE":
        raise invalid("Supplier Assessment Appointment must always be ONE_TO_ONE session")
