"""What every way in needs: the catalogue, read once, and a command line with workers behind it."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from temporalio.testing import WorkflowEnvironment

from interventions.promises.catalogue import Catalogue
from tests.starter.command_line import Desk, a_desk, staffed
from tests.starter.reported import STORIES, register_of


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.load()


@pytest.fixture(scope="session")
def register(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a register to report on: nobody writes to it but the projection."""
    return register_of(tmp_path_factory.mktemp("register"), *STORIES)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def desk(temporal: WorkflowEnvironment) -> AsyncIterator[Desk]:
    async with staffed(await a_desk(temporal)) as open_desk:
        yield open_desk
