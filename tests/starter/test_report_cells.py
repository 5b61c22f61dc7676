"""A cell of a table: never a formula, and everything else as it is."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interventions.figures.profile import Cell
from starter.report_cells import as_json, as_text, harmless

FORMULAS = {
    "equals": "=1+1",
    "plus, as of a telephone number": "+447700900123",
    "minus, as of a number that was typed": "-2",
    "at": "@SUM(A1)",
    "a link": "=HYPERLINK('https://example.org')",
    "a command": '=cmd|" /C calc"!A0',
    "tab": "\t=1",
    "tab before no sign": "\tA1",
    "carriage return": "\r=1",
    "line feed": "\n=1",
    "vertical tab": "\v=1",
    "form feed": "\f=1",
    "next line": "\x85=1",
    "line separator": "\u2028=1",
    "paragraph separator": "\u2029=1",
    "nul": "\0=1",
    "escape": "\x1b=1",
    "blanks": "  =1",
    "no-break space": "\u00a0@x",
    "narrow no-break space": "\u202f=1",
    "en space": "\u2002=1",
    "ideographic space": "\u3000=1",
    "zero-width space": "\u200b=1",
    "zero-width non-joiner": "\u200c=1",
    "zero-width joiner": "\u200d=1",
    "word joiner": "\u2060=1",
    "byte order mark": "\ufeff=1",
    "left-to-right mark": "\u200e=1",
    "right-to-left override": "\u202e=1",
    "soft hyphen": "\u00ad=1",
    "variation selector": "\ufe0f=1",
    "combining grapheme joiner": "\u034f=1",
    "a mark without a letter": "\u0338=1",
    "hangul filler": "\u3164=1",
    "braille blank": "\u2800=1",
    "private use": "\ue000=1",
    "several of them": "\ufeff \u200b\u00a0'=1",
    "double quotes": '"=1"',
    "apostrophe": "'=1",
    "typographic quotes": "\u201c=1\u201d",
    "full-width equals": "＝1",
    "full-width plus": "＋1",
    "full-width minus": "－1",
    "full-width at": "＠x",
    "full-width behind a zero-width space": "\u200b＝1",
    "small equals": "\ufe661",
    "small plus": "\ufe621",
    "small minus": "\ufe631",
    "small at": "\ufe6bx",
    "raised equals": "\u207c1",
    "lowered plus": "\u208a1",
    "minus proper": "\u22121",
    "raised minus": "\u207b1",
}
NO_FORMULAS = {
    "nothing": "",
    "an apostrophe inside": "O'Neil",
    "a contract": "PRJ_5626",
    "a range": "1-2",
    "an equation inside": "a=b",
    "a reference": "KD4821PE",
    "quoted": '"quoted"',
    "blanks": "  ",
    "a zero-width space and a word": "\u200bword",
    "an accent": "Éilis",
    "a letter and its accent": "E\u0301ilis",
    "Welsh": "Ŵyn",
    "another script": "Łódź",
    "a dash": "\u2013 none",
    "a pound": "£5",
    "a hash": "#12",
    "brackets": "(a)",
}
NOT_TEXT: dict[str, tuple[Cell, str]] = {
    "a negative number": (-2, "-2"),
    "a negative fraction": (-0.5, "-0.5"),
    "nought": (0, "0"),
    "a day": (date(2026, 3, 29), "2026-03-29"),
    "an instant": (datetime(2026, 6, 1, 12, tzinfo=UTC), "2026-06-01T13:00:00+01:00"),
    "yes": (True, "true"),
    "not known": (None, ""),
    "an id": (UUID(int=7), "00000000-0000-0000-0000-000000000007"),
}


@pytest.mark.parametrize("words", FORMULAS.values(), ids=FORMULAS)
def test_a_cell_is_never_a_formula(words: str) -> None:
    assert harmless(words) == f"'{words}"
    assert as_text(words) == f"'{words}"
    assert as_json(words) == words


@pytest.mark.parametrize("words", NO_FORMULAS.values(), ids=NO_FORMULAS)
def test_words_that_are_no_formula_are_left_alone(words: str) -> None:
    assert harmless(words) == words


@pytest.mark.parametrize(("cell", "printed"), NOT_TEXT.values(), ids=NOT_TEXT)
def test_what_is_not_text_is_written_as_it_is(cell: Cell, printed: str) -> None:
    assert as_text(cell) == printed


@given(
    ahead=st.text(" \t\0\u200b\u200d\ufeff\u00a0\u3000\ufe0f\u3164\"'`"), sign=st.sampled_from("=+-@＝＋－＠")
)
def test_nothing_unseen_hides_a_sign(ahead: str, sign: str) -> None:
    assert harmless(f"{ahead}{sign}1") == f"'{ahead}{sign}1"
