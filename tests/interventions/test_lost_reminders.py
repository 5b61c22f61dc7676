"""A reminder that did not go or arrive is told by a person before its date, as long as the date stands."""

import pytest

from interventions.case import Case
from interventions.messages import DeliveryReceipt, ErrandReported, Message
from interventions.words.correspondence import Outcome
from tests.builders import facts_of, names, told
from tests.interventions.test_receipts import REMINDER, TAKEN, reminded
from tests.sayings import a_booking, at

MOVED = a_booking("2026-06-08T10:00", slot="assessment", moved_by="provider", reason="a flood")
TOO_MANY = ErrandReported(key=REMINDER, outcome=Outcome(result="refused", why="cap-person"))
TOO_LATE = ErrandReported(key=REMINDER, outcome=Outcome(result="expired"))
UNSENT, LOST, REACH = f"unsent/{REMINDER}", f"undelivered/{REMINDER}", f"reach/{REMINDER}"
DID_NOT_ARRIVE = DeliveryReceipt(key=REMINDER, arrived=False, code="30003")


def taken(**policy: bool) -> Case:
    return told(reminded(**policy), ErrandReported(key=REMINDER, outcome=TAKEN))


@pytest.mark.parametrize(
    ("before", "said", "task"),
    [
        pytest.param(reminded(), TOO_MANY, UNSENT, id="they had enough texts that day"),
        pytest.param(taken(), DID_NOT_ARRIVE, LOST, id="it did not arrive"),
        pytest.param(reminded(), TOO_LATE, REACH, id="it could only have gone too late"),
    ],
)
def test_it_is_told_by_a_person_on_the_eve_and_not_once_the_date_moved(
    before: Case, said: Message, task: str
) -> None:
    case = told(before, said)
    assert case.tasks[task].due == at("2026-06-04T00:00")
    assert {each.id for each in told(case, MOVED).open_tasks} & {UNSENT, LOST, REACH} == set()


@pytest.mark.parametrize("said", [TOO_MANY, TOO_LATE], ids=["refused", "expired"])
def test_on_the_day_it_is_told_before_the_date(said: Message) -> None:
    case = told(reminded(), said, "2026-06-04T08:00")
    (task,) = [each for each in case.open_tasks if each.about == REMINDER]
    assert task.due == at("2026-06-04T10:00")


def test_what_was_refused_reads_as_words() -> None:
    assert "as many texts as one person may have" in told(reminded(), TOO_MANY).tasks[UNSENT].what


@pytest.mark.parametrize(
    ("before", "said", "noted"),
    [
        pytest.param(reminded(), TOO_MANY, "WordFailed", id="refused"),
        pytest.param(reminded(), TOO_LATE, "WordLapsed", id="expired"),
        pytest.param(taken(), DID_NOT_ARRIVE, "WordDelivered", id="did not arrive"),
    ],
)
def test_nobody_is_asked_about_a_date_that_moved_meanwhile(before: Case, said: Message, noted: str) -> None:
    assert names(facts_of(told(before, MOVED), said)) == [noted]


def test_a_case_pinned_before_there_was_such_a_rule_goes_on_as_it_did() -> None:
    before = reminded(lost_reminders_are_urgent=False)
    assert names(facts_of(before, TOO_LATE)) == ["WordLapsed"]
    case = told(before, TOO_MANY)
    assert case.tasks[UNSENT].due == at("2026-06-06T00:00")
    assert not told(case, MOVED).tasks[UNSENT].closed_at
