"""A look at R&M page by page: nobody is left out, nobody is read twice, also where a worker goes midway."""

import asyncio
from collections import Counter
from threading import Event
from uuid import UUID

import pytest
from temporalio.client import Client, WorkflowExecutionStatus

from gateways.remembered_monitoring import RememberedMonitoring
from interventions.monitoring.reconciliation import Reconciled
from interventions.monitoring.seen import SeenReferral
from tests.shown import as_rm_shows
from tests.worker.test_reconciliation import LATER, a_service, working
from worker.in_touch import InTouch
from workflows.contract import INTERVENTIONS
from workflows.reconciliation import Look, Reconciliation, a_look


class Watched(RememberedMonitoring):
    """R&M that notes who is read, and at the `stuck_at`-th reading keeps the reader until it is let go."""

    def __init__(self, stuck_at: int = 0) -> None:
        super().__init__()
        self.read: list[UUID] = []
        self.is_stuck, self.goes_on = Event(), Event()
        self._stuck_at = stuck_at

    def see(self, referral_id: UUID) -> SeenReferral | None:
        self.read.append(referral_id)
        if len(self.read) == self._stuck_at:
            self.is_stuck.set()
            self.goes_on.wait(timeout=60)
        return super().see(referral_id)


async def statuses(client: Client, workflow_id: str) -> Counter[WorkflowExecutionStatus | None]:
    """How the runs of a look that is over ended; the list is a moment behind."""
    query, running = f"WorkflowId = '{workflow_id}'", WorkflowExecutionStatus.RUNNING
    while True:
        ended = Counter([found.status async for found in client.list_workflows(query)])
        if ended[WorkflowExecutionStatus.COMPLETED] and not ended[running]:
            return ended
        await asyncio.sleep(0.05)


async def look(client: Client, said: Look, name: str = "a-look") -> Reconciled:
    return await client.execute_workflow(Reconciliation.run, said, id=name, task_queue=INTERVENTIONS)


@pytest.mark.parametrize("page", [2, 5])
async def test_every_page_is_a_run_and_everybody_is_looked_at_once(client: Client, page: int) -> None:
    monitoring = Watched()
    parts, service = a_service(client, monitoring)
    async with working(client, parts):
        cases = [await service.refer() for _ in range(5)]
        ids = {case.referral.id for case in cases}
        for case in cases:
            monitoring.show(as_rm_shows(case, completion_deadline=LATER))
        found = await look(client, Look(page=page, batch=1))
        ended = await statuses(client, "a-look")
    assert (found.looked, found.told, found.count) == (5, 5, {"completion-deadline": 5})
    assert Counter(monitoring.read) == Counter(ids)
    assert set(found.differing["completion-deadline"]) == ids
    # Five on a page of five: whether there is more is known when the next page is asked for.
    assert ended[WorkflowExecutionStatus.CONTINUED_AS_NEW] in ((2,) if page == 2 else (0, 1))
    assert ended[WorkflowExecutionStatus.COMPLETED] == 1


async def test_a_look_that_began_before_there_were_pages_goes_on_as_it_did(client: Client) -> None:
    parts, service = a_service(client, RememberedMonitoring())
    async with working(client, parts):
        ids = tuple([(await service.refer()).referral.id for _ in range(3)])
        assert (await look(client, Look())).looked == 3
        before = Reconciled(looked=7)
        rest = await look(client, Look(remaining=ids[:1], found=before), "the-rest")
    assert (rest.looked, rest.unknown) == (8, ids[:1])


async def test_what_crosses_from_run_to_run_does_not_grow_with_the_service(client: Client) -> None:
    """Where a page begins is a few words of the server's, however many interventions there are."""
    parts, service = a_service(client, RememberedMonitoring())
    async with working(client, parts):
        for _ in range(3):
            await service.refer()
        page = await InTouch(client).page_of_running(2)
        rest = await InTouch(client).page_of_running(2, page.rest)
    assert (len(page.referral_ids), len(rest.referral_ids)) == (2, 1)
    assert not set(page.referral_ids) & set(rest.referral_ids)
    assert 0 < len(page.rest) < 1000
    assert rest.rest == ""
    assert a_look().page == 1000


async def test_a_worker_that_goes_in_the_middle_of_a_batch_leaves_the_rest_to_the_next(
    client: Client,
) -> None:
    monitoring = Watched(stuck_at=3)
    parts, service = a_service(client, monitoring)
    async with working(client, parts, graceful_shutdown_seconds=0):
        ids = {(await service.refer()).referral.id for _ in range(5)}
        looking = asyncio.create_task(look(client, Look(page=100, batch=100)))
        await asyncio.to_thread(monitoring.is_stuck.wait, 60)
    monitoring.goes_on.set()
    async with working(client, parts):
        found = await looking
    assert found.looked == 5
    times = Counter(monitoring.read)
    assert set(times) == ids
    # The one it was at is read again, and no other.
    assert [referral for referral in times if times[referral] == 2] == [monitoring.read[2]]
    assert sum(times.values()) == 6
