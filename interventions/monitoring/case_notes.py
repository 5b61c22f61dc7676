"""What R&M has no field for, as case notes: each under a marker of its own, so that none is added twice.

The plan's dates (domain brief 7.6, A22), what the assessment found, dates called off, pauses, endings, and
every meeting R&M counts no session for.
"""

from collections.abc import Callable, Iterator
from typing import Any

from interventions import facts as f
from interventions.case import Case
from interventions.days.london import london_date, spoken_date, spoken_moment
from interventions.facts import AnyFact
from interventions.meetings.appointment import ASSESSMENT, session
from interventions.monitoring.records import CaseNote
from interventions.task import OUTCOME_REVIEW
from interventions.vocabulary import ContactType


def _counted(slot: str) -> bool:
    """Whether R&M has a place of its own for this meeting."""
    return slot == ASSESSMENT or slot.startswith(session(0)[:-1])


def _named(slot: str) -> str:
    return slot.replace("-", " ").capitalize()


def _note(fact: AnyFact, marker: str, subject: str, body: str, *, notify: bool = False) -> CaseNote:
    return CaseNote(at=fact.at, by=fact.by, marker=marker, subject=subject, body=body, notify=notify)


def _booked(case: Case, fact: f.AppointmentBooked) -> Iterator[CaseNote]:
    date = fact.appointment
    if not _counted(date.slot):
        body = (
            f"{_named(date.slot)}: {spoken_moment(date.starts_at)}, {date.minutes} minutes, {date.contact}."
        )
        yield _note(fact, f"booked/{date.key}", "Extra meeting booked", body)


def _recorded(case: Case, fact: f.ContactRecorded) -> Iterator[CaseNote]:
    contact = fact.contact
    if not _counted(contact.slot):
        came = f"attended: {contact.attended}; held: {'yes' if contact.held else 'no'}"
        what = (f"{_named(contact.slot)}: {came}.", fact.summary, fact.concerns, fact.reason)
        yield _note(
            fact, f"recorded/{contact.key}", "Extra meeting", _lines(what), notify=bool(fact.concerns)
        )


MET_BY = {
    ContactType.PHONE: "Call",
    ContactType.VIRTUAL: "Video call",
    ContactType.FACE_TO_FACE: "Visit",
    ContactType.GROUP_WORK: "Group",
}


def _contact_noted(case: Case, fact: f.ContactNoted) -> Iterator[CaseNote]:
    whom = {"practitioner": "the probation practitioner", "other": "somebody else"}.get(fact.whom, "them")
    how = f"with {whom}" if fact.reached else f"to {whom}: nobody answered"
    what = f"{MET_BY[fact.contact]} {how}, {spoken_moment(fact.happened_at)}."
    body = _lines((what, fact.summary, fact.concerns))
    yield _note(fact, f"contact-{fact.key}", "Contact between meetings", body, notify=bool(fact.concerns))


def _assessed(case: Case, fact: f.AssessmentHeld) -> Iterator[CaseNote]:
    body = _lines(("Needs:", *fact.needs, "Barriers:", *fact.barriers))
    yield _note(fact, "assessment-held", "Needs and barriers", body)


def _approved(case: Case, fact: f.PlanApproved) -> Iterator[CaseNote]:
    """R&M approves by itself; this says who did, and which dates were agreed."""
    plan = next(plan.plan for plan in case.plans if plan.number == fact.version)
    who = f"Approved by {fact.by}" if fact.by else "Approved as submitted"
    dates = (f"{spoken_moment(date.starts_at)}, {date.minutes} minutes" for date in plan.dates)
    goals = (f"By {spoken_date(target.by)}: {target.what}" for target in plan.targets)
    body = _lines(
        (f"{who} on {spoken_date(london_date(fact.at))}.", "First dates:", *dates, "Targets:", *goals)
    )
    yield _note(fact, f"plan-dates/{fact.version}", f"Action plan {fact.version}: dates", body)


def _returned(case: Case, fact: f.PlanReturned) -> Iterator[CaseNote]:
    subject = f"Action plan {fact.version}: changes wanted"
    yield _note(
        fact, f"plan-returned/{fact.version}", subject, _lines((f"Returned by {fact.by}.", fact.reasons))
    )


def _called_off(case: Case, fact: f.AppointmentCalledOff) -> Iterator[CaseNote]:
    if case.withdrawal:
        return  # the ending says it all
    dates = case.slots[fact.slot].appointments
    date = next(date for date in dates if date.version == fact.version)
    body = _lines((f"{_named(fact.slot)} of {spoken_moment(date.starts_at)} is called off.", fact.reason))
    yield _note(fact, f"called-off/{date.key}", "Appointment called off", body)


def _forfeited(case: Case, fact: f.SessionForfeited) -> Iterator[CaseNote]:
    body = _lines((f"{_named(fact.slot)} will not be made up.", fact.reason))
    yield _note(fact, f"forfeited/{fact.slot}", "Missed session not made up", body)


def _paused(case: Case, fact: f.InterventionPaused) -> Iterator[CaseNote]:
    body = _lines(
        (f"{fact.why.capitalize()}; looked at again on {spoken_date(fact.review_on)}.", fact.reason)
    )
    yield _note(fact, f"pause/{len(case.pauses)}", "Paused", body, notify=True)


def _resumed(case: Case, fact: f.InterventionResumed) -> Iterator[CaseNote]:
    yield _note(
        fact, f"resumed/{len(case.pauses)}", "Resumed", fact.reason or "The service goes on.", notify=True
    )


def _final(case: Case, fact: f.FinalSessionHeld) -> Iterator[CaseNote]:
    met = "Met with the probation practitioner." if fact.three_way else ""
    body = _lines(
        ("Plan reviewed.", met, "Next steps:", fact.next_steps, "Further support:", fact.further_support)
    )
    yield _note(fact, "final-session", "Final session", body)


def _withdrawn(case: Case, fact: f.InterventionWithdrawn) -> Iterator[CaseNote]:
    """Only the practitioner can withdraw in R&M; here they are told why, and asked to."""
    body = _lines((f"Ended here under {fact.code}: please withdraw the referral too.", fact.reason))
    yield _note(fact, f"withdrawn/{case.sequence}", "Ended before its time", body, notify=True)


def _reinstated(case: Case, fact: f.InterventionReinstated) -> Iterator[CaseNote]:
    yield _note(fact, f"reinstated/{case.sequence}", "Reinstated", fact.reason, notify=True)


def _reviewed(case: Case, fact: f.TaskClosed) -> Iterator[CaseNote]:
    """How a formal review of the outcomes was closed is what it found; one nobody held says nothing."""
    if fact.task.startswith(OUTCOME_REVIEW) and fact.by:
        yield _note(fact, fact.task, "Review of the outcomes", fact.how, notify=True)


def _lines(said: tuple[str, ...]) -> str:
    return "\n".join(line for line in said if line.strip())


NOTES: dict[type, Callable[[Case, Any], Iterator[CaseNote]]] = {
    f.AppointmentBooked: _booked,
    f.ContactRecorded: _recorded,
    f.ContactNoted: _contact_noted,
    f.AssessmentHeld: _assessed,
    f.PlanApproved: _approved,
    f.PlanReturned: _returned,
    f.AppointmentCalledOff: _called_off,
    f.SessionForfeited: _forfeited,
    f.TaskClosed: _reviewed,
    f.InterventionPaused: _paused,
    f.InterventionResumed: _resumed,
    f.FinalSessionHeld: _final,
    f.InterventionWithdrawn: _withdrawn,
    f.InterventionReinstated: _reinstated,
}
