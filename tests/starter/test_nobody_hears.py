"""Where stdout is full or closed every verb ends in one line and status 2, and says so where it was heard."""

import asyncio
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.starter.command_line import SAM, Answer, Desk, sent_today, written
from tests.starter.deeds import allocated
from tests.starter.documents import EXAMPLES

FULL, CLOSED = '"$@" >/dev/full', '"$@" >&-'
WHY = {
    FULL: "stdout cannot be written: No space left on device",
    CLOSED: "stdout cannot be written: it is closed",
}
either = pytest.mark.parametrize("stdout", [pytest.param(FULL, id="full"), pytest.param(CLOSED, id="closed")])


async def typed(desk: Desk, stdout: str, *words: str | Path) -> Answer:
    """Type a command in a shell that sends its answer there."""
    program = await asyncio.create_subprocess_exec(
        *("sh", "-c", stdout, "sh", sys.executable, "-m", "starter", *map(str, words)),
        cwd=EXAMPLES.parent,
        env={**os.environ, **desk.environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await program.communicate()
    assert program.returncode is not None
    return Answer(program.returncode, out.decode(), err.decode())


@either
@pytest.mark.parametrize(
    "verb",
    [
        pytest.param(("--help",), id="help"),
        pytest.param(("book", "--help"), id="help of a verb"),
        pytest.param(("list",), id="list"),
        pytest.param(("list", "--json"), id="list in JSON"),
        pytest.param(("tasks",), id="tasks"),
    ],
)
async def test_what_cannot_be_shown_is_one_line(desk: Desk, stdout: str, verb: tuple[str, ...]) -> None:
    assert await typed(desk, stdout, *verb) == Answer(2, "", f"{WHY[stdout]}\n")


@either
async def test_a_message_that_was_heard_is_said_to_be_heard(desk: Desk, tmp_path: Path, stdout: str) -> None:
    person = await allocated(desk, tmp_path)
    said = ("note-contact", person, "--at", "2026-01-01 09:00", "--summary", "by phone", "--message-id", "m1")
    next_week = f"{datetime.now(UTC) + timedelta(days=7):%Y-%m-%d}"
    pause = ("pause", person, "--why", "illness", "--reason", "in hospital", "--review-on", next_week)

    refused = await typed(desk, stdout, *said, "--json")
    heard = await typed(desk, stdout, *pause, "--message-id", "m2")

    assert (refused.exit_code, refused.out, refused.err.count("\n")) == (2, "", 1)
    assert refused.err.startswith(f"{WHY[stdout]} - it was refused: ")
    assert heard == Answer(2, "", f"{WHY[stdout]} - it was heard, under --message-id m2\n")
    assert "awaiting resumption" in (await desk.types("status", person)).out
    for shown in ("status", "timeline"):
        assert await typed(desk, stdout, shown, person) == Answer(2, "", f"{WHY[stdout]}\n")


@either
async def test_who_was_started_stays_started(desk: Desk, tmp_path: Path, stdout: str) -> None:
    document = sent_today()
    file = written(tmp_path / "day.ndjson", [document])

    answer = await typed(desk, stdout, "refer", file)

    again = "whoever was started stays started; run the same again: nobody starts twice"
    assert answer == Answer(2, "", f"{WHY[stdout]} - {again}\n")
    assert (await desk.types("refer", file)).out.startswith("day.ndjson:1: already on the service")


async def test_where_nobody_hears_the_complaint_either_the_status_still_tells(desk: Desk) -> None:
    both = '"$@" >/dev/full 2>/dev/full'
    assert await typed(desk, both, "list") == Answer(2, "", "")
    assert await typed(desk, '"$@" 2>/dev/full', "status", "nonsense") == Answer(2, "", "")
    assert await typed(desk, '"$@" 2>&-', "tasks", SAM) == Answer(2, "", "")
