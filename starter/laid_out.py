"""Rows as a table that fits the screen without breaking a word; where it can't, a block a row."""

import sys
from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

# Where there is no screen to fit, no line is ever broken.
_PIPE = 1000
_GAP = 2
# A cell longer than this is prose, and is no pleasure to read in a narrower column than that.
_PROSE, _READABLE = 40, 24


def a_console() -> Console:
    """Where a person reads. Nothing in it is markup: what stands in brackets is meant."""
    width = None if sys.stdout.isatty() else _PIPE
    return Console(width=width, markup=False, highlight=False, emoji=False, soft_wrap=False)


def laid_out(
    headings: Sequence[str], rows: Sequence[Sequence[str]], room: int, *, whole: Sequence[int] = ()
) -> RenderableType:
    """A table at most `room` wide, or a block a row: its cells under each other, empty ones left out.

    The columns in `whole` hold ids, which are never broken over two lines.
    """
    if not rows:
        return _table(headings, rows, [*map(len, headings)])
    columns = [*zip(headings, *rows, strict=True)]
    natural = [max(map(len, column)) for column in columns]
    least = [
        width if number in whole else min(width, _at_least(column, width))
        for number, (column, width) in enumerate(zip(columns, natural, strict=True))
    ]
    room_for_words = room - _GAP * (len(headings) - 1)
    if sum(least) > room_for_words:
        return _blocks(headings, rows)
    return _table(headings, rows, _shared_out(natural, least, room_for_words))


def _at_least(column: Sequence[str], natural: int) -> int:
    longest_word = max(len(word) for cell in column for word in (cell.split() or [""]))
    return max(longest_word, _READABLE if natural > _PROSE else 0)


def _shared_out(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """As wide as they would like to be; what is too much is taken from whoever is widest and can give."""
    widths = [*natural]
    while sum(widths) > room:
        giving = max(
            (each for each in range(len(widths)) if widths[each] > least[each]), key=widths.__getitem__
        )
        widths[giving] -= 1
    return widths


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, _GAP - 1, 0, 0))
    for heading, width in zip(headings, widths, strict=True):
        table.add_column(heading, width=width, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _blocks(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Group:
    first, *others = (_block(headings, row) for row in rows)
    return Group(first, *(part for other in others for part in ("", other)))


def _block(headings: Sequence[str], row: Sequence[str]) -> Table:
    block = Table.grid(padding=(0, _GAP, 0, 0))
    block.add_column(width=max(map(len, headings)))
    block.add_column(overflow="fold")
    for heading, cell in zip(headings, row, strict=True):
        if cell:
            block.add_row(Text(heading), Text(cell))
    return block
