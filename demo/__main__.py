"""Plays the caseload; `up` keeps server and worker running, `today` writes papers to try."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal
from uuid import uuid4

import typer
from rich.console import Console

from demo.embedded_server import ServerPlan
from demo.keeping_up import keep_up
from demo.performance import Departure
from demo.rm_stand_in import standing_in
from demo.showing import show
from demo.today import held_at, write_papers
from worker.problem import Problem
from worker.settings import read_settings
from workflows.farewell import to_the_end

STATE = Path(".throughline")
WITHOUT_A_TERMINAL = 120

app = typer.Typer(add_completion=False, help=__doc__)
Port = Annotated[int, typer.Option(help="the server's port")]
UiPort = Annotated[int, typer.Option(help="the web UI's port")]
Rm = Annotated[
    Literal["stand-in"] | None,
    typer.Option(help="tell R&M's stand-in of everything that happens"),
]


@app.callback(invoke_without_command=True)
def play(context: typer.Context, port: Port = 7233, ui_port: UiPort = 8233, rm: Rm = None) -> None:
    """Watch six people go through the service in virtual time."""
    if context.invoked_subcommand:
        return
    with plainly():
        database = STATE / "demo" / "temporal.db"
        plan = ServerPlan(database, port, ui_port, virtual_time=True, careless=True)
        with standing_in() if rm else nullcontext() as told:
            to_the_end(show(plan, _console(), STATE, told))


@app.command()
def up(port: Port = 7233, ui_port: UiPort = 8233) -> None:
    """Keep a server, its web UI and a worker running until Ctrl-C; state is kept."""
    with plainly():
        plan = ServerPlan(STATE / "temporal.db", port, ui_port)
        to_the_end(keep_up(plan, read_settings(), _console()))


@app.command()
def today() -> None:
    """Write a referral sent yesterday, with a plan and a report that fit it, and say how to refer it.

    `AT` is a time at which a meeting may already have been held.
    """
    papers = write_papers(STATE / "today", now := datetime.now(UTC), referral_id := uuid4())
    console = _console()
    for name, path in papers.items():
        console.print(f"{name:<9} {path}")
    console.print(
        f"\n.venv/bin/python -m starter refer {papers['referral']}\nR={referral_id}\nAT={held_at(now)}",
        soft_wrap=True,
    )


def _console() -> Console:
    """A console of its terminal's width; a file or a pipe has none, and gets room for the tables."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=WITHOUT_A_TERMINAL)


@contextmanager
def plainly() -> Iterator[None]:
    """What went wrong, in one line and a status other than 0."""
    try:
        yield
    except (Problem, Departure) as problem:
        Console(stderr=True, highlight=False).print(f"throughline: {problem}", soft_wrap=True)
        raise typer.Exit(1) from None


if __name__ == "__main__":
    app()
