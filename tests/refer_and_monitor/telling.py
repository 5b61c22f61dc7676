"""Telling R&M one record, and counting the calls it took."""

from dataclasses import dataclass

from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.world import World
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from interventions.monitoring.records import MonitoringRecord
from interventions.words.correspondence import Outcome


@dataclass(frozen=True)
class Telling:
    """Tells R&M, and counts the calls of the last telling but not those to sign in."""

    gateway: ReferAndMonitor
    world: World
    referral: SentReferral

    def __call__(self, record: MonitoringRecord) -> Outcome:
        self.world.clock = lambda: record.at
        self.world.calls.clear()
        return self.gateway.tell(f"{self.referral.id}/{record.record}", self.referral.id, record)

    @property
    def calls(self) -> list[str]:
        return [call.method for call in self.world.calls if "/auth/" not in call.path]
