"""Somebody at a command line, in front of a real server with real workers."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from google.protobuf.duration_pb2 import Duration
from temporalio.api.workflowservice.v1 import RegisterNamespaceRequest
from temporalio.client import Client
from temporalio.testing import WorkflowEnvironment
from typer.testing import CliRunner

from starter.verbs import app
from tests.remembered_parts import remembered
from tests.starter.documents import but, example
from worker.set_up import set_up
from worker.settings import Settings
from worker.wiring import build_workers
from workflows.contract import DATA_CONVERTER

SAM = "sam.caseworker"


@dataclass(frozen=True)
class Answer:
    """What came back: the exit code, and both streams."""

    exit_code: int
    out: str
    err: str

    @property
    def said(self) -> Any:
        """What stands on stdout, which is one JSON document."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """What stands on stdout, which is a JSON document a line."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True)
class Desk:
    """A command line that knows which server to speak to, and who sits at it."""

    address: str
    namespace: str

    @property
    def environment(self) -> dict[str, str]:
        """What a process started from this desk finds in its environment."""
        return {
            "TEMPORAL_ADDRESS": self.address,
            "TEMPORAL_NAMESPACE": self.namespace,
            "THROUGHLINE_STAFF": SAM,
        }

    async def connected(self) -> Client:
        """A client of our own, beside the command line's."""
        return await Client.connect(self.address, namespace=self.namespace, data_converter=DATA_CONVERTER)

    async def types(self, *words: str | Path, **environment: str) -> Answer:
        """Type a command and wait for what comes back. The verb runs a loop of its own, so: in a thread."""
        arguments = [str(word) for word in words]
        finds = {**self.environment, **environment}
        result = await asyncio.to_thread(CliRunner().invoke, app, arguments, env=finds)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Answer(result.exit_code, result.stdout, result.stderr)

    async def hears(self, *words: str | Path) -> Any:
        """Type a command with --json that must be answered well, and read the answer."""
        answer = await self.types(*words, "--json")
        assert (answer.exit_code, answer.err) == (0, ""), answer
        return answer.said

    async def refused(self, *words: str | Path) -> str:
        """Type a command that must be refused, both ways, and read which rule said no."""
        plain, machine = await self.types(*words), await self.types(*words, "--json")
        assert (plain.exit_code, plain.out, machine.exit_code, machine.err) == (1, "", 1, ""), (
            plain,
            machine,
        )
        no = machine.said["refused"]
        typed = f"{no['typed']}: " if no["typed"] else ""
        assert plain.err == f"refused: {typed}{no['reason']} [{no['rule']}]\n"
        return str(no["rule"])


async def a_desk(temporal: WorkflowEnvironment) -> Desk:
    """A desk in a namespace of its own, with nobody behind it yet."""
    namespace, address = f"desk-{uuid4()}", temporal.client.service_client.config.target_host
    request = RegisterNamespaceRequest(
        namespace=namespace, workflow_execution_retention_period=Duration(seconds=86_400)
    )
    await temporal.client.workflow_service.register_namespace(request)
    desk = Desk(address, namespace)
    await set_up(await desk.connected())
    return desk


@asynccontextmanager
async def staffed(desk: Desk) -> AsyncIterator[Desk]:
    """The desk, with workers behind it."""
    async with AsyncExitStack() as open_till_the_end:
        threads = open_till_the_end.enter_context(ThreadPoolExecutor(8))
        client = await desk.connected()
        for worker in build_workers(client, remembered(), Settings(), executor=threads):
            await open_till_the_end.enter_async_context(worker)
        yield desk


def sent_today(changes: Mapping[str, object] | None = None) -> dict[str, Any]:
    """The example of lifestyle, low, as somebody else's, sent an hour ago, with time to deliver it."""
    now, somebody = datetime.now(UTC), uuid4()
    crn = f"X{somebody.int % 1_000_000:06}"
    fresh = {
        "id": str(somebody),
        "serviceUserCRN": crn,
        "referral.serviceUser.crn": crn,
        "sentAt": (now - timedelta(hours=1)).isoformat(),
        "referral.completionDeadline": (now + timedelta(days=180)).date().isoformat(),
    }
    return but(example("lifestyle-low.json"), {**fresh, **(changes or {})})


def written(path: Path, documents: Sequence[Any] | dict[str, Any]) -> Path:
    """The file, with one document in it, or one a line."""
    each = [documents] if isinstance(documents, dict) else documents
    path.write_text("".join(f"{json.dumps(document)}\n" for document in each))
    return path
