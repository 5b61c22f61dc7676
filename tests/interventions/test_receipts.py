"""Accepted is not delivered: what carriers say late or never, and what follows."""

from typing import Any

import pytest

from interventions.agenda import agenda
from interventions.case import Case
from interventions.messages import DeliveryReceipt, ErrandReported
from interventions.participant import ContactSheet
from interventions.views.card import card
from interventions.views.status import status
from interventions.vocabulary import Channel, Role, Stage, TextsOff
from interventions.words.correspondence import AskReceipt, Outcome
from tests.builders import a_case, a_referral, carried_to, facts_of, left_until, names, told
from tests.sayings import a_booking, an_amendment, at

MOBILE, REMINDER, ASKED = "+447700900101", "reminder/assessment/1", "receipt/reminder/assessment/1"
SHEET = ContactSheet(mobile=MOBILE, safe={Channel.TEXT: True})
TAKEN = Outcome(result="accepted", reference="SM1")


def reminded(**policy: Any) -> Case:
    """On the eve of the assessment, at ten past ten, with the reminder just asked for."""
    case = carried_to(Stage.ASSESSMENT, a_case(a_referral("family-low", contact=SHEET), **policy))
    return left_until(told(case, a_booking("2026-06-04T10:00")), "2026-06-03T10:10")


def taken(**policy: Any) -> Case:
    """The carrier took it."""
    return told(reminded(**policy), ErrandReported(key=REMINDER, outcome=TAKEN), "2026-06-03T10:12")


def asked_and(outcome: Outcome) -> Case:
    """The carrier was asked in the policy's time, and said this."""
    case = left_until(taken(), "2026-06-03T14:00")
    return told(case, ErrandReported(key=ASKED, outcome=outcome))


def tasks(case: Case) -> dict[str, Role]:
    return {task.id: task.owner for task in case.open_tasks}


def test_the_carrier_is_asked_after_a_text_it_said_no_more_of() -> None:
    case = taken()
    (due,) = [item for item in agenda(case) if item.key == ASKED]
    assert due.at == at("2026-06-03T14:00")
    later = left_until(case, "2026-06-03T14:00")
    assert later.outbox[ASKED] == AskReceipt(key=ASKED, about=REMINDER)


def test_an_older_policy_asks_nobody() -> None:
    case = taken(receipt_hours=None)
    assert [item.key for item in agenda(case) if item.key.startswith("receipt/")] == []


def test_a_text_that_arrived_is_not_asked_after() -> None:
    case = told(taken(), DeliveryReceipt(key=REMINDER, arrived=True), "2026-06-03T11:00")
    assert "ReceiptAnswered" not in [line.fact for line in left_until(case, "2026-06-04T09:00").journal]
    assert ASKED not in left_until(case, "2026-06-04T09:00").words


@pytest.mark.parametrize(
    ("outcome", "state", "task"),
    [
        pytest.param(Outcome(result="arrived"), "delivered", None, id="it arrived"),
        pytest.param(
            Outcome(result="did-not-arrive", why="30003"), "undelivered", f"undelivered/{REMINDER}", id="lost"
        ),
        pytest.param(Outcome(result="accepted"), "accepted", f"unheard/{REMINDER}", id="it has it still"),
        pytest.param(Outcome(result="failed", why="down"), "accepted", f"unheard/{REMINDER}", id="no answer"),
    ],
)
def test_whatever_the_carrier_knows_somebody_or_nobody_has_to_ring(
    outcome: Outcome, state: str, task: str | None
) -> None:
    case = asked_and(outcome)
    assert (case.words[REMINDER].state, case.outbox) == (state, {})
    assert tasks(case) == ({task: Role.CASEWORKER} if task else {})


def test_a_receipt_after_all_closes_the_question() -> None:
    silent = asked_and(Outcome(result="accepted"))
    late = told(silent, DeliveryReceipt(key=REMINDER, arrived=True))
    assert (late.words[REMINDER].state, tasks(late)) == ("delivered", {})
    lost = told(silent, DeliveryReceipt(key=REMINDER, arrived=False, code="30003"))
    assert tasks(lost) == {f"undelivered/{REMINDER}": Role.CASEWORKER}


def test_a_receipt_between_the_question_and_its_answer_stands() -> None:
    case = left_until(taken(), "2026-06-03T14:00")
    case = told(case, DeliveryReceipt(key=REMINDER, arrived=True))
    late = ErrandReported(key=ASKED, outcome=Outcome(result="did-not-arrive", why="30003"))
    assert names(facts_of(case, late)) == ["ReceiptAnswered"]
    assert told(case, late).words[REMINDER].state == "delivered"


def test_whether_it_arrived_is_no_question_any_more_once_the_date_is_past_or_moved() -> None:
    case = asked_and(Outcome(result="accepted"))
    moved = a_booking("2026-06-08T10:00", slot="assessment", moved_by="provider", reason="a flood")
    assert tasks(told(case, moved)) == {}


@pytest.mark.parametrize(
    ("code", "off"),
    [
        pytest.param("30006", TextsOff.NUMBER_BAD, id="a landline"),
        pytest.param("30005", TextsOff.NUMBER_BAD, id="nobody's number"),
        pytest.param("21610", TextsOff.OPTED_OUT, id="their carrier takes none"),
        pytest.param("30003", None, id="a phone that is off works tomorrow"),
        pytest.param("", None, id="no reason given"),
    ],
)
def test_a_number_no_text_will_reach_gets_no_more(code: str, off: TextsOff | None) -> None:
    case = told(taken(), DeliveryReceipt(key=REMINDER, arrived=False, code=code))
    assert case.texts_off == ({MOBILE: off} if off else {})
    assert f"undelivered/{REMINDER}" in tasks(case)
    agree = [task for task in tasks(case) if task.startswith("keep-in-touch/")]
    assert len(agree) == (off is TextsOff.OPTED_OUT)


@pytest.mark.parametrize(("why", "off"), [("invalid-number", "number-bad"), ("opted-out", "opted-out")])
def test_a_refused_text_is_the_caseworkers_to_tell_and_the_number_is_left_alone(why: str, off: str) -> None:
    case = told(reminded(), ErrandReported(key=REMINDER, outcome=Outcome(result="refused", why=why)))
    assert (case.texts_off, tasks(case)[f"unsent/{REMINDER}"]) == ({MOBILE: off}, Role.CASEWORKER)
    other = a_booking("2026-06-05T10:00", slot="assessment", moved_by="provider", reason="a flood")
    again = left_until(told(case, other), "2026-06-04T10:05")
    assert again.words["reminder/assessment/2"].state == "withheld"


def test_under_an_older_policy_a_refused_text_is_for_operations() -> None:
    case = reminded(letter_fallback_working_days=None)
    case = told(case, ErrandReported(key=REMINDER, outcome=Outcome(result="refused", why="rate")))
    assert tasks(case) == {f"unsent/{REMINDER}": Role.OPERATIONS}


def test_a_refusal_of_the_old_number_says_nothing_of_the_new_one() -> None:
    """R8: the number is what was texted, not what is on the sheet by now."""
    new = SHEET.model_copy(update={"mobile": "+447700900102", "version": 2})
    case = told(taken(), an_amendment(contact=new))
    case = told(case, DeliveryReceipt(key=REMINDER, arrived=False, code="30006"))
    assert (case.texts_off, status(case).texts_off) == ({MOBILE: TextsOff.NUMBER_BAD}, "")


@pytest.mark.parametrize(
    ("case", "said"),
    [
        pytest.param(reminded, "text on its way to the phone network", id="asked for"),
        pytest.param(taken, "text with the phone network since Wednesday 3 June at 10:12am", id="accepted"),
        pytest.param(
            lambda: told(taken(), DeliveryReceipt(key=REMINDER, arrived=True)), "text arrived", id="arrived"
        ),
        pytest.param(
            lambda: told(taken(), DeliveryReceipt(key=REMINDER, arrived=False, code="30003")),
            "text did not arrive (30003)",
            id="did not",
        ),
    ],
)
def test_card_and_status_tell_accepted_from_delivered(case: Any, said: str) -> None:
    shown = case()
    assert f"({said})" in card(shown)
    (view,) = status(shown).texts_under_way
    assert (view.key, f"text {view.progress}") == (REMINDER, said)
