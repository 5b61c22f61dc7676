"""Run the stand-in by itself: `python -m examples.refer_and_monitor --port 8090 examples/*.json`."""

import threading
from pathlib import Path
from typing import Annotated

import typer

from examples.refer_and_monitor.running import stand_in

Documents = Annotated[list[Path] | None, typer.Argument(help="sent referrals, as JSON")]
Caseworkers = Annotated[list[str] | None, typer.Option("--caseworker", help="a username R&M is to know")]


def run(
    documents: Documents = None,
    caseworkers: Caseworkers = None,
    port: Annotated[int, typer.Option()] = 8090,
) -> None:
    """Answer as R&M until Ctrl-C; prints the settings with which a worker uses it."""
    with stand_in(documents or (), caseworkers or (), port) as standing:
        for name, value in standing.environment.items():
            typer.echo(f"{name}={value}")
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            typer.echo("gone")


if __name__ == "__main__":
    typer.run(run)
