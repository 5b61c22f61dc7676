"""A table fits its screen, or there is none: no word is broken and no column is lost at any width."""

import pytest
from rich.console import Console

from starter.laid_out import laid_out

ID = "70ad2ccd-03bb-405b-a04f-14a7b6d801b2"
HEADINGS = ("due by the end of", "", "referral", "task", "owner", "what")
WHAT = "Join the final session? Answer if you would like to; no answer means no"
ROWS = (
    ("Friday 27 November 2026", "overdue", ID, "three-way/caseworker", "probation-practitioner", WHAT),
    ("Monday 30 November 2026", "", ID, "cadence/session-4/1", "caseworker", "[not] markup"),
)


def on_a_screen(width: int, rows: tuple[tuple[str, ...], ...] = ROWS) -> str:
    console = Console(width=width, markup=False, highlight=False)
    with console.capture() as screen:
        console.print(laid_out(HEADINGS, rows, width, whole=(2, 3)))
    return screen.get()


@pytest.mark.parametrize("width", [60, 72, 80, 100, 120, 140, 160, 200, 1000])
def test_every_word_of_every_cell_is_whole(width: int) -> None:
    screen = on_a_screen(width)

    assert max(map(len, screen.splitlines())) <= width
    for row in ROWS:
        for word in " ".join(row).split():
            assert word in screen.split(), word


def test_a_wide_screen_has_a_table_and_a_line_a_row() -> None:
    headings, rule, *rows = on_a_screen(200).rstrip().splitlines()
    assert headings.split() == " ".join(HEADINGS).split()
    assert set(rule.strip()) == {"─"}
    assert len(rows) == 2
    assert WHAT in rows[0]


def test_a_narrow_screen_has_a_block_a_row_without_what_is_empty() -> None:
    first, second = on_a_screen(80).strip().split("\n\n")
    assert first.splitlines()[0].rstrip() == "due by the end of  Friday 27 November 2026"
    assert "overdue" in first
    assert [line.split("  ")[0].strip() for line in second.splitlines()] == [
        "due by the end of",
        "referral",
        "task",
        "owner",
        "what",
    ]


def test_without_rows_the_headings_stand_alone() -> None:
    assert on_a_screen(120, rows=()).split()[-1].startswith("─")
