"""One intervention whose clock is moved on while a text of it waits for its carrier, or for tomorrow.

A theatre waits until nothing is under way; here something stays under way for hours, which is the point.
"""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from temporalio.api.enums.v1 import PendingActivityState
from temporalio.api.workflow.v1 import PendingActivityInfo
from temporalio.client import WorkflowHandle
from temporalio.testing import TimeSkipper, TimeSkippingConfig

from demo.temporal_theatre import INTO_THE_MINUTE
from interventions.agenda import agenda
from interventions.case import Case
from interventions.evolve import begin, evolve_all
from interventions.facts import ReferralReceived
from interventions.messages import Spoken
from starter.interventions_client import InterventionsClient
from tests.stories.staging import Stage

# Between two tasks of one piece of work there may be a quiet glance; some in a row mean that it is done.
GLANCE_SECONDS, QUIET_GLANCES, ENOUGH_GLANCES = 0.02, 3, 3000


@dataclass
class WhileItWaits:
    """`referral_id` is on the stage already."""

    stage: Stage
    referral_id: UUID

    def __post_init__(self) -> None:
        self._skipper = TimeSkipper(self.stage.client, config=TimeSkippingConfig(enabled=False))
        self._now = datetime.min.replace(tzinfo=UTC)
        self._service = InterventionsClient(self._skipper.client)

    async def waits_until(self, instant: datetime) -> Case:
        """Time passes; what waits is tried whenever it asked to be. The case as it stands then."""
        here, there = await self._quiet_time(), instant + INTO_THE_MINUTE
        if there > here:
            await self._skipper.fast_forward(self._handle, there - here)
        self._now = max(self._now, instant)
        return await self.case()

    async def says(self, message: Spoken) -> Case:
        """Somebody says something meanwhile."""
        await self._quiet_time()
        await self._service.say(self.referral_id, message)
        return await self.case()

    async def case(self) -> Case:
        """As the register has it, once what was due is done and everything has been written down."""
        for _ in range(ENOUGH_GLANCES):
            await self._quiet_time()
            facts = (await self._service.status(self.referral_id)).facts
            first, *others = [entry.fact for entry in self.stage.register.entries(self.referral_id)]
            assert isinstance(first, ReferralReceived)
            case = evolve_all(begin(first), others)
            if case.sequence >= facts and not any(due.at <= self._now for due in agenda(case)):
                return case
        raise AssertionError("the register is behind, or what was due is not done")

    @property
    def _handle(self) -> WorkflowHandle[Any, Any]:
        return self._service.handle(self.referral_id)

    async def _quiet_time(self) -> datetime:
        """Its clock, once nobody works on anything: what has failed before waits for its next try."""
        quiet = 0
        for _ in range(ENOUGH_GLANCES):
            found = (await self._handle.describe()).raw_description
            busy = found.HasField("pending_workflow_task") or any(map(_in_hand, found.pending_activities))
            quiet = 0 if busy else quiet + 1
            if quiet == QUIET_GLANCES:
                extended = found.workflow_extended_info
                known = extended.HasField("time_skipping_info")
                now = extended.time_skipping_info.current_time.ToDatetime(tzinfo=UTC) if known else None
                return now or datetime.now(UTC)
            await asyncio.sleep(GLANCE_SECONDS)
        raise AssertionError("the workflow is still at work")


def _in_hand(pending: PendingActivityInfo) -> bool:
    waits = pending.state == PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED
    return not (waits and pending.attempt > 1)
