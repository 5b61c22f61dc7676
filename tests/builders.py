"""Plain, valid, overridable things to test with: a referral, its terms, a case at any stage, a plan."""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from interventions.agenda import agenda, clocks
from interventions.case import Case, Gap
from interventions.clocks import Clock
from interventions.conversation import catch_up, hear
from interventions.days.working_days import WorkingCalendar, load_calendar
from interventions.end_of_service import EndOfServiceReport, OutcomeReached
from interventions.errors import Refusal
from interventions.evolve import begin, evolve_all
from interventions.facts import AnyFact
from interventions.messages import ApprovePlan, Message, SubmitPlan, SubmitReport
from interventions.promises.action_plan import ActionPlan, PlannedDate, PlannedDose, Target
from interventions.promises.catalogue import Catalogue, ServiceSpecification
from interventions.promises.dose import owed
from interventions.promises.policy import Policy, load_policy
from interventions.promises.terms import Terms, pin
from interventions.referral import Referral
from interventions.stage import stage
from interventions.stages.referral import receive
from interventions.vocabulary import Achievement, ContactType, Stage
from starter.referral_form import read_referral
from tests.sayings import PRACTITIONER, WORKER, a_booking, a_record, allocation, at, next_session, on

EXAMPLES = Path(__file__).parents[1] / "examples"
SENT = "2026-06-01T10:00"


@cache
def the_catalogue() -> Catalogue:
    """Both pathways as shipped."""
    return Catalogue.load()


@cache
def the_calendar() -> WorkingCalendar:
    """Working days of England and Wales as shipped."""
    return load_calendar()


def a_referral(example: str = "lifestyle-low", *, sent: str | datetime = SENT, **changes: Any) -> Referral:
    """A shipped example, sent when we say; `changes` replace fields of `Referral` or of its participant.

    The example's own completion deadline is left out unless given, so that dates can be moved freely; so is
    when the participant can't come, which is one task more for the caseworker.
    """
    read = _as_shipped(example)
    person: dict[str, Any] = {
        key: changes.pop(key) for key in ("crn", "first_name", "last_name", "contact") if key in changes
    }
    fields = {
        "sent_at": at(sent),
        "completion_deadline": None,
        "unavailable": "",
        "participant": read.participant.model_copy(update=person),
    }
    return read.model_copy(update=fields | changes)


@cache
def _as_shipped(example: str) -> Referral:
    document = json.loads((EXAMPLES / f"{example}.json").read_text("utf-8"))
    return read_referral(document, catalogue=the_catalogue(), now=at("2030-01-01T00:00"))


@cache
def the_policy() -> Policy:
    """The standard policy as shipped."""
    return load_policy()


def some_terms(referral: Referral, **policy: Any) -> Terms:
    """What is promised to this referral under the standard policy, `policy` changing some of its numbers."""
    changed = Policy.model_validate(the_policy().model_dump() | policy)
    return pin(referral, the_catalogue(), changed, the_calendar())


def a_case(referral: Referral | None = None, *, received: str | datetime = "", **policy: Any) -> Case:
    """A case as its first fact makes it, received when the referral was sent unless `received` says when.

    Nobody looks whether the same person is on the service twice, unless `policy` says so.
    """
    policy = {"look_for_duplicates": False} | policy
    referral = referral or a_referral()
    now = at(received) if received else referral.sent_at
    return begin(receive(referral, some_terms(referral, **policy), now))


def told(case: Case, message: Message, when: str | datetime | None = None) -> Case:
    """The case after it heard the message, at `when` or at the moment of its last fact."""
    now = at(when) if when else case.last_at
    case = left_until(case, now)
    return evolve_all(case, hear(case, message, now))


def facts_of(case: Case, message: Message, when: str | datetime | None = None) -> tuple[AnyFact, ...]:
    """What follows from the message alone, at `when` or at the moment of the case's last fact."""
    now = at(when) if when else case.last_at
    return hear(left_until(case, now), message, now)


def left_until(case: Case, when: str | datetime) -> Case:
    """The case after nobody said anything until `when`; the service is woken for each thing due."""
    until = at(when)
    while (due := agenda(case)) and due[0].at <= until:
        case = evolve_all(case, catch_up(case, max(due[0].at, case.last_at)))
    return case


def asleep_until(case: Case, when: str | datetime) -> Case:
    """The same, but the service is down all the while and catches up in one go."""
    return evolve_all(case, catch_up(case, at(when)))


def a_target(case: Case, **changes: Any) -> Target:
    """A SMART target serving the first outcome wanted, due four weeks after the case's last fact."""
    usual = {
        "what": "Attend the community garden",
        "measure": "twice a week, by the sign-in sheet",
        "by": case.last_at.date() + timedelta(weeks=4),
        "outcome": case.referral.selections[0].outcomes[0],
        "owner": "participant",
    }
    return Target.model_validate(usual | changes)


def a_plan(case: Case, **changes: Any) -> ActionPlan:
    """One that can be agreed: a target an outcome, the norm of each pathway, a first date if none stands."""
    outcomes = [outcome for chosen in case.referral.selections for outcome in chosen.outcomes]
    first = PlannedDate(starts_at=on(case, 9), place="Room 2", pathway=case.pathways[0])
    rows = case.specifications.values()
    usual = {
        "targets": tuple(a_target(case, outcome=outcome) for outcome in outcomes),
        "doses": tuple(
            PlannedDose(pathway=row.pathway, amount=row.dose.amount, per_period=_usual_pace(row))
            for row in rows
        ),
        "contacts": (ContactType.FACE_TO_FACE, ContactType.PHONE),
        "dates": () if case.live else (first,),
    }
    return ActionPlan.model_validate(usual | changes)


def _usual_pace(row: ServiceSpecification) -> int:
    """The slowest that delivers the norm in its weeks."""
    paces = range(row.cadence.minimum, row.cadence.maximum + 1)
    return next(pace for pace in paces if row.weeks is None or row.dose.sessions <= (row.at_most(pace) or 0))


def a_report(case: Case, **changes: Any) -> EndOfServiceReport:
    """A report that gives every outcome of the referral its level."""
    outcomes = [outcome for chosen in case.referral.selections for outcome in chosen.outcomes]
    lines = tuple(OutcomeReached(outcome=each, achievement=Achievement.ACHIEVED) for each in outcomes)
    return EndOfServiceReport.model_validate({"outcomes": lines} | changes)


@cache
def a_case_at(
    wanted: Stage, example: str = "lifestyle-low", *, sent: str = SENT, held: int = 0, **policy: Any
) -> Case:
    """A case of that stage, everything done well and in time; `held` sessions are held in DELIVERY.

    REFERRAL, ASSESSMENT and ACTION_PLAN have nothing booked; DELIVERY has the next session booked and
    FINAL_SESSION the final one. Built once for each set of arguments: a case is never changed in place.
    """
    if held:
        return _session_held(a_case_at(wanted, example, sent=sent, held=held - 1, **policy))
    if wanted is Stage.REFERRAL:
        return a_case(a_referral(example, sent=sent), **policy)
    before = list(Stage)[list(Stage).index(wanted) - 1]
    return _step(wanted, a_case_at(before, example, sent=sent, **policy))


def carried_to(wanted: Stage, case: Case) -> Case:
    """The same for a case of your own that has just begun."""
    for step in list(Stage)[1 : list(Stage).index(wanted) + 1]:
        case = _step(step, case)
    return case


def _step(wanted: Stage, case: Case) -> Case:
    """From the stage before to this one."""
    match wanted:
        case Stage.ASSESSMENT:
            case = told(case, allocation(), on(case, 1))
        case Stage.ACTION_PLAN:
            case = _assessed(case)
        case Stage.DELIVERY:
            case = _approved(case)
        case Stage.FINAL_SESSION:
            for _ in range(owed(case) - 1):
                case = _session_held(case)
        case Stage.END_OF_SERVICE:
            case = _session_held(case)
        case Stage.CLOSED:
            case = told(case, SubmitReport(by=WORKER, report=a_report(case)))
    assert stage(case) is wanted
    return case


def _assessed(case: Case) -> Case:
    case = told(case, a_booking(on(case, 3)), on(case, 1, "10:05"))
    return told(case, a_record(), on(case, 3, "11:30"))


def _approved(case: Case) -> Case:
    case = told(case, SubmitPlan(by=WORKER, plan=a_plan(case)), on(case, 4))
    return told(case, ApprovePlan(by=PRACTITIONER), on(case, 7))


def _session_held(case: Case) -> Case:
    """The session that is booked is held, and the next one booked with it."""
    now = case.live[0].starts_at + timedelta(minutes=75)
    case = told(case, a_record(), now)
    if stage(case) in (Stage.DELIVERY, Stage.FINAL_SESSION):
        return told(case, next_session(case), now)
    return case


def refusal(case: Case, message: Message, when: str | datetime | None = None) -> Refusal:
    """The refusal of a message that may not be said, and proof that it is one."""
    try:
        facts = facts_of(case, message, when)
    except Refusal as no:
        return no
    raise AssertionError(f"heard, and should have been refused: {[fact.fact for fact in facts]}")


def names(facts: Iterable[AnyFact]) -> list[str]:
    """What happened, by name, in order."""
    return [fact.fact for fact in facts]


def clock(case: Case, name: str) -> Clock:
    """The clock of that name."""
    return next(found for found in clocks(case) if found.name == name)


def session_gaps(case: Case) -> list[Gap]:
    """The stretches in which a session was owed and no date stood."""
    return [gap for gap in case.gaps if gap.of == "session"]
