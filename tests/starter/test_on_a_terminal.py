"""`refer` on a terminal: a bar for many, what is reported above it, and none where nobody looks."""

import asyncio
import fcntl
import os
import pty
import re
import struct
import sys
import termios
from pathlib import Path

import pytest

from tests.starter.command_line import Desk, sent_today, written
from tests.starter.documents import EXAMPLES


async def on_a_terminal(desk: Desk, *words: str | Path, errors: Path | None = None) -> tuple[int, str]:
    """Types a command in a terminal of its own, with stderr in a file if given: exit code and screen."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 160, 0, 0))
    stderr = os.open(errors, os.O_WRONLY | os.O_CREAT) if errors else os.dup(theirs)
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "starter", *map(str, words)),
        cwd=EXAMPLES.parent,
        env={**os.environ, **desk.environment, "TERM": "xterm"},
        stdout=theirs,
        stderr=stderr,
    )
    os.close(theirs)
    os.close(stderr)
    screen = await asyncio.to_thread(everything, ours)
    return await program.wait(), re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen)


def everything(terminal: int) -> str:
    written = b""
    try:
        while piece := os.read(terminal, 65_536):
            written += piece
    except OSError:
        # How Linux says that nobody holds the other end any more.
        os.close(terminal)
    return written.decode()


async def test_many_on_a_terminal_have_a_progress_bar_with_the_lines_above_it(
    desk: Desk, tmp_path: Path
) -> None:
    good = [sent_today() for _ in range(3)]
    file = written(tmp_path / "day.ndjson", [*good, {"id": "x"}])

    code, screen = await on_a_terminal(desk, "refer", file)

    assert code == 1
    assert "4/4" in screen
    assert all(f"started intervention-{each['id']}" in screen for each in good)
    assert "day.ndjson:4: id: must be a UUID [malformed]" in screen
    assert "3 started, 0 already on the service, 1 refused" in screen


async def test_a_redirected_stderr_still_gets_what_is_wrong(desk: Desk, tmp_path: Path) -> None:
    file = written(tmp_path / "day.ndjson", [sent_today(), {"id": "x"}])
    errors = tmp_path / "errors.txt"

    _, screen = await on_a_terminal(desk, "refer", file, errors=errors)

    assert "2/2" in screen
    assert "malformed" not in screen
    assert "day.ndjson:2: id: must be a UUID [malformed]" in errors.read_text()


@pytest.mark.parametrize(
    "name, options",
    [
        pytest.param("day.ndjson", ("--json",), id="JSON"),
        pytest.param("one.json", (), id="one document"),
    ],
)
async def test_nothing_else_has_a_bar(
    desk: Desk, tmp_path: Path, name: str, options: tuple[str, ...]
) -> None:
    file = written(tmp_path / name, sent_today())

    _, screen = await on_a_terminal(desk, "refer", file, *options)

    assert "1/1" not in screen
    assert "started" in screen
