"""Hearing a message: everything that has fallen due first, then the message, then what follows at once.

`hear` is the whole of the service's judgement: a case, a message and an instant in, facts out, or a refusal
that names the rule. The workflow calls it and nothing else; so do the tests and the rehearsals.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from interventions import absence, amending, attendance, endings, pauses
from interventions.agenda import agenda
from interventions.case import Case
from interventions.contacting import ask
from interventions.errors import Refusal
from interventions.evolve import evolve, evolve_all
from interventions.facts import (
    AnyFact,
    MessageSetAside,
    TaskClosed,
    WordAccepted,
    WordDelivered,
    WordFailed,
    WordLapsed,
)
from interventions.messages import (
    NAMES,
    Allocate,
    Amend,
    AnswerThreeWay,
    ApprovePlan,
    Book,
    CallOff,
    CaseworkerGone,
    CloseTask,
    DecideEligibility,
    DeliveryReceipt,
    ErrandReported,
    FallsDue,
    Forfeit,
    HandOver,
    Message,
    Pause,
    Record,
    Reinstate,
    Resume,
    ReturnPlan,
    Spoken,
    SubmitPlan,
    SubmitReport,
    UndoAmendment,
    Withdraw,
)
from interventions.reception import admit
from interventions.stage import stage
from interventions.stages import action_plan, delivery, end_of_service, final_session, referral
from interventions.vocabulary import Role

Decision = Callable[[Case, Any, datetime], Iterable[AnyFact]]

# A case in which more than this falls due at one instant has a rule that never rests: a bug of ours.
ENOUGH = 2000


def hear(case: Case, message: Message, now: datetime) -> tuple[AnyFact, ...]:
    """The facts that follow from a message said now, clocks that fell due before it included.

    Raises:
        Refusal: the message may not be said now (`not-in-this-stage`, `restricted`, `no-such-task`,
            `no-such-word`, or what its page says); nothing changes, and what fell due will be heard anyway.
    """
    before = catch_up(case, now)
    case = evolve_all(case, before)
    admit(message, stage(case))
    _let_in(case, message)
    said = tuple(DECIDE[type(message)](case, message, now))
    return (*before, *said, *catch_up(evolve_all(case, said), now))


def _let_in(case: Case, message: Message) -> None:
    """A restricted case hears only the staff it names (domain brief 8, restricted cases)."""
    named = case.referral.restricted_to
    if named and isinstance(message, Spoken) and message.by not in named:
        raise Refusal("restricted", "this case is restricted to named staff", field="by")


def hear_outside(case: Case, message: Message, now: datetime) -> tuple[AnyFact, ...]:
    """As `hear`, for the outside world, which cannot hear "no": a refused message is set aside, whole."""
    try:
        return hear(case, message, now)
    except Refusal as no:
        aside = MessageSetAside(
            at=now, message=NAMES[type(message)], rule=no.rule, content=message.model_dump_json()
        )
        return (*catch_up(case, now), aside)


def catch_up(case: Case, now: datetime) -> tuple[AnyFact, ...]:
    """Everything that has fallen due by now, in order of when it did."""
    facts: list[AnyFact] = []
    for _ in range(ENOUGH):
        due = next((item for item in agenda(case) if item.at <= now), None)
        if due is None:
            return tuple(facts)
        for fact in due.then(now):
            facts.append(fact)
            case = evolve(case, fact)
    raise AssertionError(f"{due.key} never stops falling due" if due else "unreachable")


def _fell_due(case: Case, message: FallsDue, now: datetime) -> Iterator[AnyFact]:
    """Nothing more to do: `hear` has caught up already."""
    return iter(())


def _errand_reported(case: Case, message: ErrandReported, now: datetime) -> Iterator[AnyFact]:
    if message.key not in case.outbox:
        return
    match message.outcome.result:
        case "accepted":
            yield WordAccepted(at=now, key=message.key, reference=message.outcome.reference)
        case "expired":
            yield WordLapsed(at=now, key=message.key)
        case _:
            why = message.outcome.why or message.outcome.result
            yield WordFailed(at=now, key=message.key, why=why)
            if why == "suppressed":
                return  # somebody died: there is no other way to find
            what = f"Could not be sent or produced ({why}): find another way"
            task = f"unsent/{message.key}"
            yield from ask(case, task, "sending", Role.OPERATIONS, what, about=message.key, at=now)


def _delivery_receipt(case: Case, message: DeliveryReceipt, now: datetime) -> Iterator[AnyFact]:
    word = case.words.get(message.key)
    if word is None or word.state in ("withheld", "lapsed"):
        raise Refusal("no-such-word", "nothing was sent under this key", field="key")
    if word.state in ("delivered", "undelivered"):
        return
    yield WordDelivered(at=now, key=message.key, arrived=message.arrived)
    if not message.arrived:
        what = "A text did not arrive: find another way to tell the participant"
        task = f"undelivered/{message.key}"
        yield from ask(case, task, "sending", Role.CASEWORKER, what, about=message.key, at=now)


def _close_task(case: Case, message: CloseTask, now: datetime) -> Iterator[AnyFact]:
    task = case.tasks.get(message.task)
    if task is None:
        raise Refusal("no-such-task", "no task has this id", field="task")
    if task.closed_at is None:
        yield TaskClosed(at=now, by=message.by, task=message.task, how=message.how)


DECIDE: dict[type[Message], Decision] = {
    Allocate: referral.allocate,
    Book: attendance.book_or_recall,
    Record: attendance.record,
    SubmitPlan: action_plan.submit,
    ApprovePlan: action_plan.approve,
    ReturnPlan: action_plan.send_back,
    DecideEligibility: delivery.decide_eligibility,
    AnswerThreeWay: final_session.answer,
    SubmitReport: end_of_service.submit,
    CloseTask: _close_task,
    Forfeit: absence.forfeit,
    CallOff: absence.call_off,
    Pause: pauses.pause,
    Resume: pauses.resume,
    Withdraw: endings.withdraw,
    Reinstate: endings.reinstate,
    CaseworkerGone: amending.caseworker_gone,
    HandOver: amending.hand_over,
    Amend: amending.amend,
    UndoAmendment: amending.undo,
    DeliveryReceipt: _delivery_receipt,
    FallsDue: _fell_due,
    ErrandReported: _errand_reported,
}
