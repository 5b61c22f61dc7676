"""How every process of ours speaks: a stdout that nobody can hear is one line, and a status of its own."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EBADF
from typing import Any, TextIO

# Neither "done" nor "the service said no": the answer is not known where it was wanted.
UNPRINTED = 2
STDOUT, STDERR = 1, 2


class Unprinted(Exception):
    """What stdout was to say cannot be written: why, and what its reader would have to know `besides`."""

    def __init__(self, why: str, besides: str = "") -> None:
        self.why, self.besides = why, besides
        super().__init__(f"stdout cannot be written: {why}" + (f" - {besides}" if besides else ""))


@contextmanager
def or_else(besides: str) -> Iterator[None]:
    """Print in here; where that fails, the line says this too: that a message was heard, say.

    Raises:
        Unprinted: stdout cannot be written.
    """
    try:
        yield
    except Unprinted as unprinted:
        raise Unprinted(unprinted.why, unprinted.besides or besides) from None


def speak_plainly() -> None:
    """Make this process's stdout raise `Unprinted` where it is full or closed, and its stderr nothing at all.

    A number that is closed is taken, for else the first file or connection opened would get it, and what is
    printed would go there. A pipe whose reader has seen enough stays a `BrokenPipeError`.
    """
    for number in range(STDERR + 1):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY)  # the lowest number that is free, which is this one
    sys.stdout = _text(_Answers(STDOUT, "w", closefd=False), sys.stdout)
    sys.stderr = _text(_Complaints(STDERR, "w", closefd=False), sys.stderr)


class _Answers(io.FileIO):
    """Stdout. After it failed it takes whatever is still to be flushed, so that it fails once."""

    _gone = False

    def write(self, said: Any, /) -> int:
        if self._gone:
            return memoryview(said).nbytes
        try:
            return super().write(said)
        except BrokenPipeError:
            raise
        except OSError as error:
            self._gone = True
            why = "it is closed" if error.errno == EBADF else error.strerror
            raise Unprinted(why or "the system gave no reason") from None


class _Complaints(io.FileIO):
    """Stderr. Where it fails there is nowhere left to say so; the status still tells."""

    def write(self, said: Any, /) -> int:
        try:
            return super().write(said)
        except OSError:
            return memoryview(said).nbytes


def _text(raw: io.FileIO, like: TextIO | None) -> TextIO:
    """Text as Python's own stream would have written it; it has none where the number was closed."""
    encoding, errors = (like.encoding, like.errors) if like else ("utf-8", "backslashreplace")
    by_line = raw.fileno() == STDERR or raw.isatty()
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding=encoding, errors=errors, line_buffering=by_line)
