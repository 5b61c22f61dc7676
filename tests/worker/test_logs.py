"""The log: one line a record, and no library's idea of what may be written about a person."""

import io
import logging
from collections.abc import Iterator
from contextlib import suppress

import pytest
from temporalio.service import RPCError, RPCStatusCode

from interventions.errors import CatalogueError
from worker.logs import QUIET, Line, log_to_stderr
from worker.problem import Problem

NUMBER = "+447700900123"


def logged(error: Exception | None = None, message: str = "failed") -> str:
    """The line written of this error, raised for the purpose."""
    record = logging.LogRecord("worker", logging.ERROR, __file__, 1, message, (), None)
    if error:
        with suppress(type(error)):
            raise error
        record.exc_info = (type(error), error, error.__traceback__)
    return Line().format(record)


@pytest.fixture
def _own_logging() -> Iterator[None]:
    root = logging.getLogger()
    levels = {name: logging.getLogger(name).level for name in (*QUIET, "temporalio")}
    before, level = root.handlers[:], root.level
    root.handlers.clear()
    yield
    root.handlers[:], root.level = before, level
    for name, value in levels.items():
        logging.getLogger(name).setLevel(value)


def test_a_record_is_one_line_that_says_when_how_grave_and_who() -> None:
    line = logged(message='two\nlines and a "quote"')
    assert "\n" not in line
    time, level, logger, message = line.split(" ", maxsplit=3)
    assert time.startswith("time=20")
    assert time.endswith("Z")
    assert (level, logger) == ("level=ERROR", "logger=worker")
    assert message == 'message="two\\nlines and a \\"quote\\""'


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(ValueError(f"cannot send to {NUMBER}"), id="a library's"),
        pytest.param(KeyError(NUMBER), id="Python's"),
        pytest.param(ExceptionGroup(NUMBER, [ValueError(NUMBER)]), id="a group"),
    ],
)
def test_of_other_peoples_errors_only_kind_and_place_are_written(error: Exception) -> None:
    line = logged(error)
    assert NUMBER not in line
    assert f"error={type(error).__name__} at=logged:" in line


@pytest.mark.parametrize(
    ("error", "words"),
    [
        pytest.param(Problem("no such queue"), "Problem: no such queue", id="ours"),
        pytest.param(CatalogueError("dose: missing"), "CatalogueError: dose: missing", id="the core's"),
        pytest.param(
            RPCError("no such namespace", RPCStatusCode.NOT_FOUND, b""),
            "no such namespace",
            id="the server's",
        ),
    ],
)
def test_our_own_words_are_written_out(error: Exception, words: str) -> None:
    assert words in logged(error)


def test_what_lies_behind_an_error_is_written_without_its_words_too() -> None:
    error = Problem("the register cannot be opened")
    error.__cause__ = ValueError(NUMBER)
    assert 'error="Problem: the register cannot be opened < ValueError"' in logged(error)


@pytest.mark.usefixtures("_own_logging")
def test_everything_goes_to_stderr_and_the_talkative_are_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    log_to_stderr("DEBUG")
    logging.getLogger("worker").debug("at work")
    for name in QUIET:
        logging.getLogger(name).info("to %s", NUMBER)
        logging.getLogger(name).warning("careful")
    logging.getLogger("temporalio.worker").debug("a payload about %s", NUMBER)
    said = capsys.readouterr()
    assert said.out == ""
    assert NUMBER not in said.err
    assert [line.split()[-1] for line in said.err.splitlines()] == [
        'work"',
        *["message=careful"] * len(QUIET),
    ]


@pytest.mark.usefixtures("_own_logging")
def test_a_record_of_the_sdks_core_keeps_only_ids_and_types() -> None:
    class CoreLog:
        fields = {"run_id": "r-1", "task_queue": "interventions", "failure": NUMBER}

    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Line())
    record = logging.LogRecord("temporalio.core", logging.WARNING, __file__, 1, "Failing task", (), None)
    record.temporal_log = CoreLog()
    handler.handle(record)
    assert "run_id=r-1 task_queue=interventions" in stream.getvalue()
    assert NUMBER not in stream.getvalue()
