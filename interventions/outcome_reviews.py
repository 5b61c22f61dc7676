"""Formal reviews of how far the outcomes are reached, every so many months of the plan, by policy.

Optional: some contracts list monthly monitoring reviews (domain brief 7.6, A36).
"""

from collections.abc import Iterator
from datetime import datetime, time

from interventions.case import Case
from interventions.contacting import ask
from interventions.facts import AnyFact
from interventions.london import at_london, london_date, months_after
from interventions.stage import stage
from interventions.task import OUTCOME_REVIEW, Task
from interventions.vocabulary import Role, Stage

MORNING = time(9)


def review_at(case: Case) -> datetime | None:
    """When the next one is due, or None: counted from the first plan, then from the review before."""
    months, last = case.terms.policy.outcome_review_months, _last(case)
    if not months or case.pause or stage(case) not in (Stage.DELIVERY, Stage.FINAL_SESSION):
        return None
    since = last.opened_at if last else _first_plan(case)
    due = at_london(months_after(london_date(since), months), MORNING)
    back = case.pauses[-1].until if case.pauses else None
    return max(due, back) if back else due


def review(case: Case, at: datetime) -> Iterator[AnyFact]:
    """Ask for it."""
    what = "Review with the participant how far each outcome is reached, and write down what you find"
    task = f"{OUTCOME_REVIEW}{len(_asked(case)) + 1}"
    yield from ask(case, task, "review", Role.CASEWORKER, what, about="outcomes", at=at)


def _asked(case: Case) -> list[Task]:
    return [task for task in case.tasks.values() if task.id.startswith(OUTCOME_REVIEW)]


def _last(case: Case) -> Task | None:
    return max(_asked(case), key=lambda task: task.opened_at, default=None)


def _first_plan(case: Case) -> datetime:
    return min(plan.decided_at for plan in case.plans if plan.decision == "approved" and plan.decided_at)
