"""Random journeys, each with its seed: `a_journey(seed)` walks one again; many more in the proof."""

import pytest

from tests.interventions.journeys import Journey, a_journey

FIRST = 20260601
SHARE = 25
JOURNEYS = 300


def held_or_said(seed: int) -> Journey:
    """The journey of that seed; one that breaks says which it was."""
    try:
        return a_journey(seed)
    except Exception as why:
        why.add_note(f"seed {seed}")
        raise


@pytest.mark.parametrize(
    "first", range(FIRST, FIRST + JOURNEYS, SHARE), ids=lambda first: f"from seed {first}"
)
def test_whatever_happens_everything_holds(first: int) -> None:
    journeys = [held_or_said(seed) for seed in range(first, first + SHARE)]
    assert sum(len(journey.walk.facts) for journey in journeys) > SHARE
