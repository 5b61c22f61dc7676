"""The doors to delivery sessions."""

from uuid import UUID

from fastapi import APIRouter

from examples.refer_and_monitor.dates import book
from examples.refer_and_monitor.doors import READING, ThePerson, TheWorld, check_caseworker
from examples.refer_and_monitor.forms import Attendance, DateForm, SessionForm
from examples.refer_and_monitor.people import Person
from examples.refer_and_monitor.recording import note_attendance, note_session, submit
from examples.refer_and_monitor.records import Appointment, Json, Meeting
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.refusals import exists, not_found
from examples.refer_and_monitor.world import World

router = APIRouter()
PLACE = "/referral/{referral_id}/delivery-session-appointments/{appointment_id}"


@router.get("/action-plan/{plan_id}/appointments", dependencies=[READING])
async def read_sessions(plan_id: UUID, world: TheWorld) -> list[Json]:
    """Every session, booked or not."""
    referral, _ = world.plan(plan_id)
    return [one.shown_as_session() for one in referral.sessions]


@router.get("/referral/{referral_id}/sessions/{number}", dependencies=[READING])
async def read_session(referral_id: UUID, number: int, world: TheWorld) -> Json:
    """One session."""
    return _numbered(world.referral(referral_id), number).shown_as_session()


@router.patch("/action-plan/{plan_id}/appointment/{number}")
async def schedule(plan_id: UUID, number: int, form: DateForm, world: TheWorld, person: ThePerson) -> Json:
    """Book a date for a session, or another one."""
    referral, _ = world.plan(plan_id)
    check_caseworker(person, referral)
    meeting = _numbered(referral, number)
    before = meeting.current
    if before and before.submitted_at and before.attendance.get("didSessionHappen"):
        raise exists("it is not possible to update an appointment that has already been attended")
    book(world, referral, meeting, form, person)
    return meeting.shown_as_session()


@router.put(f"{PLACE}/attendance")
async def attendance(
    referral_id: UUID, appointment_id: UUID, form: Attendance, world: TheWorld, person: ThePerson
) -> Json:
    """Write down whether the person came."""
    _, _, date = _dated(world, referral_id, appointment_id, person)
    note_attendance(world, date, form, person)
    return date.shown()


@router.put(f"{PLACE}/session-feedback")
async def feedback(
    referral_id: UUID, appointment_id: UUID, form: SessionForm, world: TheWorld, person: ThePerson
) -> Json:
    """Write down what was written about it."""
    _, _, date = _dated(world, referral_id, appointment_id, person)
    note_session(date, form)
    return date.shown()


@router.post(f"{PLACE}/submit-feedback")
async def submit_feedback(
    referral_id: UUID, appointment_id: UUID, world: TheWorld, person: ThePerson
) -> Json:
    """Submit it for good."""
    referral, meeting, _ = _dated(world, referral_id, appointment_id, person)
    return submit(world, referral, meeting, person).shown()


def _numbered(referral: SentReferral, number: int) -> Meeting:
    if not 1 <= number <= len(referral.sessions):
        raise not_found("session")
    return referral.sessions[number - 1]


def _dated(
    world: World, referral_id: UUID, appointment_id: UUID, person: Person
) -> tuple[SentReferral, Meeting, Appointment]:
    """The meeting whose current date has this id: the appointment's own, never Delius's (F21)."""
    referral = world.referral(referral_id)
    check_caseworker(person, referral)
    for meeting in referral.sessions:
        if meeting.current and meeting.current.id == appointment_id:
            return referral, meeting, meeting.current
    raise not_found("appointment")
