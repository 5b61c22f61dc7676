"""Record the histories that are still missing; those of earlier releases stay as they are, and must replay.

A file deleted by hand is recorded anew: only after a change that is meant to change it, and never else.
"""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from demo.story import Story
from demo.temporal_theatre import TemporalTheatre
from gateways.in_memory import RememberedLetters
from gateways.shelf import Shelf
from interventions.referral import Referral
from starter.interventions_client import InterventionsClient
from tests.journeys.followed_letters import HANDED_OVER, NOT_POSTED, a_story, followed
from tests.stories.conftest import a_stage
from tests.stories.staging import YEARS_LATER, Stage, performed, referral_of, story_of
from tests.virtual_server import virtual_server
from workflows.contract import intervention_id
from workflows.farewell import to_the_end

HISTORIES = Path(__file__).parent / "histories"

# No story of the folder: its carrier is another than theirs.
LETTER_NOT_POSTED = "letter-not-posted"

# A whole life for each pathway, and one of each kind of wiring: returned, refused, moved, late, unsafe.
RECORDED = (
    "lifestyle-low",
    "lifestyle-high",
    "family-low",
    "both-pathways",
    "plan-returned",
    "rebooked",
    "assessment-missed",
    "update-late",
    "text-unsafe",
    "undelivered-text",
    "auto-approval",
    # Second batch: real life, replies, R&M, letters at the end.
    "family-medium",
    "died",
    "handed-over",
    "pause-illness",
    "reinstated",
    "withdrawn-moved-away",
    "reply-confirms",
    "reply-stop-and-start",
    "reply-urgent",
    "rm-changes-the-referral",
    "rm-in-step",
    "rm-keyed-in",
    # What the third batch asks of people, and until when.
    "concern-at-the-last-session",
    "duplicate-withdrawn",
    "interpreter-from-the-start",
    "sessions-too-far-apart",
    # With every rule of the third batch switched on.
    "lifestyle-medium",
    "reply-stop-while-a-reminder-is-on-its-way",
    # A carrier that follows letters, and a person's texts of one day used up.
    LETTER_NOT_POSTED,
    "text-too-many-in-a-day",
    # Contacts between appointments, a date for the assessment, more time, reviews, what others changed.
    "amendments-are-read",
    "assessment-without-a-date",
    "call-between-sessions",
    "delivery-extended",
    "monthly-review",
    # With every rule of the fourth batch switched on.
    "assessment-missed-three-times",
    "latest-delivery",
    "plan-not-shrunk",
    # Risk that is read before anybody meets.
    "risk-read-first",
)


async def record() -> None:
    """Perform each missing story on a real server and keep its workflow's history under its own id."""
    known = {path.stem.split("__")[1] for path in HISTORIES.glob("*.json")}
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(virtual_server())
        for name in (name for name in RECORDED if name not in known):
            followed_letter = name == LETTER_NOT_POSTED
            story = a_story(HANDED_OVER) if followed_letter else story_of(name, YEARS_LATER)
            referral = referral_of(story, Shelf.from_files())
            letters = followed(referral.id, NOT_POSTED) if followed_letter else RememberedLetters()
            async with a_stage(server, Shelf.from_files(), letters=letters) as stage:
                await _keep(name, story, referral, stage)


async def _keep(name: str, story: Story, referral: Referral, stage: Stage) -> None:
    theatre = TemporalTheatre.on(stage.client, stage.register)
    await performed(story, referral, theatre)
    history = await InterventionsClient(stage.client).handle(referral.id).fetch_history()
    await theatre.leaves()
    path = HISTORIES / f"{intervention_id(referral.id)}__{name}.json"
    await asyncio.to_thread(path.write_text, history.to_json(), "utf-8")


if __name__ == "__main__":
    HISTORIES.mkdir(exist_ok=True)
    to_the_end(record())
