"""Keeping a server, its web UI and a worker up, state kept, until somebody stops them."""

import asyncio

from rich.console import Console

from demo.embedded_server import ServerPlan, running
from worker.parts import parts
from worker.problem import Problem
from worker.running import Condition, run_until, stopped_by_signals
from worker.settings import Settings
from worker.wiring import build_workers, threads


async def keep_up(plan: ServerPlan, settings: Settings, console: Console) -> None:
    """Run until SIGINT or SIGTERM.

    Raises:
        Problem: the server cannot start, or it or a worker died.
    """
    with stopped_by_signals() as stop:
        async with running(plan) as (client, died):
            with threads() as executor:
                workers = build_workers(client, parts(settings), settings, executor=executor)
                console.print(f"Temporal server on {plan.address}, web UI on {plan.ui}")
                console.print(f"State in {plan.database.parent}; Ctrl-C stops everything and keeps it.")
                await _until_stopped(stop, died, Condition(client, workers))


async def _until_stopped(stop: asyncio.Event, died: asyncio.Event, condition: Condition) -> None:
    async def stop_when_dead() -> None:
        await died.wait()
        stop.set()

    watch = asyncio.create_task(stop_when_dead())
    try:
        await run_until(stop, condition)
    finally:
        watch.cancel()
    if died.is_set():
        raise Problem("the Temporal server died")
