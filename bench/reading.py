"""One reading in a process of its own, so that its memory is its own: says seconds and megabytes."""

import json
import re
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from time import perf_counter

from gateways.settings import RegisterSettings
from gateways.sql_projection import SqlProjection
from interventions.figures.period import Period
from starter.reporting import report

YEAR = Period(first=date(2026, 4, 1), last=date(2027, 3, 31))


def floor(out: Path) -> None:
    """The same rows, read as the database holds them and written as they are."""
    with closing(SqlProjection.open(RegisterSettings().register_url)) as state, out.open("w") as to:
        for row in state.figures(YEAR.starts_at, YEAR.ends_at):
            to.write(row + "\n")


def _reported(out: Path, **how: str) -> None:
    report(first=str(YEAR.first), last=str(YEAR.last), out=out, **how)  # type: ignore[arg-type]


READINGS: dict[str, Callable[[Path], None]] = {
    "floor": floor,
    "rm csv": lambda out: _reported(out, profile="rm", form="csv"),
    "kpi csv": lambda out: _reported(out, form="csv"),
    "kpi json": lambda out: _reported(out, form="json"),
    "page": lambda out: _reported(out, form="html"),
}


def _megabytes() -> float:
    """The most this process ever held (Linux). `getrusage` would say what its parent held when it forked."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024  # type: ignore[index]


if __name__ == "__main__":
    kind, into = sys.argv[1], Path(sys.argv[2])
    before, began = _megabytes(), perf_counter()
    READINGS[kind](into)
    taken = {"seconds": perf_counter() - began, "megabytes": _megabytes(), "before": before}
    sys.stdout.write(json.dumps(taken | {"bytes": into.stat().st_size}))
