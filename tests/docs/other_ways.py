"""Ways from stage to stage that are not the usual ones.

A final session brought forward, a plan that owes more than the one before, a meeting that nobody had booked.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from interventions.case import Case
from interventions.days.london import london_date
from interventions.messages import ApprovePlan, CallOff, HandOver, Message, SubmitPlan
from interventions.promises.action_plan import PlannedDate
from interventions.vocabulary import ApprovalMode, Stage
from tests.builders import a_case_at, a_plan, told
from tests.sayings import PRACTITIONER, WORKER, a_booking, a_pause, a_record, an_amendment, nobody_came

Said = tuple[Case, str, Message, datetime]
WHY = "as the register says"


def other_ways() -> Iterator[Said]:
    """A case, the name of a message, the message, and when it is said: it takes the case to another stage."""
    yield from _never_booked()
    yield from _the_final_session_early()
    yield from _another_dose()


def _never_booked() -> Iterator[Said]:
    """A meeting that took place unbooked is booked with its record."""
    yield _recalled(a_case_at(Stage.ASSESSMENT))
    yield _recalled(_nothing_booked(a_case_at(Stage.FINAL_SESSION)))
    yield _recalled(_nothing_booked(a_case_at(Stage.DELIVERY)), final=True)


def _the_final_session_early() -> Iterator[Said]:
    """It is booked with more sessions owed, and then something calls it off, or nobody comes."""
    case = _nothing_booked(a_case_at(Stage.DELIVERY))
    final = a_booking(case.last_at + timedelta(days=14), final=True)
    yield case, "book", final, case.last_at
    early = told(case, final)
    (date,) = early.live
    before = london_date(date.starts_at) - timedelta(days=1)
    yield early, "record", nobody_came(), date.ends_at
    for name, message in (
        ("call-off", _call_off(early)),
        ("pause", a_pause(f"{before}")),
        ("hand-over", HandOver(by="ops.example", contract="PRJ-0002", reason=WHY)),
        ("amend", an_amendment(latest_delivery=before)),
    ):
        yield early, name, message, early.last_at
    another = told(early, a_booking(date.starts_at - timedelta(days=2)))
    yield another, "call-off", _call_off(another), another.last_at


def _another_dose() -> Iterator[Said]:
    """A plan that is approved, or in force at once, may owe more sessions than the one before."""
    for auto in (False, True):
        mode = ApprovalMode.AUTO if auto else ApprovalMode.EXTERNAL_PP
        case = a_case_at(Stage.ACTION_PLAN, approval_mode=mode)
        yield from _in_force(case, _plan(case, 0), auto)
        last = _nothing_booked(a_case_at(Stage.FINAL_SESSION, approval_mode=mode))
        yield from _in_force(last, _plan(last, 1), auto)


def _in_force(case: Case, plan: SubmitPlan, auto: bool) -> Iterator[Said]:
    if auto:
        yield case, "submit-plan", plan, case.last_at
    else:
        yield told(case, plan), "approve-plan", ApprovePlan(by=PRACTITIONER), case.last_at


def _plan(case: Case, more: int) -> SubmitPlan:
    first = PlannedDate(starts_at=case.last_at + timedelta(days=7), place="Room 2")
    plan = a_plan(case, reason=WHY, dates=(first,))
    doses = tuple(dose.model_copy(update={"amount": dose.amount + more}) for dose in plan.doses)
    return SubmitPlan(by=WORKER, plan=plan.model_copy(update={"doses": doses}))


def _nothing_booked(case: Case) -> Case:
    return told(case, _call_off(case))


def _recalled(case: Case, **changes: bool) -> Said:
    now = case.last_at + timedelta(days=1)
    message = a_booking(now - timedelta(hours=2), reason=WHY, record=a_record(reason=WHY), **changes)
    return case, "book", message, now


def _call_off(case: Case) -> CallOff:
    return CallOff(by=WORKER, slot=case.live[0].slot, reason=WHY)
