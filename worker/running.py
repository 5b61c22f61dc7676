"""Runs the workers until told to stop, and then lets them finish what they have in hand."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol, TypeVar

from temporalio.client import Client
from temporalio.service import RPCError

from worker.checks.machine import folder
from worker.checks.press import press
from worker.connection import PATIENCE, connect, find_namespace
from worker.current_state import keep_current
from worker.health import health_server
from worker.logs import log_to_stderr, telemetry
from worker.parts import current_state, parts
from worker.problem import Problem
from worker.set_up import wait_until_visible
from worker.settings import Settings
from worker.wiring import build_workers, threads
from workflows.contract import DOCUMENTS, INTERVENTIONS, MESSAGING, TASK_QUEUES

log = logging.getLogger("worker")
Answer = TypeVar("Answer")


class Runner(Protocol):
    """As much of a Temporal worker as running one takes."""

    @property
    def task_queue(self) -> str:
        """What it works on."""
        ...

    @property
    def is_running(self) -> bool:
        """Whether it has started and not stopped."""
        ...

    async def run(self) -> None:
        """Work until shut down; raises what it dies of."""
        ...

    async def shutdown(self) -> None:
        """Take nothing new, and return when everything in hand is finished."""
        ...


@dataclass
class Condition:
    """How these workers are. `draining` is set once, when they are told to stop."""

    client: Client
    workers: Sequence[Runner]
    failed: bool = False
    draining: bool = False

    async def live(self) -> str:
        """What is wrong beyond mending without a restart, or nothing: draining and idling are healthy."""
        return "a worker has failed" if self.failed else ""

    async def ready(self) -> str:
        """Why this process would not take work now, or nothing."""
        if self.draining:
            return "draining"
        if not all(worker.is_running for worker in self.workers):
            return "not every worker is running"
        try:
            serving = await self.client.service_client.check_health(timeout=PATIENCE / 5)
        except RPCError as error:
            return f"Temporal cannot be reached: {error.status.name}"
        return "" if serving else "Temporal is not serving"


async def serve(settings: Settings, queues: Sequence[str] = TASK_QUEUES) -> None:
    """Run a worker per queue until SIGTERM or SIGINT; returns when everything in hand is finished.

    Raises:
        Problem: something has to be put right before we can start, or a worker failed.
    """
    log_to_stderr(settings.log_level)
    with stopped_by_signals() as stop:
        client = await connect(runtime=telemetry(settings))
        await find_namespace(client)
        await wait_until_visible(client, within=timedelta())
        say_whether_words_wait(settings, queues)
        with threads() as executor:
            workers = build_workers(client, parts(settings), settings, queues=queues, executor=executor)
            async with (
                _answering_for(Condition(client, workers), settings) as condition,
                _state_kept_current(settings, queues),
            ):
                await run_until(stop, condition)


def say_whether_words_wait(settings: Settings, queues: Sequence[str]) -> None:
    """Say once, at the start, what texts and letters lack here: each is tried for a day or three."""
    if {DOCUMENTS, MESSAGING}.intersection(queues):
        place = folder("outbox", settings.outbox)
        if place.ok == "failed":
            log.error("outbox %s; texts and letters wait: %s", place.detail, place.remedy)
    if DOCUMENTS not in queues:
        return  # nothing is printed here, and the press is not loaded
    found = press(settings.print_as)
    if found.ok == "failed":
        log.error("%s; letters wait: %s", found.detail, found.remedy)


async def run_until(stop: asyncio.Event, condition: Condition) -> None:
    """Run the workers until `stop` is set or one of them fails; either way all drain before this returns.

    Raises:
        Problem: a worker failed.
    """
    runs = [asyncio.create_task(worker.run()) for worker in condition.workers]
    stopping = asyncio.create_task(stop.wait())
    log.info("working on %s", ", ".join(worker.task_queue for worker in condition.workers))
    await asyncio.wait({stopping, *runs}, return_when=asyncio.FIRST_COMPLETED)
    condition.draining, condition.failed = True, not stopping.done()
    stopping.cancel()
    log.info("draining")
    await asyncio.gather(*(worker.shutdown() for worker in condition.workers))
    ends = await asyncio.gather(*runs, return_exceptions=True)
    if failure := next((end for end in ends if end is not None), None):
        said = " ".join(str(failure).split())
        raise Problem(f"a worker failed: {said}") from failure
    log.info("drained")


@contextmanager
def stopped_by_signals() -> Iterator[asyncio.Event]:
    """An event that SIGTERM and SIGINT set.

    Asked again it goes on draining: a terminal, a shell and a supervisor may each pass the same Ctrl-C on,
    and a text half sent would be cut off. SIGKILL is there for whoever cannot wait.
    """
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    asked = (signal.SIGTERM, signal.SIGINT)

    def hear(number: signal.Signals) -> None:
        log.info("asked to stop by %s", number.name)
        stop.set()

    for each in asked:
        loop.add_signal_handler(each, hear, each)
    try:
        yield stop
    finally:
        for each in asked:
            loop.remove_signal_handler(each)


@asynccontextmanager
async def _answering_for(condition: Condition, settings: Settings) -> AsyncIterator[Condition]:
    if not settings.health_port:
        yield condition
        return
    checks = {"/live": condition.live, "/ready": condition.ready}
    async with health_server(settings.health_host, settings.health_port, checks):
        yield condition


@asynccontextmanager
async def _state_kept_current(settings: Settings, queues: Sequence[str]) -> AsyncIterator[None]:
    if INTERVENTIONS not in queues:
        yield
        return
    with closing(current_state(settings)) as state:
        keeping = asyncio.create_task(keep_current(state))
        yield
        keeping.cancel()
