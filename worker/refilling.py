"""Filling the register from Temporal, after it was restored from a backup older than the workflows.

A workflow's history holds all that was ever said to it, and its code gives every fact its place and time out
of that alone. So a replay asks for the very pages that were lost; what the register has stays as it is.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from temporalio import workflow
from temporalio.client import Client, WorkflowHistory
from temporalio.service import RPCError, RPCStatusCode
from temporalio.worker import (
    Interceptor,
    Replayer,
    StartActivityInput,
    StartLocalActivityInput,
    UnsandboxedWorkflowRunner,
    WorkflowInboundInterceptor,
    WorkflowInterceptorClassInput,
    WorkflowOutboundInterceptor,
)

from activities.correspondence import SuppressErrand
from activities.ledger import Ledger
from activities.ports import Register, Suppression
from activities.register import Page
from interventions.facts import Entry
from worker.opening import REGISTER, using
from worker.refilling_texts import refill_texts
from worker.wiring import FAILURES
from workflows.contract import referral_id_of
from workflows.intervention import Intervention

EVERY_RUN = "WorkflowType = 'Intervention'"


@dataclass
class Refilled:
    """What came of it: which interventions were read, and how many facts stand now that did not before.

    `texts` are those the ledger did not know, or knew less of than the facts.

    `unread` are workflows this release cannot replay, `broken` accounts with a gap before their last fact, in
    `contradicted` ones the register holds another fact than the history tells, at one place and time.
    """

    interventions: set[UUID] = field(default_factory=set)
    written: int = 0
    texts: int = 0
    unread: set[str] = field(default_factory=set)
    broken: set[UUID] = field(default_factory=set)
    contradicted: set[UUID] = field(default_factory=set)

    @property
    def troubles(self) -> list[str]:
        """A line for each intervention whose account is not whole."""
        return [
            *(f"{each}: this release cannot replay it" for each in sorted(self.unread)),
            *(f"{each}: facts are missing still, its history begins later" for each in sorted(self.broken)),
            *(
                f"{each}: the register holds other facts than its history"
                for each in sorted(self.contradicted)
            ),
        ]


@dataclass
class Overheard:
    """What one run of a workflow asked to have written down."""

    entries: list[Entry] = field(default_factory=list)
    suppressed: set[str] = field(default_factory=set)

    def note(self, asked: object) -> None:
        """Take down what an activity was asked, if it is for the database."""
        if isinstance(asked, Page):
            self.entries.extend(asked.entries)
        if isinstance(asked, SuppressErrand):
            self.suppressed.update(asked.errand.crns)


async def refill(client: Client, register: Register, suppression: Suppression, ledger: Ledger) -> Refilled:
    """Write down every fact, every death and every text that a history on the server tells.

    Safe to repeat, and while workers write.

    Raises:
        Problem: the register could not be written; what was written before stays.
        RPCError: the server could not be asked.
    """
    ear = Ear()
    replayer = Replayer(
        workflows=[Intervention],
        namespace=client.namespace,
        data_converter=client.data_converter,
        interceptors=[ear],
        # What is overheard must come out, and a sandbox is there to keep everything in.
        workflow_runner=UnsandboxedWorkflowRunner(),
        workflow_failure_exception_types=FAILURES,
    )
    done, ends = Refilled(), defaultdict[UUID, int](int)
    async with replayer.workflow_replay_iterator(_histories(client)) as replays:
        async for replay in replays:
            overheard = ear.of_run.pop(replay.history.run_id, Overheard())
            if replay.replay_failure:
                done.unread.add(replay.history.workflow_id)
                continue
            referral_id = referral_id_of(replay.history.workflow_id)
            done.interventions.add(referral_id)
            with using(REGISTER):
                await asyncio.to_thread(_write, register, suppression, referral_id, overheard, done)
            ends[referral_id] = max([ends[referral_id], *(entry.sequence for entry in overheard.entries)])
    with using(REGISTER):
        done.broken = await asyncio.to_thread(_not_whole, register, ends)
        done.texts = await asyncio.to_thread(_texts, register, ledger, done.interventions)
    return done


def _write(
    register: Register, suppression: Suppression, referral_id: UUID, overheard: Overheard, done: Refilled
) -> None:
    before = len(register.entries(referral_id))
    if register.write(tuple(overheard.entries)):
        done.contradicted.add(referral_id)
    for crn in overheard.suppressed:
        suppression.suppress(crn)
    done.written += len(register.entries(referral_id)) - before


def _texts(register: Register, ledger: Ledger, interventions: set[UUID]) -> int:
    """From the facts, now that they are whole: a text may be asked for in one run and end in another."""
    now = datetime.now(UTC)
    return sum(refill_texts(ledger, register.entries(each), now) for each in sorted(interventions))


def _not_whole(register: Register, ends: dict[UUID, int]) -> set[UUID]:
    return {each for each, last in ends.items() if len(register.entries(each)) < last}


async def _histories(client: Client) -> AsyncIterator[WorkflowHistory]:
    async for found in client.list_workflows(EVERY_RUN):
        try:
            yield await client.get_workflow_handle(found.id, run_id=found.run_id).fetch_history()
        except RPCError as error:
            # Its retention ended while we read the list.
            if error.status is not RPCStatusCode.NOT_FOUND:
                raise


class Ear(Interceptor):
    """Overhears what replayed workflows ask of activities, by run."""

    def __init__(self) -> None:
        self.of_run: dict[str, Overheard] = defaultdict(Overheard)

    def workflow_interceptor_class(
        self, _: WorkflowInterceptorClassInput
    ) -> type[WorkflowInboundInterceptor]:
        """One that listens at the way out."""
        of_run = self.of_run

        class Outbound(WorkflowOutboundInterceptor):
            def start_activity(self, asked: StartActivityInput) -> workflow.ActivityHandle[Any]:
                of_run[workflow.info().run_id].note(*asked.args)
                return super().start_activity(asked)

            def start_local_activity(self, asked: StartLocalActivityInput) -> workflow.ActivityHandle[Any]:
                of_run[workflow.info().run_id].note(*asked.args)
                return super().start_local_activity(asked)

        class Inbound(WorkflowInboundInterceptor):
            def init(self, outbound: WorkflowOutboundInterceptor) -> None:
                super().init(Outbound(outbound))

        return Inbound
