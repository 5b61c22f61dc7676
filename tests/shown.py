"""What R&M shows of a case: exactly what is on record here, unless the test says otherwise."""

from datetime import date, timedelta
from typing import Any

from interventions.case import Case
from interventions.messages import MonitoringShown
from interventions.monitoring.seen import SeenReferral, SeenSelection


def as_rm_shows(case: Case, **changes: Any) -> SeenReferral:
    """R&M says the very same of the referral as we do; `changes` are what it says otherwise."""
    referral = case.referral
    usual: dict[str, Any] = {
        "referral_id": referral.id,
        "seen_at": case.last_at,
        "reference": referral.reference,
        "crn": referral.participant.crn,
        "sent_at": referral.sent_at,
        "practitioner": referral.practitioner.username,
        "practitioner_name": referral.practitioner.name,
        "completion_deadline": referral.completion_deadline,
        "maximum_enforceable_days": referral.maximum_enforceable_days,
        "selections": tuple(
            SeenSelection(pathway=one.pathway, complexity=one.complexity, outcomes=one.outcomes)
            for one in referral.selections
        ),
        "accessibility_needs": referral.accessibility_needs,
        "additional_needs": referral.additional_needs,
        "needs_interpreter": referral.interpreter_language is not None,
        "interpreter_language": referral.interpreter_language,
        "unavailable": referral.unavailable,
    }
    return SeenReferral.model_validate(usual | changes)


def shown(case: Case, **changes: Any) -> MonitoringShown:
    """Somebody looked, and R&M shows this."""
    return MonitoringShown(seen=as_rm_shows(case, **changes))


def a_later_deadline(case: Case) -> date:
    """Half a year after whatever happened last."""
    return case.last_at.date() + timedelta(days=180)
