"""Where nobody answers there is one clear line, exit code 2, and no traceback."""

import asyncio
import os
import socket
import sys
from pathlib import Path

import pytest
import typer

from interventions.errors import CatalogueError
from starter.answering import plainly
from tests.starter.command_line import Desk, sent_today, written
from tests.starter.documents import EXAMPLES


@pytest.fixture
def nowhere() -> Desk:
    """A desk whose server is not there."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return Desk(f"127.0.0.1:{taken.getsockname()[1]}", "default")


SOMEBODY = "70ad2ccd-03bb-405b-a04f-14a7b6d801b2"


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("refer", str(EXAMPLES / "lifestyle-low.json")), id="refer"),
        pytest.param(("refer", str(EXAMPLES / "many.ndjson"), "--json"), id="refer many in JSON"),
        pytest.param(("approve", SOMEBODY), id="speak"),
        pytest.param(("status", SOMEBODY, "--json"), id="status"),
        pytest.param(("timeline", SOMEBODY), id="timeline"),
        pytest.param(("list",), id="list"),
    ],
)
async def test_without_a_server_there_is_one_clear_line_and_exit_code_two(
    nowhere: Desk, words: tuple[str, ...]
) -> None:
    answer = await nowhere.types(*words)

    assert (answer.exit_code, answer.out) == (2, "")
    assert answer.err == f"no Temporal server answers at {nowhere.address}\n"


async def test_a_namespace_that_is_not_there_is_named(desk: Desk, tmp_path: Path) -> None:
    elsewhere = Desk(desk.address, "no-such-namespace")
    file = written(tmp_path / "day.ndjson", [sent_today() for _ in range(30)])

    for words in (("list",), ("refer", file)):
        answer = await elsewhere.types(*words)
        assert (answer.exit_code, answer.out) == (2, "")
        assert answer.err == (
            "the Temporal server has no namespace no-such-namespace - see TEMPORAL_NAMESPACE\n"
        )


async def test_a_configuration_that_cannot_be_read_is_one_line_without_a_word_of_it(
    desk: Desk, tmp_path: Path
) -> None:
    wrong = tmp_path / "temporal.toml"
    wrong.write_text('[profile.default]\napi_key = "hush', encoding="utf-8")

    answer = await desk.types("list", TEMPORAL_CONFIG_FILE=str(wrong))

    assert (answer.exit_code, answer.out) == (2, "")
    assert answer.err.startswith("Temporal's configuration cannot be read")
    assert "hush" not in answer.err


async def test_a_configuration_that_is_not_there_is_not_passed_over(desk: Desk, tmp_path: Path) -> None:
    answer = await desk.types("list", TEMPORAL_CONFIG_FILE=str(tmp_path / "gone.toml"))

    assert (answer.exit_code, answer.out) == (2, "")
    assert answer.err == "Temporal's configuration: TEMPORAL_CONFIG_FILE names a file that is not there\n"


async def test_as_a_program_it_ends_as_quietly(nowhere: Desk) -> None:
    arguments = [sys.executable, "-m", "starter", "list"]
    program = await asyncio.create_subprocess_exec(
        *arguments,
        cwd=EXAMPLES.parent,
        env={**os.environ, **nowhere.environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await program.communicate()

    assert (program.returncode, out) == (2, b"")
    assert err.decode() == f"no Temporal server answers at {nowhere.address}\n"


def test_files_of_ours_that_cannot_be_read_are_one_line_and_no_fault_of_the_referral(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(typer.Exit) as ended, plainly(as_json=False):
        raise CatalogueError("contracts.toml: contracts.PRJ_1.minimum_aeg: not known")
    line = "what we deliver cannot be read: contracts.toml: contracts.PRJ_1.minimum_aeg: not known"
    assert ended.value.exit_code == 2
    assert capsys.readouterr().err == f"{line} - type `python -m worker doctor`\n"
