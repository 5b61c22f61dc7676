"""The demo from curtain to curtain: server, worker, six people, and what they leave behind."""

import asyncio
import contextlib
import os
import shutil
from collections.abc import AsyncIterator, Coroutine, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from temporalio.client import Client

from demo.caseload import Part, cast, document_of, play
from demo.embedded_server import ServerPlan, running
from demo.live_display import display, picture
from demo.rm_stand_in import StandInForRm
from demo.summary import table, write_summary
from demo.theatre import Account
from gateways.sql_register import SqlRegister
from interventions.days.london import london_date
from interventions.end_of_service import Conclusion
from worker.checks.press import best_print
from worker.parts import parts
from worker.problem import Problem
from worker.running import stopped_by_signals
from worker.settings import Settings
from worker.wiring import build_workers, threads
from workflows.contract import intervention_id

NO_LINKS = "The server ends with this run; on a terminal it stays up, and these are links to its web UI."
CREDENTIALS = (
    "TWILIO_",
    "THROUGHLINE_TWILIO_",
    "NOTIFY_API_KEY",
    "THROUGHLINE_NOTIFY_",
    "THROUGHLINE_RM_",
)


def refuse_real_credentials(environment: Mapping[str, str]) -> None:
    """The demo writes to invented people; it must never do so through a real provider.

    Raises:
        Problem: a provider's credentials are set.
    """
    real = sorted(name for name in environment if name.startswith(CREDENTIALS))
    if real:
        raise Problem(f"real provider credentials are set ({real[0]})", "unset them to run the demo")


async def show(plan: ServerPlan, console: Console, state: Path, rm: StandInForRm | None = None) -> None:
    """Play the caseload; with a terminal, keep the web UI up afterwards until Ctrl-C.

    With `rm`, it is told of everything that happens.

    Raises:
        Problem: it cannot start, or the server died on the way.
    """
    refuse_real_credentials(os.environ)
    shutil.rmtree(plan.database.parent, ignore_errors=True)
    with stopped_by_signals() as stop:
        async with running(plan) as (client, died):
            try:
                await _curtain(plan, client, console, state, rm, died, stop)
            except Exception:
                # Whatever else broke, broke because of this; one line says so.
                if died.is_set():
                    raise Problem(
                        "the Temporal server died", "look at its log beside the demo's state"
                    ) from None
                raise


async def _curtain(
    plan: ServerPlan,
    client: Client,
    console: Console,
    state: Path,
    rm: StandInForRm | None,
    died: asyncio.Event,
    stop: asyncio.Event,
) -> None:
    async with _working(client, plan.database.parent, rm) as register:
        caseload = cast(london_date(datetime.now(UTC)), policy="in-step" if rm else "standard")
        if rm:
            for part in caseload:
                rm.takes_in(part, document_of(part))
        console.print(f"Temporal server on {plan.address}, web UI on {plan.ui}\n")
        conclusions = await _unless(died, stop, _performed(caseload, client, register, console))
        write_summary(conclusions, state / "summary.json")
        _epilogue(console, plan, caseload, conclusions, state)
        if rm:
            console.print(f"\n{rm.in_a_line}", soft_wrap=True)
        if console.is_terminal:
            console.print("\nThe web UI stays up until Ctrl-C.")
            await _unless(died, stop, stop.wait())


@contextlib.asynccontextmanager
async def _working(client: Client, folder: Path, rm: StandInForRm | None) -> AsyncIterator[Account]:
    """Workers on every queue, with a register and an outbox of the demo's own."""
    url = f"sqlite:///{folder / 'register.db'}"
    settings = Settings(
        register_url=url, outbox=folder / "outbox", print_as=best_print(), graceful_shutdown_seconds=2
    )
    with threads() as executor:
        async with contextlib.AsyncExitStack() as stack:
            made = parts(settings)
            made = replace(made, monitoring=rm) if rm else made
            for worker in build_workers(client, made, settings, executor=executor):
                await stack.enter_async_context(worker)
            with contextlib.closing(SqlRegister.open(url)) as register:
                yield register


async def _performed(
    caseload: list[Part], client: Client, register: Account, console: Console
) -> list[Conclusion]:
    people = [part.person for part in caseload]
    with display(console) as live:
        return await play(caseload, client, register, lambda: live.update(picture(people)))


async def _unless(died: asyncio.Event, stop: asyncio.Event, work: Coroutine[Any, Any, Any]) -> Any:
    """The work's result, unless the server dies or somebody stops us first."""
    tasks = [asyncio.create_task(each) for each in (work, died.wait(), stop.wait())]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finished = tasks[0].done() and not died.is_set()
    for task in tasks if not finished else tasks[1:]:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    if finished:
        return tasks[0].result()
    raise Problem("the Temporal server died" if died.is_set() else "stopped before the end")


def _epilogue(
    console: Console, plan: ServerPlan, caseload: list[Part], conclusions: list[Conclusion], state: Path
) -> None:
    outbox = plan.database.parent / "outbox"
    console.print(table([part.person for part in caseload], conclusions, console.width))
    console.print(f"\nTexts      {outbox / 'texts'}\nLetters    {outbox / 'letters'}")
    console.print(f"Reports    {outbox / 'documents'}\nSummary    {state / 'summary.json'}\n")
    # Without a terminal the server ends with the demo, and a link would lead nowhere.
    stays = f"{plan.ui}/namespaces/default/workflows/" if console.is_terminal else ""
    for part in caseload:
        link = f"{stays}{intervention_id(part.referral.id)}"
        console.print(f"{part.person.name:<22} {link}", soft_wrap=True)
    if not stays:
        console.print(f"\n{NO_LINKS}", soft_wrap=True)
