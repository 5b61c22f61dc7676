"""The one typed way to start interventions and speak to them: command line, tests and demo all use it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from temporalio.client import (
    Client,
    WorkflowExecutionStatus,
    WorkflowHandle,
    WorkflowQueryFailedError,
    WorkflowUpdateFailedError,
)
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.exceptions import ApplicationError, WorkflowAlreadyStartedError
from temporalio.service import RPCError, RPCStatusCode

from interventions.case import JournalLine
from interventions.end_of_service import Conclusion
from interventions.errors import Refusal, Refusals
from interventions.messages import NAMES, Message, Spoken
from interventions.monitoring.reconciliation import Reconciled
from interventions.referral import Referral
from interventions.views.card import summary
from interventions.views.status import Status
from workflows.contract import (
    ATTENTION,
    AWAITING,
    CLOCK_DUE,
    INTERVENTIONS,
    NEXT_DUE,
    NOT_READY,
    RECONCILIATION,
    SESSIONS_LEFT,
    STAGE,
    Receipt,
    Start,
    intervention_id,
    mark_of,
    referral_id_of,
)
from workflows.reconciliation import a_look

LOOKS = "WorkflowType = 'Reconciliation' AND ExecutionStatus = 'Completed'"
# A referral is open for messages a moment after it starts; this is how often and how long we knock.
KNOCKS, BETWEEN_KNOCKS = 50, timedelta(milliseconds=100)
A_KNOCK = timedelta(seconds=5)


@dataclass(frozen=True)
class Started:
    """The answer to a referral: `already` says it was on the service before."""

    referral_id: UUID
    workflow_id: str
    run_id: str
    already: bool


@dataclass(frozen=True)
class Row:
    """One intervention in a list. No personal data."""

    referral_id: UUID
    running: bool
    stage: str
    awaiting: str
    attention: str
    next_due: datetime | None
    clock_due: datetime | None
    sessions_left: int | None


class InterventionsClient:
    """Starts interventions and speaks to them by referral id.

    Every method raises `Refusal` where the service says no, with its rule and reason, and `RPCError` where
    the server cannot be reached.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    async def refer(
        self, referral: Referral, *, policy: str = "standard", start_delay: timedelta | None = None
    ) -> Started:
        """Start an intervention; the same referral again starts nothing and says so."""
        workflow_id = intervention_id(referral.id)
        try:
            handle = await self._client.start_workflow(
                "Intervention",
                Start(referral=referral, policy=policy),
                id=workflow_id,
                task_queue=INTERVENTIONS,
                id_conflict_policy=WorkflowIDConflictPolicy.FAIL,
                id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE,
                static_summary=summary(referral),
                start_delay=start_delay,
            )
        except WorkflowAlreadyStartedError as error:
            return Started(referral.id, workflow_id, error.run_id or "", already=True)
        return Started(referral.id, workflow_id, handle.first_execution_run_id or "", already=False)

    async def say(self, referral_id: UUID, message: Spoken, *, message_id: str | None = None) -> Receipt:
        """Say something and hear the answer. The same `message_id` again gets the same receipt.

        Raises:
            Refusal: the service said no; nothing changed. `message-id-reused`: the id was another message's.
        """
        handle, name, update_id = self.handle(referral_id), NAMES[type(message)], message_id or str(uuid4())
        # A worker of an earlier release refuses fields it does not know: it is sent only what was said.
        said = message.model_dump(mode="json", exclude_defaults=True)
        for _ in range(KNOCKS):
            try:
                answer = await handle.execute_update(name, said, id=update_id, result_type=Receipt)
                return _of_this(message, Receipt.model_validate(answer))
            except WorkflowUpdateFailedError as error:
                no = _refusal(error)
                if no.rule != "not-ready":
                    raise no from None
            except RPCError as error:
                raise _explained(error) from None
            await asyncio.sleep(BETWEEN_KNOCKS.total_seconds())
        raise Refusal("not-ready", NOT_READY)

    async def tell(self, referral_id: UUID, message: Message) -> None:
        """Pass on an outside fact; it is kept even while no worker runs."""
        try:
            await self.handle(referral_id).signal(NAMES[type(message)], message)
        except RPCError as error:
            raise _explained(error) from None

    async def is_there(self) -> bool:
        """Whether the server answers at all, whatever becomes of any one intervention. Nothing is raised."""
        try:
            return await self._client.service_client.check_health(timeout=A_KNOCK)
        except (RPCError, RuntimeError):  # the latter where it was never reached
            return False

    async def status(self, referral_id: UUID) -> Status:
        """Where it stands."""
        answer: Status = await self._ask(referral_id, "status", Status)
        return answer

    async def timeline(self, referral_id: UUID) -> list[JournalLine]:
        """What happened, a line a fact."""
        answer: list[JournalLine] = await self._ask(referral_id, "timeline", list[JournalLine])
        return answer

    async def conclusion(self, referral_id: UUID) -> Conclusion:
        """Waits until the intervention is over, and says what was promised and what was kept."""
        handle = self._client.get_workflow_handle(intervention_id(referral_id), result_type=Conclusion)
        answer: Conclusion = await handle.result()
        return answer

    async def rows(self, query: str = "") -> AsyncIterator[Row]:
        """Every intervention that matches a visibility query, newest first."""
        wanted = "WorkflowType = 'Intervention'" + (f" AND ({query})" if query else "")
        async for execution in self._client.list_workflows(wanted):
            row = execution.typed_search_attributes
            yield Row(
                referral_id=referral_id_of(execution.id),
                running=execution.status is WorkflowExecutionStatus.RUNNING,
                stage=row.get(STAGE, ""),
                awaiting=row.get(AWAITING, ""),
                attention=row.get(ATTENTION, ""),
                next_due=row.get(NEXT_DUE),
                clock_due=row.get(CLOCK_DUE),
                sessions_left=row.get(SESSIONS_LEFT),
            )

    async def look_at_monitoring(self) -> Reconciled:
        """Look at R&M now, or join the look that is under way; waits for what is found."""
        handle = await self._client.start_workflow(
            "Reconciliation",
            a_look(),
            id=f"{RECONCILIATION}-now",
            task_queue=INTERVENTIONS,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE,
            result_type=Reconciled,
        )
        return Reconciled.model_validate(await handle.result())

    async def last_look(self) -> Reconciled | None:
        """What the last look at R&M that came to its end has found, or None."""
        done = [found async for found in self._client.list_workflows(LOOKS)]
        if not done:
            return None
        last = max(done, key=lambda found: found.close_time or found.start_time)
        handle = self._client.get_workflow_handle(last.id, run_id=last.run_id, result_type=Reconciled)
        return Reconciled.model_validate(await handle.result())

    def handle(self, referral_id: UUID) -> WorkflowHandle[Any, Any]:
        """Temporal's own handle, for what is not said here."""
        return self._client.get_workflow_handle(intervention_id(referral_id))

    async def _ask(self, referral_id: UUID, question: str, kind: Any) -> Any:
        handle = self._client.get_workflow_handle(intervention_id(referral_id))
        for _ in range(KNOCKS):
            try:
                return await handle.query(question, result_type=kind)
            except WorkflowQueryFailedError as error:
                if NOT_READY not in str(error):
                    raise
            except RPCError as error:
                raise _explained(error) from None
            await asyncio.sleep(BETWEEN_KNOCKS.total_seconds())
        raise Refusal("not-ready", NOT_READY)


def _of_this(message: Message, receipt: Receipt) -> Receipt:
    """The receipt, where it was given for this message; a worker of an earlier release does not tell."""
    if receipt.said not in ("", mark_of(message)):
        raise Refusal("message-id-reused", "that id was another message's: use a new one", field="message_id")
    return receipt


def _refusal(error: WorkflowUpdateFailedError) -> Refusal:
    cause = error.cause
    if not isinstance(cause, ApplicationError):
        return Refusal("failed", type(cause).__name__)
    if not cause.details:
        return Refusal(cause.type or "malformed", cause.message)
    told = cause.details[0]
    # A worker of an earlier release tells the first finding only.
    every = (told, *told.get("others", ()))
    return Refusals([(each["field"], each["rule"], each["reason"]) for each in every])


def _explained(error: RPCError) -> Exception:
    if error.status is not RPCStatusCode.NOT_FOUND or "namespace" in error.message.lower():
        return error
    if "completed" in error.message:
        return Refusal("closed", "the intervention is over")
    return Refusal("no-such-intervention", "nobody was referred under this id")
