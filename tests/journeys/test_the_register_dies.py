"""Workers whose PostgreSQL is killed again and again: people are heard at once, each fact is written once."""

import asyncio
from contextlib import closing, suppress
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from gateways.sql_register import SqlRegister
from interventions.facts import Entry
from interventions.messages import Allocate
from interventions.referral import Referral
from starter.interventions_client import InterventionsClient
from tests.database_server import DatabaseServer, a_database_server
from tests.journeys.conftest import Opened
from tests.stories.staging import referral_of, story_of

ALLOCATE = Allocate(by="ops", caseworker="priya.nair", name="Priya Nair")
PEOPLE, REALLOCATIONS, DEATHS = 3, 4, 4


def killed_and_started_again(server: DatabaseServer) -> None:
    server.stop_at_once()
    server.start_again()


@pytest.mark.timeout(300)
async def test_a_database_that_dies_under_the_workers_costs_no_fact_and_no_second_one(opened: Opened) -> None:
    with a_database_server() as own, closing(SqlRegister.open(own.a_database())) as register:
        async with opened(register=register) as stage:
            service = InterventionsClient(stage.client)
            first = referral_of(story_of("family-low"), stage.shelf)
            referrals = [first.model_copy(update={"id": uuid4()}) for _ in range(PEOPLE)]
            killing = asyncio.create_task(_keeps_killing(own))
            await asyncio.gather(*[_lives(service, each) for each in referrals])
            await killing
            for each in referrals:
                entries = await _written(register, each, (await service.status(each.id)).facts)
                assert [entry.sequence for entry in entries] == list(range(1, len(entries) + 1))
                allocated = [entry for entry in entries if entry.fact.fact == "CaseworkerAllocated"]
                assert len(allocated) == 1 + REALLOCATIONS


async def _keeps_killing(server: DatabaseServer) -> None:
    for _ in range(DEATHS):
        await asyncio.to_thread(killed_and_started_again, server)
        await asyncio.sleep(0.2)


async def _lives(service: InterventionsClient, referral: Referral) -> None:
    await service.refer(referral)
    await service.say(referral.id, ALLOCATE)
    for number in range(REALLOCATIONS):
        to = {"caseworker": f"worker.{number}", "reason": "leave"}
        await service.say(referral.id, ALLOCATE.model_copy(update=to))


async def _written(register: SqlRegister, referral: Referral, facts: int) -> tuple[Entry, ...]:
    """The account, as soon as it is whole."""
    for _ in range(2400):
        with suppress(DBAPIError):
            entries = await asyncio.to_thread(register.entries, referral.id)
            if len(entries) >= facts:
                return entries
        await asyncio.sleep(0.1)
    raise AssertionError("facts are missing")
