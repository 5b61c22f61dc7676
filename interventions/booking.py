"""Booking a meeting: which slot it fills, and whether the date, the format and the pace are agreeable.

One slot never has two dates standing: a second booking of it is a move, and says who asked and why.
"""

import calendar
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from interventions.appointment import ASSESSMENT, Appointment, Slot, session, supplement
from interventions.case import Case
from interventions.catalogue import Module, ServiceSpecification
from interventions.dose import ledger, owed, stage
from interventions.errors import Refusal
from interventions.facts import AnyFact, AppointmentBooked
from interventions.london import london_date
from interventions.messages import Book
from interventions.vocabulary import ContactType, Pathway, Stage


def book(case: Case, message: Book, now: datetime) -> Iterator[AnyFact]:
    """Make a date, or move one.

    Raises:
        Refusal: `in-the-past`, `too-far-ahead`, `clash`, `no-place`, `move-needs-reason`, `no-such-slot`,
            `which-pathway`, `not-on-menu`, `not-eligible`, `wrong-format`, `too-often`, `dose-is-met`,
            `final-face-to-face`, and what `_slot` says.
    """
    _agreeable_time(case, message, now)
    pathway, modules = _subject(case, message)
    slot = _slot(case, message, modules)
    _moved_for_a_reason(slot, message, now)
    final = _final(case, message, slot, modules)
    if slot.name != ASSESSMENT and pathway:
        _agreeable_format(case.terms.specifications[pathway], message, modules)
        _agreeable_pace(case, message, slot, case.terms.specifications[pathway])
    yield AppointmentBooked(
        at=now,
        by=message.by,
        appointment=Appointment(
            slot=slot.name,
            version=len(slot.appointments) + 1,
            starts_at=message.starts_at,
            minutes=message.minutes,
            contact=message.contact,
            place=message.place,
            pathway=pathway,
            modules=message.modules,
            final=final,
            counts=not modules or any(module.counts for module in modules),
            moved_by=message.moved_by,
            booked_at=now,
        ),
        moved_by=message.moved_by,
        reason=message.reason,
        face_to_face_offered=message.face_to_face_offered,
    )


def _agreeable_time(case: Case, message: Book, now: datetime) -> None:
    if message.starts_at <= now:
        raise Refusal("in-the-past", "a date is booked before it comes", field="starts_at")
    if london_date(message.starts_at) > months_after(
        london_date(now), case.terms.policy.booking_horizon_months
    ):
        months = case.terms.policy.booking_horizon_months
        raise Refusal("too-far-ahead", f"at most {months} months ahead", field="starts_at")
    if message.contact in (ContactType.FACE_TO_FACE, ContactType.GROUP_WORK) and not message.place.strip():
        raise Refusal("no-place", "say where, for a meeting in person", field="place")
    for date_made in case.live:
        same = date_made.slot == (message.slot or _wanted(case))
        if not same and date_made.overlaps(message.starts_at, message.minutes):
            raise Refusal("clash", f"{date_made.slot} is booked for that time", field="starts_at")


def _subject(case: Case, message: Book) -> tuple[Pathway | None, tuple[Module, ...]]:
    """Which pathway it serves and what it is about; an assessment serves them all."""
    if stage(case) is Stage.ASSESSMENT:
        return None, ()
    pathway = message.pathway or _pathway_owed(case)
    if pathway not in case.pathways:
        raise Refusal("which-pathway", "is not a pathway of this referral", field="pathway")
    row = case.terms.specifications[pathway]
    modules = []
    for key in message.modules:
        module = row.module(key)
        if module:
            modules.append(module)
            _eligible(case, module)
        elif not message.reason.strip():
            raise Refusal("not-on-menu", f"not on the menu of {pathway}: say why", field="modules")
    return pathway, tuple(modules)


def _eligible(case: Case, module: Module) -> None:
    if module.eligibility and not case.eligibility.get(module.eligibility):
        raise Refusal("not-eligible", f"{module.key} needs a named person's decision first", field="modules")


def _pathway_owed(case: Case) -> Pathway:
    owing = [pathway for pathway in case.pathways if ledger(case, pathway).owed]
    if len(owing) > 1:
        raise Refusal("which-pathway", "two pathways are owed sessions: say which", field="pathway")
    return owing[0] if owing else case.pathways[0]


def _wanted(case: Case) -> str:
    """The slot owed next: the assessment, a session that was missed, or a new one."""
    if stage(case) is Stage.ASSESSMENT:
        return ASSESSMENT
    missed = [slot.name for slot in case.sessions if not slot.held and not slot.live]
    return (
        missed[0] if missed else session(sum(slot.name.startswith("session-") for slot in case.sessions) + 1)
    )


def _slot(case: Case, message: Book, modules: tuple[Module, ...]) -> Slot:
    supplements = bool(modules) and not any(module.counts for module in modules)
    if message.slot and message.slot not in case.slots and message.slot != _wanted(case):
        raise Refusal("no-such-slot", f"next is {_wanted(case)}", field="slot")
    if message.slot:
        name = message.slot
    elif supplements:
        name = supplement(sum(slot.name.startswith("supplement-") for slot in case.sessions) + 1)
    else:
        name = _wanted(case)
    slot = case.slots.get(name, Slot(name=name))
    if slot.held:
        raise Refusal("already-held", f"{name} took place and needs no date", field="slot")
    if not slot.appointments and not supplements and name != ASSESSMENT and _all_booked(case):
        raise Refusal("dose-is-met", "every planned session is held or booked; revise the plan to add one")
    return slot


def _all_booked(case: Case) -> bool:
    booked = sum(1 for slot in case.sessions if slot.live and slot.live.counts)
    return booked >= max(owed(case), 1)


def _moved_for_a_reason(slot: Slot, message: Book, now: datetime) -> None:
    if not slot.live:
        return
    if slot.live.starts_at <= now:
        raise Refusal("record-it-first", "its time has come: record what became of it", field="slot")
    if not (message.slot and message.moved_by and message.reason.strip()):
        raise Refusal(
            "move-needs-reason",
            f"{slot.name} is booked: to move it give slot, moved_by and reason",
            field="reason",
        )


def _final(case: Case, message: Book, slot: Slot, modules: tuple[Module, ...]) -> bool:
    """Whether this is the final session; it must be met, or offered, face to face (A24)."""
    if slot.name == ASSESSMENT or (modules and not any(module.counts for module in modules)):
        return False
    others = sum(1 for other in case.sessions if other.live and other.live.counts and other.name != slot.name)
    last = owed(case) - others <= 1
    final = last if message.final is None else message.final
    if final and others:
        raise Refusal("final-comes-last", "other sessions are still to come", field="final")
    if final and message.contact is not ContactType.FACE_TO_FACE:
        must = any(row.final_session == "face-to-face" for row in case.terms.specifications.values())
        if must and not message.reason.strip():
            raise Refusal("final-face-to-face", "is held face to face: record the exception", field="reason")
        if not must and not message.face_to_face_offered:
            raise Refusal(
                "final-face-to-face", "must have been offered face to face", field="face_to_face_offered"
            )
    return final


def _agreeable_format(row: ServiceSpecification, message: Book, modules: tuple[Module, ...]) -> None:
    group_only = modules and all(module.formats == (ContactType.GROUP_WORK,) for module in modules)
    if message.contact is ContactType.GROUP_WORK and row.one_to_one_only and not group_only:
        raise Refusal("wrong-format", "this service is delivered one to one", field="contact")
    for module in modules:
        if message.contact not in module.formats and not message.reason.strip():
            raise Refusal("wrong-format", f"{module.key} is not offered that way: say why", field="contact")


def _agreeable_pace(case: Case, message: Book, slot: Slot, row: ServiceSpecification) -> None:
    """No more sessions than the cadence's maximum in any of its rolling periods, without a reason (A7)."""
    starts = [when for name, when in _sessions_of(case, row.pathway) if name != slot.name]
    period = timedelta(days=row.cadence.days)
    crowd = max(
        sum(begin <= when < begin + period for when in (*starts, message.starts_at))
        for begin in (*starts, message.starts_at)
        if begin <= message.starts_at < begin + period
    )
    if crowd > row.cadence.maximum and not message.reason.strip():
        most = f"{row.cadence.maximum} a {row.cadence.period}"
        raise Refusal("too-often", f"more than {most}: say why", field="starts_at")


def _sessions_of(case: Case, pathway: Pathway) -> Iterator[tuple[str, datetime]]:
    for slot in case.sessions:
        if slot.held and slot.held.pathway is pathway and slot.held.counts:
            yield slot.name, slot.held.happened_at
        elif slot.live and slot.live.pathway is pathway and slot.live.counts:
            yield slot.name, slot.live.starts_at


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day where it has none such."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
