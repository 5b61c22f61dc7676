"""A whole life stays small: events are what a server and a worker pay for, and what a replay reads."""

from temporalio.api.enums.v1 import EventType

from demo.temporal_theatre import TemporalTheatre
from starter.interventions_client import InterventionsClient
from tests.journeys.conftest import Opened
from tests.stories.staging import YEARS_LATER, performed, referral_of, story_of

MOST_EVENTS, MOST_BYTES = 600, 120_000
# What virtual time itself writes; no production history has any of it.
OF_VIRTUAL_TIME = {
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED,
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
}


async def test_twelve_sessions_take_at_most_600_events_and_120_kilobytes(opened: Opened) -> None:
    async with opened() as stage:
        story = story_of("lifestyle-high", YEARS_LATER)
        referral = referral_of(story, stage.shelf)
        await performed(story, referral, TemporalTheatre.on(stage.client, stage.register))
        service = InterventionsClient(stage.client)
        assert (await service.conclusion(referral.id)).sessions_held == 12
        history = await service.handle(referral.id).fetch_history()
    events = [event for event in history.events if event.event_type not in OF_VIRTUAL_TIME]
    assert len(events) <= MOST_EVENTS
    assert sum(event.ByteSize() for event in events) <= MOST_BYTES
