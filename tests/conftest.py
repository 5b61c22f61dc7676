"""What every room's tests may share: one real Temporal server, and one real PostgreSQL."""

import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import settings
from temporalio.testing import WorkflowEnvironment

from tests.database_server import DatabaseServer, a_database_server
from tests.virtual_server import virtual_server

# No test asks how long something took on the wall: a busy machine is no fault of ours.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def temporal() -> AsyncIterator[WorkflowEnvironment]:
    """A real server, a clock of its own for each workflow that stands still until `fast_forward`ed."""
    async with virtual_server() as environment:
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
