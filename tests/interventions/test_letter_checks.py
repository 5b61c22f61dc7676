"""A letter its carrier took and did not post: asked about twice, and then a person's to hand over."""

from typing import Any

from interventions.agenda import agenda
from interventions.case import Case
from interventions.evolve import evolve_all
from interventions.messages import ErrandReported
from interventions.vocabulary import Role, Stage
from interventions.words.correspondence import AskReceipt, Outcome
from tests.builders import a_case, a_referral, carried_to, told

LETTER = "welcome/1"
FIRST, SECOND = f"receipt/{LETTER}/check-1", f"receipt/{LETTER}/check-2"


def posted(*, traced: bool = True, **policy: Any) -> Case:
    """The welcome letter, taken by its carrier."""
    case = carried_to(Stage.ASSESSMENT, a_case(a_referral("lifestyle-low"), **policy))
    word = case.words[LETTER].model_copy(update={"state": "accepted", "traced": traced})
    return case.model_copy(update={"words": {**case.words, LETTER: word}, "outbox": {}})


def asked(case: Case, key: str) -> Case:
    """What was due of that question has been asked."""
    (due,) = [item for item in agenda(case) if item.key == key]
    return evolve_all(case, list(due.then(due.at)))


def checks(case: Case) -> list[str]:
    return [item.key for item in agenda(case) if item.key.startswith("receipt/")]


def test_a_letter_is_asked_after_twice_in_the_policys_time() -> None:
    case = posted()
    assert checks(case) == [FIRST, SECOND]
    assert asked(case, FIRST).outbox[FIRST] == AskReceipt(key=FIRST, about=LETTER, of="letter")


def test_nobody_is_asked_where_the_carrier_does_not_say_or_the_policy_is_older() -> None:
    assert checks(posted(traced=False)) == []
    assert checks(posted(letter_check_hours=())) == []


def test_a_letter_that_was_not_posted_after_all_is_the_caseworkers_to_hand_over() -> None:
    failed = Outcome(result="did-not-arrive", why="validation-failed")
    case = told(asked(posted(), FIRST), ErrandReported(key=FIRST, outcome=failed))
    assert {task.id: task.owner for task in case.open_tasks}[f"undelivered/{LETTER}"] is Role.CASEWORKER
    assert case.words[LETTER].code == "validation-failed"
    assert checks(case) == []


def test_posted_is_not_arrived() -> None:
    case = told(asked(posted(), FIRST), ErrandReported(key=FIRST, outcome=Outcome(result="arrived")))
    assert case.words[LETTER].state == "accepted"
    assert not [task.id for task in case.open_tasks if task.about == LETTER]


def test_silence_is_a_task_only_after_the_last_question() -> None:
    silence = Outcome(result="accepted")
    case = told(asked(posted(), FIRST), ErrandReported(key=FIRST, outcome=silence))
    assert f"unheard/{LETTER}" not in case.tasks
    case = told(asked(case, SECOND), ErrandReported(key=SECOND, outcome=silence))
    assert case.tasks[f"unheard/{LETTER}"].owner is Role.CASEWORKER
