"""The end of a worker: what is in hand is finished once, and a failure is never silent."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from threading import Event
from uuid import uuid4

import pytest
from temporalio.client import Client
from temporalio.worker import Worker

from activities.carrying import Answer, OutgoingText
from activities.sending import Receipt
from interventions.vocabulary import Language
from interventions.words.correspondence import SendText
from tests.builders import a_referral
from tests.remembered_parts import remembered
from tests.templates.examples import a_session_reminder
from tests.worker.one_errand import OneErrand
from worker.problem import Problem
from worker.running import Condition, Runner, run_until
from worker.settings import Settings
from worker.wiring import build_workers, threads
from workflows.contract import MESSAGING

PARTS = remembered()


@dataclass
class SlowTexts:
    """A provider that takes its time: until `let_go`, at most ten seconds."""

    begun: Event = field(default_factory=Event)
    let_go: Event = field(default_factory=Event)
    sent: list[str] = field(default_factory=list)

    def send(self, text: OutgoingText) -> Answer:
        self.begun.set()
        self.let_go.wait(10)
        self.sent.append(text.key)
        return Answer("taken", text.key)

    def find(self, text: OutgoingText, since: datetime) -> tuple[str, ...]:
        return ()

    def look_up(self, reference: str) -> Receipt | None:
        return None

    def traces(self, to: str) -> bool:
        return False


@dataclass
class Standing:
    """A worker that works until shut down, or until it `fails`."""

    task_queue: str = "standing"
    is_running: bool = False
    fails: Exception | None = None
    told: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        self.is_running = True
        if self.fails:
            raise self.fails
        await self.told.wait()
        self.is_running = False

    async def shutdown(self) -> None:
        self.told.set()


def a_text() -> SendText:
    return SendText(
        key="reminder/session-1",
        to="+447700900123",
        language=Language.ENGLISH,
        saying=a_session_reminder(),
        useless_after=datetime.now(UTC) + timedelta(hours=1),
        send_from=time.min,
        send_until=time.max,
    )


async def test_a_text_being_sent_when_the_worker_is_told_to_stop_is_sent_once(client: Client) -> None:
    texts, stop = SlowTexts(), asyncio.Event()
    with threads() as executor:
        made = replace(PARTS, texts=texts)
        workers = build_workers(client, made, Settings(), queues=[MESSAGING], executor=executor)
        condition = Condition(client, workers)
        async with Worker(client, task_queue="errands", workflows=[OneErrand]):
            running = asyncio.create_task(run_until(stop, condition))
            arguments, own_id = [a_referral(), a_text()], f"errand-{uuid4()}"
            handle = await client.start_workflow(
                OneErrand.run, args=arguments, id=own_id, task_queue="errands"
            )
            assert await asyncio.to_thread(texts.begun.wait, 10)
            stop.set()
            await asyncio.sleep(0.5)
            assert (await condition.live(), await condition.ready()) == ("", "draining")
            assert not running.done()
            texts.let_go.set()
            await asyncio.wait_for(running, 10)
            assert (await handle.result()).result == "accepted"
    assert texts.sent == [f"{a_referral().id}/reminder/session-1"]


async def test_a_worker_is_ready_once_it_runs_and_not_before(client: Client) -> None:
    stop = asyncio.Event()
    with threads() as executor:
        condition = Condition(client, build_workers(client, PARTS, Settings(), executor=executor))
        assert await condition.ready() == "not every worker is running"
        running = asyncio.create_task(run_until(stop, condition))
        async with asyncio.timeout(10):
            while await condition.ready():
                await asyncio.sleep(0.05)
        stop.set()
        await asyncio.wait_for(running, 10)


async def test_a_worker_told_to_stop_before_it_started_stops(client: Client) -> None:
    stop = asyncio.Event()
    stop.set()
    with threads() as executor:
        workers = build_workers(client, PARTS, Settings(), executor=executor)
        await asyncio.wait_for(run_until(stop, Condition(client, workers)), 10)


async def test_workers_in_a_namespace_that_is_not_there_fail_with_one_clear_line(nowhere: Client) -> None:
    with threads() as executor:
        condition = Condition(nowhere, build_workers(nowhere, PARTS, Settings(), executor=executor))
        with pytest.raises(Problem, match=r"^a worker failed: .*nowhere.*$"):
            await asyncio.wait_for(run_until(asyncio.Event(), condition), 10)
    assert await condition.live() == "a worker has failed"


async def test_when_one_worker_fails_the_others_drain_and_the_failure_is_told(client: Client) -> None:
    others: list[Runner] = [Standing(), Standing()]
    failing = Standing(fails=RuntimeError("poll failed:\n  permission denied"))
    condition = Condition(client, [others[0], failing, others[1]])
    with pytest.raises(Problem, match=r"^a worker failed: poll failed: permission denied$"):
        await run_until(asyncio.Event(), condition)
    assert [other.is_running for other in others] == [False, False]
    assert (await condition.live(), await condition.ready()) == ("a worker has failed", "draining")
