"""Moving a date: whether a booking is a move at all, and that it says who asked and why.

One slot never has two dates standing, so a second booking of it is a move, or the date that stands once more.
"""

from datetime import datetime

from interventions.case import Case
from interventions.errors import Refusal
from interventions.meetings.appointment import Appointment, Slot
from interventions.messages import Book


def moves(case: Case, message: Book) -> bool:
    """Whether the booking names a slot that has a date, and asks for another."""
    slot = case.slots.get(message.slot or "")
    return slot is not None and slot.live is not None and not stands_already(slot.live, message)


def moved_for_a_reason(slot: Slot, message: Book, now: datetime) -> None:
    """Lets a move through that says which slot, who asked and why, before the date's time has come.

    Raises:
        Refusal: `record-it-first`, `move-needs-reason`.
    """
    if not slot.live:
        return
    if slot.live.starts_at <= now:
        raise Refusal("record-it-first", "its time has come: record what became of it", field="slot")
    given = {"slot": message.slot, "moved_by": message.moved_by, "reason": message.reason.strip()}
    if lacking := next((field for field, said in given.items() if not said), None):
        how = f"{slot.name} is booked: to move it say which slot, who asked (moved_by) and why"
        raise Refusal("move-needs-reason", how, field=lacking)


def stands_already(live: Appointment, message: Book) -> bool:
    """Whether the booking asks for no more than the date that stands."""
    same = ("starts_at", "minutes", "contact", "place", "moved_by")
    told = (("pathway", message.pathway), ("final", message.final), ("modules", message.modules or None))
    return all(getattr(message, name) == getattr(live, name) for name in same) and all(
        said is None or said == getattr(live, name) for name, said in told
    )
