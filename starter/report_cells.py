"""A cell as a file holds it: London time with its offset, and nothing a spreadsheet would run."""

from collections.abc import Callable
from datetime import date, datetime
from itertools import takewhile
from types import NoneType
from typing import Any
from unicodedata import category, normalize
from uuid import UUID

from interventions.days.london import LONDON
from interventions.figures.profile import Cell

# What makes a spreadsheet read text as a formula. Their wide, small, raised and lowered forms come to the
# same under NFKC, all but the minus sign proper.
SIGNS = frozenset("=+-@\u2212")
# At these a program may begin anew, so whatever follows them.
BREAKS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")
# What may stand before a sign and be stripped, shown as nothing or taken for quoting: by its category
# (controls, formats such as the zero-width space and the byte order mark, unassigned, blanks, marks without
# a letter), or one by one (quotes; letters and a symbol that print as blanks).
UNSEEN_KINDS = frozenset(("Cc", "Cf", "Cn", "Co", "Zs", "Zl", "Zp", "Mn", "Me"))
UNSEEN = frozenset("\"'`\u2018\u2019\u201c\u201d\u115f\u1160\u3164\uffa0\u2800")


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

    Also where something stands before the sign that programs strip or nobody sees. What is ours to write,
    such as a negative number, never comes here; text that looks like one is text, and is guarded.
    """
    if text[:1].isascii() and text[:1].isalnum():
        return text  # nearly every cell of a large table
    ahead = "".join(takewhile(_unseen, text))
    sign = normalize("NFKC", text[len(ahead) : len(ahead) + 1])
    return f"'{text}" if sign[:1] in SIGNS or not BREAKS.isdisjoint(ahead) else text


def _unseen(letter: str) -> bool:
    return letter in UNSEEN or category(letter) in UNSEEN_KINDS


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
