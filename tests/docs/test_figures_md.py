"""docs/figures.md says what the measures say; `make docs` writes its generated parts again."""

import re

import pytest

from interventions.figures.profile import KPI
from tests.docs.figures_page import FIGURES, SECTIONS
from tests.docs.generated import parts


@pytest.fixture(scope="module")
def page() -> str:
    return FIGURES.read_text("utf-8")


@pytest.mark.parametrize("name", SECTIONS)
def test_a_generated_part_is_what_the_measures_say(page: str, name: str) -> None:
    assert parts(page)[name] == SECTIONS[name](), "stale: type `make docs`"


def test_every_generated_part_stands_in_the_page_once(page: str) -> None:
    assert re.findall("<!-- generated: ([a-z]+) -->", page) == list(SECTIONS)


def test_every_column_of_a_report_is_explained(page: str) -> None:
    told = set(re.findall(r"^\| `([a-z_]+)`", page, flags=re.MULTILINE))
    shown = {column.name for column in KPI.columns if not column.name.startswith("family_")}
    assert shown <= told
