"""Recording what became of an appointment: who came, whether it took place, and what follows from that.

The same day, after every contact (seeds, footer): a late record is still accepted, the clock says so.
"""

from collections.abc import Iterator
from datetime import datetime

from interventions.case import Case
from interventions.errors import Refusal
from interventions.evolve import evolve_all
from interventions.facts import AnyFact, AppointmentBooked, ContactRecorded
from interventions.meetings.absence import after_absence
from interventions.meetings.appointment import ASSESSMENT, Appointment, Contact
from interventions.meetings.booking import book
from interventions.meetings.concerns import raise_concern
from interventions.meetings.risk import read_first
from interventions.messages import Book, Record
from interventions.reception import ALL_HELD, admit
from interventions.stage import stage
from interventions.stages import assessment, end_of_service, final_session
from interventions.vocabulary import Attended, Role, Stage
from interventions.words.contacting import ask
from interventions.words.where_to_read import read_it


def book_or_recall(case: Case, message: Book, now: datetime) -> Iterator[AnyFact]:
    """Book; a meeting that took place unbooked is put on the record with it, also once sessions are over.

    Raises:
        Refusal: `not-in-this-stage`; as `booking.book`, `risk.read_first` and `record` say.
    """
    booked = [*book(_when_it_took_place(case, message), message, now)]
    facts = [*read_first(case, message, now), *booked]
    if message.record:
        slot = next(fact.appointment.slot for fact in facts if isinstance(fact, AppointmentBooked))
        said = message.record.model_copy(update={"slot": slot})
        facts += record(evolve_all(case, facts), said, now)
    yield from facts


def _when_it_took_place(case: Case, message: Book) -> Case:
    """The case as it stood then: what happened before a withdrawal or the final session is not refused."""
    if stage(case) is not Stage.END_OF_SERVICE:
        return case
    over = end_of_service.over_since(case)
    took_place = message.record is not None and over is not None and message.starts_at < over
    if not (took_place and case.terms.policy.follows(2)):
        raise Refusal("not-in-this-stage", ALL_HELD)
    before = case.model_copy(update={"withdrawal": None, "final": None})
    admit(message, stage(before))
    return before


def record(case: Case, message: Record, now: datetime) -> Iterator[AnyFact]:
    """Put a contact on the record, with what it decides and the next date if one was made.

    Raises:
        Refusal: `nothing-to-record`, `which-appointment`, `not-yet`, `already-recorded`, `cannot-be-held`,
            `no-session-reason`, `late-reason`, `no-minutes`, and what the stage and the booking say.
    """
    appointment = _appointment(case, message, now)
    held = message.held if message.held is not None else message.attended is not Attended.NO
    _consistent(message, held)
    contact = Contact(
        slot=appointment.slot,
        version=appointment.version,
        happened_at=appointment.starts_at,
        recorded_at=now,
        attended=message.attended,
        held=held,
        minutes=_minutes(message, appointment) if held else 0,
        pathway=appointment.pathway,
        final=appointment.final,
        counts=appointment.counts,
        no_session_reason=message.no_session_reason,
    )
    facts: list[AnyFact] = [_on_record(message, contact, now)]
    if not held:
        facts += after_absence(evolve_all(case, facts), contact, now)
    facts += _follows(case, message, contact, now)
    if message.next:
        after = evolve_all(case, facts)
        admit(message.next, stage(after))
        facts += book_or_recall(after, message.next, now)
    yield from facts


def _appointment(case: Case, message: Record, now: datetime) -> Appointment:
    """The appointment meant: the one named, or the only one whose time has come."""
    if message.slot is None:
        come = [date for date in case.live if date.starts_at <= now]
        if not come:
            raise Refusal("nothing-to-record", "no appointment's time has come", field="slot")
        if len(come) > 1:  # guessed, the same words twice would record two meetings
            which = ", ".join(date.slot for date in come)
            raise Refusal("which-appointment", f"say which: {which}", field="slot")
        return come[0]
    slot = case.slots.get(message.slot)
    if slot is None:
        raise Refusal("nothing-to-record", "no such appointment was booked", field="slot")
    if slot.live is None:
        raise Refusal("already-recorded", f"{slot.name} is on the record already", field="slot")
    if slot.live.starts_at > now:
        raise Refusal("not-yet", f"{slot.name} has not begun", field="slot")
    return slot.live


def _consistent(message: Record, held: bool) -> None:
    if held and message.attended is Attended.NO:
        raise Refusal("cannot-be-held", "nobody came, so it was not held", field="held")
    if not held and message.attended is not Attended.NO and message.no_session_reason is None:
        raise Refusal(
            "no-session-reason", "they came: say why no session took place", field="no_session_reason"
        )
    if message.attended is Attended.LATE and not message.late_reason.strip():
        raise Refusal("late-reason", "say why they were late", field="late_reason")


def _minutes(message: Record, appointment: Appointment) -> int:
    minutes = appointment.minutes if message.minutes is None else message.minutes
    if minutes == 0:
        raise Refusal("no-minutes", "a session that was held took some time", field="minutes")
    return minutes


def _on_record(message: Record, contact: Contact, now: datetime) -> ContactRecorded:
    return ContactRecorded(
        at=now,
        by=message.by,
        contact=contact,
        conduct=message.conduct,
        concerns=message.concerns,
        summary=message.summary,
        late_reason=message.late_reason,
        no_session_text=message.no_session_text,
        reason=message.reason,
    )


def _follows(case: Case, message: Record, contact: Contact, now: datetime) -> Iterator[AnyFact]:
    if message.concerns.strip():
        yield from raise_concern(case, contact.key, now)
    if message.conduct == "poor":
        what = f"Poor conduct was recorded: {read_it(case)}"
        owner, task = Role.PROBATION_PRACTITIONER, f"conduct/{contact.key}"
        yield from ask(case, task, "record", owner, what, about=contact.key, at=now, today=True)
    if contact.held and contact.slot == ASSESSMENT:
        yield from assessment.hold(message, now)
        yield from assessment.compare(case, message, now)
    elif contact.held and contact.final:
        yield from final_session.hold(case, message, contact, now)
    elif not contact.held and message.next is None:
        what = "A meeting did not take place: book it again, or forfeit it"
        yield from ask(
            case, f"rebook/{contact.key}", "booking", Role.CASEWORKER, what, about=contact.slot, at=now
        )
