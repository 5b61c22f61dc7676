"""When people do not come: a missed session is booked again or forfeited; repeated absence is told at once.

A forfeited session is not delivered dose; one the provider spoilt can't be forfeited, it never counts against
the participant (domain brief 2.2).
"""

from collections.abc import Iterator
from datetime import datetime

from interventions.case import Case
from interventions.errors import Refusal
from interventions.facts import AnyFact, AppointmentCalledOff, SessionForfeited
from interventions.meetings.appointment import ASSESSMENT, Contact
from interventions.messages import CallOff, Forfeit
from interventions.promises.dose import ledgers, owed
from interventions.vocabulary import Attended, NoSessionReason, Role
from interventions.words.called_off import tell
from interventions.words.contacting import ask
from interventions.words.where_to_read import by_verb

# The question that many missed assessments end in; asked once.
ATTEMPTS = "attempts/assessment"


def forfeit(case: Case, message: Forfeit, now: datetime) -> Iterator[AnyFact]:
    """Decide that a missed session is not made up. Deciding it again changes nothing.

    Raises:
        Refusal: `not-missed`, `providers-fault`.
    """
    slot = case.slots.get(message.slot)
    if slot and slot.forfeited:
        return
    if slot is None or not slot.missed or not slot.contacts or slot.name == ASSESSMENT:
        raise Refusal("not-missed", "only a session that was missed can be forfeited", field="slot")
    if slot.contacts[-1].no_session_reason is NoSessionReason.LOGISTICS:
        raise Refusal("providers-fault", "the provider owes this session: book it again", field="slot")
    yield SessionForfeited(at=now, by=message.by, slot=slot.name, reason=message.reason)


def call_off(case: Case, message: CallOff, now: datetime) -> Iterator[AnyFact]:
    """Call a date off; the meeting stays owed.

    Raises:
        Refusal: `nothing-booked`; `record-it-first` once its time has come.
    """
    slot = case.slots.get(message.slot)
    if slot is None or slot.live is None:
        raise Refusal("nothing-booked", "no date stands for it", field="slot")
    if slot.live.starts_at <= now:
        raise Refusal("record-it-first", "its time has come: record what became of it", field="slot")
    yield AppointmentCalledOff(
        at=now, by=message.by, slot=slot.name, version=slot.live.version, reason=message.reason
    )
    yield from tell(case, slot.live, message.by, now)


def call_off_all(case: Case, why: str, by: str, now: datetime, *, quietly: bool = False) -> Iterator[AnyFact]:
    """Call off every date still to come; one whose time has come waits for its record.

    Whoever was told of one is told that it is off, unless there is nobody to tell any more (`quietly`).
    """
    for date in case.live:
        if date.starts_at > now:
            yield AppointmentCalledOff(at=now, by=by, slot=date.slot, version=date.version, reason=why)
            if not quietly:
                yield from tell(case, date, by, now)


def after_absence(case: Case, contact: Contact, now: datetime) -> Iterator[AnyFact]:
    """What an absence just recorded gives rise to; `case` knows it already."""
    if in_a_row(case) >= case.terms.policy.absences_in_a_row:
        absent = f"Absent again without an accepted reason{by_verb(case)}"
        what = f"{absent}: decide with the caseworker how to go on"
        owner, task = Role.PROBATION_PRACTITIONER, f"absence/{contact.key}"
        yield from ask(case, task, "record", owner, what, about=contact.key, at=now, today=True)
    elif contact.slot == ASSESSMENT and _tried_often(case):
        what = "The assessment came to nothing again: decide with the caseworker how to go on, or withdraw"
        yield from ask(
            case, ATTEMPTS, "review", Role.PROBATION_PRACTITIONER, what, about=ASSESSMENT, at=now, today=True
        )


def _tried_often(case: Case) -> bool:
    """Whether the policy's number of dates for the assessment was missed; the provider's fault is not one."""
    most = case.terms.policy.assessment_attempts
    missed = [
        each for each in case.assessment.contacts if each.no_session_reason != NoSessionReason.LOGISTICS
    ]
    return most is not None and len(missed) >= most


def nothing_left(case: Case, at: datetime) -> Iterator[AnyFact]:
    """Every session is recorded and none was held: propose to end it, rather than wait for ever."""
    what = "Every planned session was missed: withdraw the referral, or agree a new plan"
    owner, task = Role.PROBATION_PRACTITIONER, f"closure/{len(case.plans)}"
    yield from ask(case, task, "closure", owner, what, about="dose", at=at)


def all_missed(case: Case) -> bool:
    """Whether the dose is used up by forfeits alone."""
    held = sum(account.sessions_held for account in ledgers(case))
    return case.plan is not None and owed(case) == 0 and held == 0 and not case.live


def in_a_row(case: Case) -> int:
    """How many of the latest contacts were absences nobody excused."""
    count = 0
    for contact in sorted(case.contacts, key=lambda each: each.happened_at, reverse=True):
        if not unacceptable(contact):
            break
        count += 1
    return count


def unacceptable(contact: Contact) -> bool:
    """Whether the participant stayed away, or made the session impossible, without an accepted reason."""
    if contact.attended is Attended.NO:
        return contact.no_session_reason in (None, NoSessionReason.UNACCEPTABLE)
    return not contact.held and contact.no_session_reason is NoSessionReason.UNACCEPTABLE
