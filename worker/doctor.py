"""The doctor: every check in order, as a table or as JSON."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from worker.checks.finding import Finding
from worker.checks.machine import (
    embedded_server,
    folder,
    port,
    python_version,
    register,
    temporal_binary,
)
from worker.checks.monitoring import monitoring
from worker.checks.press import press
from worker.checks.reference import reference_data
from worker.checks.server import server_checks
from worker.health import ask
from worker.opening import register_schema
from worker.problem import Problem
from worker.settings import Settings

WITHOUT_A_TERMINAL = 120
COLOURS = {"ok": "green", "warning": "yellow", "failed": "red"}


async def checkup(settings: Settings) -> list[Finding]:
    """Look at everything; never raises for what it finds."""
    return [
        python_version(),
        embedded_server(temporal_binary()),
        *[finding async for finding in server_checks()],
        *health_port(settings),
        register(settings.register_url),
        register_schema(settings.register_url),
        folder("outbox", settings.outbox),
        press(settings.print_as),
        *reference_data(settings.policy, datetime.now(UTC)),
        *monitoring(settings),
    ]


def health_port(settings: Settings) -> Iterator[Finding]:
    """Whether a worker can answer health checks here, if it is to."""
    if settings.health_port:
        remedy = "stop what listens there, or set THROUGHLINE_HEALTH_PORT"
        yield port("health port", settings.health_port, ours=worker_answers(settings), remedy=remedy)


def worker_answers(settings: Settings) -> bool:
    """Whether a worker of ours runs on this machine."""
    try:
        return ask(settings, "/live")[0]
    except Problem:
        return False


def report(findings: Sequence[Finding], *, as_json: bool) -> None:
    """Print the findings on stdout."""
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in findings], indent=2))
        return
    table = Table("", "what", "found", "type or do", box=None, pad_edge=False)
    for finding in findings:
        colour = COLOURS[finding.ok]
        cells = (Text(finding.ok, colour), *map(Text, (finding.name, finding.detail, finding.remedy)))
        table.add_row(*cells)
    console = Console()
    as_wide_as_said = console.is_terminal or "COLUMNS" in os.environ
    console.print(table, width=None if as_wide_as_said else WITHOUT_A_TERMINAL)
