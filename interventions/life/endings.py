"""Ends before their time: withdrawn by one of R&M's codes, reinstated if by mistake, concluded by a table.

A withdrawal stops the clocks and calls off the dates. A report is owed where somebody came to a session; else
the case is closed when it can no longer be taken back. Death stops every word, at once and for good.
"""

from collections.abc import Iterator
from datetime import datetime

from interventions.case import Case
from interventions.errors import Refusal
from interventions.facts import (
    AnyFact,
    AppointmentCalledOff,
    ContactSuppressed,
    InterventionConcluded,
    InterventionReinstated,
    InterventionResumed,
    InterventionWithdrawn,
    WordRequested,
    WordWithheld,
)
from interventions.life.duplicates import look
from interventions.life.notices import HELD_AGAIN, NOTHING_OWED, REINSTATED, REPORT_OWED, notice
from interventions.life.pauses import held_again
from interventions.meetings.absence import call_off_all
from interventions.messages import Reinstate, Withdraw
from interventions.promises.dose import ledgers
from interventions.vocabulary import Attended, Channel, Ending, Role, WithdrawalCode
from interventions.words.contacting import ask, ask_again, by_letter
from interventions.words.correspondence import SuppressContact
from interventions.words.papers import closure_letter

# (plan approved, somebody came to a session, every planned session on the record) -> how it ended;
# domain brief 2.3, R&M's own table.
ENDINGS = {
    (False, False, False): Ending.CANCELLED,
    (True, False, False): Ending.CANCELLED,
    (True, False, True): Ending.CANCELLED,
    (True, True, False): Ending.ENDED_EARLY,
    (True, True, True): Ending.COMPLETED,
}

NO_FAREWELL = (
    WithdrawalCode.DIED,
    WithdrawalCode.MISTAKEN_OR_DUPLICATE,
    WithdrawalCode.RETURNED_TO_CUSTODY,
)


def withdraw(case: Case, message: Withdraw, now: datetime) -> Iterator[AnyFact]:
    """End it. The same code again changes nothing.

    Raises:
        Refusal: `already-withdrawn` under another code; `sessions-are-over` once the final session was held:
            what remains is the report (domain brief 2.2, withdraw blocked). A death is heard all the same.
    """
    if case.withdrawal and case.withdrawal.code is message.code:
        return
    if case.final and message.code is not WithdrawalCode.DIED:
        raise Refusal("sessions-are-over", "sessions are over: what remains is the report")
    if case.withdrawal and message.code is not WithdrawalCode.DIED:
        raise Refusal("already-withdrawn", "it was withdrawn under another code", field="code")
    yield InterventionWithdrawn(at=now, by=message.by, code=message.code, reason=message.reason)
    if case.pause:
        yield InterventionResumed(at=now, by=message.by, reason="withdrawn")
    died = message.code is WithdrawalCode.DIED
    yield from call_off_all(case, "withdrawn", message.by, now, quietly=died)
    what = REPORT_OWED if report_owed(case) else NOTHING_OWED
    yield from notice(case, "withdrawn", what.format(message.code), message.by, now)
    if message.code is WithdrawalCode.MOVED and case.terms.policy.moved_are_referred_again:
        yield from _refer_again(case, now)
    if died and not case.suppressed:
        yield ContactSuppressed(at=now, by=message.by)
        crns = (case.referral.participant.crn, *case.referral.former_crns)
        errand = SuppressContact(key="suppress-contact", crns=crns)
        yield WordRequested(at=now, errand=errand)


def _refer_again(case: Case, now: datetime) -> Iterator[AnyFact]:
    """Whoever moved out of the area is not lost: the practitioner refers them there."""
    what = "They moved out of the area: refer them there; docs/journey.md lists what to take along"
    owner, anew = Role.PROBATION_PRACTITIONER, case.terms.policy.follows(2)
    yield from ask(case, "refer-again", "moved", owner, what, about="referral", at=now, anew=anew)


def reinstate(case: Case, message: Reinstate, now: datetime) -> Iterator[AnyFact]:
    """Take a withdrawal back. Clocks run on from where they began; what was called off is to be booked again.

    Raises:
        Refusal: `not-withdrawn`; `suppressed-for-good` after a death.
    """
    if case.withdrawal is None:
        raise Refusal("not-withdrawn", "it was not withdrawn")
    if case.suppressed:
        raise Refusal(
            "suppressed-for-good", "after a death nothing is taken back: contact stays off for good"
        )
    yield InterventionReinstated(at=now, by=message.by, reason=message.reason)
    held = [*held_again(case, message.by, now)]
    yield from held
    yield from ask_again(case, case.withdrawal.at, now)
    yield from notice(case, "reinstated", HELD_AGAIN if held else REINSTATED, message.by, now)
    yield from look(case, f"duplicates/{case.sequence + 1}", now)


def report_owed(case: Case) -> bool:
    """Whether an end-of-service report is due: somebody came to at least one session."""
    return case.final is not None or (case.plan is not None and _came(case))


def ending(case: Case) -> Ending:
    """How it ended, by the table."""
    if case.plan is None:
        return Ending.CANCELLED
    return ENDINGS[True, _came(case), _all_recorded(case)]


def closing_at(case: Case) -> datetime | None:
    """When a withdrawn case that owes no report is closed, or None."""
    if case.withdrawal is None or report_owed(case):
        return None
    days = case.terms.policy.reinstatement_working_days
    return case.terms.day_ends(case.withdrawal.at, days)


def conclude(case: Case, at: datetime) -> Iterator[AnyFact]:
    """Close a withdrawn case nobody took back; a meeting nobody recorded by now never will be."""
    for date in case.live:
        yield AppointmentCalledOff(at=at, slot=date.slot, version=date.version, reason="never recorded")
    yield from farewell(case, at)
    yield InterventionConcluded(at=at, ending=ending(case))


def farewell(case: Case, at: datetime) -> Iterator[AnyFact]:
    """The closure letter, as the policy has it: to whoever was introduced, where a letter is safe.

    Not to the dead, nor where the address is not theirs for now, nor for a referral made by mistake or twice,
    since the support may go on under the other. Where it is not safe it is withheld, and nobody is asked.
    """
    wanted = case.terms.policy.closure_letter and case.caseworker and not case.suppressed
    if not wanted or (case.withdrawal and case.withdrawal.code in NO_FAREWELL):
        return
    reach = case.referral.participant.contact.reach_by(Channel.LETTER)
    if reach == "yes":
        yield from by_letter(case, "closure", closure_letter(case), at=at)
    else:
        yield WordWithheld(at=at, key="closure", channel=Channel.LETTER, why=reach)


def _came(case: Case) -> bool:
    contacts = (contact for slot in case.sessions for contact in slot.contacts)
    return any(contact.attended is not Attended.NO for contact in contacts)


def _all_recorded(case: Case) -> bool:
    """Every planned session has a record: held, missed or forfeited (R&M counts them all)."""
    recorded = sum(1 for slot in case.sessions if slot.contacts and slot.name.startswith("session-"))
    return recorded >= sum(account.sessions_planned for account in ledgers(case))
