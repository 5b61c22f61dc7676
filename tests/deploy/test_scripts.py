"""The one-shot jobs: what they do on a first day, on a second, and when nobody answers."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from temporalio.api.workflowservice.v1 import DescribeNamespaceRequest
from temporalio.testing import WorkflowEnvironment

BIN = Path(sys.executable).parent
SCRIPTS = ("temporal-namespace.sh", "temporal-schema.sh")


class Finished(NamedTuple):
    code: int
    said: str
    complained: str


async def sh(*arguments: str | Path, path: Path = BIN, **environment: str) -> Finished:
    """Run `sh` with these arguments and nothing of our own environment but a search path."""
    found = await asyncio.create_subprocess_exec(
        "sh",
        *arguments,
        env={"PATH": f"{path}{os.pathsep}{os.defpath}", **environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, complained = await found.communicate()
    assert found.returncode is not None
    return Finished(found.returncode, said.decode(), complained.decode())


def stand_in(folder: Path, name: str, *, code: int) -> Path:
    """A program that notes each call in `calls` and ends with this code; returns the notes' path."""
    program, calls = folder / name, folder / "calls"
    program.write_text(f'#!/bin/sh\necho "$@" >> {calls}\nexit {code}\n', encoding="utf-8")
    program.chmod(0o755)
    return calls


@pytest.fixture(scope="module")
async def server() -> AsyncIterator[WorkflowEnvironment]:
    """The embedded Temporal server, found beside Python and never downloaded."""
    async with await WorkflowEnvironment.start_local(
        dev_server_existing_path=str(BIN / "temporal")
    ) as started:
        yield started


def test_every_script_is_checked_here(root: Path) -> None:
    assert sorted(script.name for script in (root / "deploy").glob("*.sh")) == list(SCRIPTS)


@pytest.mark.parametrize("script", SCRIPTS)
async def test_every_script_is_plain_shell_that_stops_at_the_first_error(root: Path, script: str) -> None:
    text = (root / "deploy" / script).read_text(encoding="utf-8")
    assert text.startswith("#!/bin/sh\n")
    assert "\nset -eu\n" in text
    assert await sh("-n", root / "deploy" / script) == Finished(0, "", "")


async def test_the_schema_job_brings_up_both_databases(root: Path, tmp_path: Path) -> None:
    calls = stand_in(tmp_path, "temporal-sql-tool", code=0)
    done = await sh(root / "deploy/temporal-schema.sh", path=tmp_path)
    assert done.code == 0
    versions = "/etc/temporal/schema/postgresql/v12"
    assert calls.read_text(encoding="utf-8").splitlines() == [
        "--db temporal create",
        "--db temporal setup-schema -v 0.0",
        f"--db temporal update-schema -d {versions}/temporal/versioned",
        "--db temporal_visibility create",
        "--db temporal_visibility setup-schema -v 0.0",
        f"--db temporal_visibility update-schema -d {versions}/visibility/versioned",
    ]


async def test_the_schema_job_stops_at_the_first_failure(root: Path, tmp_path: Path) -> None:
    calls = stand_in(tmp_path, "temporal-sql-tool", code=1)
    done = await sh(root / "deploy/temporal-schema.sh", path=tmp_path)
    assert done.code == 1
    assert calls.read_text(encoding="utf-8").splitlines() == ["--db temporal create"]


async def test_the_namespace_job_makes_the_namespace_once_and_leaves_it_alone_after(
    root: Path, server: WorkflowEnvironment
) -> None:
    client = server.client
    address, script = client.service_client.config.target_host, root / "deploy/temporal-namespace.sh"
    for asked in ("30d", "1d"):
        done = await sh(
            script, TEMPORAL_ADDRESS=address, TEMPORAL_NAMESPACE="fresh", NAMESPACE_RETENTION=asked, PAUSE="1"
        )
        assert (done.code, done.complained) == (0, "")
        assert "Done: namespace fresh answers" in done.said
    made = await client.workflow_service.describe_namespace(DescribeNamespaceRequest(namespace="fresh"))
    assert made.config.workflow_execution_retention_ttl.ToTimedelta() == timedelta(days=30)


async def test_the_namespace_job_gives_up_when_nobody_answers(root: Path, tmp_path: Path) -> None:
    calls = stand_in(tmp_path, "temporal", code=1)
    done = await sh(
        root / "deploy/temporal-namespace.sh",
        path=tmp_path,
        TEMPORAL_ADDRESS="temporal:7233",
        TEMPORAL_NAMESPACE="fresh",
        PATIENCE="3",
        PAUSE="0",
    )
    assert done.code == 1
    assert "Gave up after 3 attempts: the server at temporal:7233 is serving" in done.complained
    assert calls.read_text(encoding="utf-8").splitlines() == ["operator cluster health"] * 3


@pytest.mark.parametrize("missing", ["TEMPORAL_ADDRESS", "TEMPORAL_NAMESPACE"])
async def test_the_namespace_job_says_what_it_was_not_told(root: Path, missing: str) -> None:
    told = {"TEMPORAL_ADDRESS": "temporal:7233", "TEMPORAL_NAMESPACE": "fresh"}
    del told[missing]
    done = await sh(root / "deploy/temporal-namespace.sh", path=BIN, **told)
    assert done.code != 0
    assert missing in done.complained
