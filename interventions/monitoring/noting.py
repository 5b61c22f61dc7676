"""Which facts become records for R&M, and what each record says (domain brief 3.3, 3.4).

R&M has no field for much of what happens; that goes into case notes, each under a marker of its own. A fact
R&M gave us is not told back.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from interventions import facts as f
from interventions.case import Case
from interventions.facts import AnyFact
from interventions.meetings.appointment import ASSESSMENT, Appointment, Contact, session
from interventions.monitoring.account import Untold
from interventions.monitoring.case_notes import NOTES
from interventions.monitoring.records import (
    AssessmentBooking,
    AssessmentFeedback,
    AssignmentRecord,
    MonitoringRecord,
    PlanRecord,
    ReportRecord,
    SessionBooking,
    SessionFeedback,
)
from interventions.promises.action_plan import ActionPlan
from interventions.promises.dose import sessions_of
from interventions.vocabulary import RM, Attended, MonitoringMode

POOR_CONDUCT = "Poor conduct was recorded."


def note(case: Case, fact: AnyFact) -> Case:
    """The case with whatever R&M must now be told at the end of the queue; `fact` is its latest."""
    if case.terms.policy.monitoring is MonitoringMode.OFF or fact.by == RM:
        return case
    new = tuple(
        Untold(key=f"monitoring/{case.sequence:04}/{record.record}", record=record)
        for record in _records(case, fact)
    )
    if not new:
        return case
    account = case.monitoring.model_copy(update={"untold": (*case.monitoring.untold, *new)})
    return case.model_copy(update={"monitoring": account})


def _records(case: Case, fact: AnyFact) -> Iterator[MonitoringRecord]:
    if how := RECORDS.get(type(fact)):
        yield from how(case, fact)
    if noted := NOTES.get(type(fact)):
        yield from noted(case, fact)


def _assigned(case: Case, fact: f.CaseworkerAllocated) -> Iterator[MonitoringRecord]:
    yield AssignmentRecord(at=fact.at, by=fact.by, caseworker=fact.caseworker)


def _booked(case: Case, fact: f.AppointmentBooked) -> Iterator[MonitoringRecord]:
    """A date in the past goes with its feedback, in R&M's one call for both."""
    date = fact.appointment
    if date.starts_at <= fact.at:
        return
    said = {
        "at": fact.at,
        "by": fact.by,
        "starts_at": date.starts_at,
        "minutes": date.minutes,
        "contact": date.contact,
        "place": date.place,
        "instead_of": _earlier(case, date),
        "moved_by": fact.moved_by,
        "reason": fact.reason if fact.moved_by else "",
    }
    if date.slot == ASSESSMENT:
        yield AssessmentBooking.model_validate(said)
    elif number := number_of(date.slot):
        yield SessionBooking.model_validate(said | {"number": number})


def _recorded(case: Case, fact: f.ContactRecorded) -> Iterator[MonitoringRecord]:
    contact = fact.contact
    said = _feedback(case, _date(case, contact), contact, fact)
    if contact.slot == ASSESSMENT:
        yield AssessmentFeedback.model_validate(said)
    elif number := number_of(contact.slot):
        yield SessionFeedback.model_validate(said | {"number": number})


def _feedback(case: Case, date: Appointment, contact: Contact, fact: f.ContactRecorded) -> dict[str, Any]:
    came = contact.attended is not Attended.NO
    return {
        "at": fact.at,
        "by": fact.by,
        "starts_at": date.starts_at,
        "minutes": date.minutes,
        "contact": date.contact,
        "place": date.place,
        "instead_of": _earlier(case, date),
        "attended": contact.attended,
        "held": contact.held,
        "late_reason": fact.late_reason,
        "no_session_reason": contact.no_session_reason if came and not contact.held else None,
        "no_session_text": fact.no_session_text or fact.reason if came and not contact.held else "",
        "summary": fact.summary if came else "",
        "behaviour": POOR_CONDUCT if fact.conduct == "poor" else "",
        "concerns": fact.concerns,
        "absence": "" if came else fact.summary or fact.reason,
    }


def _earlier(case: Case, date: Appointment) -> tuple[datetime, ...]:
    """Every date made here before for the same meeting: R&M may have refused, or never heard of, the last."""
    dates = case.slots[date.slot].appointments
    return tuple(each.starts_at for each in dates if each.version < date.version)


def _date(case: Case, contact: Contact) -> Appointment:
    dates = case.slots[contact.slot].appointments
    return next(date for date in dates if date.version == contact.version)


def _planned(case: Case, fact: f.PlanSubmitted) -> Iterator[MonitoringRecord]:
    activities = tuple(
        f"{target.what} (measured by: {target.measure}; by {target.by})" for target in fact.plan.targets
    )
    sessions = sessions_in(case, fact.plan)
    yield PlanRecord(at=fact.at, by=fact.by, version=fact.version, sessions=sessions, activities=activities)


def sessions_in(case: Case, plan: ActionPlan) -> int:
    """How many sessions R&M is told the plan has: hours are sessions of the usual length, rounded up (A5)."""
    return sum(sessions_of(case.specifications[each.pathway].dose, each.amount) for each in plan.doses)


def _reported(case: Case, fact: f.ReportSubmitted) -> Iterator[MonitoringRecord]:
    report = fact.report
    rows = case.specifications.values()
    yield ReportRecord(
        at=fact.at,
        by=fact.by,
        outcomes=report.outcomes,
        further_information=report.further_information,
        titles={outcome.id: outcome.title for row in rows for outcome in row.outcomes},
    )


def number_of(slot: str) -> int | None:
    """The number R&M knows a delivery session by, or None for what it has no session for."""
    number = slot.removeprefix(session(0)[:-1])
    return int(number) if number.isdecimal() else None


RECORDS: dict[type, Callable[[Case, Any], Iterator[MonitoringRecord]]] = {
    f.CaseworkerAllocated: _assigned,
    f.AppointmentBooked: _booked,
    f.ContactRecorded: _recorded,
    f.PlanSubmitted: _planned,
    f.ReportSubmitted: _reported,
}
