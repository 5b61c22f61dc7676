"""A cell of a table: never a formula, and everything else as it is."""

import pytest

from starter.report_cells import as_text, harmless


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+447700900123",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        '"=1"',
        "'=1",
        "  =1",
        "\u00a0@x",
        "＝1",
        "=HYPERLINK('https://example.org')",
    ],
)
def test_a_cell_is_never_a_formula(words: str) -> None:
    assert harmless(words) == f"'{words}"
    assert as_text(words).startswith("'")


@pytest.mark.parametrize("words", ["", "O'Neil", "PRJ_5626", "1-2", "a=b", "KD4821PE", '"quoted"'])
def test_words_that_are_no_formula_are_left_alone(words: str) -> None:
    assert harmless(words) == words
