"""Hearing: what fell due comes first, a refusal changes nothing, and the outside world is never refused."""

from collections.abc import Callable

import pytest

from interventions.case import Case
from interventions.conversation import catch_up, hear, hear_outside
from interventions.errors import Refusal
from interventions.evolve import evolve_all
from interventions.facts import MessageSetAside, TaskClosed
from interventions.messages import (
    CloseTask,
    DeliveryReceipt,
    ErrandReported,
    Message,
)
from interventions.participant import ContactSheet
from interventions.vocabulary import Role, Stage
from interventions.words.correspondence import Outcome
from tests.builders import a_case, a_case_at, a_referral, facts_of, left_until, names, refusal, told
from tests.sayings import a_booking, a_record, allocation, at

REMINDER = "reminder/session-1/1"


def reminded() -> Case:
    """The reminder of Wednesday's session-1 was asked for on Tuesday at 10am."""
    return left_until(a_case_at(Stage.DELIVERY), "2026-06-09T10:00")


def unsafe() -> Case:
    """Nobody said that writing home is safe."""
    return told(a_case(a_referral(contact=ContactSheet(mobile="+447700900112"))), allocation())


def accepted(case: Case, key: str = REMINDER) -> Case:
    return told(case, ErrandReported(key=key, outcome=Outcome(result="accepted", reference="SM1")))


REFUSED = [
    pytest.param(reminded, DeliveryReceipt(key="x", arrived=True), None, "not-sent-yet", "key", id="no such"),
    pytest.param(
        a_case, DeliveryReceipt(key="welcome/1", arrived=True), None, "too-early", "", id="before its stage"
    ),
    pytest.param(
        unsafe,
        DeliveryReceipt(key="welcome/1", arrived=True),
        None,
        "no-such-word",
        "key",
        id="a receipt for what was withheld",
    ),
    pytest.param(
        reminded, CloseTask(by="x", task="x", how="done"), None, "no-such-task", "task", id="an unknown task"
    ),
]


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_it_is_refused(case: Callable[[], Case], message: Message, when: None, rule: str, field: str) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)


def test_what_fell_due_is_heard_before_what_is_said() -> None:
    case = a_case()
    facts = hear(case, allocation(), at("2026-06-04T09:00"))
    assert names(facts)[:3] == ["ClockBreached", "TaskOpened", "CaseworkerAllocated"]
    assert names(facts)[-1] == "TaskClosed"
    assert facts[0].at == at("2026-06-04T00:00")


def test_a_refusal_changes_nothing_and_what_fell_due_is_heard_another_time() -> None:
    case = a_case()
    with pytest.raises(Refusal):
        hear(case, a_booking("2026-06-05T10:00"), at("2026-06-04T09:00"))
    assert case == a_case()
    assert names(catch_up(case, at("2026-06-04T09:00"))) == ["ClockBreached", "TaskOpened"]


def test_the_outside_world_is_set_aside_whole_instead_of_refused() -> None:
    case = a_case_at(Stage.CLOSED)
    receipt = DeliveryReceipt(key="nobody-knows", arrived=True)
    facts = hear_outside(case, receipt, case.last_at)
    assert names(facts) == ["MessageSetAside"]
    aside = facts[-1]
    assert isinstance(aside, MessageSetAside)
    assert (aside.message, aside.rule) == ("delivery-receipt", "not-sent-yet")
    assert DeliveryReceipt.model_validate_json(aside.content) == receipt


@pytest.mark.parametrize(
    ("outcome", "state", "asked"),
    [
        pytest.param(Outcome(result="accepted", reference="SM1"), "accepted", None, id="the carrier took it"),
        pytest.param(Outcome(result="expired"), "lapsed", None, id="too late to be of use"),
        pytest.param(Outcome(result="refused", why="opted-out"), "failed", "opted-out", id="it never will"),
        pytest.param(Outcome(result="failed"), "failed", "failed", id="nobody knows how to go on"),
    ],
)
def test_an_errand_comes_back(outcome: Outcome, state: str, asked: str | None) -> None:
    case = reminded()
    assert REMINDER in case.outbox
    back = told(case, ErrandReported(key=REMINDER, outcome=outcome))
    assert (back.words[REMINDER].state, REMINDER in back.outbox) == (state, False)
    tasks = [task for task in back.open_tasks if task.id == f"unsent/{REMINDER}"]
    assert [task.owner for task in tasks] == ([Role.CASEWORKER] if asked else [])
    assert all(f"({asked})" in task.what for task in tasks)
    assert facts_of(back, ErrandReported(key=REMINDER, outcome=outcome)) == ()


def test_a_receipt_says_once_whether_a_text_arrived() -> None:
    case = accepted(reminded())
    arrived = told(case, DeliveryReceipt(key=REMINDER, arrived=True))
    assert arrived.words[REMINDER].state == "delivered"
    assert facts_of(arrived, DeliveryReceipt(key=REMINDER, arrived=False)) == ()
    lost = told(case, DeliveryReceipt(key=REMINDER, arrived=False))
    assert lost.words[REMINDER].state == "undelivered"
    assert [task.id for task in lost.open_tasks if task.kind == "sending"] == [f"undelivered/{REMINDER}"]


@pytest.mark.parametrize("arrived", [True, False])
def test_a_receipt_that_overtakes_the_answer_of_the_carrier_is_not_forgotten(arrived: bool) -> None:
    case = accepted(told(reminded(), DeliveryReceipt(key=REMINDER, arrived=arrived)))
    assert case.words[REMINDER].state == ("delivered" if arrived else "undelivered")
    assert REMINDER not in case.outbox


def test_a_task_is_closed_once_and_says_how() -> None:
    lost = DeliveryReceipt(key=REMINDER, arrived=False)
    case = told(accepted(reminded()), lost)
    task = f"undelivered/{REMINDER}"
    assert task in [each.id for each in case.open_tasks]
    assert facts_of(case, lost) == ()
    done = CloseTask(by="ops.example", task=task, how="rang the participant")
    closed = told(case, done)
    assert task not in [each.id for each in closed.open_tasks]
    assert facts_of(case, done) == (TaskClosed(at=case.last_at, by=done.by, task=task, how=done.how),)
    assert facts_of(closed, done) == ()
    assert facts_of(closed, lost) == ()


def test_hearing_twice_gives_the_same_and_leaves_the_case_alone() -> None:
    case = a_case_at(Stage.FINAL_SESSION, "both-pathways")
    before, when = case.model_dump_json(), case.live[0].ends_at
    first, second = hear(case, a_record(), when), hear(case, a_record(), when)
    assert first == second
    assert case.model_dump_json() == before
    assert evolve_all(case, first) == evolve_all(case, second)
