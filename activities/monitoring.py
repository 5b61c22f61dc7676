"""Telling R&M: one record of one intervention at a time, on a queue of its own."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from temporalio import activity
from temporalio.exceptions import ApplicationError, ApplicationErrorCategory

from activities.ports import MonitoringAway, MonitoringSystem
from interventions.correspondence import Outcome, TellMonitoring
from interventions.message import Wire


class MonitoringErrand(Wire):
    """A record of one intervention, as handed to the monitoring queue."""

    referral_id: UUID
    errand: TellMonitoring


LONGEST_WAIT = timedelta(minutes=5)
DOUBLINGS = 4


def away_for_now(away: MonitoringAway, next_look: timedelta | None = None) -> ApplicationError:
    """The failure of a try while R&M is away: neither an address nor an answer, for it travels to screens.

    It is benign: it is expected, seen on the workflow, and must not fill the log once a try. `next_look` is
    how long to wait; None is as long as the queue's own patience says.
    """
    return ApplicationError(
        f"R&M is away ({away.why})",
        type="monitoring-away",
        category=ApplicationErrorCategory.BENIGN,
        next_retry_delay=next_look,
    )


@dataclass(frozen=True)
class MonitoringActivities:
    """Needs R&M's credentials, so it has a queue of its own; while R&M is away its errands wait there.

    `settling`: after an end that leaves open whether a write was taken, R&M gets at least so long to finish
    it before it is read again. What it takes up later than that is written twice.
    """

    monitoring: MonitoringSystem
    settling: timedelta = timedelta(seconds=30)

    @activity.defn
    def tell_monitoring(self, told: MonitoringErrand) -> Outcome:
        """Make R&M say what the record says. Away, it is tried again for as long as it takes."""
        errand = told.errand
        try:
            return self.monitoring.tell(f"{told.referral_id}/{errand.key}", told.referral_id, errand.record)
        except MonitoringAway as away:
            raise away_for_now(away, self._next_look(away)) from None

    def _next_look(self, away: MonitoringAway) -> timedelta | None:
        """Doubled with every try, so that it never falls short of what the queue's patience would wait."""
        if not away.perhaps_taken:
            return None
        return min(self.settling * (1 << min(activity.info().attempt - 1, DOUBLINGS)), LONGEST_WAIT)
