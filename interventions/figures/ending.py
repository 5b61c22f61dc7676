"""How it came to its end, in figures: three-way offer, report, outcomes, ending, and what it took.

The outcome score adds every outcome's own level: 1, a half or nothing. R&M joins equal sums and loses some
(domain brief 0.10); a score of two partly achieved outcomes is 1, not a half.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from interventions.case import Case
from interventions.facts import (
    AnyFact,
    AppointmentBooked,
    ContactRecorded,
    InterventionConcluded,
    InterventionReinstated,
    PlanApproved,
    PlanSubmitted,
    TaskOpened,
    TaskOverdue,
)
from interventions.figures.looking import clock_of, due_day, in_time
from interventions.figures.measure import measure, number
from interventions.message import Wire
from interventions.paused_days import paused_days
from interventions.vocabulary import Achievement, Ending, WithdrawalCode

SCORE = {
    Achievement.ACHIEVED: 1.0,
    Achievement.PARTIALLY_ACHIEVED: 0.5,
    Achievement.NOT_ACHIEVED: 0.0,
}


class EndingFigures(Wire):
    """From the offer of a three-way session to the conclusion."""

    completion_deadline: date | None = measure(
        "The day by which the referral asks it to be done, as it is now."
    )
    three_way_offered_at: datetime | None = measure("When a three-way final session was offered.")
    three_way_offered_in_time: bool | None = measure(
        "Whether that was the policy's working days (ten as shipped) before the final session booked or held."
    )
    three_way_practitioner: bool | None = measure("The practitioner's answer; silence stays empty.")
    three_way_participant: bool | None = measure("The participant's answer; silence stays empty.")
    three_way_held: bool | None = measure("Whether the practitioner was at the final session.")
    report_due: date | None = measure(
        "The last day in time for the end-of-service report: the policy's days (five as shipped) after "
        "the final session or the withdrawal. Empty where none is owed."
    )
    report_submitted_at: datetime | None = measure("When the end-of-service report was submitted.")
    report_in_time: bool | None = measure("Whether that was in time; empty while it still can be.")
    outcomes_wanted: int = number("Desired outcomes the referral asks for, over all pathways.")
    outcomes_achieved: int = number("Outcomes reported as achieved.")
    outcomes_partially_achieved: int = number("Outcomes reported as partially achieved.")
    outcomes_not_achieved: int = number("Outcomes reported as not achieved.")
    outcome_score: float | None = measure(
        "The sum of every outcome's level: achieved 1, partially 0.5, not 0. Empty before the report."
    )
    end_requested_at: datetime | None = measure(
        "When the referral was withdrawn; empty where it was not, and where that was taken back."
    )
    end_reason: WithdrawalCode | None = measure("R&M's code for why.")
    end_state: Ending | None = measure("How it ended; empty while it has not.")
    concluded_at: datetime | None = measure("When it was concluded.")
    reinstatements: int = number("Withdrawals that were taken back.")
    pauses: int = number("Times the service was held.")
    paused_days: int = number(
        "London days it was held, from the day each pause began to the day before it ended; "
        "one that lasts counts up to the last fact."
    )
    overrides: int = number(
        "Bookings, moves among them, that left a rule and said why all the same; plans and records that "
        "carried a reason. Under the first edition of the rules a booking was one that carried a reason, a "
        "move was none, and dates booked by an approved plan were part of the plan.",
        version=2,
    )
    tasks: int = number("Tasks the service asked of people.")
    tasks_overdue: int = number("Those that were not done by their day.")


def ending_figures(case: Case, facts: Sequence[AnyFact]) -> EndingFigures:
    """The figures of everything up to the end."""
    report, offer = clock_of(case, "report"), case.three_way
    kinds = Counter(type(fact) for fact in facts)
    return EndingFigures(
        completion_deadline=case.referral.completion_deadline,
        three_way_offered_at=offer.offered_at if offer else None,
        three_way_offered_in_time=in_time(clock_of(case, "three-way-offer")) if offer else None,
        three_way_practitioner=offer.practitioner if offer else None,
        three_way_participant=offer.participant if offer else None,
        three_way_held=case.final.three_way if case.final else None,
        report_due=due_day(report),
        report_submitted_at=case.report_at,
        report_in_time=in_time(report),
        end_requested_at=case.withdrawal.at if case.withdrawal else None,
        end_reason=case.withdrawal.code if case.withdrawal else None,
        end_state=case.ending,
        concluded_at=next((fact.at for fact in facts if isinstance(fact, InterventionConcluded)), None),
        reinstatements=kinds[InterventionReinstated],
        pauses=len(case.pauses),
        paused_days=len(paused_days(case)),
        overrides=sum(_overrides(facts, named=case.terms.policy.follows(2))),
        tasks=kinds[TaskOpened],
        tasks_overdue=kinds[TaskOverdue],
        **_outcomes(case),
    )


def _outcomes(case: Case) -> dict[str, float | None]:
    """The outcomes wanted and how far each was reached."""
    levels = [line.achievement for line in case.report.outcomes] if case.report else []
    count = Counter(levels)
    return {
        "outcomes_wanted": sum(len(chosen.outcomes) for chosen in case.referral.selections),
        "outcomes_achieved": count[Achievement.ACHIEVED],
        "outcomes_partially_achieved": count[Achievement.PARTIALLY_ACHIEVED],
        "outcomes_not_achieved": count[Achievement.NOT_ACHIEVED],
        "outcome_score": sum(SCORE[level] for level in levels) if case.report else None,
    }


def _overrides(facts: Sequence[AnyFact], *, named: bool) -> Iterator[bool]:
    """Whether each fact that may be one is an override; from edition 2 a date names what it opened."""
    approved: dict[datetime, str] = {}
    reason = ""
    for fact in facts:
        match fact:
            case PlanSubmitted():
                reason = fact.plan.reason
                yield bool(reason.strip())
            case PlanApproved():
                approved[fact.at] = reason
            case AppointmentBooked() if named:
                yield bool(fact.opened)
            case AppointmentBooked():
                explained = fact.moved_by or approved.get(fact.at) == fact.reason
                yield bool(fact.all_the_same.strip() or (fact.reason.strip() and not explained))
            case ContactRecorded():
                yield bool(fact.reason.strip())
            case _:
                pass
