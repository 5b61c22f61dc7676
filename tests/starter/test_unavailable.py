"""Times at which somebody can't come, as they are typed."""

from datetime import time

import pytest

from interventions.illegible import Illegible
from interventions.referral import Unavailable
from starter.unavailable import times_off


@pytest.mark.parametrize(
    "typed, read",
    [
        pytest.param(
            ["tue 09:00-12:00"],
            (Unavailable(weekday=1, starts=time(9), ends=time(12)),),
            id="a morning every week",
        ),
        pytest.param(["Sun", "mon"], (Unavailable(weekday=6), Unavailable(weekday=0)), id="whole days"),
        pytest.param(["15:00-16:30"], (Unavailable(starts=time(15), ends=time(16, 30)),), id="every day"),
        pytest.param(["none"], (), id="none any more"),
    ],
)
def test_a_time_off_is_read_as_it_is_said(typed: list[str], read: tuple[Unavailable, ...]) -> None:
    assert times_off(typed, "unavailable_times") == read


@pytest.mark.parametrize(
    "typed",
    ["", "tuesday", "tue 9-12", "tue 12:00-09:00", "mon 24:00-25:00", "tue 09:00", "fri 22:00-02:00", "none"],
)
def test_what_cannot_be_read_is_refused_by_its_place_and_not_repeated(typed: str) -> None:
    with pytest.raises(Illegible) as refused:
        times_off(["mon", typed], "unavailable_times")

    (found,) = refused.value.findings
    assert (found.field, found.rule) == ("unavailable_times[1]", "malformed")
