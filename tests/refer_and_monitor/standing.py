"""The two monitoring systems behind our port, with the same levers: the fake, and the stand-in over HTTP."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from activities.ports import MonitoringSystem
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.troubles import Kind
from examples.refer_and_monitor.world import World
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from gateways.remembered_monitoring import RememberedMonitoring
from interventions.monitoring.records import MonitoringRecord
from interventions.monitoring.seen import SeenReferral
from interventions.words.correspondence import Outcome
from tests.refer_and_monitor.told import at

# R&M itself says it is away, or a box on the way lets nobody past.
AWAY: dict[Kind, str] = {"unavailable": "status-503", "turned-away": "status-403"}


@dataclass(frozen=True)
class Standing:
    """A monitoring system under test, and the levers a test may pull on it."""

    system: MonitoringSystem
    referral_id: UUID
    clock: Callable[[MonitoringRecord], None]
    writes: Callable[[], int]
    end: Callable[[], None]
    send_away: Callable[[Kind | None], None]

    def tell(self, *records: MonitoringRecord) -> Outcome:
        """Tell it these in order; the answer to the last."""
        for record in records:
            self.clock(record)
            outcome = self.system.tell(f"{self.referral_id}/{record.at}", self.referral_id, record)
        return outcome

    def see(self) -> SeenReferral:
        seen = self.system.see(self.referral_id)
        assert seen is not None
        return seen


def remembered(referral_id: UUID) -> Standing:
    """The fake, which knows this one referral."""
    fake = RememberedMonitoring(knows_everybody=False)
    fake.show(SeenReferral(referral_id=referral_id, seen_at=at(6)))

    def end() -> None:
        seen = fake.see(referral_id)
        assert seen is not None
        fake.show(seen.model_copy(update={"ended_at": at(30)}))

    def send_away(why: Kind | None) -> None:
        fake.away = AWAY[why] if why else ""

    return Standing(fake, referral_id, lambda record: None, lambda: len(fake.written), end, send_away)


def over_http(gateway: ReferAndMonitor, world: World, referral: SentReferral) -> Standing:
    """Our gateway on the stand-in, whose clock stands where each record says."""

    def clock(record: MonitoringRecord) -> None:
        world.clock = lambda: record.at

    def end() -> None:
        referral.ended_at = at(30)

    def send_away(why: Kind | None) -> None:
        world.troubles.always = why

    def writes() -> int:
        return sum(call.method != "GET" and "/auth/" not in call.path for call in world.calls)

    return Standing(gateway, referral.id, clock, writes, end, send_away)
