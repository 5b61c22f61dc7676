"""Random journeys through the workflow, each of its tasks replayed from the first event; seeds printed."""

import os

import pytest

from tests.stories.staging import Stage
from tests.stories.wandering import Wandering, wander

# SEED=n make test begins somewhere else.
FIRST = int(os.environ.get("SEED", "20260601"))
JOURNEYS, SHARE = 100, 10


async def told(seed: int, stage: Stage) -> Wandering:
    """The journey of that seed; one that breaks says which it was."""
    try:
        return await wander(seed, stage)
    except BaseException as why:
        why.add_note(f"seed {seed}")
        raise


@pytest.mark.parametrize(
    "first", range(FIRST, FIRST + JOURNEYS, SHARE), ids=lambda first: f"from seed {first}"
)
async def test_whatever_happens_a_worker_that_remembers_nothing_writes_what_the_core_decides(
    first: int, forgetful_stage: Stage
) -> None:
    # One after the other: without a cache, local activities of several workflows wait for each other.
    journeys = [await told(seed, forgetful_stage) for seed in range(first, first + SHARE)]
    assert sum(len(journey.overheard.heard) for journey in journeys) > 4 * SHARE
    assert any(journey.refused for journey in journeys)
    assert any(journey.runs > 1 for journey in journeys)
