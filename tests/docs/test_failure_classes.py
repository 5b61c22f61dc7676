"""docs/failure-classes.md names tests that are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "failure-classes.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`")
ROWS = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| F")]
TESTS = [named for row in ROWS for named in NAMED.findall(row)]


def test_every_class_has_its_row_in_order() -> None:
    assert [row.split("|")[1].strip() for row in ROWS] == [f"F{number}" for number in range(1, 25)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip())
def test_every_class_names_a_test(row: str) -> None:
    assert NAMED.findall(row.split("|")[4])


@pytest.mark.parametrize(("file", "test"), TESTS)
def test_a_test_that_is_named_is_there(file: str, test: str) -> None:
    wanted = f"def {test}(" if test else "def test_"
    assert wanted in (ROOT / file).read_text("utf-8")
