"""Stage 3. The action plan: submitted, approved or returned by the practitioner, copied to the participant.

Seeds, Action Plan: recorded on the monitoring system for the probation practitioner's approval; the
participant gets a copy with frequency and type of contact; next appointments are set out clearly. Due five
working days after the assessment; never silently approved (domain brief 7.6, A19 to A22).
"""

from collections.abc import Iterator
from datetime import datetime

from interventions.case import Case
from interventions.clocks import Clock, working_days_clock
from interventions.errors import Refusal, Refusals
from interventions.evolve import evolve_all
from interventions.facts import AnyFact, PlanApproved, PlanReturned, PlanSubmitted
from interventions.messages import ApprovePlan, ReturnPlan, SubmitPlan
from interventions.promises.action_plan import ActionPlan, PlanVersion
from interventions.promises.smart import findings
from interventions.stages import first_dates
from interventions.vocabulary import ApprovalMode, Role
from interventions.words.contacting import ask, by_letter
from interventions.words.papers import plan_copy
from interventions.words.where_to_read import by_verb


def submit(case: Case, message: SubmitPlan, now: datetime) -> Iterator[AnyFact]:
    """Send the plan to the practitioner; under `auto` approval it is in force at once, as in R&M today.

    One with less than the plan in force is the practitioner's to decide on all the same (domain brief 2.2).

    The very plan that awaits the decision, or is in force, changes nothing when it is submitted again.

    Raises:
        Refusal: `awaits-decision` while one lies with the practitioner; what `smart.findings` and
            `first_dates.objections` find.
    """
    last = case.plans[-1] if case.plans else None
    if last and last.plan == message.plan and last.decision != "returned":
        return
    if case.plan_awaited:
        raise Refusal("awaits-decision", "a plan lies with the probation practitioner")
    submitted = PlanSubmitted(at=now, by=message.by, version=len(case.plans) + 1, plan=message.plan)
    at_once = case.terms.policy.approval_mode is ApprovalMode.AUTO and not _to_be_decided(case, message.plan)
    _check(case, submitted, at_once=at_once)
    yield submitted
    after = evolve_all(case, [submitted])
    if at_once:
        yield from _in_force(after, "", now)
        return
    what = f"Read the action plan{by_verb(case)}: approve it, or return it with the changes wanted"
    task = f"decide/plan/{submitted.version}"
    yield from ask(after, task, "plan", Role.PROBATION_PRACTITIONER, what, about=task, at=now)


def _check(case: Case, submitted: PlanSubmitted, *, at_once: bool) -> None:
    """Lets a plan through that can be agreed; a field that has one finding gets no other.

    Raises:
        Refusals: everything that is wrong, by field and rule.
    """
    found = findings(case, submitted.plan, submitted.at)
    wrong = {field for field, _, _ in found}
    of_dates = first_dates.objections(case, submitted, at_once=at_once)
    found += [each for each in of_dates if each[0] not in wrong]
    if found:
        raise Refusals(found)


def _to_be_decided(case: Case, plan: ActionPlan) -> bool:
    """Whether some pathway gets less than by the plan in force."""
    if case.plan is None or not case.terms.policy.reductions_are_decided:
        return False
    before = {dose.pathway: dose.amount for dose in case.plan.plan.doses}
    return any(dose.amount < before.get(dose.pathway, 0) for dose in plan.doses)


def approve(case: Case, message: ApprovePlan, now: datetime) -> Iterator[AnyFact]:
    """Put the plan in force. Approving it again changes nothing.

    Raises:
        Refusal: `no-plan`, `other-version`, `own-plan`.
    """
    said_before = case.plan and message.version == case.plan.number
    if said_before or (case.plan and message.version is None and not case.plan_awaited):
        return
    _decidable(case, message.version, message.by)
    yield from _in_force(case, message.by, now)


def send_back(case: Case, message: ReturnPlan, now: datetime) -> Iterator[AnyFact]:
    """Ask for changes.

    Raises:
        Refusal: `no-plan`, `other-version`, `own-plan`.
    """
    plan = _decidable(case, message.version, message.by)
    yield PlanReturned(at=now, by=message.by, version=plan.number, reasons=message.reasons)
    what = f"The plan came back: read the changes wanted{by_verb(case)} and submit it again"
    yield from ask(case, f"revise/plan/{plan.number}", "plan", Role.CASEWORKER, what, about="plan", at=now)


def _decidable(case: Case, version: int | None, by: str) -> PlanVersion:
    plan = case.plan_awaited
    if plan is None:
        raise Refusal("no-plan", "no plan awaits a decision")
    if version not in (None, plan.number):
        raise Refusal("other-version", f"version {plan.number} awaits the decision", field="version")
    if by == plan.by or (case.caseworker and by == case.caseworker.username):
        raise Refusal("own-plan", "nobody decides on their own plan", field="by")
    return plan


def _in_force(case: Case, by: str, now: datetime) -> Iterator[AnyFact]:
    """Approved: the dates of the plan become appointments, and the participant gets their copy."""
    plan = case.plans[-1]
    facts: list[AnyFact] = [PlanApproved(at=now, by=by, version=plan.number)]
    for number in range(len(plan.plan.dates)):
        facts += first_dates.booked(evolve_all(case, facts), number, plan, by, now)
    after = evolve_all(case, facts)
    facts += by_letter(after, f"plan-copy/{plan.number}", plan_copy(after, plan), at=now)
    yield from facts


def clocks(case: Case) -> Iterator[Clock]:
    """Assessment to plan, and then, for each plan that was submitted, how long the decision takes."""
    policy = case.terms.policy
    if case.assessed:
        yield working_days_clock(
            case,
            "action-plan",
            Role.CASEWORKER,
            f"action plan submitted within {policy.plan_working_days} working days of the assessment",
            since=case.assessed.happened_at,
            days=policy.plan_working_days,
            met_at=case.plans[0].submitted_at if case.plans else None,
            warn_before=policy.plan_warning_working_days,
            cause="not-submitted",
        )
    for plan in case.plans:
        if policy.approval_mode is ApprovalMode.AUTO and plan.decided_at == plan.submitted_at:
            continue  # in force at once: nobody was asked
        if case.final and plan is case.plans[-1] and plan.decision != "approved":
            continue  # the final session overtook it: nobody will decide on it, or submit it again
        yield from _revision(case, plan)
        yield working_days_clock(
            case,
            f"approval/{plan.number}",
            Role.PROBATION_PRACTITIONER,
            f"plan decided on within {policy.approval_escalation_working_days} working days of submission",
            since=plan.submitted_at,
            days=policy.approval_escalation_working_days,
            met_at=plan.decided_at,
            warn_after=policy.approval_reminder_working_days,
            cause="no-decision",
        )


def _revision(case: Case, plan: PlanVersion) -> Iterator[Clock]:
    """A plan that came back is owed again, in as many days as the first one."""
    if plan.decision != "returned" or plan.decided_at is None:
        return
    days = case.terms.policy.plan_working_days
    again = next((later.submitted_at for later in case.plans if later.number > plan.number), None)
    yield working_days_clock(
        case,
        f"revision/{plan.number}",
        Role.CASEWORKER,
        f"returned plan submitted again within {days} working days",
        since=plan.decided_at,
        days=days,
        met_at=again,
        warn_before=case.terms.policy.plan_warning_working_days,
        cause="not-submitted",
    )
