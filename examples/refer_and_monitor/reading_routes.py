"""The doors to a referral as a whole: read it, give it to somebody, write a note."""

from typing import Any
from uuid import UUID, uuid4

from fastapi import APIRouter

from examples.refer_and_monitor.doors import READING, ThePerson, TheWorld, check_caseworker
from examples.refer_and_monitor.forms import Assignment, NewNote
from examples.refer_and_monitor.people import PROVIDER
from examples.refer_and_monitor.records import Json, instant
from examples.refer_and_monitor.refusals import not_found

router = APIRouter()


@router.get("/sent-referral/{referral_id}", dependencies=[READING])
async def read_referral(referral_id: UUID, world: TheWorld) -> Json:
    """The referral."""
    return world.referral(referral_id).read()


@router.post("/sent-referral/{referral_id}/assign")
async def assign(referral_id: UUID, form: Assignment, world: TheWorld, person: ThePerson) -> Json:
    """Give it to a caseworker; again, to the same, is one more assignment."""
    referral = world.referral(referral_id)
    check_caseworker(person, referral)
    to = world.people.get(form.assigned_to.username)
    if to is None or to.user_id != form.assigned_to.user_id:
        raise not_found("user")
    referral.assignments.append(to)
    path = f"/sent-referral/{referral.id}"
    world.publish("referral.assigned", referral, path, assignedTo=to.username)
    return referral.shown()


@router.post("/case-note")
async def add_note(form: NewNote, world: TheWorld, person: ThePerson) -> Json:
    """Add a case note; R&M does not ask whether it has it already."""
    referral = world.referral(form.referral_id)
    if person.auth_source == PROVIDER:
        check_caseworker(person, referral)
    note = {
        "id": str(uuid4()),
        "referralId": str(referral.id),
        "subject": form.subject,
        "body": form.body,
        "sentBy": person.shown(),
        "sentAt": instant(world.clock()),
    }
    referral.notes.append(note)
    return note


@router.get("/sent-referral/{referral_id}/case-notes")
async def read_notes(
    referral_id: UUID, world: TheWorld, _: ThePerson, page: int = 0, size: int = 20
) -> dict[str, Any]:
    """The notes by page, the newest first; a bare client may not read them."""
    notes = list(reversed(world.referral(referral_id).notes))
    content = notes[page * size : (page + 1) * size]
    return {"content": content, "totalElements": len(notes), "last": (page + 1) * size >= len(notes)}


@router.get("/users/externalusers/{username}", dependencies=[READING])
async def read_user(username: str, world: TheWorld) -> Json:
    """HMPPS manage-users: the account behind a username; 404 where it is closed."""
    person = world.people.get(username.upper())
    if person is None or not person.active or person.auth_source != PROVIDER:
        raise not_found("user")
    return {"username": person.username, "userId": person.user_id, "authSource": "auth", "enabled": True}
