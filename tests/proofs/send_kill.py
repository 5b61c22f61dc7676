"""The worker killed at every point of a send, 200 times, by a provider that lies and a list that lags."""

import asyncio
import multiprocessing
import os
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from random import Random, SystemRandom
from tempfile import TemporaryDirectory
from uuid import UUID

from pydantic import SecretStr
from rich.console import Console
from temporalio.client import Client
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner

from activities.texts import TextErrand
from examples.twilio.account import Account, Form, Trouble
from examples.twilio.running import stand_in
from gateways.sql_ledger import SqlLedger
from gateways.twilio_settings import TwilioSettings
from interventions.vocabulary import Language
from interventions.words.correspondence import Outcome, SendText
from tests.proofs.send_kill_errand import OneText
from tests.proofs.send_kill_reports import reports_to
from tests.proofs.send_kill_worker import SEAMS, Orders, work
from tests.templates.examples import a_session_reminder
from worker.checks.machine import temporal_binary
from workflows.contract import DATA_CONVERTER

KILLS, CONTROLS, LANES = 200, 16, 2
LIES: tuple[Trouble, ...] = ("500-taken", "cut-taken", "hang-taken", "truncated", "slow", "busy")
SILENCES: tuple[Trouble, ...] = ("500", "503", "cut", "hang")
LIST_LAG = timedelta(seconds=1.5)


@dataclass(frozen=True)
class Case:
    """A text: its number, the seam its worker dies at, what the provider does to it first.

    Of one that is not `heard` no report comes.
    """

    number: str
    seam: str
    trouble: Trouble
    heard: bool = True


def send_kill() -> tuple[int, int]:
    """The worker killed at every point of a send, 200 times, by SIGKILL: none lost, none doubled.

    The provider lies about one text in three and its list lags by half the time we wait for it; half of its
    reports are lost. A control without a ledger that lasts must show doubles, or the proof proves nothing.
    """
    out = Console(highlight=False, soft_wrap=True)
    seed = int(os.environ.get("SEED") or SystemRandom().randrange(10**9))
    out.print(f"send_kill: seed {seed} (SEED={seed} for the same again)")
    return asyncio.run(_proof(Random(seed), out))  # noqa: S311 - a seed must give the same again


async def _proof(dice: Random, out: Console) -> tuple[int, int]:
    cases = [_case(number, dice) for number in range(KILLS)]
    control = [Case(f"+4477009005{number:02}", "after-accept", "none") for number in range(CONTROLS)]
    environment = await WorkflowEnvironment.start_local(
        data_converter=DATA_CONVERTER,
        dev_server_existing_path=temporal_binary(),
        dev_server_log_level="error",
    )
    async with environment:
        forgetful = await _sent(environment.client, control, forgetful=True)
        kept = await _sent(environment.client, cases, forgetful=False)
    doubled = sum(count > 1 for count in forgetful.arrived.values())
    out.print(f"  control, a ledger that dies with its worker: {doubled} of {CONTROLS} doubled")
    wrong = [line for case in cases if (line := kept.violation(case))]
    for line in wrong[:20]:
        out.print(f"  {line}")
    asked = sum(outcome.result == "failed" for outcome in kept.outcomes.values())
    out.print(
        f"  {kept.kills} kills; {len(kept.arrived)} arrived, {asked} became a task for a person; "
        f"{sum(kept.arrived.values())} texts were taken, {kept.asked} times the provider was asked"
    )
    out.print(f"  deaths: {', '.join(f'{seam} {n}' for seam, n in sorted(kept.deaths.items()))}")
    short = kept.kills < KILLS
    return kept.kills, len(wrong) + (doubled == 0) + short


def _case(number: int, dice: Random) -> Case:
    seam = SEAMS[number % len(SEAMS)]
    trouble: Trouble = "none"
    if seam == "while-looking":
        trouble = dice.choice(
            ("500-taken", "cut-taken", "hang-taken")
        )  # what nobody doubts, nobody looks for
    elif seam == "while-sending":
        trouble = "slow"
    elif dice.random() < 1 / 3:
        # Nothing taken and nothing said is a doubt of its own: with one of ours it would be a person's task.
        silent = seam in ("before-planning", "before-claim") and dice.random() < 1 / 2
        trouble = dice.choice(SILENCES if silent else LIES)
    heard = seam != "while-looking" and dice.random() < 1 / 2
    return Case(f"+447700900{number:03}", seam, trouble, heard)


@dataclass(frozen=True)
class Result:
    """What came of the cases."""

    outcomes: dict[str, Outcome]
    arrived: Counter[str]
    deaths: Counter[str]
    kills: int
    asked: int

    def violation(self, case: Case) -> str:
        """What is wrong with a case, or nothing: it arrived once, or a person was asked about a doubt."""
        times, outcome = self.arrived[case.number], self.outcomes[case.number]
        right = times == 1 if outcome.result == "accepted" else outcome.why == "unknown" and times <= 1
        return "" if right else f"{case}: arrived {times} times, {outcome.result} {outcome.why}"


async def _sent(client: Client, cases: list[Case], *, forgetful: bool) -> Result:
    """Everything sent by workers that are started again whenever one is killed."""
    troubles = {case.number: case.trouble for case in cases}

    def trouble(form: Form) -> Trouble:
        return troubles.pop(form["To"], "none")

    account = Account(trouble=trouble, list_lag=LIST_LAG, slowness=0.2, reports=("sent", "delivered"))
    with TemporaryDirectory() as folder, stand_in(account) as provider:
        ledger = SqlLedger.open(f"sqlite:///{folder}/register.db")
        graves = Path(folder) / "graves"
        graves.mkdir()
        heard = frozenset(case.number for case in cases if case.heard)
        with reports_to(ledger, account.auth_token, heard) as public_url:
            orders = Orders(
                temporal=client.service_client.config.target_host,
                ledger_url=f"sqlite:///{folder}/register.db",
                twilio=_settings(provider.url, public_url, account),
                graves=graves,
                seams={case.number: case.seam for case in cases},
                forgetful=forgetful,
            )
            async with _workflows(client), _workers(orders) as kills:
                outcomes = await asyncio.gather(*(_outcome(client, case, forgetful) for case in cases))
        ledger.close()
        died = Counter(case.seam for case in cases if (graves / case.number).exists())
    return Result(
        outcomes={case.number: outcome for case, outcome in zip(cases, outcomes, strict=True)},
        arrived=Counter(to for to, _ in account.taken),
        deaths=died,
        kills=len(kills),
        asked=account.asked,
    )


def _settings(base_url: str, public_url: str, account: Account) -> TwilioSettings:
    return TwilioSettings(
        account_sid=account.sid,
        auth_token=SecretStr(account.auth_token),
        sender="+447700900999",
        public_url=public_url,
        base_url=base_url,
    )


async def _outcome(client: Client, case: Case, forgetful: bool) -> Outcome:
    number = int(case.number[-3:])
    errand = SendText(
        key="reminder/session-1/1",
        to=case.number,
        language=Language.ENGLISH,
        saying=a_session_reminder(),
        useless_after=datetime.now(UTC) + timedelta(days=1),
        send_from=time.min,
        send_until=time.max,
    )
    text = TextErrand(
        referral_id=UUID(int=number), crn=f"X{number}", said_at=datetime.now(UTC), errand=errand
    )
    name = f"{'control' if forgetful else 'text'}-{number}"
    return await client.execute_workflow(OneText.run, text, id=name, task_queue="proof")


@asynccontextmanager
async def _workflows(client: Client) -> AsyncIterator[None]:
    runner = SandboxedWorkflowRunner()
    async with Worker(client, task_queue="proof", workflows=[OneText], workflow_runner=runner):
        yield


@asynccontextmanager
async def _workers(orders: Orders) -> AsyncIterator[list[int]]:
    """Lanes of workers, each started again when it is killed; yields how each that was killed ended."""
    forks = multiprocessing.get_context("forkserver")
    forks.set_forkserver_preload(["tests.proofs.send_kill_worker"])
    kills: list[int] = []
    over = asyncio.Event()

    async def lane() -> None:
        while not over.is_set():
            process = forks.Process(target=work, args=(orders,), daemon=True)
            process.start()
            joined = asyncio.create_task(asyncio.to_thread(process.join))
            stop = asyncio.create_task(over.wait())
            await asyncio.wait({joined, stop}, return_when=asyncio.FIRST_COMPLETED)
            stop.cancel()
            if joined.done():
                kills.append(process.exitcode or 0)
            process.kill()
            await joined

    lanes = [asyncio.create_task(lane()) for _ in range(LANES)]
    try:
        yield kills
    finally:
        over.set()
        await asyncio.gather(*lanes)
