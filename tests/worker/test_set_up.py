"""Setting up a namespace: from nothing, again, and against a name that is taken."""

import asyncio
from datetime import timedelta

import pytest
from temporalio.client import Client
from temporalio.common import SearchAttributeKey

from worker.connection import find_namespace
from worker.problem import Problem
from worker.set_up import set_up, unregistered, wait_until_visible
from workflows.contract import AWAITING, SEARCH_ATTRIBUTES, STAGE

NAMES = tuple(key.name for key in SEARCH_ATTRIBUTES)


async def test_a_bare_namespace_gets_every_search_attribute_and_can_list_by_each(bare: Client) -> None:
    assert await set_up(bare) == NAMES
    assert await unregistered(bare) == ()
    query = " AND ".join(f"{name} IS NULL" for name in NAMES)
    assert (await bare.count_workflows(query)).count == 0


async def test_setting_up_again_changes_nothing(bare: Client) -> None:
    await set_up(bare)
    assert await set_up(bare) == ()


async def test_only_what_is_missing_is_registered(bare: Client) -> None:
    assert await set_up(bare, [STAGE]) == (STAGE.name,)
    assert set(await set_up(bare)) == set(NAMES) - {STAGE.name}


async def test_two_set_ups_at_once_do_not_disturb_each_other(bare: Client) -> None:
    await asyncio.gather(set_up(bare), set_up(bare))
    assert await unregistered(bare) == ()


async def test_a_name_registered_with_another_type_is_named_with_both_types(bare: Client) -> None:
    await set_up(bare, [SearchAttributeKey.for_int(STAGE.name)])
    with pytest.raises(Problem, match=rf"{STAGE.name} is registered as int, not keyword - remove it"):
        await set_up(bare)
    assert [key.name for key in await unregistered(bare, [AWAITING])] == [AWAITING.name]


async def test_set_up_waits_for_a_server_that_is_slow_to_learn(bare: Client) -> None:
    waiting = asyncio.create_task(wait_until_visible(bare))
    await asyncio.sleep(0.3)
    assert not waiting.done()
    await set_up(bare)
    await asyncio.wait_for(waiting, 10)


async def test_an_attribute_that_never_appears_is_not_waited_for_for_ever(bare: Client) -> None:
    with pytest.raises(Problem, match=r"search attributes are missing .*InterventionStage"):
        await wait_until_visible(bare, within=timedelta(seconds=0.3))


async def test_a_namespace_that_is_not_there_is_named_with_what_to_type(nowhere: Client) -> None:
    with pytest.raises(Problem, match="namespace nowhere does not exist - type `temporal operator namespace"):
        await find_namespace(nowhere)
