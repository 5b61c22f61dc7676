"""Namespaces in every state, and a worker run the way its operators run it."""

import asyncio
import os
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen
from uuid import uuid4

import pytest
from google.protobuf.duration_pb2 import Duration
from temporalio.api.workflowservice.v1 import RegisterNamespaceRequest
from temporalio.client import Client
from temporalio.testing import WorkflowEnvironment

from worker.health import ask
from worker.problem import Problem
from worker.set_up import set_up
from worker.settings import Settings
from workflows.contract import DATA_CONVERTER

ROOT = Path(__file__).parents[2]
READY_WITHIN = 30


def address_of(environment: WorkflowEnvironment) -> str:
    return environment.client.service_client.config.target_host


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


async def a_namespace(environment: WorkflowEnvironment) -> Client:
    """A namespace nobody else has, with nothing registered in it."""
    name = f"north-{uuid4()}"
    kept = Duration(seconds=24 * 60 * 60)
    request = RegisterNamespaceRequest(namespace=name, workflow_execution_retention_period=kept)
    await environment.client.workflow_service.register_namespace(request)
    return await Client.connect(address_of(environment), namespace=name, data_converter=DATA_CONVERTER)


@pytest.fixture
async def bare(temporal: WorkflowEnvironment) -> Client:
    """A namespace of its own, with nothing registered in it."""
    return await a_namespace(temporal)


@pytest.fixture
async def client(temporal: WorkflowEnvironment) -> Client:
    """A namespace of its own, set up: no other test's workers take its tasks."""
    ours = await a_namespace(temporal)
    await set_up(ours)
    return ours


@pytest.fixture
async def nowhere(temporal: WorkflowEnvironment) -> Client:
    """A client that asks for a namespace that does not exist."""
    return await Client.connect(address_of(temporal), namespace="nowhere", data_converter=DATA_CONVERTER)


@dataclass
class Site:
    """A machine of its own: the environment a worker finds, its state in a folder, its health port."""

    folder: Path
    environment: dict[str, str]
    health_port: int = field(default_factory=a_free_port)

    @property
    def variables(self) -> dict[str, str]:
        """Everything but what this test run's own machine says of Temporal and of us."""
        outside = {k: v for k, v in os.environ.items() if not k.startswith(("TEMPORAL_", "THROUGHLINE_"))}
        ours = {
            "THROUGHLINE_REGISTER_URL": f"sqlite:///{self.folder}/register.db",
            "THROUGHLINE_OUTBOX": f"{self.folder}/outbox",
            "THROUGHLINE_HEALTH_PORT": str(self.health_port),
        }
        return outside | ours | self.environment

    async def starts(self, *arguments: str) -> Process:
        """`python -m worker` with these arguments."""
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "worker", *arguments, cwd=ROOT, env=self.variables, stdout=PIPE, stderr=PIPE
        )

    async def runs(self, *arguments: str) -> tuple[int, str, str]:
        """The same to its end: exit code, what it said, and what it complained of."""
        process = await self.starts(*arguments)
        said, complained = await asyncio.wait_for(process.communicate(), READY_WITHIN)
        assert process.returncode is not None
        return process.returncode, said.decode().strip(), complained.decode().strip()

    async def shows_metrics(self, address: str) -> str:
        """Everything a worker here counts, as Prometheus reads it."""
        with await asyncio.to_thread(urlopen, f"http://{address}/metrics", timeout=5) as answer:
            counted: bytes = answer.read()
        return counted.decode()

    async def asks(self, path: str) -> tuple[bool, str]:
        """What the worker here answers to a health check; a `Problem`'s words if there is none."""
        settings = Settings(health_port=self.health_port)
        try:
            return await asyncio.to_thread(ask, settings, path)
        except Problem as problem:
            return False, str(problem)

    @asynccontextmanager
    async def a_worker(self, *arguments: str) -> AsyncIterator[Process]:
        """A worker that is ready; whatever becomes of it, it is gone afterwards."""
        process = await self.starts(*arguments)
        try:
            for _ in range(READY_WITHIN * 10):
                assert process.returncode is None, "the worker stopped before it was ready"
                if (await self.asks("/ready"))[0]:
                    break
                await asyncio.sleep(0.1)
            yield process
        finally:
            if process.returncode is None:
                process.kill()
                await process.communicate()


@pytest.fixture
def site(temporal: WorkflowEnvironment, client: Client, tmp_path: Path) -> Site:
    """A machine whose Temporal configuration names the running server, and a namespace that is set up."""
    return Site(tmp_path, {"TEMPORAL_ADDRESS": address_of(temporal), "TEMPORAL_NAMESPACE": client.namespace})
