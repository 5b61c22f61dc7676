"""What each fact changes in the case: the only way a case moves. No fact is judged here."""

from collections.abc import Callable, Iterable
from typing import Any

from interventions import facts as f
from interventions.case import Case, Caseworker, ClockMark, FinalSession, ThreeWay
from interventions.evolve.life import CHANGES_OF_LIFE
from interventions.evolve.replies import CHANGES_BY_REPLIES
from interventions.evolve.words import CHANGES_OF_WORDS
from interventions.facts import AnyFact
from interventions.gaps import mind_the_gap
from interventions.journal import journal_line
from interventions.meetings.appointment import Slot
from interventions.monitoring.changes import CHANGES_OF_MONITORING, keyed_in
from interventions.monitoring.noting import note
from interventions.people import followed
from interventions.promises.action_plan import PlanVersion

Changes = dict[str, Any]

# What moves nobody along and books nothing: no gap between sessions opens or closes over it.
BESIDE_THE_JOURNEY = {
    "words",
    "outbox",
    "postponed",
    "tasks",
    "overdue",
    "marks",
    "kept",
    "noted",
    "risk_read_by",
}


def begin(fact: f.ReferralReceived) -> Case:
    """The case as its first fact makes it."""
    case = Case(referral=fact.referral, terms=fact.terms, received_at=fact.at, last_at=fact.at)
    return case.model_copy(update={"sequence": 1, "journal": (journal_line(fact),)})


def evolve(case: Case, fact: AnyFact) -> Case:
    """The case after this fact."""
    changes = CHANGES[type(fact)](case, fact)
    beside = changes.keys() <= BESIDE_THE_JOURNEY
    changes |= {
        "sequence": case.sequence + 1,
        "last_at": max(case.last_at, fact.at),
        "journal": (*case.journal, journal_line(fact)),
    }
    after = case.model_copy(update=changes)
    return note(after if beside else mind_the_gap(after, fact), fact)


def evolve_all(case: Case, facts: Iterable[AnyFact]) -> Case:
    """The case after all of them, in order."""
    for fact in facts:
        case = evolve(case, fact)
    return case


def _allocated(case: Case, fact: f.CaseworkerAllocated) -> Changes:
    before = case.caseworker
    handovers = before.handovers + 1 if before else 0
    worker = Caseworker(username=fact.caseworker, name=fact.name, handovers=handovers)
    first = case.first_allocated_at or fact.at
    changes = {"caseworker": worker, "first_allocated_at": first, "caseworker_gone": False}
    return changes | {"tasks": followed(case.model_copy(update=changes))}


def _risk_read(case: Case, fact: f.RiskRead) -> Changes:
    return {"risk_read_by": (*case.risk_read_by, fact.caseworker)}


def _booked(case: Case, fact: f.AppointmentBooked) -> Changes:
    name = fact.appointment.slot
    slot = case.slots.get(name, Slot(name=name))
    slot = slot.model_copy(update={"appointments": (*slot.appointments, fact.appointment)})
    return {"slots": {**case.slots, name: slot}}


def _recorded(case: Case, fact: f.ContactRecorded) -> Changes:
    slot = case.slots[fact.contact.slot]
    slot = slot.model_copy(update={"contacts": (*slot.contacts, fact.contact)})
    return {"slots": {**case.slots, slot.name: slot}}


def _nothing(case: Case, fact: AnyFact) -> Changes:
    return {}


def _plan_submitted(case: Case, fact: f.PlanSubmitted) -> Changes:
    version = PlanVersion(number=fact.version, plan=fact.plan, submitted_at=fact.at, by=fact.by)
    return {"plans": (*case.plans, version)}


def _plan_decided(case: Case, fact: f.PlanApproved | f.PlanReturned) -> Changes:
    decision = "approved" if isinstance(fact, f.PlanApproved) else "returned"
    decided = case.plans[-1].model_copy(update={"decision": decision, "decided_at": fact.at})
    return {"plans": (*case.plans[:-1], decided)}


def _eligibility(case: Case, fact: f.EligibilityDecided) -> Changes:
    return {"eligibility": {**case.eligibility, fact.module: fact.eligible}}


def _three_way_offered(case: Case, fact: f.ThreeWayOffered) -> Changes:
    return {"three_way": ThreeWay(offered_at=fact.at)}


def _three_way_answered(case: Case, fact: f.ThreeWayAnswered) -> Changes:
    offer = case.three_way or ThreeWay(offered_at=fact.at)
    return {"three_way": offer.model_copy(update={fact.who: fact.accepts})}


def _final_held(case: Case, fact: f.FinalSessionHeld) -> Changes:
    final_only = case.terms.policy.follows(2)
    held = [contact for contact in case.contacts if contact.held and (contact.final or not final_only)]
    happened = max(contact.happened_at for contact in held)
    final = FinalSession(
        happened_at=happened,
        next_steps=fact.next_steps,
        further_support=fact.further_support,
        three_way=fact.three_way,
    )
    return {"final": final}


def _report_submitted(case: Case, fact: f.ReportSubmitted) -> Changes:
    return {"report": fact.report, "report_at": fact.at}


def _concluded(case: Case, fact: f.InterventionConcluded) -> Changes:
    return {"ending": fact.ending, "concluded_at": fact.at}


def _clock_warned(case: Case, fact: f.ClockWarned) -> Changes:
    mark = ClockMark(due=fact.due, warned=True)
    return {"marks": {**case.marks, fact.clock: mark}}


def _clock_breached(case: Case, fact: f.ClockBreached) -> Changes:
    mark = ClockMark(due=fact.due, warned=True, breached=True, cause=fact.cause)
    return {"marks": {**case.marks, fact.clock: mark}}


def _task_opened(case: Case, fact: f.TaskOpened) -> Changes:
    overdue = tuple(task for task in case.overdue if task != fact.task.id)
    return {"tasks": {**case.tasks, fact.task.id: fact.task}, "overdue": overdue}


def _task_closed(case: Case, fact: f.TaskClosed) -> Changes:
    task = case.tasks[fact.task].model_copy(update={"closed_at": fact.at, "closed_by": fact.by})
    return {"tasks": {**case.tasks, fact.task: task}} | keyed_in(case, fact)


CHANGES: dict[type, Callable[[Case, Any], Changes]] = (
    CHANGES_OF_LIFE
    | CHANGES_OF_MONITORING
    | CHANGES_BY_REPLIES
    | CHANGES_OF_WORDS
    | {
        f.CaseworkerAllocated: _allocated,
        f.RiskRead: _risk_read,
        f.AppointmentBooked: _booked,
        f.ContactRecorded: _recorded,
        f.AssessmentHeld: _nothing,
        f.PlanSubmitted: _plan_submitted,
        f.PlanApproved: _plan_decided,
        f.PlanReturned: _plan_decided,
        f.EligibilityDecided: _eligibility,
        f.ThreeWayOffered: _three_way_offered,
        f.ThreeWayAnswered: _three_way_answered,
        f.FinalSessionHeld: _final_held,
        f.ReportSubmitted: _report_submitted,
        f.InterventionConcluded: _concluded,
        f.ClockWarned: _clock_warned,
        f.ClockBreached: _clock_breached,
        f.TaskOpened: _task_opened,
        f.TaskClosed: _task_closed,
        f.MessageSetAside: _nothing,
    }
)
