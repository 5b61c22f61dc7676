"""What is wrong is named as it was typed: the option, the setting, or the file and the place in it."""

from typing import cast

import pytest
import typer
from typer.core import TyperGroup
from typer.testing import CliRunner

from interventions.messages import Spoken
from starter.typed import Typed
from starter.verbs import VERBS, app
from tests.starter.spoken import SPOKEN
from tests.starter.test_verbs import NESTED

ID = "70ad2ccd-03bb-405b-a04f-14a7b6d801b2"
BOOKED = ("book", ID, "--at", "2027-01-04 14:00")
AMENDED = ("amend", ID, "--reason", "x")


def typed(verb: str, *words: str, by: str = "sam") -> Typed:
    """The verb with these words, and `--by`, as it stands in the hands of its function."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    speaks = ("--by", by) if by else ()
    context = group.commands[verb].make_context(verb, [*words, *speaks], resilient_parsing=True)
    return Typed(cast(typer.Context, context))


@pytest.mark.parametrize(
    "words, field, name",
    [
        pytest.param(BOOKED, "starts_at", "--at", id="another name"),
        pytest.param(BOOKED, "place", "--place", id="its own name"),
        pytest.param(BOOKED, "final", "--final/--not-final", id="a yes or a no"),
        pytest.param(BOOKED, "modules", "--module", id="many"),
        pytest.param(BOOKED, "record.attended", "--attended", id="of the record in it"),
        pytest.param(BOOKED, "record", "--attended", id="the record itself"),
        pytest.param(BOOKED, "by", "--by", id="who speaks"),
        pytest.param(("record", ID, "--attended", "no"), "next.starts_at", "--next-at", id="of the next"),
        pytest.param(("record", ID, "--attended", "no"), "next.by", "--by", id="typed once for both"),
        pytest.param(("record", ID, "--attended", "no"), "needs[0]", "--needs", id="nothing typed"),
        pytest.param(AMENDED, "practitioner.username", "--practitioner-username", id="of a person"),
        pytest.param(AMENDED, "completion_deadline", "--deadline", id="a shorter name"),
        pytest.param(
            (*AMENDED, "--unavailable", "x"), "unavailable_times[0]", "--unavailable", id="one of one"
        ),
        pytest.param(
            (*AMENDED, "--unavailable", "mon", "--unavailable", "x"),
            "unavailable_times[1]",
            "--unavailable (number 2)",
            id="one of two",
        ),
        pytest.param(
            (*AMENDED, "--contact", "sheet.json"),
            "contact.mobile",
            "--contact: mobile",
            id="in",
        ),
        pytest.param(
            ("submit-plan", ID, "of/plan.json"), "plan.targets[0].by", "plan.json: targets[0].by", id="file"
        ),
        pytest.param(("submit-plan", ID, "of/plan.json"), "plan", "plan.json", id="the whole file"),
        pytest.param(BOOKED, "no_such_field", "no_such_field", id="nothing that is typed"),
        pytest.param(BOOKED, "", "", id="no field"),
    ],
)
def test_a_field_is_named_as_it_was_typed(words: tuple[str, ...], field: str, name: str) -> None:
    assert typed(*words).name(field) == name


@pytest.mark.parametrize("verb, kind", [(said, kind) for kind, said in SPOKEN.values()])
def test_every_field_of_every_message_is_typed_by_something(verb: object, kind: type[Spoken]) -> None:
    name = next(name for name, function in VERBS.items() if function is verb)
    asked = typed(name, ID, "--reason", "x")
    fields = [*kind.model_fields]
    for (outer, nested), inner in NESTED.items():
        fields += [f"{nested}.{each}" for each in inner] if outer is kind else []

    shown = CliRunner().invoke(app, [name, "--help"]).stdout

    for field in fields:
        assert asked.name(field).split("/")[0] in shown, field


def test_a_setting_that_stood_in_for_an_option_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THROUGHLINE_STAFF", "sam")
    assert typed(*BOOKED, by="").name("by") == "THROUGHLINE_STAFF"
    assert typed(*BOOKED, by="jo").name("by") == "--by"


def test_a_reason_asks_for_the_option() -> None:
    reason = "session-1 is booked: to move it say which slot, who asked (moved_by) and why"
    assert typed(*BOOKED).in_words(reason) == reason.replace("moved_by", "--moved-by")


def test_without_a_verb_a_field_keeps_its_name() -> None:
    assert Typed(None).name("plan.targets[0].by") == "plan.targets[0].by"
