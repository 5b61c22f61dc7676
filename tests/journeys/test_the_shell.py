"""What the shell alone answers for: new runs, repeated messages, a register that is away, lists and rows."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import pytest
from temporalio.api.enums.v1 import EventType

from demo.temporal_theatre import TemporalTheatre
from gateways.in_memory import RememberedRegister
from interventions.errors import Refusal
from interventions.facts import Entry
from interventions.messages import Allocate, CloseTask
from starter.interventions_client import InterventionsClient
from tests.journeys.conftest import Opened
from tests.journeys.part_way import goes_on, halves
from tests.stories.staging import Stage, performed, referral_of, story_of
from workflows.contract import ATTENTION, AWAITING, PROVIDER, SESSIONS_LEFT, STAGE

ALLOCATE = Allocate(by="ops", caseworker="priya.nair", name="Priya Nair")


async def test_a_new_run_half_way_loses_nothing_and_no_receipt(opened: Opened) -> None:
    async with opened() as stage:
        first, rest = halves("lifestyle-low", after=7)
        referral = referral_of(first, stage.shelf)
        theatre, service = TemporalTheatre.on(stage.client, stage.register), InterventionsClient(stage.client)
        await performed(first, referral, theatre)
        said = CloseTask(by="priya.nair", task="three-way/caseworker", how="they would rather not")
        receipt = await service.say(referral.id, said, message_id="closed-1")
        before = (await service.handle(referral.id).describe()).run_id
        await service.handle(referral.id).signal("checkpoint")
        while (await service.handle(referral.id).describe()).run_id == before:
            await asyncio.sleep(0.05)
        assert await service.say(referral.id, said, message_id="closed-1") == receipt
        await goes_on(rest, referral, theatre)
        entries = stage.register.entries(referral.id)
        assert [entry.sequence for entry in entries] == list(range(1, len(entries) + 1))
        assert (await service.conclusion(referral.id)).facts == len(entries)


async def test_the_same_message_twice_is_heard_once(opened: Opened) -> None:
    async with opened() as stage:
        service, referral_id = await _referred(stage)
        once = await service.say(referral_id, ALLOCATE, message_id="allocation-1")
        again = await service.say(referral_id, ALLOCATE, message_id="allocation-1")
        assert again == once
        assert [e.fact.fact for e in stage.register.entries(referral_id)].count("CaseworkerAllocated") == 1


async def test_a_refusal_names_its_rule_and_leaves_no_trace(opened: Opened) -> None:
    async with opened() as stage:
        service, referral_id = await _referred(stage)
        await service.say(referral_id, ALLOCATE)
        with pytest.raises(Refusal) as refused:
            await service.say(referral_id, ALLOCATE.model_copy(update={"caseworker": "sam.obi"}))
        assert (refused.value.rule, refused.value.field) == ("reallocation-needs-reason", "reason")
        history = await service.handle(referral_id).fetch_history()
        accepted = EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED
        assert [event.event_type for event in history.events].count(accepted) == 1


async def test_a_referral_twice_starts_once_and_says_so(opened: Opened) -> None:
    async with opened() as stage:
        story = story_of("lifestyle-low", timedelta(0))
        referral = referral_of(story, stage.shelf)
        service = InterventionsClient(stage.client)
        assert not (await service.refer(referral)).already
        assert (await service.refer(referral)).already


class AbsentRegister(RememberedRegister):
    """A register that is away for its first so many calls."""

    def __init__(self, away_for: int) -> None:
        super().__init__()
        self.away_for = away_for

    def write(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        if self.away_for > 0:
            self.away_for -= 1
            raise OSError("the register is away")
        return super().write(entries)


async def test_while_the_register_is_away_the_journey_goes_on_and_nothing_is_lost(opened: Opened) -> None:
    register = AbsentRegister(away_for=4)
    async with opened(register=register) as stage:
        service, referral_id = await _referred(stage)
        receipt = await service.say(referral_id, ALLOCATE)
        while len(register.entries(referral_id)) < receipt.sequence:
            await asyncio.sleep(0.05)
        entries = register.entries(referral_id)
        assert [entry.sequence for entry in entries] == list(range(1, len(entries) + 1))
        assert register.away_for == 0


async def test_an_operator_finds_the_case_by_where_it_stands(opened: Opened) -> None:
    async with opened() as stage:
        service, referral_id = await _referred(stage)
        await service.say(referral_id, ALLOCATE)
        described = await service.handle(referral_id).describe()
        row = described.typed_search_attributes
        assert row[STAGE] == "assessment"
        assert row[AWAITING] == "booking"
        assert list(row[PROVIDER]) == ["interventions-alliance"]
        assert row[SESSIONS_LEFT] == 5
        assert row[ATTENTION] == "breached"
        for _ in range(100):
            found = [each.referral_id async for each in service.rows("InterventionStage = 'assessment'")]
            if found:
                break
            await asyncio.sleep(0.1)
        assert found == [referral_id]


async def _referred(stage: Stage) -> tuple[InterventionsClient, UUID]:
    referral = referral_of(story_of("lifestyle-low"), stage.shelf)
    service = InterventionsClient(stage.client)
    await service.refer(referral)
    return service, referral.id
