"""Who and what the intervention is, and how long it waited for a caseworker."""

from datetime import date, datetime
from uuid import UUID

from interventions.case import Case
from interventions.figures.looking import calendar_days, clock_of, due_day, in_time, working_days
from interventions.figures.measure import measure, number
from interventions.message import Wire
from interventions.stage import stage
from interventions.vocabulary import Stage


class ReferralFigures(Wire):
    """From the referral to the first caseworker."""

    referral_ref: str = measure("R&M's reference number.", default="")
    referral_id: UUID = measure("R&M's id of the referral.", default=...)
    contract_ref: str = measure(
        "The contract it belongs to now; after a hand-over, the receiving one.", default=""
    )
    provider: str = measure(
        "Who delivers: the provider of each pathway selected, joined by a plus sign.", default=""
    )
    service_user_crn: str = measure(
        "The participant's case number as it is now. Only in the R&M profile.", default=""
    )
    caseworker_id: str | None = measure("Staff reference of the caseworker now; empty before the first.")
    stage: Stage | None = measure("Where it stands: the stage at its last fact.")
    as_of: datetime | None = measure("When its last fact happened: the row knows nothing later.")
    sent_at: datetime | None = measure(
        "When the practitioner sent the referral. A report's period is cut by its London date."
    )
    assigned_at: datetime | None = measure("When the first caseworker was allocated.")
    assigned_working_days: int | None = measure(
        "Working days from the London day sent (day 0) to the first allocation."
    )
    assigned_calendar_days: int | None = measure("The same in calendar days.")
    assignment_due: date | None = measure("The last day on which an allocation was in time.")
    assigned_in_time: bool | None = measure("Whether it was; empty while it can still be.")
    caseworkers: int = number("How many times it was allocated: 1 is one caseworker all the way.")
    amendments: int = number("Amendments of the referral that stand; one undone is not counted.")


def referral_figures(case: Case) -> ReferralFigures:
    """The figures of this stage."""
    referral, worker = case.referral, case.caseworker
    allocation = clock_of(case, "allocation")
    providers = dict.fromkeys(row.provider.value for row in case.specifications.values())
    return ReferralFigures(
        referral_ref=referral.reference,
        referral_id=referral.id,
        contract_ref=referral.contract,
        provider="+".join(providers),
        service_user_crn=referral.participant.crn,
        caseworker_id=worker.username if worker else None,
        stage=stage(case),
        as_of=case.last_at,
        sent_at=referral.sent_at,
        assigned_at=case.first_allocated_at,
        assigned_working_days=working_days(case, referral.sent_at, case.first_allocated_at),
        assigned_calendar_days=calendar_days(referral.sent_at, case.first_allocated_at),
        assignment_due=due_day(allocation),
        assigned_in_time=in_time(allocation),
        caseworkers=worker.handovers + 1 if worker else 0,
        amendments=len(case.amendments),
    )
