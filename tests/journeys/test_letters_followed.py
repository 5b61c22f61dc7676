"""A letter whose carrier says later what became of it: one that failed is a caseworker's to hand over."""

import pytest

from demo.temporal_theatre import TemporalTheatre
from gateways.in_memory import RememberedLetters
from gateways.shelf import Shelf
from interventions.words.correspondence import Outcome
from tests.journeys.conftest import Opened
from tests.journeys.followed_letters import HANDED_OVER, LETTER, NOT_POSTED, a_story, followed
from tests.stories.retelling import Overheard, retold
from tests.stories.staging import YEARS_LATER, moved, performed, referral_of

SILENT = """
story     Nobody says what became of the letter: after four days the caseworker makes sure
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
Tue 2 Jun 11:05    then          letter welcome/1 accepted; no task unheard/welcome/1
Sat 6 Jun 10:05    then          letter welcome/1 accepted; task unheard/welcome/1 for caseworker
Mon 8 Jun 10:00    caseworker    closes task unheard/welcome/1 because they have it
                   then          no task unheard/welcome/1
"""
POSTED = """
story     The carrier says that the letter is at the post: nobody is asked anything
referral  lifestyle-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
Sat 6 Jun 10:05    then          letter welcome/1 accepted; no task unheard/*; no task undelivered/*
"""


@pytest.mark.parametrize(
    ("story", "became"),
    [
        pytest.param(HANDED_OVER, NOT_POSTED, id="it failed"),
        pytest.param(SILENT, Outcome(result="accepted"), id="it never says"),
        pytest.param(POSTED, Outcome(result="arrived"), id="it posted it"),
    ],
)
@pytest.mark.parametrize("cached", [None, 0], ids=["cached", "replayed"])
async def test_a_letter_is_asked_after_until_somebody_knows(
    story: str, became: Outcome, cached: int | None, opened: Opened
) -> None:
    told = a_story(story)
    referral = referral_of(told, moved(Shelf.from_files(), YEARS_LATER))
    letters = followed(referral.id, became)
    async with opened(letters=letters, max_cached_workflows=cached) as stage:
        theatre = TemporalTheatre.on(stage.client, stage.register)
        overheard = Overheard(theatre)
        await performed(told, referral, overheard)
        entries = stage.register.entries(referral.id)
        terms = stage.shelf.terms(referral, told.opening.policy)
        assert [entry.fact for entry in entries] == retold(entries, referral, terms, overheard.heard)
        assert posted(letters) == [f"{referral.id}/{LETTER}"]
        await theatre.leaves()


def posted(letters: RememberedLetters) -> list[str]:
    return [letter.key for letter in letters.posted]
