"""`replies` reads out what a participant texted back; nothing else does."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gateways.sql_register import SqlRegister
from interventions.facts import AnyFact, Entry, MessageSetAside, ReplyReceived
from interventions.messages import TextReply
from interventions.views.written import NOT_TOLD
from interventions.vocabulary import ReplyKind
from starter.verbs import app
from tests.gateways.register_entries import REFERRAL

AT = datetime(2026, 6, 7, 13, 5, tzinfo=UTC)
NUMBER = "+447700900321"


def came(number: int, words: str, *, shared: bool = False) -> ReplyReceived:
    kind = ReplyKind.OTHER
    reply = f"SM{number}"
    return ReplyReceived(
        at=AT, reply=reply, received_at=AT, number=NUMBER, kind=kind, words=words, shared=shared
    )


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{tmp_path / 'register.db'}"
    late = TextReply(reply="SM3", received_at=AT, number=NUMBER, kind=ReplyKind.OTHER, words="goodbye")
    aside = MessageSetAside(
        at=AT, message="text-reply", rule="not-in-this-stage", content=late.model_dump_json()
    )
    facts: list[AnyFact] = [came(1, "is there a lift?"), came(2, "", shared=True), aside]
    written = SqlRegister.open(url)
    written.write(
        [
            Entry(referral_id=REFERRAL, sequence=number, recorded_at=AT, fact=fact)
            for number, fact in enumerate(facts, start=1)
        ]
    )
    written.close()
    monkeypatch.setenv("THROUGHLINE_REGISTER_URL", url)
    return url


def test_what_came_is_read_out_with_what_came_too_late(register: str) -> None:
    shown = CliRunner().invoke(app, ["replies", str(REFERRAL)])
    assert shown.exit_code == 0
    assert shown.stdout.splitlines() == [
        "Sunday 7 June 2026 at 2:05pm  [other]  is there a lift?",
        f"Sunday 7 June 2026 at 2:05pm  [other]  {NOT_TOLD}",
        "Sunday 7 June 2026 at 2:05pm  [other]  goodbye",
        "3 texts",
    ]


def test_the_same_in_json_and_without_the_number(register: str) -> None:
    shown = CliRunner().invoke(app, ["replies", str(REFERRAL), "--json"])
    assert [reply["words"] for reply in json.loads(shown.stdout)] == ["is there a lift?", "", "goodbye"]
    assert NUMBER not in shown.stdout


def test_somebody_the_register_does_not_know_is_refused_and_not_taken_for_silent(register: str) -> None:
    shown = CliRunner().invoke(app, ["replies", "00000000-0000-4000-8000-000000000001"])
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert shown.stderr.endswith("see THROUGHLINE_REGISTER_URL [no-such-intervention]\n")


def test_a_register_that_is_not_there_is_a_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THROUGHLINE_REGISTER_URL", "postgresql+psycopg://u:hidden@127.0.0.1:1/none")
    shown = CliRunner().invoke(app, ["replies", str(REFERRAL)])
    assert shown.exit_code == 2
    assert "hidden" not in shown.output
    assert "THROUGHLINE_REGISTER_URL" in shown.output
