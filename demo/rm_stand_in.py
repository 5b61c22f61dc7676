"""R&M in the demo: a stand-in beside it that is told of everything, each person at that person's own time."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from typing import Any
from uuid import UUID

from demo.caseload import Part
from examples.refer_and_monitor.people import provider
from examples.refer_and_monitor.running import stand_in
from examples.refer_and_monitor.world import CONTRACTS, World
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from gateways.refer_and_monitor.opening import open_monitoring
from gateways.refer_and_monitor.places import Place, Places
from gateways.refer_and_monitor.settings import MonitoringSettings
from interventions.monitoring.records import AssignmentRecord, MonitoringRecord
from interventions.monitoring.seen import SeenReferral
from interventions.promises.catalogue import Catalogue
from interventions.words.correspondence import Outcome

# Wherever a story's people meet, R&M wants an address for it.
ANYWHERE = Places({"*": Place(lines=("1 Mill Lane", "Oldbarrow"), postcode="ZZ1 1ZZ")})
FIRST_OF_THE_CAST = 100


@dataclass
class StandInForRm:
    """R&M, as the workers speak to it. In virtual time everybody has their own today, and R&M only one."""

    world: World
    gateway: ReferAndMonitor
    url: str
    refused: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._one_at_a_time = Lock()

    def takes_in(self, part: Part, document: dict[str, Any]) -> None:
        """The referral is sent in R&M, as the story has it."""
        referral, sent = part.referral, copy.deepcopy(document)
        sent["id"] = sent["referral"]["id"] = str(referral.id)
        sent["sentAt"], sent["serviceUserCRN"] = referral.sent_at.isoformat(), referral.participant.crn
        sent["referral"]["completionDeadline"] = f"{referral.completion_deadline}"
        self.world.seed(sent)

    def tell(self, key: str, referral_id: UUID, record: MonitoringRecord) -> Outcome:
        """Tell R&M on the day on which it happened."""
        with self._one_at_a_time:
            self._it_is(record.at)
            if isinstance(record, AssignmentRecord):
                number = FIRST_OF_THE_CAST + len(self.world.people)
                self.world.welcome(provider(record.caseworker, number, *CONTRACTS))
            outcome = self.gateway.tell(key, referral_id, record)
            if outcome.result != "accepted":
                self.refused.append(f"{record.record} ({outcome.why})")
            return outcome

    def see(self, referral_id: UUID) -> SeenReferral | None:
        """What R&M shows."""
        with self._one_at_a_time:
            return self.gateway.see(referral_id)

    def _it_is(self, at: datetime) -> None:
        self.world.clock = lambda: at

    @property
    def in_a_line(self) -> str:
        """What it holds in the end."""
        referrals = self.world.referrals.values()
        held = sum(
            any(date.submitted_at for date in meeting.appointments)
            for one in referrals
            for meeting in one.sessions
        )
        reports = sum(one.report is not None for one in referrals)
        notes = sum(len(one.notes) for one in referrals)
        refused = f"; refused: {', '.join(self.refused)}" if self.refused else "; nothing was refused"
        return (
            f"R&M's stand-in has {len(referrals)} referrals, {held} sessions with their feedback, "
            f"{reports} reports and {notes} case notes{refused}"
        )


@contextmanager
def standing_in() -> Iterator[StandInForRm]:
    """The stand-in on a free port of this machine, and our gateway to it."""
    with stand_in() as standing:
        said = {
            name.removeprefix("THROUGHLINE_").lower(): value for name, value in standing.environment.items()
        }
        opened = open_monitoring(MonitoringSettings.model_validate(said), Catalogue.load())
        if not isinstance(opened, ReferAndMonitor):
            raise RuntimeError("the stand-in gave no address")
        gateway = ReferAndMonitor(
            line=opened.line, catalogue=opened.catalogue, places=ANYWHERE, now=opened.now
        )
        yield StandInForRm(standing.world, gateway, standing.url)
