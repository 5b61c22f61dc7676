"""Cases from every walk of life, and each message as it would be said to them."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache

from interventions.case import Case
from interventions.days.london import london_date
from interventions.errors import Refusal
from interventions.messages import (
    Amend,
    AnswerThreeWay,
    ApprovePlan,
    CallOff,
    CaseworkerGone,
    CloseTask,
    DecideEligibility,
    DeliveryReceipt,
    ErrandReported,
    Forfeit,
    HandOver,
    Message,
    NoteContact,
    Pause,
    Reinstate,
    Resume,
    ReturnPlan,
    SubmitPlan,
    SubmitReport,
    UndoAmendment,
    Withdraw,
)
from interventions.promises.dose import ledgers
from interventions.vocabulary import PauseReason, Stage, WithdrawalCode
from interventions.words.correspondence import Outcome
from tests.builders import a_case_at, a_plan, a_report, told
from tests.sayings import (
    PRACTITIONER,
    WORKER,
    a_booking,
    a_record,
    a_reply,
    allocation,
    next_session,
    nobody_came,
    on,
)
from tests.shown import a_later_deadline, shown

WHY = "as the register says"

SAY: dict[str, Callable[[Case], Message]] = {
    "allocate": lambda case: allocation(),
    "book": lambda case: next_session(case) if case.plan else a_booking(on(case, 3)),
    "record": lambda case: a_record(),
    "submit-plan": lambda case: SubmitPlan(by=WORKER, plan=a_plan(case)),
    "approve-plan": lambda case: ApprovePlan(by=PRACTITIONER),
    "return-plan": lambda case: ReturnPlan(by=PRACTITIONER, reasons=WHY),
    "decide-eligibility": lambda case: DecideEligibility(
        by=PRACTITIONER, module="erase", eligible=True, reason=WHY
    ),
    "answer-three-way": lambda case: AnswerThreeWay(by=PRACTITIONER, who="practitioner", accepts=True),
    "submit-report": lambda case: SubmitReport(by=WORKER, report=a_report(case)),
    "note-contact": lambda case: NoteContact(by=WORKER, happened_at=case.last_at, summary=WHY),
    "close-task": lambda case: CloseTask(by=WORKER, task=next(iter(case.tasks), ""), how=WHY),
    "forfeit": lambda case: Forfeit(by=WORKER, slot=f"session-{len(case.sessions)}", reason=WHY),
    "call-off": lambda case: CallOff(by=WORKER, slot=next(iter(reversed(case.slots)), ""), reason=WHY),
    "pause": lambda case: Pause(
        by=WORKER,
        why=PauseReason.COURT,
        review_on=london_date(case.last_at) + timedelta(days=14),
        reason=WHY,
    ),
    "resume": lambda case: Resume(by=WORKER),
    "withdraw": lambda case: Withdraw(by=PRACTITIONER, code=WithdrawalCode.MOVED, reason=WHY),
    "reinstate": lambda case: Reinstate(by=PRACTITIONER, reason=WHY),
    "caseworker-gone": lambda case: CaseworkerGone(by=WORKER, reason=WHY),
    "hand-over": lambda case: HandOver(by=WORKER, contract="PRJ-0002", reason=WHY),
    "amend": lambda case: Amend(by=PRACTITIONER, interpreter_language="Polish", reason=WHY),
    "undo-amendment": lambda case: UndoAmendment(by=PRACTITIONER, reason=WHY),
    "delivery-receipt": lambda case: DeliveryReceipt(key=next(iter(case.words), ""), arrived=True),
    "monitoring-seen": lambda case: shown(case, completion_deadline=a_later_deadline(case)),
    "text-reply": lambda case: a_reply("hello", case),
    "errand-reported": lambda case: ErrandReported(
        key=next(iter(case.outbox), ""), outcome=Outcome(result="accepted")
    ),
}


def heard(case: Case, name: str) -> Case | None:
    """The case after it heard this message, or None where it said no."""
    when = case.live[0].ends_at if name == "record" and case.live else case.last_at
    try:
        return told(case, SAY[name](case), max(when, case.last_at))
    except Refusal:
        return None


@cache
def walks_of_life() -> tuple[Case, ...]:
    """A case of every stage, as it comes and with what each message needs first."""
    return tuple(case for here in Stage for case in _at(here))


def _at(here: Stage) -> Iterator[Case]:
    case = a_case_at(here)
    yield case
    match here:
        case Stage.ASSESSMENT:
            yield told(case, SAY["book"](case))
        case Stage.ACTION_PLAN:
            yield told(case, SAY["submit-plan"](case))
        case Stage.DELIVERY:
            # The last but one: booked, and missed.
            nearly = a_case_at(here, held=3)
            yield nearly
            yield told(nearly, nobody_came(), nearly.live[0].ends_at)
        case Stage.FINAL_SESSION:
            yield _revised(case)
    if here is not Stage.CLOSED:
        yield told(case, SAY["amend"](case))
    if here not in (Stage.END_OF_SERVICE, Stage.CLOSED):
        yield from (told(case, SAY[name](case)) for name in ("withdraw", "pause"))


def _revised(case: Case) -> Case:
    """With a longer plan before the practitioner."""
    plan = a_plan(case, reason=WHY)
    longer = [dose.model_copy(update={"amount": dose.amount + 1}) for dose in plan.doses]
    assert len(longer) == len(ledgers(case))
    return told(case, SubmitPlan(by=WORKER, plan=plan.model_copy(update={"doses": tuple(longer)})))
