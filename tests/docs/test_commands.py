"""Every command that docs/operations.md shows can be typed, and says something the service can hear."""

import json
import re
import shlex
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args
from uuid import UUID

import pytest
import typer
from typer.core import TyperGroup

from demo.today import held_at, write_papers
from interventions.messages import NAMES, UPDATES, Spoken
from starter.saying import message_of
from starter.showing import Attention, Awaiting
from starter.verbs import VERBS, app
from tests.starter.spoken import SPOKEN

HOUSE = Path(__file__).parents[2]
PAGE = (HOUSE / "docs" / "operations.md").read_text("utf-8")
COMMANDS = re.findall(r"^    starter (.+)$", PAGE, flags=re.MULTILINE)
IN_JSON = re.findall(r"^    (\{.+\}) +# ([a-z-]+)$", PAGE, flags=re.MULTILINE)
SOMEBODY = "70ad2ccd-03bb-405b-a04f-14a7b6d801b2"
KINDS: dict[object, type[Spoken]] = {verb: kind for kind, verb in SPOKEN.values()}


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A place with what the commands name: the examples, and what `python -m demo today` wrote."""
    (tmp_path / "examples").symlink_to(HOUSE / "examples")
    write_papers(tmp_path / ".throughline" / "today", datetime.now(UTC), UUID(SOMEBODY))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("THROUGHLINE_STAFF", "sam.caseworker")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.usefixtures("at_home")
def test_a_command_that_is_shown_can_be_typed(command: str) -> None:
    verb, *words = shlex.split(command.replace("$R", SOMEBODY).replace("$AT", held_at(datetime.now(UTC))))
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)

    typed = group.commands[verb].make_context(verb, words).params

    if kind := KINDS.get(VERBS[verb]):
        assert message_of(kind, typed).by == typed["by"]


def test_every_verb_is_shown() -> None:
    assert {command.split()[0] for command in COMMANDS} == set(VERBS)


@pytest.mark.parametrize(("written", "name"), IN_JSON)
def test_an_update_that_is_shown_can_be_sent(written: str, name: str) -> None:
    said = UPDATES[name].model_validate(json.loads(written), extra="forbid")
    assert NAMES[type(said)] == name


@pytest.mark.parametrize("kind", [Awaiting, Attention])
def test_every_value_that_can_be_filtered_by_is_named(kind: object) -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| `Intervention")]
    assert any(set(get_args(kind)) <= set(re.findall(r"[a-z]+", row)) for row in rows)
