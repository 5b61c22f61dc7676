"""One of each fact that telling R&M leaves behind, as a register may be asked to keep it."""

from datetime import UTC, date, datetime
from uuid import UUID

from interventions.facts import (
    AnyFact,
    MonitoringLeftToPeople,
    MonitoringNeverTold,
    MonitoringOvertaken,
    MonitoringSeen,
    MonitoringTold,
    WordRequested,
)
from interventions.monitoring.records import CaseNote
from interventions.monitoring.seen import SeenReferral
from interventions.words.correspondence import TellMonitoring

AT = datetime(2026, 6, 1, 9, 42, 17, tzinfo=UTC)
REFERRAL = UUID("7d3c1a52-9a55-4f0e-8f31-6c1f0a7b9d10")


def about_monitoring() -> list[AnyFact]:
    """One of each that telling R&M leaves behind."""
    note = CaseNote(at=AT, marker="pause/1", subject="Paused", body="Ill")
    seen = SeenReferral(referral_id=REFERRAL, seen_at=AT, completion_deadline=date(2026, 7, 31))
    return [
        WordRequested(at=AT, errand=TellMonitoring(key="monitoring/0004/case-note", record=note)),
        MonitoringTold(at=AT, key="monitoring/0004/case-note", record="case-note", happened_at=AT),
        MonitoringLeftToPeople(at=AT, key="monitoring/0005/plan", record="plan", why="blocked-text"),
        MonitoringNeverTold(
            at=AT,
            key="monitoring/0005/session-feedback",
            record="session-feedback",
            why="ended",
            task="never-told/0005/session-feedback",
        ),
        MonitoringOvertaken(at=AT, key="monitoring/0006/session-booking", record="session-booking"),
        MonitoringSeen(at=AT, by="R&M", topics=("completion_deadline",), seen=seen),
    ]
