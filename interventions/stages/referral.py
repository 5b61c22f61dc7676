"""Stage 1. The referral is received and allocated to a caseworker, who is introduced by letter.

Seeds, Referral: received from the probation practitioner and allocated; lifestyle: upon allocation a letter
outlining support introduces the caseworker, and again when the caseworker changes (domain brief 7.6, A16).
"""

from collections.abc import Iterator
from datetime import datetime

from interventions.case import Case
from interventions.clocks import Clock, working_days_clock
from interventions.errors import Refusal
from interventions.evolve import evolve
from interventions.facts import (
    AnyFact,
    CaseworkerAllocated,
    CaseworkerLeft,
    ReferralAmended,
    ReferralReceived,
)
from interventions.meetings.risk import read_before_the_next
from interventions.messages import Allocate
from interventions.promises.terms import Terms
from interventions.referral import Referral
from interventions.vocabulary import Role
from interventions.words.contacting import ask, by_letter
from interventions.words.correspondence import WelcomeLetter
from interventions.words.where_to_read import read_it

# Asks to read when the participant can't come, as the referral said it when it came in.
WHEN_NOT = "read/unavailable-times/referral"


def receive(referral: Referral, terms: Terms, now: datetime) -> ReferralReceived:
    """The first fact of every intervention."""
    return ReferralReceived(at=now, by=referral.practitioner.username, referral=referral, terms=terms)


def allocate(case: Case, message: Allocate, now: datetime) -> Iterator[AnyFact]:
    """Give the case to a caseworker. To the same one again changes nothing; to another one needs a reason.

    Raises:
        Refusal: `reallocation-needs-reason`; `restricted` for a caseworker the case does not name.
    """
    before = case.caseworker
    if before and before.username == message.caseworker and not case.caseworker_gone:
        return
    if case.referral.restricted_to and message.caseworker not in case.referral.restricted_to:
        raise Refusal("restricted", "this case is restricted to named staff", field="caseworker")
    if before and not case.caseworker_gone and not message.reason.strip():
        raise Refusal("reallocation-needs-reason", "say why the caseworker changes", field="reason")
    allocated = CaseworkerAllocated(
        at=now,
        by=message.by,
        caseworker=message.caseworker,
        name=message.name,
        again=before is not None,
        reason=message.reason,
    )
    yield allocated
    after = evolve(case, allocated)  # what is asked of the caseworker is asked of the new one
    number = before.handovers + 2 if before else 1
    if not _known_already(case, message.caseworker):
        yield from _introduced(case, after, number, now)
    yield from read_before_the_next(after, number, now)
    if before is None:
        yield from _interpreted(after, now)
        yield from _when_not(after, now)


def reallocate(case: Case, now: datetime) -> Iterator[AnyFact]:
    """Nobody supports the participant now: operations allocate another caseworker."""
    what = "The case has no caseworker: allocate another one"
    task = f"reallocate/{case.sequence}"
    yield from ask(case, task, "people", Role.OPERATIONS, what, about="caseworker", at=now)


def shut_out(case: Case, amended: ReferralAmended) -> Iterator[AnyFact]:
    """A caseworker whom a restricted case does not name can't go on with it: it goes to another one."""
    named, worker = case.referral.restricted_to, case.caseworker
    if worker is None or case.caseworker_gone or not named:
        return
    if worker.username not in named and case.terms.policy.follows(2):
        why = "not among the staff this case is restricted to"
        yield CaseworkerLeft(at=amended.at, by=amended.by, reason=why)
        yield from reallocate(case, amended.at)


def _known_already(case: Case, caseworker: str) -> bool:
    """Whether whoever left and came back supports the participant, or only the report is left to do."""
    back = case.caseworker is not None and case.caseworker.username == caseworker
    return case.terms.policy.follows(2) and (back or case.final is not None)


def _introduced(before: Case, case: Case, number: int, now: datetime) -> Iterator[AnyFact]:
    letters = [*introduced_by(case, case.caseworker.name, number)] if case.caseworker else []
    for letter in letters:
        yield from by_letter(before, f"welcome/{number}", letter, at=now)
    if number > 1 and not letters and case.terms.policy.new_caseworker_is_told:
        yield from _told_in_person(case, number, now)


def _told_in_person(case: Case, number: int, now: datetime) -> Iterator[AnyFact]:
    """Where no letter introduces the caseworker, they do so themselves when they take a case over."""
    if not case.withdrawal:
        what = "You have taken the case over: tell the participant who supports them now"
        task = f"introduce/{number}"
        yield from ask(case, task, "contact", Role.CASEWORKER, what, about="caseworker", at=now)


def _interpreted(case: Case, now: datetime) -> Iterator[AnyFact]:
    """A referral that comes in wanting an interpreter: arranged before the first meeting (domain brief 8)."""
    policy = case.terms.policy
    if case.referral.interpreter_language and policy.interpreter_is_arranged and not case.withdrawal:
        what = "An interpreter is needed: arrange it before the assessment, and allow more time"
        yield from ask(case, "interpreter/1", "review", Role.CASEWORKER, what, about="referral", at=now)


def _when_not(case: Case, now: datetime) -> Iterator[AnyFact]:
    """The referral says in free text when the participant can't come; bookings go by times somebody typed."""
    written, typed = case.referral.unavailable.strip(), case.referral.unavailable_times
    if written and not typed and not case.withdrawal and case.terms.policy.follows(2):
        said = "The referral says in words when the participant can't come"
        what = f"{said}: {read_it(case)}, and amend the times here"
        yield from ask(case, WHEN_NOT, "review", Role.CASEWORKER, what, about="referral", at=now)


def introduced_by(case: Case, caseworker: str, number: int) -> Iterator[WelcomeLetter]:
    """The letter that introduces the caseworker, where a service of this referral has one."""
    services = [row for row in case.specifications.values() if row.welcome_letter]
    if services and not case.withdrawal:
        participant = case.referral.participant
        yield WelcomeLetter(
            name=f"{participant.first_name} {participant.last_name}",
            caseworker=caseworker,
            services=tuple(row.title for row in services),
            again=number > 1,
        )


def clocks(case: Case) -> Iterator[Clock]:
    """How long a referral may wait for a caseworker."""
    yield working_days_clock(
        case,
        "allocation",
        Role.OPERATIONS,
        f"allocated within {case.terms.policy.allocation_working_days} working days of the referral",
        since=case.referral.sent_at,
        days=case.terms.policy.allocation_working_days,
        met_at=case.first_allocated_at,
        cause="not-allocated",
    )
