"""A register with four interventions, and the report verb typed against it."""

import csv
import io
import json
from contextlib import closing
from pathlib import Path

from typer.testing import CliRunner, Result

from gateways.sql_register import SqlRegister
from starter.verbs import app
from tests.figures.telling import entries_of

MARCH = ("--from", "2026-03-01", "--to", "2026-03-31")
# Two sent in March, one in June, one in April.
STORIES = ("lifestyle-low", "family-low", "assessment-missed", "both-pathways")


def register_of(folder: Path, *stories: str) -> str:
    """The URL of a register under `folder` that holds these stories."""
    url = f"sqlite:///{folder / 'register.db'}"
    with closing(SqlRegister.open(url)) as ours:
        for story in stories:
            ours.write(entries_of(story))
    return url


def typed(register: str, *words: str) -> Result:
    return CliRunner().invoke(app, ["report", *words], env={"THROUGHLINE_REGISTER_URL": register})


def read(answer: Result) -> list[list[str]]:
    assert answer.exit_code == 0, answer.stderr
    return list(csv.reader(io.StringIO(answer.stdout_bytes.decode("utf-8"), newline="")))


def lines(answer: Result) -> list[dict[str, object]]:
    assert answer.exit_code == 0, answer.stderr
    return [json.loads(line) for line in answer.stdout.splitlines()]
