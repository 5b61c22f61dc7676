"""What is wrong with how a verb was typed: one line, as every other no, and where to look it up."""

import re
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from workflows.streams import UNPRINTED, Unprinted

MISUSED = 2
IN_OUR_WORDS = (
    (r"Value error, ", ""),
    (r"Input should be", "must be"),
    (r"must be a valid (UUID|number|integer), .*", r"must be a valid \1"),
    (r"a valid integer", "a whole number"),
)


class OneLine(TyperGroup):
    """A command line that says in one line, with status 2, what was typed wrong or cannot be printed."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a verb. Not `standalone_mode`, errors are the caller's to see."""
        try:
            ended = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except TyperException as wrong:
            if not standalone_mode:
                raise
            _say(wrong)
            sys.exit(MISUSED)
        except Unprinted as unprinted:
            if not standalone_mode:
                raise
            typer.echo(str(unprinted), err=True)
            sys.exit(UNPRINTED)
        except typer.Abort:
            if not standalone_mode:
                raise
            sys.exit(1)
        if standalone_mode:
            sys.exit(ended if isinstance(ended, int) else 0)
        return ended


def _say(wrong: TyperException) -> None:
    """The library puts its own words first, and choices and usage on lines of their own. Help stays help."""
    said, context = str(wrong.format_message()), getattr(wrong, "ctx", None)
    if context is None or said == context.get_help():
        typer.echo(said, err=True)
    else:
        typer.echo(f"{in_our_words(said)} - see `{context.command_path} --help`", err=True)


def in_our_words(said: str) -> str:
    """What the library says of a value, in a line, and without how it found out."""
    for theirs, ours in IN_OUR_WORDS:
        said = re.sub(theirs, ours, said)
    return " ".join(said.split()).rstrip(".,")
