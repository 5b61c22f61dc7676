"""The command line says everything the core can hear, and its help says how."""

import inspect
from collections.abc import Callable

import pytest
from typer.testing import CliRunner

from interventions import messages as m
from starter import speaking
from starter.verbs import VERBS, app

SPOKEN: dict[str, tuple[type[m.Spoken], Callable[..., None]]] = {
    "allocate": (m.Allocate, speaking.allocate),
    "book": (m.Book, speaking.book),
    "record": (m.Record, speaking.record),
    "submit-plan": (m.SubmitPlan, speaking.submit_plan),
    "approve-plan": (m.ApprovePlan, speaking.approve),
    "return-plan": (m.ReturnPlan, speaking.return_plan),
    "decide-eligibility": (m.DecideEligibility, speaking.decide_eligibility),
    "answer-three-way": (m.AnswerThreeWay, speaking.answer_three_way),
    "submit-report": (m.SubmitReport, speaking.report),
    "close-task": (m.CloseTask, speaking.close_task),
}
OF_EVERY_VERB = {"ctx", "referral_id", "message_id", "wait", "as_json"}
# The next appointment is a new one: it takes the slot that is owed, and nothing is moved.
NEVER_NEXT = {"by", "slot", "moved_by"}


def test_everything_a_person_can_say_has_a_verb() -> None:
    assert {name: kind for name, (kind, _) in SPOKEN.items()} == m.UPDATES
    assert {verb for _, verb in SPOKEN.values()} <= set(VERBS.values())


@pytest.mark.parametrize("name", SPOKEN)
def test_every_field_of_a_message_can_be_typed(name: str) -> None:
    kind, verb = SPOKEN[name]
    typed = set(inspect.signature(verb).parameters)
    following = {f"next_{field}" for field in set(m.Book.model_fields) - NEVER_NEXT}

    wanted = set(kind.model_fields) | OF_EVERY_VERB
    assert typed == (wanted - {"next"} | following if "next" in kind.model_fields else wanted)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself_and_can_answer_in_json(verb: str) -> None:
    shown = CliRunner().invoke(app, [verb, "--help"])

    assert shown.exit_code == 0
    assert (VERBS[verb].__doc__ or "").split()[0] in shown.stdout
    assert "--json" in shown.stdout


def test_the_help_of_a_plan_says_that_its_dates_lie_ahead() -> None:
    shown = CliRunner().invoke(app, ["submit-plan", "--help"]).stdout

    assert "Every date in it must still lie ahead" in shown
    assert "examples/plans/lifestyle-low.json" in shown
