"""Two interventions of one person at once, on a real server and register: one at least finds the other."""

import asyncio
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from gateways.sql_register import SqlRegister
from interventions.facts import DuplicatesLookedFor
from interventions.messages import CloseTask, Withdraw
from interventions.referral import Referral
from interventions.vocabulary import WithdrawalCode
from starter.interventions_client import InterventionsClient
from tests.database_server import DatabaseServer
from tests.journeys.conftest import Opened
from tests.stories.staging import Stage, referral_of, story_of
from workflows.contract import Receipt


def the_same_person(stage: Stage, example: str = "lifestyle-low") -> list[Referral]:
    """Two referrals of one person, under ids of their own."""
    first = referral_of(story_of(example), stage.shelf)
    return [first, first.model_copy(update={"id": uuid4(), "reference": "ZZ0002ZZ"})]


async def looked(register: SqlRegister, referral_id: UUID) -> DuplicatesLookedFor:
    """What the register answered to this one, as soon as it is written down."""
    for _ in range(600):
        entries = await asyncio.to_thread(register.entries, referral_id)
        found = [entry.fact for entry in entries if isinstance(entry.fact, DuplicatesLookedFor)]
        if found:
            return found[-1]
        await asyncio.sleep(0.1)
    raise AssertionError("nobody looked")


@pytest.mark.parametrize("kept_in", ["sqlite", "postgresql"])
async def test_of_two_that_start_at_once_one_at_least_finds_the_other(
    opened: Opened, kept_in: str, tmp_path: Path, postgres: DatabaseServer
) -> None:
    url = f"sqlite:///{tmp_path}/register.db" if kept_in == "sqlite" else postgres.a_database()
    with closing(SqlRegister.open(url)) as register:
        async with opened(register=register) as stage:
            service = InterventionsClient(stage.client)
            one, two = the_same_person(stage)
            await asyncio.gather(*[service.refer(each, policy="standard") for each in (one, two)])
            answers = [(await looked(register, each.id)).others for each in (one, two)]
            assert answers in ([(two.id,), (one.id,)], [(two.id,), ()], [(), (one.id,)])


async def test_operations_decide_and_the_other_goes_on(opened: Opened, tmp_path: Path) -> None:
    with closing(SqlRegister.open(f"sqlite:///{tmp_path}/register.db")) as register:
        async with opened(register=register) as stage:
            service = InterventionsClient(stage.client)
            one, two = the_same_person(stage)
            await service.refer(one, policy="standard")
            assert (await looked(register, one.id)).others == ()
            await service.refer(two, policy="standard")
            assert (await looked(register, two.id)).others == (one.id,)
            task = f"duplicate/{one.id}"
            assert task in {task.id for task in (await service.status(two.id)).tasks}
            mistaken = WithdrawalCode.MISTAKEN_OR_DUPLICATE
            said = Withdraw(by="pp", code=mistaken, reason="sent twice")
            assert isinstance(await service.say(two.id, said), Receipt)
            await service.say(two.id, CloseTask(by="ops", task=task, how="withdrawn"))
            third = one.model_copy(update={"id": uuid4(), "reference": "ZZ0003ZZ"})
            await service.refer(third, policy="standard")
            assert (await looked(register, third.id)).others == (one.id,)
