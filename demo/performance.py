"""Performs a story in a theatre, line by line, and checks what must follow from each."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import datetime

from demo.paperwork import Wanted
from demo.shown_by_rm import RmRefuses
from demo.story import Beat, Story
from demo.story_deeds import Deed
from demo.story_expectations import Seen
from demo.theatre import Theatre
from interventions.case import Case
from interventions.errors import Refusal
from interventions.messages import Message, Spoken
from interventions.referral import Referral
from interventions.views.status import Status, status


class Departure(Exception):
    """The performance departs from the story: a line for each thing that is not as expected."""


@dataclass(frozen=True)
class Scene:
    """A line just performed: when, who did what (both empty where time only passed), and where it led."""

    line: int
    at: datetime
    who: str
    what: str
    case: Case

    @property
    def status(self) -> Status:
        """Where the case stands after it."""
        return status(self.case)


async def perform(story: Story, referral: Referral, theatre: Theatre) -> AsyncIterator[Scene]:
    """Performs the story for this referral, a scene for each line.

    Raises:
        Departure: something did not follow, or was refused unexpectedly; names file, line, both versions.
    """
    opening = story.opening
    if other := opening.beside:
        await theatre.beside(other.referral(referral), opening.policy, opening.sent_at, other.said)
    await theatre.opens(referral, opening.policy, opening.sent_at)
    case = await theatre.case()
    yield Scene(0, opening.sent_at, "practitioner", "sends the referral", case)
    for beat in story.beats:
        await theatre.waits_until(beat.at)
        case = await theatre.case() if beat.deed else case
        before = case.sequence
        refusal = await _does(theatre, beat.deed, case) if beat.deed else None
        case = await theatre.case()
        if departures := [*_departures(story.name, beat, Seen(case, before, refusal))]:
            raise Departure("\n".join(departures))
        yield Scene(beat.line, beat.at, beat.who, beat.what, case)


async def _does(theatre: Theatre, deed: Deed, case: Case) -> Refusal | None:
    if isinstance(deed, RmRefuses):
        theatre.rm_refuses(deed.why)
        return None
    try:
        message = _in_full(deed, case)
        if isinstance(message, Spoken):
            await theatre.says(message)
        else:
            await theatre.tells(message)
    except Refusal as no:
        return no
    return None


def _in_full(deed: Message | Wanted, case: Case) -> Message:
    return deed.in_full(case) if isinstance(deed, Wanted) else deed


def _departures(name: str, beat: Beat, seen: Seen) -> Iterator[str]:
    if seen.refusal and not beat.refused:
        yield f"{name}:{beat.line}: expected to be done: {beat.what}; found refused {seen.refusal.rule}"
    for each in beat.expectations:
        if found := each.look(seen):
            yield f"{name}:{each.line}: expected {each.said}; found {found}"
