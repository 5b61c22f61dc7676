"""Nothing a person is called, or wrote, shows on a card, in a status, on a timer or in a refusal."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from pydantic import ValidationError

from interventions.agenda import agenda
from interventions.case import Case
from interventions.errors import Refusal
from interventions.messages import (
    AnswerThreeWay,
    ApprovePlan,
    Book,
    CallOff,
    CaseworkerGone,
    CloseTask,
    DecideEligibility,
    DeliveryReceipt,
    Forfeit,
    HandOver,
    Message,
    Pause,
    Record,
    Reinstate,
    Resume,
    ReturnPlan,
    SubmitPlan,
    SubmitReport,
    UndoAmendment,
    Withdraw,
)
from interventions.participant import Address, ContactSheet
from interventions.referral import Practitioner, Referral
from interventions.views.card import card, summary
from interventions.views.status import attributes, conclusion, status, timeline
from interventions.vocabulary import Channel, PauseReason, WithdrawalCode
from tests.builders import a_case, a_plan, a_referral, a_report, left_until, refusal, told
from tests.sayings import (
    a_booking,
    a_note,
    a_record,
    a_reply,
    allocation,
    an_amendment,
    days_between,
    next_session,
    on,
)

MARK = "Zqxmark"
AMENDED_CRN = "Q876543"
MARKS = re.compile(r"zqxmark|7700900999|q876543", re.IGNORECASE)
PROSE = ("concerns", "summary", "late_reason", "no_session_text", "next_steps", "further_support")


def marked(example: str, safe: dict[Channel, bool]) -> Referral:
    sheet = ContactSheet(mobile="+447700900999", address=Address(lines=(MARK,), postcode=MARK), safe=safe)
    return a_referral(
        example,
        crn=MARK,
        first_name=MARK,
        last_name=MARK,
        contact=sheet,
        reference=MARK,
        practitioner=Practitioner(username=MARK, name=MARK),
        further_information=MARK,
        accessibility_needs=MARK,
        additional_needs=MARK,
        unavailable=MARK,
        interpreter_language=MARK,
        contract=MARK,
    )


def a_marked_record(**changes: object) -> Record:
    prose = dict.fromkeys(PROSE, MARK) | {"reason": MARK, "needs": (MARK,), "barriers": (MARK,)}
    return a_record(by=MARK, **(prose | changes))


def a_marked_plan(case: Case) -> SubmitPlan:
    plan = a_plan(case, reason=MARK)
    words = {"what": MARK, "measure": MARK, "owner": MARK}
    targets = tuple(target.model_copy(update=words) for target in plan.targets)
    written = {"place": MARK, "modules": (MARK,), "all_the_same": MARK}
    dates = tuple(date.model_copy(update=written) for date in plan.dates)
    return SubmitPlan(by=MARK, plan=plan.model_copy(update={"targets": targets, "dates": dates}))


def journey(example: str, safe: dict[Channel, bool]) -> Iterator[Case]:
    """A whole journey in which every word anybody wrote is the mark."""
    case = a_case(marked(example, safe))
    yield (case := left_until(case, on(case, 4)))
    yield (case := told(case, allocation(by=MARK, caseworker=MARK, name=MARK), on(case, 4)))
    yield (case := told(case, a_booking(on(case, 5), by=MARK, place=MARK, reason=MARK)))
    missed = a_marked_record(attended="no", slot="assessment")
    yield (case := told(case, missed, on(case, 5, "11:00")))
    yield (case := told(case, a_booking(on(case, 6), by=MARK, place=MARK, reason=MARK)))
    yield (case := told(case, a_marked_record(), on(case, 6, "11:00")))
    yield (case := told(case, a_marked_plan(case), on(case, 7)))
    yield (case := told(case, ReturnPlan(by="pp", reasons=MARK)))
    yield (case := told(case, a_marked_plan(case)))
    yield (case := told(case, ApprovePlan(by="pp"), on(case, 8)))
    yield from (lived := list(real_life(case)))
    case = lived[-1]
    while not case.final:
        if not case.live:
            yield (case := told(case, next_try(case)))
        late = a_marked_record(attended="late")
        yield (case := told(case, late, case.live[0].ends_at))
    yield (case := left_until(case, case.last_at.replace(year=2027)))
    for task in case.open_tasks:
        yield (case := told(case, CloseTask(by=MARK, task=task.id, how=MARK)))
    lines = tuple(
        line.model_copy(update={"progress": MARK, "further_work": MARK}) for line in a_report(case).outcomes
    )
    report = a_report(case, outcomes=lines, further_information=MARK)
    yield (case := told(case, SubmitReport(by=MARK, report=report)))


def real_life(case: Case) -> Iterator[Case]:
    """Everything that is not on the main path, and the way back to it."""
    practitioner = Practitioner(username=MARK, name=MARK)
    for message in (
        CallOff(by=MARK, slot="session-1", reason=MARK),
        a_note(case.last_at, by=MARK, summary=MARK, concerns=MARK),
        an_amendment(by=MARK, reason=MARK, practitioner=practitioner, interpreter_language=f"{MARK} 2"),
        an_amendment(
            by=MARK, reason=MARK, additional_needs=f"{MARK} 2", crn=AMENDED_CRN, restricted_to=(MARK,)
        ),
        UndoAmendment(by=MARK, reason=MARK),
        HandOver(by=MARK, contract=f"{MARK} 2", reason=MARK),
        CaseworkerGone(by=MARK, reason=MARK),
        allocation(by=MARK, caseworker=f"{MARK} 2", name=MARK, reason=MARK),
        Pause(by=MARK, why=PauseReason.COURT, review_on=on(case, 20).date(), reason=MARK),
        Resume(by=MARK, reason=MARK),
        Withdraw(by=MARK, code=WithdrawalCode.ANOTHER_REASON, reason=MARK),
        Reinstate(by=MARK, reason=MARK),
    ):
        yield (case := told(case, message))
    for words in (MARK, "stop", "start", "2", "wrong number", f"suicide {MARK}"):
        yield (case := told(case, a_reply(words, case)))
    yield (case := told(case, next_try(case)))
    missed = a_marked_record(attended="no", slot="session-1")
    yield (case := told(case, missed, case.live[0].ends_at))
    yield told(case, Forfeit(by=MARK, slot="session-1", reason=MARK))


def next_try(case: Case) -> Book:
    """The session owed next, at the usual distance from now."""
    starts_at = case.last_at + timedelta(days=days_between(case))
    said = next_session(case, by=MARK, place=MARK, reason=MARK, all_the_same=MARK)
    return said.model_copy(update={"starts_at": starts_at})


def everything_shown(case: Case) -> Iterator[str]:
    yield card(case)
    yield status(case).model_dump_json()
    yield attributes(case).model_dump_json()
    yield json.dumps([line.model_dump(mode="json") for line in timeline(case)])
    yield from (f"{item.key} {item.what}" for item in agenda(case))
    yield from (f"{task.id} {task.what} {task.about}" for task in case.tasks.values())
    if case.ending:
        yield conclusion(case).model_dump_json()


@pytest.mark.parametrize("example", ["lifestyle-low", "family-low", "both-pathways"])
@pytest.mark.parametrize(
    "safe",
    [
        pytest.param({Channel.TEXT: True, Channel.LETTER: True}, id="safe"),
        pytest.param({Channel.TEXT: False}, id="not safe"),
    ],
)
def test_no_name_and_no_word_anybody_wrote_is_shown(example: str, safe: dict[Channel, bool]) -> None:
    assert not MARKS.search(summary(marked(example, safe)))
    cases = list(journey(example, safe))
    assert cases[-1].ending
    assert MARKS.search(cases[-1].model_dump_json())
    for case in cases:
        for shown in everything_shown(case):
            assert not MARKS.search(shown)


SAID: list[Message] = [
    a_booking("2026-07-01T10:00", slot=MARK),
    a_booking("2026-07-01T10:00", modules=(MARK,)),
    a_booking("2026-06-01T10:00", place=MARK, reason=MARK),
    a_booking("2026-07-01T10:00", slot="session-1", moved_by="participant", place=MARK, by=MARK),
    a_booking("2026-07-01T10:00", slot="session-1", moved_by="provider", reason=MARK, modules=(MARK,)),
    a_marked_record(slot=MARK),
    a_marked_record(slot="assessment"),
    ReturnPlan(by=MARK, reasons=MARK),
    CloseTask(by=MARK, task=MARK, how=MARK),
    DecideEligibility(by=MARK, module=MARK, eligible=True, reason=MARK),
    AnswerThreeWay(by=MARK, who="participant", accepts=True),
    DeliveryReceipt(key=MARK, arrived=True),
    a_note("2027-01-01T10:00", by=MARK, summary=MARK, concerns=MARK),
    CallOff(by=MARK, slot=MARK, reason=MARK),
    Forfeit(by=MARK, slot=MARK, reason=MARK),
    HandOver(by=MARK, contract=MARK, reason=MARK),
    Reinstate(by=MARK, reason=MARK),
    UndoAmendment(by=MARK, reason=MARK),
    an_amendment(by=MARK, reason=MARK, pathway="lifestyle-and-associates", complexity="high"),
]


@pytest.mark.parametrize("message", SAID, ids=lambda message: type(message).__name__)
def test_a_refusal_repeats_nothing_anybody_wrote(message: Message) -> None:
    case = next(case for case in journey("family-low", {}) if case.plan)
    no = refusal(case, message)
    assert isinstance(no, Refusal)
    assert not MARKS.search(f"{no} {no.rule} {no.field}")


def test_a_plan_that_is_refused_is_not_quoted() -> None:
    case = next(case for case in journey("lifestyle-low", {}) if case.assessed)
    message = a_marked_plan(case)
    worse = message.plan.model_copy(update={"dates": (), "contacts": (), "doses": ()})
    assert not MARKS.search(str(refusal(case, SubmitPlan(by=MARK, plan=worse))))


def test_a_message_that_cannot_be_read_is_not_quoted() -> None:
    with pytest.raises(ValidationError) as unread:
        Book.model_validate({"by": MARK, "starts_at": MARK, "minutes": MARK, "contact": MARK})
    assert not MARKS.search(str(unread.value))
