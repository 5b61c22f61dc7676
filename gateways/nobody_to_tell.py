"""No monitoring system connected: what is to be told is a task for a person; there is nothing to see."""

from uuid import UUID

from activities.ports import NoMonitoring
from interventions.monitoring.records import MonitoringRecord
from interventions.monitoring.seen import SeenReferral
from interventions.words.correspondence import Outcome


class NobodyToTell:
    """What stands in R&M's place until somebody says where it is."""

    def tell(self, key: str, referral_id: UUID, record: MonitoringRecord) -> Outcome:  # noqa: ARG002 - the port's
        """Refuse: we may not write, so a person is asked to."""
        return Outcome(result="refused", why="not-permitted")

    def see(self, referral_id: UUID) -> SeenReferral | None:  # noqa: ARG002 - the port's
        """Nothing to see.

        Raises:
            NoMonitoring: always.
        """
        raise NoMonitoring
