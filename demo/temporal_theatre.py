"""A story performed by the workflow on a real Temporal server, in virtual time.

Everything that leans on the SDK's experimental time skipping is in this module. It gives each workflow a
clock of its own that starts at the real now and only goes forward, so the story must lie in the future.
"""

import asyncio
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from temporalio.client import Client, WorkflowHandle
from temporalio.testing import TimeSkipper, TimeSkippingConfig

from demo.theatre import Account, Refusing
from interventions.agenda import agenda
from interventions.case import Case
from interventions.evolve import begin, evolve
from interventions.facts import ReferralReceived
from interventions.messages import Message, Spoken
from interventions.referral import Referral
from starter.interventions_client import InterventionsClient
from workflows.contract import Receipt

# How long something under way (an errand, a page for the register) may take, and how often we look.
PATIENCE_SECONDS, GLANCE_SECONDS = 30.0, 0.004
# A clock that is to stop just after something falls due, while that is still being dealt with, runs on to
# the next timer instead (seen on server 1.32.0). So it stops well after: people act so far into the minute.
INTO_THE_MINUTE = timedelta(seconds=10)


class NeverSettled(Exception):
    """Something that was under way did not finish in time; the message says what."""


class TemporalTheatre:
    """One referral's workflow, moved through time. `register` is where the workers write."""

    def __init__(
        self,
        interventions: InterventionsClient,
        skipper: TimeSkipper,
        register: Account,
        monitoring: Refusing | None = None,
    ) -> None:
        self._interventions = interventions
        self._skipper = skipper
        self._register = register
        self._monitoring = monitoring
        self._referral_id: UUID | None = None
        self._case: Case | None = None
        self._now = datetime.min.replace(tzinfo=UTC)
        self._facts = 1
        self._others: list[TemporalTheatre] = []

    @classmethod
    def on(cls, client: Client, register: Account, monitoring: Refusing | None = None) -> "TemporalTheatre":
        """A theatre on the server `client` is connected to."""
        # Off until asked: otherwise the clock would run ahead while people are still speaking.
        skipper = TimeSkipper(client, config=TimeSkippingConfig(enabled=False))
        return cls(InterventionsClient(skipper.client), skipper, register, monitoring)

    async def opens(self, referral: Referral, policy: str, received_at: datetime) -> None:
        """Starts the workflow so that its first moment is `received_at`."""
        self._referral_id = referral.id
        delay = received_at - datetime.now(UTC)
        await self._interventions.refer(
            referral, policy=policy, start_delay=delay if delay > timedelta(0) else None
        )
        await self._goes_to(received_at)

    async def beside(
        self, other: Referral, policy: str, received_at: datetime, said: Sequence[Spoken]
    ) -> None:
        """Starts a workflow for the other one as well; it leaves with this one."""
        theatre = TemporalTheatre(self._interventions, self._skipper, self._register)
        await theatre.opens(other, policy, received_at)
        for message in said:
            await theatre.says(message)
        await theatre.case()  # as the register has it, so a look finds it as it stands
        self._others.append(theatre)

    async def waits_until(self, instant: datetime) -> None:
        """Moves the workflow's clock; a workflow that is over has none."""
        if not _over(await self.case()):
            await self._goes_to(instant)

    async def says(self, message: Spoken) -> Receipt:
        """Sends the update."""
        receipt = await self._interventions.say(self._id, message)
        self._facts = max(self._facts, receipt.sequence)
        return receipt

    def rm_refuses(self, why: str) -> None:
        """Tells the R&M the workers speak to."""
        if self._monitoring is None:
            raise RuntimeError("no R&M here that can be told to refuse")
        self._monitoring.refuse_next(self._id, why)

    async def tells(self, message: Message) -> None:
        """Sends the signal, and makes sure that it was heard."""
        await self._interventions.tell(self._id, message)
        self._facts = (await self._interventions.status(self._id)).facts

    async def case(self) -> Case:
        """The case built from the register, once all that is under way is done.

        Raises:
            NeverSettled: it is not done in time.
        """
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            case = self._read()
            waiting = _under_way(case, self._facts, self._now)
            if case and not waiting:
                await self._last_task(case)
                return case
            if time.monotonic() > deadline:
                raise NeverSettled(waiting)
            await asyncio.sleep(GLANCE_SECONDS)

    async def clock(self) -> datetime:
        """What the workflow's clock shows, once it is quiet; it may have run on past what it was moved to."""
        return await self._quiet_time()

    async def begins_anew(self) -> None:
        """Asks for a new run, and waits until it is there.

        Raises:
            NeverSettled: it is not there in time.
        """
        before, deadline = (await self._handle.describe()).run_id, time.monotonic() + PATIENCE_SECONDS
        await self._handle.signal("checkpoint")
        while (await self._handle.describe()).run_id == before:
            if time.monotonic() > deadline:
                raise NeverSettled("no new run began")
            await asyncio.sleep(GLANCE_SECONDS)

    async def leaves(self) -> None:
        """Takes an unfinished story off the server."""
        if not _over(await self.case()):
            await self._quiet_time()
            await self._handle.terminate("the story ends here")
        for other in self._others:
            await other.leaves()

    @property
    def _id(self) -> UUID:
        if self._referral_id is None:
            raise RuntimeError("no referral came in yet")
        return self._referral_id

    @property
    def _handle(self) -> WorkflowHandle[Any, Any]:
        return self._interventions.handle(self._id)

    async def _goes_to(self, instant: datetime) -> None:
        here, there = await self._quiet_time(), instant + INTO_THE_MINUTE
        if there > here:
            await self._skipper.fast_forward(self._handle, there - here)
        self._now = max(self._now, instant)

    async def _last_task(self, case: Case) -> None:
        """Everything is written down a moment before the workflow itself is over."""
        if _over(case):
            await self._quiet_time()

    async def _quiet_time(self) -> datetime:
        """The workflow's clock, once nothing is in hand: a task whose clock is moved under it times out."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            found = (await self._handle.describe()).raw_description
            if not (found.HasField("pending_workflow_task") or found.pending_activities):
                extended = found.workflow_extended_info
                if not extended.HasField("time_skipping_info"):
                    return datetime.now(UTC)
                return extended.time_skipping_info.current_time.ToDatetime(tzinfo=UTC)
            await asyncio.sleep(GLANCE_SECONDS)
        raise NeverSettled("the workflow is still at work")

    def _read(self) -> Case | None:
        """Reads on in the register from where we were."""
        known = self._case.sequence if self._case else 0
        for entry in self._register.entries(self._id)[known:]:
            if isinstance(entry.fact, ReferralReceived):
                self._case = begin(entry.fact)
            elif self._case:
                self._case = evolve(self._case, entry.fact)
        return self._case


def _over(case: Case) -> bool:
    return case.ending is not None and not case.outbox and not agenda(case)


def _under_way(case: Case | None, facts: int, now: datetime) -> str:
    """What is not finished, in a word; nothing when all is quiet."""
    if case is None or case.sequence < facts:
        return "the register is behind"
    if case.outbox:
        return f"on the way: {', '.join(case.outbox)}"
    return next((f"due: {due.key}" for due in agenda(case) if due.at <= now), "")
