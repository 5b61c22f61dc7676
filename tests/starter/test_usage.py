"""A verb typed wrong is answered in one line that says what, and where to look it up."""

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from starter.verbs import app

ID = "70ad2ccd-03bb-405b-a04f-14a7b6d801b2"


@pytest.mark.parametrize(
    "typed, said",
    [
        pytest.param(["statsu"], "No such command 'statsu'. Did you mean 'status'?", id="no such verb"),
        pytest.param(
            ["status", "nonsense"], "Invalid value for 'REFERRAL_ID': must be a valid UUID", id="no id"
        ),
        pytest.param(
            ["pause", ID, "--why", "bored", "--by", "sam", "--review-on", "2027-01-01", "--reason", "x"],
            "Invalid value for '--why': 'bored' is not one of 'illness', 'remand', 'court', 'other'",
            id="no such choice",
        ),
        pytest.param(["book", ID, "--by", "sam"], "Missing option '--at'", id="an option left out"),
        pytest.param(
            ["record", ID, "--by", "sam"],
            "Missing option '--attended'. Choose from: yes, late, no - see",
            id="a choice left out",
        ),
        pytest.param(["refer"], "Missing argument 'FILE...' - see", id="no file"),
        pytest.param(
            ["status", "nonsense"],
            "Invalid value for 'REFERRAL_ID': must be a valid UUID - see",
            id="no id, and not a word on how that was found out",
        ),
        pytest.param(
            ["book", ID, "--minutes", "ten"],
            "Invalid value for '--minutes': must be a whole number - see",
            id="no number",
        ),
        pytest.param(["list", "--tomorrow"], "No such option: --tomorrow", id="no such option"),
    ],
)
def test_what_was_typed_wrong_is_one_line_and_a_status(typed: list[str], said: str) -> None:
    answer = CliRunner().invoke(app, typed, prog_name="starter")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.startswith(said)
    assert answer.stderr.count("\n") == 1
    assert answer.stderr.endswith(" --help`\n")


def test_without_a_verb_all_of_them_are_listed() -> None:
    answer = CliRunner().invoke(app, [])
    assert answer.exit_code == 2
    assert "submit-plan" in answer.stderr


def test_a_verb_that_only_asks_for_help_loads_no_database() -> None:
    """A person waits for the command line at every word they say."""
    slow = {"sqlalchemy", "twilio", "fastapi", "weasyprint"}
    asked = f"import sys, starter.verbs; print(sorted({slow} & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert loaded.stdout == "[]\n"
