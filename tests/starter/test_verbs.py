"""The command line says everything the core can hear, and its help says how."""

import inspect

import pytest
from typer.testing import CliRunner

from interventions import messages as m
from interventions.referral import Practitioner
from starter.verbs import VERBS, app
from tests.starter.spoken import SPOKEN

OF_EVERY_VERB = {"ctx", "referral_id", "message_id", "wait", "as_json"}
# The next appointment is a new one: it takes the slot that is owed, and nothing is moved. The record of a
# meeting in the past is of the meeting it is given with, and books nothing.
NESTED: dict[tuple[type[m.Spoken], str], set[str]] = {
    (m.Record, "next"): set(m.Book.model_fields) - {"by", "slot", "moved_by", "record"},
    (m.Book, "record"): set(m.Record.model_fields) - {"by", "slot", "next"},
    (m.Amend, "practitioner"): set(Practitioner.model_fields),
    (m.Amend, "responsible_officer"): set(Practitioner.model_fields),
}


def test_everything_a_person_can_say_has_a_verb() -> None:
    assert {name: kind for name, (kind, _) in SPOKEN.items()} == m.UPDATES
    assert {verb for _, verb in SPOKEN.values()} <= set(VERBS.values())


@pytest.mark.parametrize("name", SPOKEN)
def test_every_field_of_a_message_can_be_typed(name: str) -> None:
    kind, verb = SPOKEN[name]

    wanted = set(OF_EVERY_VERB)
    for field in kind.model_fields:
        wanted |= {f"{field}_{inner}" for inner in NESTED.get((kind, field), ())} or {field}
    assert set(inspect.signature(verb).parameters) == wanted


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
