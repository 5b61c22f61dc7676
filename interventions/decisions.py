"""Which page decides on which message, once the table has let it through."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from interventions.case import Case
from interventions.errors import Refusal, TooEarly
from interventions.facts import AnyFact, TaskClosed
from interventions.length import not_too_long
from interventions.life import amending, endings, pauses
from interventions.meetings import absence, attendance, notes
from interventions.meetings.risk import read_as_asked
from interventions.messages import (
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
    Forfeit,
    HandOver,
    Message,
    MonitoringShown,
    NoteContact,
    Pause,
    Record,
    Reinstate,
    Resume,
    ReturnPlan,
    Spoken,
    SubmitPlan,
    SubmitReport,
    TextReply,
    UndoAmendment,
    Withdraw,
)
from interventions.monitoring.applying import monitoring_shown
from interventions.reception import admit
from interventions.stage import stage
from interventions.stages import action_plan, delivery, end_of_service, final_session, referral
from interventions.vocabulary import Stage
from interventions.words import carriers, replies

Decision = Callable[[Case, Any, datetime], Iterable[AnyFact]]


def decide(case: Case, message: Message, now: datetime) -> tuple[AnyFact, ...]:
    """The facts that follow from this message alone.

    Raises:
        Refusal: `not-in-this-stage`, `restricted`, `too-long`, `no-such-task`, or what the message's page
            says.
        TooEarly: its time will come (`too-early`, or what the page says).
    """
    here = stage(case)
    try:
        admit(message, here)
        _let_in(case, message)
        not_too_long(case, message)
        return tuple(DECIDE[type(message)](case, message, now))
    except TooEarly as no:
        if here is Stage.CLOSED:  # its time will never come
            raise Refusal(no.rule, no.reason, field=no.field) from None
        raise


def _let_in(case: Case, message: Message) -> None:
    """A restricted case hears only the staff it names (domain brief 8, restricted cases)."""
    named = case.referral.restricted_to
    if named and isinstance(message, Spoken) and message.by not in named:
        raise Refusal("restricted", "this case is restricted to named staff", field="by")


def _close_task(case: Case, message: CloseTask, now: datetime) -> Iterator[AnyFact]:
    task = case.tasks.get(message.task)
    if task is None:
        raise Refusal("no-such-task", "no task has this id", field="task")
    if task.closed_at is None:
        yield from read_as_asked(case, task, message.by, now)
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
    NoteContact: notes.note_contact,
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
    DeliveryReceipt: carriers.delivery_receipt,
    MonitoringShown: monitoring_shown,
    TextReply: replies.text_reply,
    ErrandReported: carriers.errand_reported,
}
