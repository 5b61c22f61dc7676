"""Booking a meeting: which slot it fills, whether the time is agreeable, and whether it is the final one.

A second booking of a slot is a move (`moving`). What the meeting is about, and in what format and pace, is
looked at in `fitting`. Who leaves the norm says why (`soft_rules`), and the fact names what that opened.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from interventions.case import Case
from interventions.days.london import london_date, months_after
from interventions.errors import Refusal
from interventions.facts import AnyFact, AppointmentBooked
from interventions.meetings import cadence
from interventions.meetings.appointment import ASSESSMENT, Appointment, Contact, Slot, session, supplement
from interventions.meetings.enforceable_days import check_days
from interventions.meetings.fitting import Subject, check_format, check_pace, subject
from interventions.meetings.moving import moved_for_a_reason, stands_already
from interventions.meetings.soft_rules import opens
from interventions.messages import Book
from interventions.promises.dose import ledger, ledgers, owed
from interventions.stage import stage
from interventions.stages import final_session
from interventions.vocabulary import IN_PERSON, ContactType, Pathway, Stage


def book(case: Case, message: Book, now: datetime) -> Iterator[AnyFact]:
    """Make a date, or move one; a move keeps pathway, modules and whether it is final, unless it says.

    The date that stands, asked for again, changes nothing.

    Raises:
        Refusal: `paused`, `in-the-past`, `before-the-referral`, `not-yet`, `unavailable`, `too-far-ahead`,
            `no-place`, `no-such-slot`, `already-held`, `already-recorded`, `forfeited`, `dose-is-met`,
            `record-it-first`, `move-needs-reason`, `clash`, `final-comes-last`, `wrong-format`,
            `after-latest-delivery`, and what `fitting`, `enforceable_days` and the final session say.
    """
    _agreeable_time(case, message, now)
    opened = [*_available(case, message)]
    about = _about(case, message)
    slot = _slot(case, message, about)
    if slot.live and stands_already(slot.live, message):
        return
    moved_for_a_reason(slot, message, now)
    _free(case, message, slot)
    final = _final(case, message, slot, about)
    if final:
        opened += final_session.check_contact(case, message)
    if about:
        _before_delivery_stops(case, message)
        opened += about.opened
        opened += check_format(case, message, about)
        opened += check_pace(case, message, slot, about)
        opened += check_days(case, message, slot.name)
    date = _date(message, slot, about, final=final, now=now)
    opened += cadence.answered(case, message, date)
    yield _made(case, message, date, opened)
    yield from cadence.warn(case, message, date, now)


def _date(message: Book, slot: Slot, about: Subject | None, *, final: bool, now: datetime) -> Appointment:
    return Appointment(
        slot=slot.name,
        version=len(slot.appointments) + 1,
        starts_at=message.starts_at,
        minutes=message.minutes,
        contact=message.contact,
        place=message.place,
        pathway=about.row.pathway if about else None,
        modules=about.modules if about else (),
        final=final,
        counts=about.counts if about else True,
        moved_by=message.moved_by,
        booked_at=now,
    )


def _made(case: Case, message: Book, date: Appointment, opened: list[str]) -> AppointmentBooked:
    """The fact; under the first edition of the rules it does not name what was opened."""
    return AppointmentBooked(
        at=date.booked_at,
        by=message.by,
        appointment=date,
        moved_by=message.moved_by,
        reason=message.reason,
        face_to_face_offered=message.face_to_face_offered,
        all_the_same=message.all_the_same,
        opened=tuple(opened) if case.terms.policy.follows(2) else (),
    )


def _agreeable_time(case: Case, message: Book, now: datetime) -> None:
    if case.pause and message.record is None:
        raise Refusal("paused", "the service is paused: resume it first")
    if message.starts_at <= now and message.record is None:
        raise Refusal(
            "in-the-past",
            "lies in the past: a meeting that took place is booked together with its record",
            field="starts_at",
        )
    if message.starts_at < case.referral.sent_at:
        raise Refusal("before-the-referral", "lies before the referral was sent", field="starts_at")
    if message.record and message.starts_at > now:
        raise Refusal("not-yet", "a record belongs to a meeting that took place", field="record")
    months = case.terms.policy.booking_horizon_months
    if london_date(message.starts_at) > months_after(london_date(now), months):
        raise Refusal("too-far-ahead", f"at most {months} months ahead", field="starts_at")
    if message.contact in IN_PERSON and not message.place.strip():
        raise Refusal("no-place", "say where, for a meeting in person", field="place")


def _before_delivery_stops(case: Case, message: Book) -> None:
    """No reason opens this: after that day the sentence no longer asks for sessions (domain brief 2.2)."""
    last = case.referral.latest_delivery
    if last and london_date(message.starts_at) > last and not message.record:
        raise Refusal("after-latest-delivery", "sessions stop before that day", field="starts_at")


def _available(case: Case, message: Book) -> Iterator[str]:
    if message.record:
        return
    if any(each.covers(message.starts_at, message.minutes) for each in case.referral.unavailable_times):
        how = "the participant can't come then: say why all the same (all_the_same)"
        yield opens(case, message, Refusal("unavailable", how, field="starts_at"))


def _about(case: Case, message: Book) -> Subject | None:
    """What a session is about; an assessment is about everything."""
    if stage(case) is Stage.ASSESSMENT or message.slot == ASSESSMENT:
        if message.contact is ContactType.GROUP_WORK:
            raise Refusal("wrong-format", "an assessment is held one to one", field="contact")
        return None
    moved = case.slots.get(message.slot or "")
    return subject(case, message, moved.appointments[-1] if moved else None)


def _slot(case: Case, message: Book, about: Subject | None) -> Slot:
    counts = about.counts if about else True
    wanted = _wanted(case, about.row.pathway, counts=counts) if about else ASSESSMENT
    if message.slot and message.slot not in case.slots and message.slot != wanted:
        raise Refusal("no-such-slot", f"next is {wanted}", field="slot")
    slot = case.slots.get(message.slot or wanted, Slot(name=message.slot or wanted))
    if slot.forfeited:
        raise Refusal("forfeited", f"{slot.name} was forfeited: it is not made up", field="slot")
    if slot.held:
        raise Refusal("already-held", f"{slot.name} took place and needs no date", field="slot")
    if about and counts and not slot.appointments and _all_booked(case, about.row.pathway):
        raise Refusal("dose-is-met", "every planned session is held or booked; revise the plan to add one")
    return slot


def _wanted(case: Case, pathway: Pathway, *, counts: bool) -> str:
    """The slot owed next: one of its kind and pathway that was missed, or a new one."""
    name = session if counts else supplement
    own = [slot for slot in case.sessions if slot.name.startswith(name(0)[:-1])]
    any_pathway = not case.terms.policy.follows(2)
    missed = [
        slot.name for slot in own if slot.missed and (any_pathway or slot.appointments[-1].pathway is pathway)
    ]
    return missed[0] if missed else name(len(own) + 1)


def _all_booked(case: Case, pathway: Pathway) -> bool:
    """Whether the pathway needs no further date; one is left open while the final session is to come."""
    booked = [other.pathway for other in case.live if other.counts]
    if owed(case) == 0:
        return bool(booked)
    return booked.count(pathway) >= ledger(case, pathway).owed


def _free(case: Case, message: Book, slot: Slot) -> None:
    if message.record and any(_took_place_then(contact, message) for contact in case.contacts):
        raise Refusal("already-recorded", "a meeting at that time is on the record", field="starts_at")
    for other in case.live:
        if other.slot != slot.name and other.overlaps(message.starts_at, message.minutes):
            raise Refusal("clash", f"{other.slot} is booked for that time", field="starts_at")


def _took_place_then(contact: Contact, message: Book) -> bool:
    until = contact.happened_at + timedelta(minutes=contact.minutes)
    ends_at = message.starts_at + timedelta(minutes=message.minutes)
    return contact.held and contact.happened_at < ends_at and message.starts_at < until


def _final(case: Case, message: Book, slot: Slot, about: Subject | None) -> bool:
    """Whether this is the final session: it comes last."""
    if about is None or not about.counts:
        return False
    others = [other for other in case.live if other.counts and other.slot != slot.name]
    final = message.final if message.final is not None else _is_last(case, slot, about, others)
    behind = [other for other in others if other.starts_at > message.starts_at]
    before = [other for other in others if other.final and other.starts_at < message.starts_at]
    if (final and behind) or before:
        raise Refusal(
            "final-comes-last",
            "no session comes after the final one: record or call off what is booked first",
            field="final",
        )
    return final


def _is_last(case: Case, slot: Slot, about: Subject, others: list[Appointment]) -> bool:
    """Whether nothing more is owed once this and every other booked session is held."""
    if slot.live and slot.live.pathway is about.row.pathway:
        return slot.live.final
    booked = [other.pathway for other in others] + [about.row.pathway]
    return all(account.owed <= booked.count(account.pathway) for account in ledgers(case))
