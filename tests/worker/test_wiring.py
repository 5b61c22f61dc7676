"""The wiring: every queue worked, every activity on one of them, every port answered."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from pydantic import ValidationError
from temporalio.client import Client
from temporalio.common import VersioningBehavior
from temporalio.worker import Worker
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner

from activities import carrying, ledger, ports, turns
from activities.asking_after import ReceiptActivities
from activities.correspondence import PaperActivities
from activities.monitoring import MonitoringActivities
from activities.reconciliation import ReconciliationActivities
from activities.register import RegisterActivities
from activities.texts import TextActivities
from tests.remembered_parts import remembered
from tests.worker.careless_workflow import Careless
from worker.parts import Parts, parts
from worker.problem import Problem
from worker.settings import Settings
from worker.wiring import SLOTS, STRICT_SANDBOX, build_workers, threads
from workflows.contract import DOCUMENTS, INTERVENTIONS, MESSAGING, TASK_QUEUES
from workflows.intervention import Intervention
from workflows.reconciliation import Reconciliation

PORTS = {
    port
    for module in (ports, carrying, ledger, turns)
    for port in vars(module).values()
    if getattr(port, "_is_protocol", False) and port.__module__ == module.__name__
}
KINDS = (
    RegisterActivities,
    TextActivities,
    ReceiptActivities,
    PaperActivities,
    MonitoringActivities,
    ReconciliationActivities,
)
PROMISED = {
    getattr(kind, name).__name__
    for kind in KINDS
    for name in vars(kind)
    if hasattr(getattr(kind, name), "__temporal_activity_definition")
}


@pytest.fixture
def pretended() -> Parts:
    return remembered()


@pytest.fixture
def executor() -> Iterator[ThreadPoolExecutor]:
    with threads() as pool:
        yield pool


def a_machine(folder: Path, **changes: Any) -> Settings:
    return Settings(**{"register_url": f"sqlite:///{folder}/register.db", "outbox": folder, **changes})


def by_queue(workers: list[Worker]) -> dict[str, Worker]:
    return {worker.task_queue: worker for worker in workers}


async def test_every_queue_of_the_contract_has_one_worker(
    client: Client, pretended: Parts, executor: ThreadPoolExecutor
) -> None:
    workers = build_workers(client, pretended, Settings(), executor=executor)
    assert [worker.task_queue for worker in workers] == list(TASK_QUEUES)


async def test_every_activity_is_on_exactly_one_queue(
    client: Client, pretended: Parts, executor: ThreadPoolExecutor
) -> None:
    workers = build_workers(client, pretended, Settings(), executor=executor)
    offered = [activity.__name__ for worker in workers for activity in worker.config().get("activities", [])]
    assert sorted(offered) == sorted(PROMISED)
    assert len(PROMISED) >= 5


async def test_interventions_are_run_where_their_register_is_and_nowhere_else(
    client: Client, pretended: Parts, executor: ThreadPoolExecutor
) -> None:
    workers = by_queue(build_workers(client, pretended, Settings(), executor=executor))
    config = workers[INTERVENTIONS].config()
    assert config.get("workflows") == [Intervention, Reconciliation]
    assert [activity.__name__ for activity in config["activities"]] == [
        "write_down",
        "pin_terms",
        "look_for_duplicates",
    ]
    assert config.get("no_remote_activities") is True
    assert config.get("workflow_failure_exception_types") == (ValidationError,)
    assert not any(workers[queue].config().get("workflows") for queue in (MESSAGING, DOCUMENTS))


async def test_texts_leave_no_faster_than_the_setting_says(
    client: Client, pretended: Parts, executor: ThreadPoolExecutor
) -> None:
    [worker] = build_workers(
        client, pretended, Settings(texts_per_second=3), queues=[MESSAGING], executor=executor
    )
    assert worker.config().get("max_task_queue_activities_per_second") == 3
    assert worker.config().get("max_concurrent_activities") == SLOTS[MESSAGING]


async def test_only_the_queues_asked_for_are_worked(
    client: Client, pretended: Parts, executor: ThreadPoolExecutor
) -> None:
    asked = [DOCUMENTS, DOCUMENTS, MESSAGING]
    workers = build_workers(client, pretended, Settings(), queues=asked, executor=executor)
    assert [worker.task_queue for worker in workers] == [DOCUMENTS, MESSAGING]


async def test_an_unknown_queue_is_refused_with_those_there_are(
    client: Client, pretended: Parts, executor: ThreadPoolExecutor
) -> None:
    with pytest.raises(Problem, match=f"no task queue post; there are {', '.join(TASK_QUEUES)}"):
        build_workers(client, pretended, Settings(), queues=["post"], executor=executor)


@pytest.mark.parametrize(
    ("asked", "cached"), [pytest.param(None, 7, id="the setting"), pytest.param(0, 0, id="replay every task")]
)
async def test_how_many_interventions_are_kept_in_memory(
    asked: int | None, cached: int, client: Client, pretended: Parts, executor: ThreadPoolExecutor
) -> None:
    settings = Settings(max_cached_workflows=7)
    workers = build_workers(client, pretended, settings, max_cached_workflows=asked, executor=executor)
    assert by_queue(workers)[INTERVENTIONS].config().get("max_cached_workflows") == cached


async def test_worker_versioning_is_off_without_a_build_id(
    client: Client, pretended: Parts, executor: ThreadPoolExecutor
) -> None:
    workers = build_workers(client, pretended, Settings(build_id=""), executor=executor)
    assert [worker.config().get("deployment_config") for worker in workers] == [None] * len(TASK_QUEUES)


async def test_with_a_build_id_every_worker_is_of_that_version_and_cases_move_up_by_themselves(
    client: Client, pretended: Parts, executor: ThreadPoolExecutor
) -> None:
    workers = build_workers(client, pretended, Settings(build_id="c0ffee1"), executor=executor)
    for worker in workers:
        deployed = worker.config().get("deployment_config")
        assert deployed is not None
        assert deployed.use_worker_versioning
        assert (deployed.version.deployment_name, deployed.version.build_id) == ("throughline", "c0ffee1")
        assert deployed.default_versioning_behavior is VersioningBehavior.AUTO_UPGRADE


async def test_an_import_that_nobody_passed_through_is_found_when_the_worker_is_built(client: Client) -> None:
    runner = SandboxedWorkflowRunner(restrictions=STRICT_SANDBOX)
    with pytest.raises(RuntimeError, match="Careless"):
        Worker(client, task_queue="careless", workflows=[Careless], workflow_runner=runner)


def test_every_port_has_a_part() -> None:
    # Whoever has a client can speak to interventions: nobody need be chosen for it.
    assert set(get_type_hints(Parts).values()) == PORTS - {ports.Interventions}


def test_every_port_is_answered_by_a_real_part(tmp_path: Path) -> None:
    made = parts(a_machine(tmp_path))
    for name, port in get_type_hints(Parts).items():
        asked = {word for word in vars(port) if not word.startswith("_")}
        assert asked
        assert asked <= set(dir(getattr(made, name)))


def test_there_is_a_thread_for_every_slot_of_every_queue(executor: ThreadPoolExecutor) -> None:
    assert set(SLOTS) == set(TASK_QUEUES)
    assert executor._max_workers == sum(SLOTS.values())


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        pytest.param(
            {"register_url": "postgresql://u:hunter2@127.0.0.1:1/y"},
            "THROUGHLINE_REGISTER_URL: cannot be opened: nobody listens at that address",
            id="nobody there",
        ),
        pytest.param({"policy": "unheard-of"}, "THROUGHLINE_POLICY: no such policy; there are", id="policy"),
    ],
)
def test_a_part_that_cannot_be_opened_is_named_without_its_secrets(
    wrong: dict[str, str], complaint: str, tmp_path: Path
) -> None:
    with pytest.raises(Problem, match=complaint) as problem:
        parts(a_machine(tmp_path, **wrong))
    assert "hunter2" not in str(problem.value)


def test_a_register_where_nothing_can_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    url = f"sqlite:///{tmp_path}/file/register.db"
    with pytest.raises(Problem, match=r"THROUGHLINE_REGISTER_URL: cannot be opened: .*file"):
        parts(a_machine(tmp_path, register_url=url))
