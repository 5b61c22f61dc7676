"""The figures of a contract: what all its interventions of a period come to."""

from datetime import datetime

from interventions.figures.measure import breakdown, measure, number
from interventions.figures.period import Period
from interventions.figures.share import Share
from interventions.message import Wire


class DoseTotals(Wire):
    """The dose of one pathway at one complexity, over the interventions that ended with a plan in force.

    Sums over `ended` interventions: divided by it they are averages. One that still runs is left out, or
    its dose to come would count as missing.
    """

    ended: int = 0
    norm_sessions: int = 0
    norm_minutes: int = 0
    planned_sessions: int = 0
    planned_minutes: int = 0
    delivered_sessions: int = 0
    delivered_minutes: int = 0


class Month(Wire):
    """One month's movements. `open` is the caseload at the end of it, whenever referred."""

    received: int = 0
    closed: int = 0
    open: int = 0


class ContractFigures(Wire):
    """Every measure of the row, added up. An intervention belongs to the period its referral was sent in."""

    period: Period = measure("The London days the report is about.", default=...)
    interventions: int = number("Interventions whose referral was sent in the period.")
    known_until: datetime | None = measure("The latest fact of any of them: the report knows nothing later.")
    contracts: dict[str, int] = breakdown("Interventions by the contract they belong to now.")
    assigned_in_time: Share = measure("Allocated within the policy's days.", default=Share())
    assessment_offered_in_time: Share = measure("First offered within the deadline.", default=Share())
    assessment_held_in_time: Share = measure("Attended and held within the deadline.", default=Share())
    assessment_early_target_kept: Share = measure("Held within the early target.", default=Share())
    plan_submitted_in_time: Share = measure("First plan submitted in time.", default=Share())
    plan_decision_in_time: Share = measure("First plan decided on in time.", default=Share())
    report_in_time: Share = measure("End-of-service report in time, where owed.", default=Share())
    recorded_same_day: Share = measure(
        "Contacts recorded on their London day, of all whose day has passed.", default=Share()
    )
    plan_copy_given: Share = measure("Copies given, of plans in force.", default=Share())
    three_way_offered_in_time: Share = measure("Three-way offers made in time.", default=Share())
    three_way_accepted: Share = measure(
        "Offers both accepted; silence is a no once the final session is over.", default=Share()
    )
    cadence_kept: Share = measure("Cadence periods kept, of whole ones.", default=Share())
    assigned_days: dict[int, int] = breakdown("Interventions by working days to the first allocation.")
    assessment_days: dict[int, int] = breakdown("Assessments held, by working days from the day sent.")
    assessment_days_late: dict[int, int] = breakdown("The same of those held after the deadline.")
    assessment_days_allowed: dict[int, int] = breakdown(
        "Interventions by the working days the policy allows for the assessment."
    )
    assessment_calendar_days: dict[int, int] = breakdown("Assessments held, by calendar days from then.")
    decision_days: dict[int, int] = breakdown("First plans by working days to the practitioner's decision.")
    assessment_breach_causes: dict[str, int] = breakdown("Assessments not held in time, by cause.")
    clocks: dict[str, dict[str, tuple[int, int, int]]] = breakdown(
        "Deadlines by kind and month due, up to the last known month: kept, met late, missed for good."
    )
    clocks_met_ahead: dict[str, int] = breakdown(
        "Deadlines due after the last known month and met already, by kind: they stand in no month of "
        "clocks, because of such a month only the good would show."
    )
    doses: dict[str, DoseTotals] = breakdown("Dose by pathway and complexity, as pathway/complexity.")
    attendance: dict[str, int] = breakdown("Contacts by what became of them, and by whose doing.")
    recording: dict[str, int] = breakdown("Contacts by how soon they were recorded.")
    moves: dict[str, int] = breakdown("Dates moved, by who asked.")
    reminders: dict[str, int] = breakdown("Text reminders, by how far they got.")
    letters: dict[str, int] = breakdown("Letters posted, by language and by format; failed and withheld.")
    outcomes: dict[str, int] = breakdown("Outcomes reported, by level.")
    end_states: dict[str, int] = breakdown("Interventions by how they ended; running ones under running.")
    end_reasons: dict[str, int] = breakdown("Withdrawals by code.")
    totals: dict[str, int] = breakdown("Other counts of the row, added up under their own names.")
    caseload: dict[str, Month] = breakdown(
        "By month, from its first day on: referrals received, interventions closed, and open at the end of "
        "it, or of the period if that comes first. All interventions of the register count, whenever "
        "referred, up to the last month in which anything happened in one of them, in one sent after the "
        "period too.",
        version=4,
    )


def median(days: dict[int, int]) -> float | None:
    """The middle value of a distribution, or None where it is empty."""
    total = sum(days.values())
    if not total:
        return None
    low, high = _at(days, (total - 1) // 2), _at(days, total // 2)
    return (low + high) / 2


def _at(days: dict[int, int], place: int) -> int:
    for day in sorted(days):
        place -= days[day]
        if place < 0:
            return day
    raise AssertionError("unreachable: place is within the total")
