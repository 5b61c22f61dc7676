"""R&M as the monitoring system: each record by its calls, read before write (domain brief 3.4)."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol
from uuid import UUID

from activities.ports import MonitoringAway
from gateways.refer_and_monitor.assigning import Assigning
from gateways.refer_and_monitor.booking import BookingDate
from gateways.refer_and_monitor.line import Line
from gateways.refer_and_monitor.meetings import AssessmentMeeting, SessionMeeting
from gateways.refer_and_monitor.noting import AddingNote
from gateways.refer_and_monitor.places import Places
from gateways.refer_and_monitor.planning import SubmittingPlan
from gateways.refer_and_monitor.reading import Reader
from gateways.refer_and_monitor.recording import RecordingDate
from gateways.refer_and_monitor.refusal import Refusal
from gateways.refer_and_monitor.reporting import SubmittingReport
from gateways.refer_and_monitor.seeing import see
from interventions.monitoring.records import (
    AssessmentBooking,
    AssessmentFeedback,
    AssignmentRecord,
    CaseNote,
    MonitoringRecord,
    PlanRecord,
    ReportRecord,
    SessionBooking,
    SessionFeedback,
)
from interventions.monitoring.seen import SeenReferral
from interventions.promises.catalogue import Catalogue
from interventions.words.correspondence import Outcome

PERHAPS_THERE = ("clash", "not-found", "invalid")
log = logging.getLogger(__name__)


class _Deed(Protocol):
    def found(self) -> str | None:
        """R&M's id of what the record says, where R&M says it already."""

    def write(self) -> str:
        """Make R&M say it, from what `found` has read."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class ReferAndMonitor:
    """R&M. Safe among threads: it keeps nothing but tokens.

    R&M has no idempotency key, so a retry is made harmless by reading first. What may have been taken
    (time-out, cut line, 500) is found by the next try, and not written again.
    """

    line: Line
    catalogue: Catalogue
    places: Places = field(default_factory=Places)
    now: Callable[[], datetime] = _now

    def tell(self, key: str, referral_id: UUID, record: MonitoringRecord) -> Outcome:  # noqa: ARG002
        """Make R&M say what the record says. `Outcome.reference` is R&M's id, or the finding of a refusal.

        R&M has nowhere to keep the key: what it shows is compared instead.

        Raises:
            MonitoringAway: not now; nobody knows whether it was taken, and the same call finds out.
        """
        try:
            reader = Reader(self.line.for_one_record())
            return Outcome(result="accepted", reference=self._told(self._deed(reader, referral_id, record)))
        except Refusal as no:
            log.warning("R&M refuses a record (%s): %s %s", record.record, no.why, no.finding)
            return Outcome(result="refused", why=no.why, reference=no.finding)

    def see(self, referral_id: UUID) -> SeenReferral | None:
        """What R&M shows of the referral now, or None where it knows none with this id.

        Raises:
            MonitoringAway: it can't be read now, or not by us.
        """
        try:
            return see(Reader(self.line.for_one_record()), referral_id, self.catalogue, self.now())
        except Refusal as no:
            if no.why == "not-found":
                return None
            raise MonitoringAway(no.why) from None

    def _told(self, deed: _Deed) -> str:
        self.line.require_a_user()
        if there := deed.found():
            return there
        try:
            return deed.write()
        except Refusal as no:
            # Perhaps because it is there by now: another of us, or the try before, was quicker after all.
            if no.answered and no.why in PERHAPS_THERE and (there := deed.found()):
                return there
            raise

    def _deed(self, reader: Reader, referral_id: UUID, record: MonitoringRecord) -> _Deed:
        places = self.places
        match record:
            case AssignmentRecord():
                return Assigning(reader=reader, referral_id=referral_id, record=record)
            case AssessmentBooking():
                meeting = AssessmentMeeting(reader, referral_id)
                return BookingDate(meeting=meeting, places=places, record=record)
            case AssessmentFeedback():
                meeting = AssessmentMeeting(reader, referral_id)
                return RecordingDate(meeting=meeting, places=places, record=record)
            case SessionBooking():
                session = SessionMeeting(reader, referral_id, record.number)
                return BookingDate(meeting=session, places=places, record=record)
            case SessionFeedback():
                session = SessionMeeting(reader, referral_id, record.number)
                return RecordingDate(meeting=session, places=places, record=record)
            case PlanRecord():
                return SubmittingPlan(reader=reader, referral_id=referral_id, record=record)
            case ReportRecord():
                return SubmittingReport(reader=reader, referral_id=referral_id, record=record)
            case CaseNote():
                return AddingNote(reader=reader, referral_id=referral_id, record=record)
