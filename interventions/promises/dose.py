"""The dose ledger: what was planned, what was delivered and what is still owed, per pathway.

An average is a norm, neither an entitlement nor a cap: outside the policy's tolerance somebody must say
why (domain brief 7.6, A5, A6, A8). The assessment does not count; the final session does.
"""

from datetime import datetime
from math import ceil

from interventions.case import Case
from interventions.last_case import remembers_the_last
from interventions.meetings.appointment import Contact
from interventions.message import Wire
from interventions.promises.catalogue import Dose
from interventions.vocabulary import Pathway, Unit


class Ledger(Wire):
    """One pathway's account. Amounts are minutes or sessions, as `unit` says; `owed` is in sessions."""

    pathway: Pathway
    unit: Unit
    norm: int
    planned: int
    delivered: int
    minutes: int
    sessions_planned: int
    sessions_held: int
    forfeited: int = 0
    owed: int


def ledger(case: Case, pathway: Pathway) -> Ledger:
    """The account of one pathway: before a plan is in force, the norm is what is planned."""
    dose = case.specifications[pathway].dose
    plan = case.plan.plan.dose(pathway) if case.plan else None
    planned = plan.amount if plan else dose.amount
    counted = _counted(case, pathway)
    minutes = sum(contact.minutes for contact in counted)
    by_sessions = dose.unit is Unit.SESSIONS
    delivered = len(counted) if by_sessions else minutes
    missing = max(0, planned - delivered)
    given_up = [slot.appointments[-1] for slot in case.sessions if slot.forfeited]
    forfeited = sum(date.counts and date.pathway is pathway for date in given_up)
    still = missing if by_sessions else ceil(missing / dose.session_minutes)
    return Ledger(
        pathway=pathway,
        unit=dose.unit,
        norm=dose.amount,
        planned=planned,
        delivered=delivered,
        minutes=minutes,
        sessions_planned=sessions_of(dose, planned),
        sessions_held=len(counted),
        forfeited=forfeited,
        owed=max(0, still - forfeited),
    )


def _counted(case: Case, pathway: Pathway) -> list[Contact]:
    contacts = (contact for slot in case.sessions for contact in slot.contacts)
    return [each for each in contacts if each.held and each.counts and each.pathway is pathway]


def met_at(case: Case, pathway: Pathway) -> datetime | None:
    """When so much of it was held that nothing more is owed, or None; what is held later changes nothing."""
    dose, account = case.specifications[pathway].dose, ledger(case, pathway)
    by_sessions = dose.unit is Unit.SESSIONS
    missing = account.planned - account.forfeited * (1 if by_sessions else dose.session_minutes)
    for contact in sorted(_counted(case, pathway), key=lambda each: each.happened_at):
        missing -= 1 if by_sessions else contact.minutes
        if missing <= 0:
            return contact.happened_at
    return None


def sessions_of(dose: Dose, amount: int) -> int:
    """An amount in the dose's unit as whole sessions, rounded up (A5)."""
    return amount if dose.unit is Unit.SESSIONS else ceil(amount / dose.session_minutes)


@remembers_the_last
def ledgers(case: Case) -> tuple[Ledger, ...]:
    """The accounts of every selected pathway, in the referral's order."""
    return tuple(ledger(case, pathway) for pathway in case.pathways)


def owed(case: Case) -> int:
    """Sessions still owed over all pathways."""
    return sum(account.owed for account in ledgers(case))


def within_tolerance(amount: int, norm: int, percent: int) -> bool:
    """Whether an amount lies within the norm's tolerance, both ends included."""
    return abs(amount - norm) * 100 <= norm * percent
