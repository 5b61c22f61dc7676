"""One pathway's dose in figures: norm, planned, delivered, and whether it kept its rhythm."""

from collections.abc import Iterator
from datetime import date

from interventions.case import Case
from interventions.days.london import london_date
from interventions.figures.measure import measure, number
from interventions.message import Wire
from interventions.paused_days import paused_days
from interventions.promises.catalogue import Cadence
from interventions.promises.dose import ledger
from interventions.vocabulary import Complexity, Pathway, Unit


class DoseFigures(Wire):
    """One pathway's account, in sessions and in minutes whichever the contract counts in.

    Where it counts in the other, a session is taken at the catalogue's usual length; what was delivered
    is never converted: sessions are counted and minutes are those recorded.
    """

    complexity: Complexity | None = measure("The complexity now.")
    norm_sessions: int = number("The contract's average dose at this complexity, in sessions, rounded up.")
    norm_minutes: int = number("The same in minutes.")
    planned_sessions: int | None = measure("Sessions of the plan in force, rounded up; empty before one is.")
    planned_minutes: int | None = measure("The same in minutes.")
    delivered_sessions: int = number(
        "Sessions held that count: not the assessment, not a supplement, not a forfeited one."
    )
    delivered_minutes: int = number("The minutes recorded for them.")
    forfeited_sessions: int = number("Missed sessions it was decided not to make up.")
    cadence_periods: int = number(
        "Whole cadence periods (a week, a fortnight, a month) from the first session held to the last; "
        "one that touches a pause is left out.",
        version=2,
    )
    cadence_kept: int = number(
        "Those in which at least the minimum and at most the maximum took place.", version=2
    )


def dose_figures(case: Case, pathway: Pathway) -> DoseFigures | None:
    """The account of one pathway, or None where the referral did not select it."""
    row = case.specifications.get(pathway)
    if row is None:
        return None
    account, length = ledger(case, pathway), row.dose.session_minutes
    by_minutes = row.dose.unit is Unit.MINUTES
    planned_minutes = account.planned if by_minutes else account.planned * length
    held = _days_held(case, pathway)
    kept = [
        row.cadence.minimum <= _within(held, period, row.cadence) <= row.cadence.maximum
        for period in _periods(held, row.cadence, set(paused_days(case)))
    ]
    return DoseFigures(
        complexity=row.complexity,
        norm_sessions=row.dose.sessions,
        norm_minutes=row.dose.amount if by_minutes else row.dose.amount * length,
        planned_sessions=account.sessions_planned if case.plan else None,
        planned_minutes=planned_minutes if case.plan else None,
        delivered_sessions=account.sessions_held,
        delivered_minutes=account.minutes,
        forfeited_sessions=account.forfeited,
        cadence_periods=len(kept),
        cadence_kept=sum(kept),
    )


def _days_held(case: Case, pathway: Pathway) -> list[date]:
    contacts = (contact for slot in case.sessions for contact in slot.contacts)
    return sorted(
        london_date(contact.happened_at)
        for contact in contacts
        if contact.held and contact.counts and contact.pathway is pathway
    )


def _periods(held: list[date], cadence: Cadence, paused: set[date]) -> Iterator[date]:
    """The first day of each whole period between the first session and the last."""
    start = held[0] if held else None
    while start and (following := cadence.ends(start)) <= held[-1]:
        if not any(start <= off < following for off in paused):
            yield start
        start = following


def _within(held: list[date], start: date, cadence: Cadence) -> int:
    return sum(start <= day < cadence.ends(start) for day in held)
