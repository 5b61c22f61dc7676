"""Registers our search attributes in the namespace. Safe to run again: what is there stays."""

import asyncio
import time
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from temporalio.api.enums.v1 import IndexedValueType
from temporalio.api.operatorservice.v1 import AddSearchAttributesRequest, ListSearchAttributesRequest
from temporalio.client import Client
from temporalio.common import SearchAttributeKey
from temporalio.service import RPCError, RPCStatusCode

from worker.problem import Problem
from workflows.contract import SEARCH_ATTRIBUTES

RPC_PATIENCE = timedelta(seconds=10)
# A real cluster's frontends learn of a new attribute within a minute.
VISIBLE_WITHIN = timedelta(seconds=90)
PAUSE_SECONDS = 0.2
SET_UP = "type `python -m worker set-up`"
Key = SearchAttributeKey[Any]
Keys = Sequence[SearchAttributeKey[Any]]
OURS: Keys = SEARCH_ATTRIBUTES


async def set_up(client: Client, keys: Keys = OURS) -> tuple[str, ...]:
    """Register what is missing and wait until it can be used; the names that were new.

    Raises:
        Problem: a name is taken by another type, the server will not have it, or it does not appear.
    """
    missing = await unregistered(client, keys)
    if missing:
        wanted = {key.name: key.indexed_value_type for key in missing}
        await _register(client, {name: IndexedValueType.ValueType(kind) for name, kind in wanted.items()})
    await wait_until_visible(client, keys)
    return tuple(key.name for key in missing)


async def unregistered(client: Client, keys: Keys = OURS) -> tuple[Key, ...]:
    """The search attributes this namespace does not have.

    Raises:
        Problem: a name is registered with another type, or the server does not say what it has.
    """
    there = await _registered(client)
    for key in keys:
        if there.get(key.name, key.indexed_value_type) != key.indexed_value_type:
            has, wanted = _spoken(there[key.name]), _spoken(key.indexed_value_type)
            what = f"search attribute {key.name} is registered as {has}, not {wanted}"
            raise Problem(what, "remove it from the namespace, or use another namespace")
    return tuple(key for key in keys if key.name not in there)


async def _registered(client: Client) -> dict[str, int]:
    request = ListSearchAttributesRequest(namespace=client.namespace)
    try:
        found = await client.operator_service.list_search_attributes(
            request, retry=True, timeout=RPC_PATIENCE
        )
    except RPCError as error:
        raise _refused("list", error) from None
    return {**found.system_attributes, **found.custom_attributes}


async def _register(client: Client, wanted: dict[str, IndexedValueType.ValueType]) -> None:
    request = AddSearchAttributesRequest(namespace=client.namespace, search_attributes=wanted)
    try:
        await client.operator_service.add_search_attributes(request, retry=True, timeout=RPC_PATIENCE)
    except RPCError as error:
        if error.status is not RPCStatusCode.ALREADY_EXISTS:
            raise _refused("add", error) from None


async def wait_until_visible(client: Client, keys: Keys = OURS, within: timedelta = VISIBLE_WITHIN) -> None:
    """Wait until lists and searches know these attributes. A worker may ask this; listing takes an operator.

    Raises:
        Problem: they do not within that time.
    """
    query = " AND ".join(f"{key.name} IS NULL" for key in keys)
    deadline = time.monotonic() + within.total_seconds()
    while True:
        try:
            await client.count_workflows(query, rpc_timeout=RPC_PATIENCE)
        except RPCError as error:
            if error.status is not RPCStatusCode.INVALID_ARGUMENT:
                raise _refused("use", error) from None
            if time.monotonic() >= deadline:
                said = " ".join(error.message.split())
                raise Problem(f"search attributes are missing ({said})", SET_UP) from None
            await asyncio.sleep(PAUSE_SECONDS)
        else:
            return


def _refused(what: str, error: RPCError) -> Problem:
    return Problem(
        f"the server would not let us {what} search attributes: {error.status.name} {error.message}"
    )


def _spoken(kind: int) -> str:
    return IndexedValueType.Name(IndexedValueType.ValueType(kind)).removeprefix("INDEXED_VALUE_TYPE_").lower()
