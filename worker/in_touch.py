"""How an activity speaks to interventions that run: by listing them, and by signal."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from temporalio.client import Client
from temporalio.service import RPCError, RPCStatusCode

from activities.ports import RunningPage
from interventions.messages import NAMES, Message
from workflows.contract import intervention_id, referral_id_of

RUNNING = "WorkflowType = 'Intervention' AND ExecutionStatus = 'Running'"


@dataclass(frozen=True)
class InTouch:
    """Interventions, over Temporal."""

    client: Client

    async def running(self) -> Sequence[UUID]:
        """Every intervention that runs now."""
        return [referral_id_of(found.id) async for found in self.client.list_workflows(RUNNING)]

    async def page_of_running(self, at_most: int, begin: str = "") -> RunningPage:
        """So many of those that run: the last begun first, so what begins meanwhile shifts nothing."""
        token = b64decode(begin) or None
        found = self.client.list_workflows(RUNNING, page_size=at_most, next_page_token=token)
        await found.fetch_next_page()
        ids = tuple(referral_id_of(each.id) for each in found.current_page or ())
        return RunningPage(ids, b64encode(found.next_page_token or b"").decode())

    async def tell(self, referral_id: UUID, message: Message) -> bool:
        """Pass on what the outside says; whether there was still somebody to hear it."""
        handle = self.client.get_workflow_handle(intervention_id(referral_id))
        try:
            await handle.signal(NAMES[type(message)], message)
        except RPCError as error:
            if error.status is RPCStatusCode.NOT_FOUND:
                return False
            raise
        return True
