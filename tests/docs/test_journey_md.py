"""docs/journey.md says what the code does; `make docs` writes its generated parts again."""

import re

import pytest

from interventions.clocks import TITLES
from interventions.messages import NAMES
from interventions.reception import MAY_BE_SAID, YES
from interventions.stage import stage
from interventions.vocabulary import Ending, Role, Stage, WithdrawalCode
from tests.builders import left_until, told
from tests.docs.clock_table import by_kind
from tests.docs.conversations import SAY
from tests.docs.generated import JOURNEY, SECTIONS, parts, rewritten
from tests.docs.other_ways import other_ways
from tests.docs.state_diagram import UNDERWAY, arrows

OTHERS = tuple(other_ways())


@pytest.fixture(scope="module")
def page() -> str:
    return JOURNEY.read_text("utf-8")


@pytest.mark.parametrize("name", SECTIONS)
def test_a_generated_part_is_what_the_code_says(page: str, name: str) -> None:
    assert parts(page)[name] == SECTIONS[name](), "stale: type `make docs`"


def test_every_generated_part_stands_in_the_page_once(page: str) -> None:
    assert re.findall("<!-- generated: ([a-z]+) -->", page) == list(parts(page))
    assert set(parts(page)) == set(SECTIONS)


def test_writing_the_parts_again_touches_nothing_else(page: str) -> None:
    spoilt = re.sub(r"(<!-- generated: [a-z]+ -->\n).*?(<!-- end -->)", r"\1stale\n\2", page, flags=re.DOTALL)

    assert set(parts(spoilt).values()) == {"stale"}
    assert rewritten(spoilt) == page


def test_every_message_is_said_to_some_case() -> None:
    assert set(SAY) == set(NAMES.values())


def test_every_clock_is_shown() -> None:
    assert set(by_kind()) == set(TITLES)


def test_a_journey_can_be_left_from_every_stage_and_leads_to_its_end() -> None:
    seen = arrows()

    assert {(here, Stage.END_OF_SERVICE, "withdraw") for here in UNDERWAY} <= set(seen)
    assert {of for of, _, _ in seen} == set(Stage) - {Stage.CLOSED}
    assert all(MAY_BE_SAID[by][of] == YES for of, _, by in seen if by in MAY_BE_SAID)


def test_a_way_that_is_not_the_usual_one_leads_to_another_stage_too() -> None:
    """Every example of one moves its case on, and is drawn; an early final session goes both ways."""
    seen = {
        (stage(left_until(case, now)), stage(told(case, said, now)), by) for case, by, said, now in OTHERS
    }

    assert [arrow for arrow in seen if arrow[0] is arrow[1]] == []
    assert seen <= set(arrows())
    early, back = (Stage.DELIVERY, Stage.FINAL_SESSION), (Stage.FINAL_SESSION, Stage.DELIVERY)
    assert {(*early, "book"), (*back, "call-off"), (*back, "pause"), (*back, "record")} <= seen


def test_the_words_people_use_are_explained(page: str) -> None:
    written = page.replace("-", " ")
    for word in (*Stage, *Ending, *Role):
        assert word.value.replace("-", " ") in written
    for code in WithdrawalCode:
        assert f"`{code.value}`" in page
