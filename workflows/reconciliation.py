"""The daily look at R&M: batch by batch over every intervention that runs; its result is the report."""

from datetime import timedelta
from uuid import UUID

from temporalio import workflow
from temporalio.exceptions import ActivityError, is_cancelled_exception

with workflow.unsafe.imports_passed_through():
    from activities.reconciliation import Batch, Listed, Listing, ReconciliationActivities
    from interventions.message import Wire
    from interventions.monitoring.reconciliation import Reconciled
    from workflows.contract import MONITORING
    from workflows.patience import LISTING, LOOKING, Patience

A_BATCH = 50
A_PAGE = 1000
BATCHES_A_RUN = 40
HEARTBEAT = timedelta(minutes=2)


class Look(Wire):
    """A look at R&M; or the rest of one, with what was found so far.

    `page`: so many interventions are listed, and looked at, in one run. None, as in looks of earlier
    releases, lists all of them at once into `remaining`. `begin` is where the next page does.
    """

    remaining: tuple[UUID, ...] | None = None
    found: Reconciled = Reconciled()
    page: int | None = None
    begin: str = ""
    batch: int = A_BATCH


def a_look() -> Look:
    """A look as it begins now: by pages, so that no payload and no history grows with the service."""
    return Look(page=A_PAGE)


@workflow.defn(name="Reconciliation")
class Reconciliation:
    """Compares every intervention that runs with R&M, and tells each what is new."""

    @workflow.run
    async def run(self, look: Look) -> Reconciled:
        if look.page is None:
            return await _as_before_pages(look)
        listed = await _listed(Listing(at_most=look.page, begin=look.begin))
        ids, found = listed.referral_ids, look.found
        for start in range(0, len(ids), look.batch):
            found = found.and_also(await _looked_at(ids[start : start + look.batch]))
            if not found.connected:
                return found
        if listed.rest:
            workflow.continue_as_new(look.model_copy(update={"begin": listed.rest, "found": found}))
        return found


async def _as_before_pages(look: Look) -> Reconciled:
    remaining = await _everybody() if look.remaining is None else look.remaining
    found = look.found
    for _ in range(BATCHES_A_RUN):
        if not remaining or not found.connected:
            return found
        batch, remaining = remaining[:A_BATCH], remaining[A_BATCH:]
        found = found.and_also(await _looked_at(batch))
    if remaining:
        workflow.continue_as_new(Look(remaining=remaining, found=found))
    return found


async def _listed(listing: Listing) -> Listed:
    return await workflow.execute_activity_method(
        ReconciliationActivities.list_page,
        listing,
        task_queue=MONITORING,
        start_to_close_timeout=LISTING.attempt,
        schedule_to_close_timeout=LISTING.altogether,
        retry_policy=LISTING.retries,
        summary="List what runs",
    )


async def _everybody() -> tuple[UUID, ...]:
    return await workflow.execute_activity_method(
        ReconciliationActivities.list_running,
        task_queue=MONITORING,
        start_to_close_timeout=LOOKING.attempt,
        schedule_to_close_timeout=LOOKING.altogether,
        retry_policy=LOOKING.retries,
        summary="List what runs",
    )


async def _looked_at(batch: tuple[UUID, ...], patience: Patience = LOOKING) -> Reconciled:
    """A batch that could not be read before the next look is due is counted, and left to it."""
    try:
        return await workflow.execute_activity_method(
            ReconciliationActivities.look,
            Batch(referral_ids=batch),
            task_queue=MONITORING,
            start_to_close_timeout=patience.attempt,
            schedule_to_close_timeout=patience.altogether,
            heartbeat_timeout=HEARTBEAT,
            retry_policy=patience.retries,
            summary=f"Look at {len(batch)} referrals in R&M",
        )
    except ActivityError as error:
        if is_cancelled_exception(error):
            raise
        return Reconciled(looked=len(batch), unread=len(batch))
