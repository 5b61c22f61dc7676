"""The free text in which a referral says when the participant can't come is read by somebody, once."""

from typing import Any

import pytest

from interventions.case import Case
from interventions.messages import CaseworkerGone, CloseTask
from interventions.referral import Unavailable
from interventions.stages.referral import WHEN_NOT, receive
from interventions.task import Task
from interventions.views.card import card
from interventions.views.written import written_for
from interventions.vocabulary import Role
from tests.builders import a_case, a_referral, facts_of, told
from tests.sayings import WORKER, allocation, an_amendment

SAID = "Tuesday and Thursday mornings: work placement until 1pm."
MORNINGS = (Unavailable(weekday=1), Unavailable(weekday=3))


def allocated(edition: int = 2, **changes: Any) -> Case:
    referral = a_referral(**({"unavailable": SAID} | changes))
    return told(a_case(referral, edition=edition), allocation())


def asked(case: Case) -> list[Task]:
    return [task for task in case.open_tasks if task.id == WHEN_NOT]


def test_the_caseworker_is_asked_on_allocation_to_read_it_and_to_amend_the_times() -> None:
    (task,) = asked(allocated())
    assert (task.owner, task.kind) == (Role.CASEWORKER, "review")
    assert task.what == (
        "The referral says in words when the participant can't come: "
        "read it (starter read), and amend the times here"
    )


@pytest.mark.parametrize(
    ("edition", "changes"),
    [
        pytest.param(1, {}, id="the first edition of the rules"),
        pytest.param(2, {"unavailable": " "}, id="nothing is said"),
        pytest.param(2, {"unavailable_times": MORNINGS}, id="the times were typed"),
    ],
)
def test_nobody_is_asked(edition: int, changes: dict[str, Any]) -> None:
    assert asked(allocated(edition, **changes)) == []


def test_the_sentence_is_on_no_card_and_in_no_task() -> None:
    case = allocated()
    shown = card(case) + "".join(f"{task.id} {task.what} {task.about}" for task in case.tasks.values())
    assert "placement" not in shown


def test_it_is_read_out_of_the_register() -> None:
    case = a_case(a_referral(unavailable=SAID))
    received = receive(case.referral, case.terms, case.received_at)
    (written,) = written_for((received, *facts_of(case, allocation())), WHEN_NOT)
    assert written.words == (("unavailable", SAID),)


def test_with_the_times_typed_it_goes_by_itself() -> None:
    assert asked(told(allocated(), an_amendment(unavailable_times=MORNINGS))) == []


def test_what_was_read_is_not_asked_of_the_next_caseworker() -> None:
    case = told(allocated(), CloseTask(by=WORKER, task=WHEN_NOT, how="it is over since May"))
    case = told(case, CaseworkerGone(by="ops.example", reason="left"))
    assert asked(told(case, allocation(caseworker="jo.next", name="Jo Next"))) == []
