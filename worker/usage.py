"""What is wrong with how a command was typed: one line, as every other no, and where to look it up."""

import sys
from typing import Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from workflows.streams import UNPRINTED, Unprinted

MISUSED = 2


class OneLine(TyperGroup):
    """A command line that says in one line what was typed wrong, and ends with status 2. Help stays help."""

    def main(self, *, standalone_mode: bool = True, **typed: Any) -> Any:  # type: ignore[override]
        """Run a command. Not `standalone_mode`, errors are the caller's to see."""
        if not standalone_mode:
            return super().main(standalone_mode=False, **typed)
        try:
            ended = super().main(standalone_mode=False, **typed)
        except TyperException as wrong:
            typer.echo(f"worker: {in_one_line(wrong)}", err=True)
            sys.exit(MISUSED)
        except Unprinted as unprinted:
            typer.echo(f"worker: {unprinted}", err=True)
            sys.exit(UNPRINTED)
        except typer.Abort:
            sys.exit(1)
        sys.exit(ended if isinstance(ended, int) else 0)


def in_one_line(wrong: TyperException) -> str:
    """What was wrong, and which help says how it is typed."""
    said = " ".join(wrong.format_message().split()).rstrip(".")
    context = getattr(wrong, "ctx", None)
    return f"{said} - type `{context.command_path} --help`" if context else said
