"""Stage 2. The supplier assessment: attended and held within ten working days of the referral.

Seeds, Assessment: within 10 days after referral, highlighting any needs and barriers. Ten working days,
day 0 is the London date sent, and only an assessment that was attended and held meets the clock; one missed
or moved does not stop it, the breach carries its cause (domain brief 7.6, A1 to A4).
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from interventions.case import Case
from interventions.clocks import Clock, dated_clock, gap_clocks, working_days_clock
from interventions.errors import Refusal
from interventions.facts import AnyFact, AssessmentHeld
from interventions.messages import Record
from interventions.vocabulary import Attended, NoSessionReason, Role
from interventions.words.contacting import ask


def hold(message: Record, now: datetime) -> Iterator[AnyFact]:
    """The assessment took place.

    Raises:
        Refusal: `needs-missing`, `barriers-missing`: a held assessment says both ("none" is an answer).
    """
    for field, values in (("needs", message.needs), ("barriers", message.barriers)):
        if not any(value.strip() for value in values):
            raise Refusal(
                f"{field}-missing", f'a held assessment records {field}; "none" will do', field=field
            )
    yield AssessmentHeld(at=now, by=message.by, needs=message.needs, barriers=message.barriers)


def compare(case: Case, message: Record, now: datetime) -> Iterator[AnyFact]:
    """Indicators that fit another complexity than was referred are raised for review (seeds, Profile)."""
    referred = {chosen.complexity for chosen in case.referral.selections}
    if message.indicators and message.indicators not in referred:
        what = f"The assessment's indicators fit {message.indicators} complexity: review the complexity"
        owner = Role.PROBATION_PRACTITIONER
        yield from ask(case, "review/complexity", "review", owner, what, about="referral", at=now)


def clocks(case: Case) -> Iterator[Clock]:
    """The ten-working-day clock, the calendar-day target beside it, and how soon there is a date."""
    policy, sent = case.terms.policy, case.referral.sent_at
    held_at = case.assessed.happened_at if case.assessed else None
    yield working_days_clock(
        case,
        "assessment",
        Role.CASEWORKER,
        f"assessment held within {policy.assessment_working_days} working days of the referral",
        since=sent,
        days=policy.assessment_working_days,
        met_at=held_at,
        warn_before=policy.assessment_warning_working_days,
        cause=cause(case),
    )
    yield dated_clock(
        case,
        "assessment-early-target",
        Role.CASEWORKER,
        f"assessment held within {policy.assessment_early_target_days} calendar days of the referral",
        since=sent,
        due_day=case.referral.day_sent + timedelta(days=policy.assessment_early_target_days),
        met_at=held_at,
        watched=False,
    )
    yield from _dates(case)


def _dates(case: Case) -> Iterator[Clock]:
    """Whoever is allocated is given a date soon, and another one soon where it did not take place."""
    if days := case.terms.policy.assessment_date_working_days:
        yield from gap_clocks(
            case, "assessment", f"a date for the assessment within {days} working days", days
        )


def cause(case: Case) -> str:
    """Why the assessment is not held yet, as a code: what a breach now would be put down to."""
    slot = case.assessment
    if case.caseworker is None:
        return "not-allocated"
    if case.pause:
        return "paused"
    if slot.live:
        moved = slot.live.moved_by
        if moved:
            return f"moved-by-{moved}"
        return "missed-before" if slot.contacts else "booked-late-or-not-recorded"
    if not slot.contacts:
        return "not-booked"
    last = slot.contacts[-1]
    if last.attended is Attended.NO:
        return "did-not-attend"
    return NO_SESSION[last.no_session_reason or NoSessionReason.LOGISTICS]


NO_SESSION = {
    NoSessionReason.ACCEPTABLE: "participant-could-not",
    NoSessionReason.UNACCEPTABLE: "participant-would-not",
    NoSessionReason.LOGISTICS: "providers-fault",
}
