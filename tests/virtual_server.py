"""A real Temporal server on which every workflow has a clock of its own, which can be moved on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from temporalio.testing import TimeSkippingConfig, WorkflowEnvironment

from demo.embedded_server import VIRTUAL_TIME, temporal_binary
from workflows.contract import DATA_CONVERTER, SEARCH_ATTRIBUTES


@asynccontextmanager
async def virtual_server() -> AsyncIterator[WorkflowEnvironment]:
    """Its namespace set up, and every clock standing still until it is `fast_forward`ed.

    Raises:
        Problem: there is no server on this machine.
    """
    environment = await WorkflowEnvironment.start_time_skipping_v2(
        ts_config=TimeSkippingConfig(enabled=False),
        data_converter=DATA_CONVERTER,
        search_attributes=SEARCH_ATTRIBUTES,
        dev_server_existing_path=str(temporal_binary()),
        dev_server_log_level="error",
        dev_server_startup_timeout=timedelta(seconds=60),
        dev_server_extra_args=[word for value in VIRTUAL_TIME for word in ("--dynamic-config-value", value)],
    )
    async with environment:
        yield environment
