"""What every suppression list must keep: whoever was entered stays on it, however they are asked for."""

from functools import partial

import pytest

from activities.ports import Suppression
from tests.gateways.racing import all_at_once

CRN = "X375690"
TYPED = [
    pytest.param("X375690", id="as it was entered"),
    pytest.param("x375690", id="in small letters"),
    pytest.param(" X375690\n", id="with spaces around it"),
    pytest.param("\tx375690 ", id="both"),
]


def test_a_new_list_holds_nobody(suppression: Suppression) -> None:
    assert not suppression.holds(CRN)
    assert not suppression.holds("")


@pytest.mark.parametrize("typed", TYPED)
def test_whoever_was_entered_is_held_however_the_number_is_typed(
    suppression: Suppression, typed: str
) -> None:
    suppression.suppress(CRN)
    assert suppression.holds(typed)


@pytest.mark.parametrize("typed", TYPED)
def test_whoever_was_entered_however_typed_is_held(suppression: Suppression, typed: str) -> None:
    suppression.suppress(typed)
    assert suppression.holds(CRN)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("X375691", id="another number"),
        pytest.param("X37569", id="the beginning of it"),
        pytest.param("X3756900", id="more than it"),
        pytest.param("X375 690", id="a space inside"),
        pytest.param("X375690" * 3000, id="a page of it"),
        pytest.param("X37569\0", id="a character no number has"),
        pytest.param("%", id="what would match anything"),
        pytest.param("X375690' OR 'a'='a", id="what would be true of anybody"),
    ],
)
def test_nobody_else_is_held(suppression: Suppression, other: str) -> None:
    suppression.suppress(CRN)
    assert not suppression.holds(other)
    suppression.suppress(other)
    assert suppression.holds(other)
    assert suppression.holds(CRN)


def test_entering_somebody_again_changes_nothing(suppression: Suppression) -> None:
    for typed in (CRN, CRN, "x375690", f" {CRN} "):
        suppression.suppress(typed)
        assert suppression.holds(CRN)


def test_many_may_enter_and_ask_at_once(suppression: Suppression) -> None:
    numbers = [f"X{number:06}" for number in range(4)]

    def enter(crn: str) -> bool:
        suppression.suppress(crn)
        return suppression.holds(crn)

    assert all(all_at_once([partial(enter, crn) for crn in numbers * 4]))
    assert all(suppression.holds(crn) for crn in numbers)
    assert not suppression.holds(CRN)
