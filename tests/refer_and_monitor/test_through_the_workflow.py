"""The whole way once: a workflow on the real server, its activity, our gateway, and R&M over HTTP."""

from dataclasses import dataclass, replace
from uuid import UUID

from temporalio.testing import WorkflowEnvironment

from demo.temporal_theatre import TemporalTheatre
from examples.refer_and_monitor.people import provider
from examples.refer_and_monitor.troubles import Trouble
from examples.refer_and_monitor.world import CONTRACTS, World
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from gateways.shelf import Shelf
from interventions.monitoring.records import AssignmentRecord, MonitoringRecord
from interventions.monitoring.seen import SeenReferral
from interventions.words.correspondence import Outcome
from tests.refer_and_monitor.bookkeeping import holdings
from tests.refer_and_monitor.test_every_story_is_told import ANYWHERE, as_known, as_seen, lived_through
from tests.stories.conftest import a_stage
from tests.stories.staging import YEARS_LATER, example, performed, referral_of, story_of


@dataclass(frozen=True)
class Punctual:
    """R&M, with its clock at the hour of what it is told, and an account for every caseworker."""

    gateway: ReferAndMonitor
    world: World

    def tell(self, key: str, referral_id: UUID, record: MonitoringRecord) -> Outcome:
        self.world.clock = lambda: record.at
        if isinstance(record, AssignmentRecord):
            self.world.welcome(provider(record.caseworker, 30, *CONTRACTS))
        return self.gateway.tell(key, referral_id, record)

    def see(self, referral_id: UUID) -> SeenReferral | None:
        return self.gateway.see(referral_id)


async def test_r_and_m_has_one_of_everything_although_answers_were_lost(
    temporal: WorkflowEnvironment, shelf: Shelf, gateway: ReferAndMonitor, world: World
) -> None:
    story = lived_through(story_of("lifestyle-low", YEARS_LATER))
    story = replace(story, opening=replace(story.opening, policy="in-step"))
    monitoring = Punctual(replace(gateway, places=ANYWHERE), world)
    world.troubles.plan(
        Trouble("cut-after", method="POST", path="/supplier-assessment"),
        Trouble("refused-after", method="POST", path="/submit"),
    )
    async with a_stage(temporal, shelf, monitoring=monitoring) as stage:
        referral = referral_of(story, stage.shelf)
        own = {"id": str(referral.id), "sentAt": story.opening.sent_at.isoformat()}
        world.seed(example(story.opening.example) | own)
        theatre = TemporalTheatre.on(stage.client, stage.register)
        await performed(story, referral, theatre)
        case = await theatre.case()
        await theatre.leaves()
    assert [trouble.times for trouble in world.troubles.planned] == [0, 0]
    seen = gateway.see(referral.id)
    assert seen is not None
    assert list(as_seen(seen)) == list(as_known(case, seen))
    held = holdings(world, referral.id)
    moved = {slot: count for slot, count in held["delius"].items() if count > 1}
    assert (len(held["plans"]), moved) == (1, {})
    assert len(held["notes"]) == len({subject for subject, _ in held["notes"]})
