"""Which account stands: the workflow's own, told last; what a lost task left over is passed by."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateways.account import standing
from tests.gateways.register_entries import AT


@dataclass(frozen=True)
class Line:
    """A fact told at the so-manieth second, and by which account."""

    sequence: int
    second: int
    account: str = ""

    @property
    def recorded_at(self) -> datetime:
        return AT + timedelta(seconds=self.second)


def lines(written: str) -> list[Line]:
    """`1@0 2@5b` reads: 1 told at second 0, 2 at second 5 by account b."""
    told = []
    for word in written.split():
        place, _, rest = word.partition("@")
        told.append(Line(int(place), int(rest.rstrip("abc")), rest.lstrip("0123456789")))
    return told


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        pytest.param("", "", id="nothing was told"),
        pytest.param("1@0 2@0 3@7", "1@0 2@0 3@7", id="one account"),
        pytest.param("3@7 1@0 2@0", "1@0 2@0 3@7", id="read in any order"),
        pytest.param("1@0 2@5a 2@9b", "1@0 2@9b", id="decided again, later"),
        pytest.param("1@0 2@9b 2@5a", "1@0 2@9b", id="the lost task's page arrives after its retry's"),
        pytest.param("1@0 2@5a 2@5b", "1@0 2@5a", id="twice at one instant: the first stands"),
        pytest.param("1@0 2@5a 3@5a 4@5a 2@9b", "1@0 2@9b", id="the retry is shorter"),
        pytest.param("1@0 2@5a 2@9b 3@9b 4@12b", "1@0 2@9b 3@9b 4@12b", id="the retry is longer"),
        pytest.param("1@0 2@5a 3@5a 2@9b 3@9b", "1@0 2@9b 3@9b", id="the retry is as long"),
        pytest.param("1@0 2@5a 3@5a 4@5a 2@7b 3@7b 2@9c", "1@0 2@9c", id="the retry is lost as well"),
        pytest.param("1@0 2@5a 3@5a 2@9b 3@20b", "1@0 2@9b 3@20b", id="life goes on after the retry"),
        pytest.param("1@0a 2@0a 3@4a 1@9b 2@9b", "1@9b 2@9b", id="begun again from the first fact"),
        pytest.param("1@0 2@5a 3@5a", "1@0 2@5a 3@5a", id="the retry has not been told yet"),
        pytest.param("1@0 2@0 4@0 5@0", "1@0 2@0", id="a gap ends the account"),
        pytest.param("1@0 2@9b 3@5a 4@12b", "1@0 2@9b", id="a leftover ends the account"),
    ],
)
def test_the_account_that_stands(told: str, stands: str) -> None:
    assert standing(lines(told)) == tuple(lines(stands))


seconds = st.integers(0, 5)


def account(name: str, gaps: Sequence[int], *, after: Sequence[Line], begins: int) -> list[Line]:
    """Facts told one after another, so many seconds apart, following on from `after`."""
    told, now = [], begins
    for sequence, gap in enumerate(gaps, start=len(after) + 1):
        now += gap
        told.append(Line(sequence, now, name))
    return told


@given(
    st.lists(seconds),
    st.lists(st.lists(seconds), max_size=3),
    st.lists(seconds, min_size=1),
    st.integers(1, 5),
    st.data(),
)
def test_abandoned_accounts_and_then_a_retry_of_any_shape_read_as_the_retry(
    safe: list[int], lost: list[list[int]], retried: list[int], pause: int, data: st.DataObject
) -> None:
    kept = account("safe", safe, after=[], begins=0)
    told, now = list(kept), kept[-1].second if kept else 0
    for number, gaps in enumerate(lost):
        abandoned = account(f"lost {number}", gaps, after=kept, begins=now)
        told += abandoned
        now = (abandoned[-1].second if abandoned else now) + pause
    retry = account("retry", retried, after=kept, begins=now)
    assert standing(data.draw(st.permutations(told + retry))) == (*kept, *retry)


@given(st.lists(st.builds(Line, st.integers(1, 6), seconds, st.sampled_from("ab"))))
def test_whatever_was_told_an_account_has_no_gap_and_time_never_goes_backwards(told: list[Line]) -> None:
    stands = standing(told)
    first = min((line.sequence for line in told), default=1)
    assert [line.sequence for line in stands] == list(range(first, first + len(stands)))
    assert [line.second for line in stands] == sorted(line.second for line in stands)
    assert standing(stands) == stands
    assert standing([*told, *told]) == stands
    for line in stands:
        assert line.second == max(each.second for each in told if each.sequence == line.sequence)
