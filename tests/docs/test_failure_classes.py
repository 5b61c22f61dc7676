"""docs/failure-classes.md names tests that are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "failure-classes.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`")
TESTS = NAMED.findall(PAGE.read_text("utf-8").split("|---|", 1)[1])


def test_every_class_has_its_row_in_order() -> None:
    assert re.findall(r"^\| (F\d+) \|", PAGE.read_text("utf-8"), re.MULTILINE) == [
        f"F{number}" for number in range(1, 25)
    ]


@pytest.mark.parametrize(("file", "test"), TESTS)
def test_a_test_that_is_named_is_there(file: str, test: str) -> None:
    assert f"def {test}" in (ROOT / file).read_text("utf-8")
