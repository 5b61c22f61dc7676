"""The stages: the core's needs only a shelf; the workflow's is a namespace of its own, with workers."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio
from google.protobuf.duration_pb2 import Duration
from temporalio.api.workflowservice.v1 import RegisterNamespaceRequest
from temporalio.client import Client
from temporalio.testing import WorkflowEnvironment

from demo.theatre import NUMBERS
from gateways.in_memory import (
    RememberedRegister,
)
from gateways.remembered_monitoring import RememberedMonitoring
from gateways.remembered_texts import RememberedTexts
from gateways.shelf import Shelf
from tests.remembered_parts import remembered
from tests.stories.staging import YEARS_LATER, Stage, moved
from worker.set_up import set_up
from worker.settings import Settings
from worker.wiring import build_workers, threads
from workflows.contract import DATA_CONVERTER


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    """Catalogue, policies and calendar as they are."""
    return Shelf.from_files()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def stage(temporal: WorkflowEnvironment, shelf: Shelf) -> AsyncIterator[Stage]:
    async with a_stage(temporal, shelf) as ours:
        yield ours


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def forgetful_stage(temporal: WorkflowEnvironment, shelf: Shelf) -> AsyncIterator[Stage]:
    """Workers that keep no workflow in memory: each task replays the whole history."""
    async with a_stage(temporal, shelf, max_cached_workflows=0) as ours:
        yield ours


@asynccontextmanager
async def a_stage(
    temporal: WorkflowEnvironment,
    shelf: Shelf,
    max_cached_workflows: int | None = None,
    texts_per_day: int = 2000,
    **other: Any,
) -> AsyncIterator[Stage]:
    """A namespace nobody else has, with workers who promise from the shelf of the years to come.

    `other` parts (by the names of `worker.parts.Parts`) take the place of the usual ones.
    """
    client, register = await a_namespace(temporal), RememberedRegister()
    later, monitoring = moved(shelf, YEARS_LATER), RememberedMonitoring()
    texts = RememberedTexts(numbers=NUMBERS)
    usual = {"texts": texts, "register": register, "reference": later, "monitoring": monitoring}
    parts = remembered(**usual | other)
    async with AsyncExitStack() as stack:
        workers = build_workers(
            client,
            parts,
            Settings(texts_per_second=1000, texts_per_day=texts_per_day, monitoring_settling_seconds=0.2),
            max_cached_workflows=max_cached_workflows,
            executor=stack.enter_context(threads()),
        )
        for worker in workers:
            await stack.enter_async_context(worker)
        yield Stage(client, register, later, monitoring)


async def a_namespace(temporal: WorkflowEnvironment) -> Client:
    name, address = f"stories-{uuid4()}", temporal.client.service_client.config.target_host
    kept = Duration(seconds=24 * 60 * 60)
    request = RegisterNamespaceRequest(namespace=name, workflow_execution_retention_period=kept)
    await temporal.client.workflow_service.register_namespace(request)
    client = await Client.connect(address, namespace=name, data_converter=DATA_CONVERTER)
    await set_up(client)
    return client
