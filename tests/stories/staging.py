"""What every performance needs: the stories of this folder, their referrals, and a shelf for any year."""

import json
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from temporalio.client import Client

from demo.performance import Scene, perform
from demo.story import Story, read_story
from demo.theatre import Theatre
from gateways.in_memory import RememberedRegister
from gateways.remembered_monitoring import RememberedMonitoring
from gateways.shelf import Shelf
from interventions.days.working_days import WorkingCalendar
from interventions.referral import Referral

FOLDER = Path(__file__).parent
EXAMPLES = FOLDER.parents[1] / "examples"
STORIES = tuple(sorted(path.stem for path in FOLDER.glob("*.story")))

# A workflow's clock starts at the real now and only goes forward. Twenty-eight years on, every date has its
# weekday and the clocks change on the same days; the bank holidays are moved along.
YEARS_LATER = timedelta(weeks=1461)


@dataclass(frozen=True)
class Stage:
    """Workers on a real server, the register they write to, the shelf they promise from, their R&M."""

    client: Client
    register: RememberedRegister
    shelf: Shelf
    monitoring: RememberedMonitoring = field(default_factory=RememberedMonitoring)


def story_of(name: str, shift: timedelta = timedelta(0)) -> Story:
    return read_story(FOLDER / f"{name}.story", shift)


def referral_of(story: Story, shelf: Shelf) -> Referral:
    """The story's referral, under an id and a case number nobody had before: a death is one story's only."""
    referral = story.opening.referral(example(story.opening.example), shelf.catalogue, uuid4())
    own = {"crn": f"X{referral.id.int % 1_000_000_000:09}"}
    return referral.model_copy(update={"participant": referral.participant.model_copy(update=own)})


@cache
def example(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))
    return document


async def performed(story: Story, referral: Referral, theatre: Theatre) -> list[Scene]:
    """Every scene of the story; a departure from it fails the test."""
    return [scene async for scene in perform(story, referral, theatre)]


def moved(shelf: Shelf, shift: timedelta) -> Shelf:
    """The shelf with every bank holiday that much later."""
    calendar = shelf.calendar
    later = WorkingCalendar(
        name=calendar.name,
        first=calendar.first + shift,
        horizon=calendar.horizon + shift,
        days_off={day + shift: why for day, why in calendar.days_off.items()},
    )
    return replace(shelf, calendar=later)
