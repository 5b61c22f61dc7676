"""A namespace for each test, with parts that can be made to fail or to change."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from temporalio.testing import WorkflowEnvironment

from gateways.shelf import Shelf
from tests.stories.conftest import a_stage
from tests.stories.staging import Stage

Opened = Callable[..., AbstractAsyncContextManager[Stage]]


@pytest.fixture
def opened(temporal: WorkflowEnvironment) -> Opened:
    """Opens a stage; keyword arguments take the place of its parts."""

    def a_stage_with(**parts: Any) -> AbstractAsyncContextManager[Stage]:
        return a_stage(temporal, Shelf.from_files(), **parts)

    return a_stage_with
