"""The yearly report over a large register: seconds, as a ratio to reading the same rows raw, and memory."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.filling import fill
from bench.lives import Life, caseload, walked
from bench.reading import READINGS
from tests.database_server import a_database_server

SIZES = (10_000, 100_000)
# Every eighth week of a year: enough different lives, walked in a minute.
EVERY = 8
# Of three readings the quickest counts: what made the others slower was not the report.
TIMES = 3


@dataclass(frozen=True)
class Taken:
    """The quickest of some readings: seconds; peak memory, and that before it began, in megabytes."""

    seconds: float
    megabytes: float
    before: float


def run(words: Sequence[str]) -> None:
    """a year of 100,000 interventions reported: seconds, ratio to a floor, memory (add: postgresql)"""
    kinds = ("sqlite", "postgresql") if "postgresql" in words else ("sqlite",)
    _say(f"walking stories, one start every {EVERY} weeks ...")
    lives = walked(EVERY)
    for kind in kinds:
        taken = {size: _measured(kind, size, lives) for size in SIZES}
        _show(kind, taken)


def _measured(kind: str, size: int, lives: Sequence[Life]) -> dict[str, Taken]:
    with tempfile.TemporaryDirectory() as folder, a_database(kind, Path(folder)) as url:
        _say(f"{kind}: writing {size:,} interventions ...")
        fill(url, caseload(lives, size))
        return {reading: _quickest(reading, url, Path(folder)) for reading in READINGS}


@contextmanager
def a_database(kind: str, folder: Path) -> Iterator[str]:
    """A database of this kind, empty, and gone afterwards; its URL."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'register.db'}"
        return
    with a_database_server() as server:
        yield server.a_database()


def _quickest(reading: str, url: str, folder: Path) -> Taken:
    command = [sys.executable, "-m", "bench.reading", reading, str(folder / "out")]
    environment = os.environ | {"THROUGHLINE_REGISTER_URL": url}
    found = []
    for _ in range(TIMES):
        answer = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)  # noqa: S603
        said = json.loads(answer.stdout)
        found.append(Taken(said["seconds"], said["megabytes"], said["before"]))
    return min(found, key=lambda each: each.seconds)


def _show(kind: str, taken: dict[int, dict[str, Taken]]) -> None:
    _say(f"\n{kind:18} {'rows':>8} {'seconds':>8} {'to floor':>9} {'rows a second':>14} {'MB at peak':>11}")
    for reading in READINGS:
        for size, readings in taken.items():
            one, floor = readings[reading], readings["floor"]
            ratio, pace = one.seconds / floor.seconds, size / one.seconds
            _say(
                f"{reading:18} {size:8,} {one.seconds:8.2f} {ratio:9.1f} {pace:14,.0f} {one.megabytes:11.0f}"
            )
    small, large = (readings["kpi csv"] for readings in taken.values())
    _say(f"ten times the rows took {large.megabytes / small.megabytes:.2f} times the memory (kpi csv)\n")


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
