"""Risk: whoever is to meet the participant has read what is known of it (domain brief 8, risk).

The words stay in R&M, where they are read with the caseworker's own sign-in. Kept here is who said when that
they had read them; somebody who takes the case over reads them anew.
"""

from collections.abc import Iterator
from datetime import datetime

from interventions.case import Case
from interventions.errors import Refusal
from interventions.facts import AnyFact, RiskRead
from interventions.messages import Book
from interventions.task import Task
from interventions.vocabulary import Role
from interventions.words.contacting import ask


def read_first(case: Case, message: Book, now: datetime) -> Iterator[AnyFact]:
    """Lets a date be made once the caseworker has read; a meeting already held is never kept off the record.

    Raises:
        Refusal: `read-the-risk-first`.
    """
    if message.risk_read:
        yield from _read(case, message.by, now)
    elif _unread(case) and message.record is None:
        raise Refusal(
            "read-the-risk-first",
            "risk information came with the referral: read it in R&M, and say that it was read",
            field="risk_read",
        )


def read_before_the_next(case: Case, number: int, now: datetime) -> Iterator[AnyFact]:
    """Whoever takes over a case in which a date stands need not book one: they are asked to read by then."""
    asked = any(task.about == "risk" for task in case.open_tasks)
    if case.live and _unread(case) and not asked:
        by_then = case.terms.day_ends(now, case.terms.policy.task_working_days)
        what = "You have taken the case over: read what is known of risk, in R&M, before the next date"
        yield from ask(
            case,
            f"read-risk/{number}",
            "review",
            Role.CASEWORKER,
            what,
            about="risk",
            at=now,
            due=max(now, min(by_then, case.live[0].starts_at)),
        )


def read_as_asked(case: Case, task: Task, by: str, now: datetime) -> Iterator[AnyFact]:
    """A caseworker who was asked to read says that it is done; nobody else can have read it for them.

    Raises:
        Refusal: `read-it-yourself`.
    """
    if task.about != "risk":
        return
    worker = case.caseworker
    if worker and by != worker.username and case.terms.policy.follows(2):
        raise Refusal("read-it-yourself", "only the caseworker can say that they have read it", field="by")
    yield from _read(case, by, now)


def unread(case: Case, task: Task) -> bool:
    """Whether a task that asks for it is still to be done."""
    return task.about != "risk" or _unread(case)


def _read(case: Case, by: str, now: datetime) -> Iterator[AnyFact]:
    if case.caseworker and case.caseworker.username not in case.risk_read_by:
        yield RiskRead(at=now, by=by, caseworker=case.caseworker.username)


def _unread(case: Case) -> bool:
    """Whether there is something to read that the caseworker of now has not read, and a policy that asks."""
    asked = case.terms.policy.risk_is_read_first and case.referral.supplementary_risk_id is not None
    return asked and case.caseworker is not None and case.caseworker.username not in case.risk_read_by
