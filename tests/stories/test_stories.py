"""Every story, performed by the core and by the workflow; and the same facts from both."""

from datetime import timedelta

import pytest

from demo.caseload import CASELOAD
from demo.temporal_theatre import TemporalTheatre
from demo.theatre import CoreTheatre
from gateways.shelf import Shelf
from interventions.vocabulary import Ending
from tests.stories.retelling import Overheard, retold, to_the_minute
from tests.stories.staging import STORIES, YEARS_LATER, Stage, performed, referral_of, story_of

# A whole journey, and one of each kind of wiring; each of their tasks replays everything before it.
WITHOUT_A_CACHE = (
    "assessment-missed",
    "booked-late-at-night",
    "died-before-assessment",
    "letter-unsafe",
    "plan-returned",
    "three-way-offered-late",
    "undelivered-text",
)


@pytest.mark.parametrize("name", STORIES)
async def test_the_core_follows_the_story(name: str, shelf: Shelf) -> None:
    story = story_of(name)
    scenes = await performed(story, referral_of(story, shelf), CoreTheatre(shelf))
    assert len(scenes) == len(story.beats) + 1


@pytest.mark.parametrize("name", STORIES)
async def test_the_workflow_follows_the_story_and_writes_down_what_the_core_decides(
    name: str, stage: Stage
) -> None:
    await _same_in_core_and_workflow(name, stage)


@pytest.mark.parametrize("name", WITHOUT_A_CACHE)
async def test_a_worker_that_remembers_nothing_tells_the_same_story(
    name: str, forgetful_stage: Stage
) -> None:
    await _same_in_core_and_workflow(name, forgetful_stage)


@pytest.mark.parametrize(
    "weeks", [12, 30, 38, 48, 52], ids=["spring", "autumn", "Christmas", "next spring", "a year"]
)
@pytest.mark.parametrize("name", CASELOAD)
async def test_the_demos_people_can_begin_in_any_season(name: str, weeks: int, shelf: Shelf) -> None:
    story = story_of(name, timedelta(weeks=weeks))
    scenes = await performed(story, referral_of(story, shelf), CoreTheatre(shelf))
    assert scenes[-1].status.ending is Ending.COMPLETED


async def _same_in_core_and_workflow(name: str, stage: Stage) -> None:
    story = story_of(name, YEARS_LATER)
    referral = referral_of(story, stage.shelf)
    theatre = TemporalTheatre.on(stage.client, stage.register, stage.monitoring)
    overheard = Overheard(theatre)
    await performed(story, referral, overheard)
    await theatre.leaves()
    entries = stage.register.entries(referral.id)
    written = [entry.fact for entry in entries]

    terms = stage.shelf.terms(referral, story.opening.policy)
    assert written == retold(entries, referral, terms, overheard.heard)

    core = CoreTheatre(stage.shelf)
    await performed(story, referral, core)
    assert to_the_minute(written) == to_the_minute(core.facts)
