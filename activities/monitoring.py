"""Telling R&M: one record of one intervention at a time, on a queue of its own."""

from dataclasses import dataclass
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


def away_for_now(away: MonitoringAway) -> ApplicationError:
    """The failure of a try while R&M is away: neither an address nor an answer, for it travels to screens.

    It is benign: it is expected, seen on the workflow, and must not fill the log once a try.
    """
    return ApplicationError(
        f"R&M is away ({away.why})", type="monitoring-away", category=ApplicationErrorCategory.BENIGN
    )


@dataclass(frozen=True)
class MonitoringActivities:
    """Needs R&M's credentials, so it has a queue of its own; while R&M is away its errands wait there."""

    monitoring: MonitoringSystem

    @activity.defn
    def tell_monitoring(self, told: MonitoringErrand) -> Outcome:
        """Make R&M say what the record says. Away, it is tried again for as long as it takes."""
        errand = told.errand
        try:
            return self.monitoring.tell(f"{told.referral_id}/{errand.key}", told.referral_id, errand.record)
        except MonitoringAway as away:
            raise away_for_now(away) from None
