"""Formal reviews of how far the outcomes are reached, every so many months of the plan, by policy.

Optional: some contracts list monthly monitoring reviews (domain brief 7.6, A36).
"""

from collections.abc import Iterator
from datetime import datetime, time
from itertools import count

from interventions.case import Case
from interventions.days.london import at_london, london_date, months_after
from interventions.facts import AnyFact
from interventions.stage import stage
from interventions.task import OUTCOME_REVIEW, Task
from interventions.vocabulary import Role, Stage
from interventions.words.contacting import ask

MORNING = time(9)


def review_at(case: Case) -> datetime | None:
    """When the next one is due: a date counted from the first plan. None while one is open, or in a pause.

    What could not be held, in a pause, while the case was withdrawn or because the last one took so long, is
    not asked for as well.
    """
    months, last = case.terms.policy.outcome_review_months, _last(case)
    if not months or case.pause or stage(case) not in (Stage.DELIVERY, Stage.FINAL_SESSION):
        return None
    if last is None:
        return next(_dates(case, months))
    closed = last.closed_at
    return closed and next(at for at in _dates(case, months) if at > max(last.opened_at, closed))


def _dates(case: Case, months: int) -> Iterator[datetime]:
    first = min(plan.decided_at for plan in case.plans if plan.decision == "approved" and plan.decided_at)
    for number in count(1):
        yield at_london(months_after(london_date(first), number * months), MORNING)


def review(case: Case, at: datetime) -> Iterator[AnyFact]:
    """Ask for it."""
    what = "Review with the participant how far each outcome is reached, and write down what you find"
    task = f"{OUTCOME_REVIEW}{len(_asked(case)) + 1}"
    yield from ask(case, task, "review", Role.CASEWORKER, what, about="outcomes", at=at)


def _asked(case: Case) -> list[Task]:
    return [task for task in case.tasks.values() if task.id.startswith(OUTCOME_REVIEW)]


def _last(case: Case) -> Task | None:
    return max(_asked(case), key=lambda task: task.opened_at, default=None)
