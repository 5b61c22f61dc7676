"""The action plan in figures: submitted, decided on, copied to the participant."""

from datetime import date, datetime
from typing import Literal

from interventions.case import Case
from interventions.figures.looking import clock_of, due_day, first, in_time, working_days
from interventions.figures.measure import measure, number
from interventions.message import Wire
from interventions.vocabulary import ApprovalMode

REACHED = ("accepted", "delivered")


class PlanFigures(Wire):
    """From the assessment to a plan in force that the participant holds a copy of."""

    plan_due: date | None = measure(
        "The last day in time for the first plan: the policy's working days (five as shipped) after the "
        "assessment."
    )
    plan_first_submitted_at: datetime | None = measure("When the first plan was submitted.")
    plan_submitted_in_time: bool | None = measure(
        "Whether that was in time. Empty while it still can be, and where the clock was stopped."
    )
    plan_first_approved_at: datetime | None = measure("When the first plan came into force.")
    plan_versions: int = number("Plans submitted, revisions included.")
    plans_returned: int = number("Plans the practitioner sent back with changes wanted.")
    plan_decision_working_days: int | None = measure(
        "Working days from the first plan's submission to the practitioner's decision, whichever it was. "
        "Empty where policy approves plans by itself."
    )
    plan_decision_in_time: bool | None = measure(
        "Whether that decision came within the policy's days; empty while it still can."
    )
    plan_copy: Literal["posted", "handed-over", "not-yet"] | None = measure(
        "How the participant got their copy of the plan in force, in the language and format they asked for "
        "last: posted, once the carrier has taken it; handed-over, once somebody closed the task to do so. "
        "Empty before a plan is in force.",
        version=2,
    )


def plan_figures(case: Case) -> PlanFigures:
    """The figures of this stage."""
    plans = case.plans
    clock, decision = clock_of(case, "action-plan"), clock_of(case, "approval/1")
    by_hand = case.terms.policy.approval_mode is not ApprovalMode.AUTO
    approved = [plan.decided_at for plan in plans if plan.decision == "approved" and plan.decided_at]
    return PlanFigures(
        plan_due=due_day(clock),
        plan_first_submitted_at=plans[0].submitted_at if plans else None,
        plan_submitted_in_time=in_time(clock),
        plan_first_approved_at=first(approved),
        plan_versions=len(plans),
        plans_returned=sum(plan.decision == "returned" for plan in plans),
        plan_decision_working_days=(
            working_days(case, plans[0].submitted_at, plans[0].decided_at) if plans and by_hand else None
        ),
        plan_decision_in_time=in_time(decision),
        plan_copy=_copy(case),
    )


def _copy(case: Case) -> Literal["posted", "handed-over", "not-yet"] | None:
    if case.plan is None:
        return None
    first = f"plan-copy/{case.plan.number}"
    again = [
        key for key, word in case.words.items() if key.startswith(f"{first}/") and word.errand == "letter"
    ]
    key = again[-1] if again else first
    word, task = case.words.get(key), case.tasks.get(f"reach/{key}")
    if word and word.state in REACHED:
        return "posted"
    return "handed-over" if task and task.closed_by else "not-yet"
