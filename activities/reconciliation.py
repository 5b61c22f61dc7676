"""Looking at R&M: what runs is compared with what R&M shows, and told where they differ."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from temporalio import activity

from activities.monitoring import away_for_now
from activities.ports import Interventions, MonitoringAway, MonitoringSystem, NoMonitoring, Register
from interventions.message import Wire
from interventions.messages import MonitoringShown
from interventions.monitoring.applying import monitoring_shown
from interventions.monitoring.differences import differences
from interventions.monitoring.reconciliation import Reconciled, of_one, unreadable
from interventions.monitoring.usernames import as_spelt_here
from interventions.views.case_line import case_of


class Listing(Wire):
    """How many interventions to list, and from where."""

    at_most: int
    begin: str = ""


class Listed(Wire):
    """A page of the interventions that run; `rest` is where the next begins, empty on the last."""

    referral_ids: tuple[UUID, ...]
    rest: str = ""


class Batch(Wire):
    """Some referrals to look at together."""

    referral_ids: tuple[UUID, ...]


@dataclass(frozen=True)
class ReconciliationActivities:
    """Reads R&M and the register, and passes on what is new; passed on twice, it adds nothing."""

    monitoring: MonitoringSystem
    register: Register
    interventions: Interventions

    @activity.defn
    async def list_running(self) -> tuple[UUID, ...]:
        """Every intervention that runs: for looks that began before there were pages."""
        return tuple(await self.interventions.running())

    @activity.defn
    async def list_page(self, listing: Listing) -> Listed:
        """Some of the interventions that run."""
        page = await self.interventions.page_of_running(listing.at_most, listing.begin)
        return Listed(referral_ids=page.referral_ids, rest=page.rest)

    @activity.defn
    async def look(self, batch: Batch) -> Reconciled:
        """Look at each of the batch. A retry goes on with the referral at which the try before it stopped.

        One that R&M does not show while it shows others is counted, and keeps nobody behind it waiting.
        """
        done, found = _so_far()
        try:
            for referral_id in batch.referral_ids[done:]:
                try:
                    one = await self._one(referral_id)
                except MonitoringAway as away:
                    activity.heartbeat(done, found)
                    if away.for_all or not await self._shows_another(batch, referral_id):
                        raise
                    one = unreadable(referral_id)
                found = found.and_also(one)
                done += 1
                activity.heartbeat(done, found)
        except NoMonitoring:
            return Reconciled(connected=False)
        except MonitoringAway as away:
            raise away_for_now(away) from None
        return found

    async def _one(self, referral_id: UUID) -> Reconciled:
        seen = await asyncio.to_thread(self.monitoring.see, referral_id)
        if seen is None:
            return Reconciled(looked=1, unknown=(referral_id,))
        entries = await asyncio.to_thread(self.register.entries, referral_id)
        if not entries:
            return Reconciled(looked=1)  # it has only just begun: there is nothing to compare with
        case = case_of(entries)
        seen = as_spelt_here(case, seen)
        topics = tuple(found.topic for found in differences(case, seen))
        message = MonitoringShown(seen=seen)
        if not any(True for _ in monitoring_shown(case, message, seen.seen_at)):
            return of_one(referral_id, topics, told=False)
        told = await self.interventions.tell(referral_id, message)
        return of_one(referral_id, topics, told=told)

    async def _shows_another(self, batch: Batch, than: UUID) -> bool:
        """Whether R&M shows some other of the batch. Not asked at the first trouble, which may soon be over.

        With every try it is another that is asked for, so that two in trouble do not stand for all.
        """
        attempt = activity.info().attempt
        others = [each for each in batch.referral_ids if each != than]
        if attempt == 1 or not others:
            return False
        try:
            await asyncio.to_thread(self.monitoring.see, others[attempt % len(others)])
        except MonitoringAway:
            return False
        return True


def _so_far() -> tuple[int, Reconciled]:
    details: Sequence[object] = activity.info().heartbeat_details
    if len(details) != 2:
        return 0, Reconciled()
    return int(str(details[0])), Reconciled.model_validate(details[1])
