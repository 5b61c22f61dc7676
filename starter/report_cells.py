"""A cell as a file holds it: London time with its offset, and nothing a spreadsheet would run."""

from collections.abc import Callable
from datetime import date, datetime
from types import NoneType
from typing import Any
from uuid import UUID

from interventions.days.london import LONDON
from interventions.figures.profile import Cell

# What makes a spreadsheet read text as a formula, in its wide forms too; tabs and line ends begin a new try.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# What may stand before it and be stripped or taken for quoting.
AROUND = " \u00a0\"'`"


def as_text(cell: Cell) -> str:
    """The cell for a table: nothing known is nothing written."""
    write = _AS_TEXT.get(type(cell))
    return write(cell) if write else harmless(str(cell))


def as_json(cell: Cell) -> str | int | float | bool | None:
    """The cell for JSON, where text is text and needs no guard."""
    if cell is None or isinstance(cell, int | float):
        return cell
    return as_text(cell) if isinstance(cell, date) else str(cell)


def harmless(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula.

    Also where quotes or blanks stand before the sign: programs strip them. What is ours to write, such as a
    number, never comes here.
    """
    return f"'{text}" if text.lstrip(AROUND).startswith(DANGEROUS) else text


def _moment(instant: datetime) -> str:
    return instant.astimezone(LONDON).isoformat(timespec="seconds")


# By its very type, because a table of a large contract has millions of cells.
_AS_TEXT: dict[type, Callable[[Any], str]] = {
    NoneType: lambda cell: "",
    bool: lambda cell: "true" if cell else "false",
    int: str,
    float: str,
    datetime: _moment,
    date: date.isoformat,
    UUID: str,
}
