"""The daily look at R&M, on a real server: what differs reaches its intervention once, and is reported."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from temporalio.client import Client, ScheduleOverlapPolicy

from gateways.in_memory import (
    RememberedRegister,
)
from gateways.nobody_to_tell import NobodyToTell
from gateways.remembered_monitoring import RememberedMonitoring
from interventions.case import Case
from interventions.monitoring.reconciliation import Reconciled, of_one
from interventions.views.case_line import case_of
from starter.interventions_client import InterventionsClient
from tests.builders import a_referral
from tests.remembered_parts import remembered
from tests.shown import as_rm_shows
from worker.parts import Parts
from worker.schedules import set_schedules
from worker.settings import Settings
from worker.wiring import build_workers, threads
from workflows.contract import RECONCILIATION

LATER = date(2031, 6, 1)


@dataclass
class Service:
    """Workers, a register and an R&M, all for one test."""

    interventions: InterventionsClient
    register: RememberedRegister
    monitoring: RememberedMonitoring

    async def refer(self) -> Case:
        """A new referral of somebody else; received, looked for, and all of that written down."""
        person = a_referral().participant.model_copy(update={"crn": f"X{uuid4().int % 10**9:09}"})
        sent = datetime.now(UTC) - timedelta(hours=1)
        referral = a_referral(sent=sent, id=uuid4(), participant=person)
        await self.interventions.refer(referral)
        await self.interventions.status(referral.id)
        return await self.case(referral.id, facts=3)

    async def case(self, referral_id: UUID, facts: int) -> Case:
        """The case as the register has it, once it holds as many facts."""
        while len(found := self.register.entries(referral_id)) < facts:
            await self.interventions.status(referral_id)
        return case_of(found)

    async def looks(self) -> Reconciled:
        """One look at R&M."""
        return await self.interventions.look_at_monitoring()


def a_service(client: Client, monitoring: RememberedMonitoring | NobodyToTell) -> tuple[Parts, Service]:
    register = RememberedRegister()
    parts = remembered(register=register, monitoring=monitoring)
    known = monitoring if isinstance(monitoring, RememberedMonitoring) else RememberedMonitoring()
    return parts, Service(InterventionsClient(client), register, known)


@asynccontextmanager
async def working(client: Client, parts: Parts, **settings: Any) -> AsyncIterator[None]:
    async with AsyncExitStack() as stack:
        executor = stack.enter_context(threads())
        for worker in build_workers(client, parts, Settings(**settings), executor=executor):
            await stack.enter_async_context(worker)
        yield


@pytest.fixture
async def service(client: Client) -> AsyncIterator[Service]:
    parts, service = a_service(client, RememberedMonitoring())
    async with working(client, parts):
        yield service


async def test_what_rm_changed_reaches_its_intervention_once(service: Service) -> None:
    changed, same, unheard_of = await service.refer(), await service.refer(), await service.refer()
    service.monitoring.show(as_rm_shows(changed, completion_deadline=LATER))
    service.monitoring.show(as_rm_shows(same))

    found = await service.looks()

    assert (found.looked, found.told) == (3, 1)
    assert found.unknown == (unheard_of.referral.id,)
    assert found.differing == {"completion-deadline": (changed.referral.id,)}
    after = await service.case(changed.referral.id, facts=5)
    assert after.referral.completion_deadline == LATER
    heard = [line.fact for line in after.journal if line.fact in ("MonitoringSeen", "ReferralAmended")]
    assert heard == ["MonitoringSeen", "ReferralAmended"]

    again = await service.looks()

    assert (again.looked, again.told, again.differing) == (3, 0, {})
    assert len(service.register.entries(changed.referral.id)) == 5
    assert len(service.register.entries(same.referral.id)) == 3


async def test_the_report_names_nobody(service: Service) -> None:
    """Counts, topics and referral ids: it is read in the Temporal UI."""
    case = await service.refer()
    service.monitoring.show(as_rm_shows(case, additional_needs="Afraid of his brother", crn="X999999"))
    said = (await service.looks()).model_dump_json()
    assert "brother" not in said
    assert "X999999" not in said
    assert str(case.referral.id) in said


async def test_without_rm_there_is_nothing_to_look_at(client: Client) -> None:
    parts, service = a_service(client, NobodyToTell())
    async with working(client, parts):
        await service.refer()
        found = await service.looks()
    assert not found.connected
    assert found.told == 0


async def test_the_last_look_is_there_to_be_read(service: Service) -> None:
    assert await service.interventions.last_look() is None
    case = await service.refer()
    service.monitoring.show(as_rm_shows(case))
    found = await service.looks()
    while (last := await service.interventions.last_look()) is None:
        continue
    assert last == found
    assert last.agreeing


async def test_f24_the_schedule_is_set_once_and_what_an_operator_paused_stays_paused(client: Client) -> None:
    """F24: never two at once; set up on every deploy."""
    await set_schedules(client)
    handle = client.get_schedule_handle(RECONCILIATION)
    await handle.pause(note="R&M is being moved")
    await set_schedules(client)
    there = (await handle.describe()).schedule
    assert there.policy.overlap is ScheduleOverlapPolicy.SKIP
    assert there.spec.time_zone_name == "Europe/London"
    assert there.spec.jitter == timedelta(minutes=10)
    assert there.state.paused
    assert [found.id async for found in await client.list_schedules()] in ([RECONCILIATION], [])
    await handle.delete()


def test_two_looks_are_one_and_no_list_of_ids_grows_for_ever() -> None:
    ids = [uuid4() for _ in range(500)]
    found = Reconciled()
    for each in ids:
        found = found.and_also(of_one(each, ("date/session-1", "date/session-2", "ended"), told=True))
    assert (found.looked, found.told) == (500, 500)
    assert found.count == {"date": 500, "ended": 500}
    assert len(found.differing["date"]) == 200
