"""A story performed up to a line and then on: what happens in between is the test's own affair."""

from dataclasses import replace

from demo.story import Story
from demo.theatre import Theatre
from interventions.referral import Referral
from tests.stories.staging import YEARS_LATER, performed, story_of


def halves(name: str, *, after: int) -> tuple[Story, Story]:
    """The first `after` lines of a story, and the rest."""
    story = story_of(name, YEARS_LATER)
    return replace(story, beats=story.beats[:after]), replace(story, beats=story.beats[after:])


class Resumed:
    """A theatre in which the referral came in already."""

    def __init__(self, theatre: Theatre) -> None:
        self._theatre = theatre
        self.waits_until, self.says = theatre.waits_until, theatre.says
        self.tells, self.case, self.rm_refuses = theatre.tells, theatre.case, theatre.rm_refuses
        self.beside = theatre.beside

    async def opens(self, *_: object) -> None:
        """Nothing: the curtain is up."""


async def goes_on(rest: Story, referral: Referral, theatre: Theatre) -> None:
    """Performs the rest of a story whose beginning was performed here."""
    await performed(rest, referral, Resumed(theatre))
