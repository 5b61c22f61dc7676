"""A cell as a file holds it: London time with its offset, and nothing a spreadsheet would run."""

from datetime import date, datetime
from uuid import UUID

from interventions.figures.profile import Cell
from interventions.london import LONDON

# What makes a spreadsheet read text as a formula, in its wide forms too; tabs and line ends begin a new try.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# What may stand before it and be stripped or taken for quoting.
AROUND = " \u00a0\"'`"


def as_text(cell: Cell) -> str:
    """The cell for a table: nothing known is nothing written."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case datetime():
            return cell.astimezone(LONDON).isoformat(timespec="seconds")
        case date():
            return cell.isoformat()
        case str():
            return harmless(str(cell))
        case _:
            return str(cell)


def as_json(cell: Cell) -> str | int | float | bool | None:
    """The cell for JSON, where text is text and needs no guard."""
    match cell:
        case datetime() | date():
            return as_text(cell)
        case UUID() | str():
            return str(cell)
        case _:
            return cell


def harmless(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula.

    Also where quotes or blanks stand before the sign: programs strip them. What is ours to write, such as a
    number, never comes here.
    """
    return f"'{text}" if text.lstrip(AROUND).startswith(DANGEROUS) else text
