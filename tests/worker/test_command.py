"""`python -m worker` as its operators run it: a process of its own against a real server."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE

import pytest
from temporalio.api.enums.v1 import TaskQueueType
from temporalio.api.taskqueue.v1 import TaskQueue
from temporalio.api.workflowservice.v1 import DescribeTaskQueueRequest
from temporalio.client import Client

from tests.worker.conftest import READY_WITHIN, ROOT, Site, a_free_port
from workflows.contract import DOCUMENTS, INTERVENTIONS, SEARCH_ATTRIBUTES, TASK_QUEUES


async def polled(client: Client, identity: str) -> set[str]:
    """The queues of the contract that this process polls, once it polls them all or has had time to."""
    for _ in range(100):
        if (found := await polled_now(client, identity)) == set(TASK_QUEUES):
            break
        await asyncio.sleep(0.1)
    return found


async def polled_now(client: Client, identity: str) -> set[str]:
    """The queues of the contract that the process of this identity is polling."""
    found = set()
    for queue in TASK_QUEUES:
        kind = "WORKFLOW" if queue == INTERVENTIONS else "ACTIVITY"
        request = DescribeTaskQueueRequest(
            namespace=client.namespace,
            task_queue=TaskQueue(name=queue),
            task_queue_type=TaskQueueType.Value(f"TASK_QUEUE_TYPE_{kind}"),
        )
        described = await client.workflow_service.describe_task_queue(request)
        found |= {queue for poller in described.pollers if poller.identity == identity}
    return found


@pytest.mark.parametrize("asked_by", [signal.SIGTERM, signal.SIGINT])
async def test_a_worker_becomes_ready_polls_every_queue_and_drains_when_asked(
    asked_by: signal.Signals, site: Site, client: Client
) -> None:
    async with site.a_worker() as worker:
        assert await site.asks("/ready") == (True, "well")
        assert await site.asks("/live") == (True, "well")
        assert await polled(client, f"throughline-worker-{worker.pid}") == set(TASK_QUEUES)
        # A terminal and a supervisor may both pass it on.
        worker.send_signal(asked_by)
        worker.send_signal(asked_by)
        _, log = await asyncio.wait_for(worker.communicate(), 20)
    assert worker.returncode == 0
    lines = log.decode().splitlines()
    assert f'message="asked to stop by {asked_by.name}"' in lines[1]
    assert lines[-1].endswith("message=drained")
    assert all(line.startswith("time=") for line in lines)


async def test_a_worker_works_only_on_the_queues_it_was_given(site: Site, client: Client) -> None:
    async with site.a_worker("run", "--queue", DOCUMENTS) as worker:
        assert await polled(client, f"throughline-worker-{worker.pid}") == {DOCUMENTS}


async def test_healthy_tells_a_ready_worker_from_none(site: Site) -> None:
    assert await site.runs("healthy") == (1, "", f"worker: no worker answers on 127.0.0.1:{site.health_port}")
    async with site.a_worker():
        assert await site.runs("healthy") == (0, "well", "")


async def test_a_namespace_without_our_search_attributes_is_refused_until_it_is_set_up(
    site: Site, bare: Client
) -> None:
    site.environment["TEMPORAL_NAMESPACE"] = bare.namespace
    code, _, complaint = await site.runs()
    assert (code, complaint.count("\n")) == (1, 0)
    assert complaint.endswith("type `python -m worker set-up`")
    code, said, _ = await site.runs("set-up")
    assert (code, said) == (0, f"registered {', '.join(key.name for key in SEARCH_ATTRIBUTES)}")
    assert await site.runs("set-up") == (0, "every search attribute was there already", "")
    async with site.a_worker():
        assert await site.asks("/ready") == (True, "well")


@pytest.mark.parametrize("command", [(), ("set-up",)])
async def test_an_unknown_namespace_is_one_clear_line(command: tuple[str, ...], site: Site) -> None:
    site.environment["TEMPORAL_NAMESPACE"] = "nowhere"
    create = "temporal operator namespace create --namespace nowhere --retention 30d"
    line = f"worker: namespace nowhere does not exist - type `{create}`"
    assert await site.runs(*command) == (1, "", line)


@pytest.mark.parametrize(
    ("variable", "value", "line"),
    [
        pytest.param(
            "TEMPORAL_ADDRESS",
            "localhost:1",
            "worker: no Temporal server answers at localhost:1 (connection refused)",
            id="no server",
        ),
        pytest.param(
            "TEMPORAL_CONFIG_FILE",
            "/nothing/here.toml",
            "worker: Temporal's configuration: TEMPORAL_CONFIG_FILE names a file that is not there",
            id="no configuration",
        ),
        pytest.param(
            "THROUGHLINE_HEALTH_PORT",
            "x",
            "worker: THROUGHLINE_HEALTH_PORT: must be a valid integer",
            id="a wrong setting",
        ),
        pytest.param(
            "THROUGHLINE_METRICS_ADDRESS",
            "203.0.113.1:9464",
            "worker: cannot offer metrics at 203.0.113.1:9464 - "
            "set THROUGHLINE_METRICS_ADDRESS to an address that is free",
            id="not our address",
        ),
    ],
)
async def test_what_an_operator_must_put_right_is_one_clear_line(
    variable: str, value: str, line: str, site: Site
) -> None:
    site.environment[variable] = value
    assert await site.runs() == (1, "", line)


async def test_two_workers_cannot_answer_on_one_health_port(site: Site) -> None:
    async with site.a_worker():
        code, _, complaint = await site.runs()
    assert code == 1
    assert complaint.splitlines()[-1].endswith("stop what listens there, or set THROUGHLINE_HEALTH_PORT")


async def test_an_unknown_queue_is_refused_with_those_there_are(site: Site) -> None:
    there_are = f"no task queue post; there are {', '.join(TASK_QUEUES)}"
    line = f"worker: Invalid value: {there_are} - type `python -m worker run --help`"
    assert await site.runs("run", "--queue", "post") == (2, "", line)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        pytest.param(("runn",), "No such command 'runn'", id="no such command"),
        pytest.param(("--now",), "No such option: --now", id="no such option"),
    ],
)
async def test_what_was_typed_wrong_is_one_line(typed: tuple[str, ...], line: str, site: Site) -> None:
    code, said, complaint = await site.runs(*typed)
    assert (code, said, complaint.count("\n")) == (2, "", 0)
    assert complaint.startswith(f"worker: {line}")
    assert complaint.endswith(" - type `python -m worker --help`")


async def test_metrics_are_offered_where_they_are_asked_for(site: Site) -> None:
    site.environment["THROUGHLINE_METRICS_ADDRESS"] = address = f"127.0.0.1:{a_free_port()}"
    async with site.a_worker():
        assert "temporal_num_pollers{" in await site.shows_metrics(address)


async def test_a_worker_without_pango_says_at_its_start_that_letters_wait(site: Site) -> None:
    (site.folder / "weasyprint.py").write_text("raise OSError('cannot load library')\n")
    site.environment["PYTHONPATH"] = str(site.folder)
    async with site.a_worker() as worker:
        worker.terminate()
        _, log = await asyncio.wait_for(worker.communicate(), 20)
    (said,) = [line for line in log.decode().splitlines() if "Pango is missing" in line]
    assert "level=error" in said.lower()
    assert "letters wait: apt-get install libpango" in said


async def test_a_worker_whose_outbox_cannot_be_written_says_so_at_its_start(site: Site) -> None:
    (site.folder / "in-the-way").touch()
    site.environment["THROUGHLINE_OUTBOX"] = str(site.folder / "in-the-way" / "outbox")
    async with site.a_worker() as worker:
        worker.terminate()
        _, log = await asyncio.wait_for(worker.communicate(), 20)
    (said,) = [line for line in log.decode().splitlines() if "texts and letters wait" in line]
    assert "level=error" in said.lower()
    assert "give this user leave to write there" in said


@pytest.mark.parametrize(
    ("stdout", "why"),
    [
        pytest.param(">/dev/full", "No space left on device", id="full"),
        pytest.param(">&-", "it is closed", id="closed"),
    ],
)
@pytest.mark.parametrize(
    ("command", "besides"),
    [
        pytest.param("--help", "", id="help"),
        pytest.param("doctor", "", id="doctor"),
        pytest.param("set-up", " - what was asked is done", id="set-up"),
        pytest.param("migrate", " - what was asked is done", id="migrate"),
    ],
)
async def test_an_answer_that_nobody_can_hear_is_one_line(
    stdout: str, why: str, command: str, besides: str, site: Site
) -> None:
    site.environment["THROUGHLINE_PRINT_AS"] = "html"
    shell = ("sh", "-c", f'"$@" {stdout}', "sh", sys.executable, "-m", "worker", command)
    process = await asyncio.create_subprocess_exec(*shell, cwd=ROOT, env=site.variables, stderr=PIPE)
    _, complaint = await asyncio.wait_for(process.communicate(), READY_WITHIN)
    assert process.returncode == 2
    assert complaint.decode() == f"worker: stdout cannot be written: {why}{besides}\n"
