"""Six people, two pathways by three complexities: their stories, moved to begin next week."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from temporalio.client import Client

from demo.live_display import Person
from demo.performance import perform
from demo.story import Story, read_story
from demo.temporal_theatre import TemporalTheatre
from demo.theatre import Account
from interventions.days.london import LONDON
from interventions.end_of_service import Conclusion
from interventions.promises.catalogue import Catalogue
from interventions.referral import Referral
from starter.interventions_client import InterventionsClient

HOUSE = Path(__file__).parent.parent
STORIES, EXAMPLES = HOUSE / "tests" / "stories", HOUSE / "examples"
CASELOAD = tuple(
    f"{pathway}-{complexity}"
    for pathway in ("lifestyle", "family")
    for complexity in ("low", "medium", "high")
)


@dataclass(frozen=True)
class Part:
    """One person's story, ready to be performed."""

    story: Story
    referral: Referral
    person: Person


def cast(today: date, policy: str = "standard") -> list[Part]:
    """The whole caseload, moved by whole weeks so that the first referral is sent after `today`."""
    first = min(read_story(STORIES / f"{name}.story").opening.sent for name in CASELOAD)
    weeks = max(0, -(-((today - first).days + 1) // 7))
    return [_part(name, timedelta(weeks=weeks), policy) for name in CASELOAD]


def document_of(part: Part) -> dict[str, Any]:
    """R&M's JSON of the referral the part began as."""
    return _document(part.story.opening.example)


def _document(example: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((EXAMPLES / f"{example}.json").read_text("utf-8"))
    return document


def _part(name: str, shift: timedelta, policy: str) -> Part:
    story = read_story(STORIES / f"{name}.story", shift)
    story = replace(story, opening=replace(story.opening, policy=policy))
    referral = story.opening.referral(_document(story.opening.example), Catalogue.load(), uuid4())
    participant = referral.participant
    name_shown = f"{participant.first_name} {participant.last_name}"
    return Part(story, referral, Person(name=name_shown, service=name.replace("-", " ").capitalize()))


async def play(
    parts: list[Part], client: Client, register: Account, changed: Callable[[], None]
) -> list[Conclusion]:
    """Perform every story at once; `changed` is called whenever somebody moved on.

    Raises:
        Departure: the service did not do what a story says it must.
    """
    return list(await asyncio.gather(*(_perform(part, client, register, changed) for part in parts)))


async def _perform(part: Part, client: Client, register: Account, changed: Callable[[], None]) -> Conclusion:
    theatre = TemporalTheatre.on(client, register)
    async for scene in perform(part.story, part.referral, theatre):
        part.person.moment = f"{scene.at.astimezone(LONDON):%a %d %b %Y}"
        part.person.status = scene.status
        changed()
    return await InterventionsClient(client).conclusion(part.referral.id)
