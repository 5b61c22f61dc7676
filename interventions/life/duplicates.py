"""Whether the same person is on the service twice: the same case number, open on one of the same pathways.

Asked of the register when a referral is received, when its case number changes, and when a withdrawal is
taken back. What is found is for operations to decide (domain brief 2.2, duplicate referral: code MIS).
"""

from collections.abc import Collection, Iterator
from datetime import datetime

from interventions.case import Case
from interventions.facts import AnyFact, DuplicatesLookedFor, ReferralAmended, ReferralReceived, WordRequested
from interventions.referral import Referral
from interventions.vocabulary import Pathway, Role
from interventions.words.contacting import ask
from interventions.words.correspondence import LookForDuplicates, Outcome

FIRST = "duplicates/1"
DECIDE = (
    "The same person may be on this service twice: withdraw one of the two as MIS, or close this task saying "
    "why both stand"
)
NOT_LOOKED = "Nobody could say whether this person is on the service twice ({why}): look for it"


def case_numbers(referral: Referral) -> tuple[str, ...]:
    """Every case number this referral was ever known by, as typed: the one it has now first."""
    return (referral.participant.crn, *referral.former_crns)


def says_who(fact: AnyFact) -> Referral | None:
    """The referral as this fact has it, where it has one."""
    match fact:
        case ReferralReceived():
            return fact.referral
        case ReferralAmended():
            return fact.after
        case _:
            return None


def not_yet_looked(case: Case) -> bool:
    """Whether the first look is still to be asked for."""
    return case.terms.policy.look_for_duplicates and FIRST not in case.looked


def look(case: Case, key: str, now: datetime) -> Iterator[AnyFact]:
    """Ask the register, where the pinned policy wants it."""
    if case.terms.policy.look_for_duplicates:
        numbers = case_numbers(case.referral)
        errand = LookForDuplicates(key=key, crns=numbers, pathways=case.pathways)
        yield WordRequested(at=now, errand=errand)


def answered(case: Case, errand: LookForDuplicates, outcome: Outcome, now: datetime) -> Iterator[AnyFact]:
    """Note what was found; of each other referral operations are asked once."""
    why = "" if outcome.result == "accepted" else outcome.why or outcome.result
    yield DuplicatesLookedFor(at=now, key=errand.key, others=outcome.others, why=why)
    if why:
        task, what = f"unsent/{errand.key}", NOT_LOOKED.format(why=why)
        yield from ask(case, task, "review", Role.OPERATIONS, what, about=errand.key, at=now)
    for other in outcome.others:
        task, about = f"duplicate/{other}", str(other)
        yield from ask(case, task, "review", Role.OPERATIONS, DECIDE, about=about, at=now)


def open_on(case: Case, pathways: Collection[Pathway]) -> bool:
    """Whether another referral to one of these pathways would stand beside it."""
    over = case.ending is not None or case.withdrawal is not None
    return not over and not set(pathways).isdisjoint(case.pathways)
