"""What carriers say of a word: taken, refused, lapsed; then whether it arrived."""

from collections.abc import Iterator
from datetime import datetime

from interventions.case import Case
from interventions.errors import Refusal, TooEarly
from interventions.facts import AnyFact, WordAccepted, WordFailed
from interventions.life import duplicates
from interventions.messages import DeliveryReceipt, ErrandReported
from interventions.monitoring.telling import answered
from interventions.vocabulary import Role
from interventions.words import receipts
from interventions.words.contacting import ask
from interventions.words.correspondence import AskReceipt, Errand, LookForDuplicates, SendText, TellMonitoring
from interventions.words.reminders import tell_by, too_late, wanted

# Codes that a caseworker cannot be expected to know.
IN_WORDS = {"cap-person": "they had as many texts as one person may have in a day"}


def errand_reported(case: Case, message: ErrandReported, now: datetime) -> Iterator[AnyFact]:
    """Note what became of an errand; one that failed asks operations for another way. Once an errand."""
    errand = case.outbox.get(message.key)
    if errand is None:
        return
    if isinstance(errand, TellMonitoring):
        yield from answered(case, errand, message.outcome, now)
        return
    if isinstance(errand, LookForDuplicates):
        yield from duplicates.answered(case, errand, message.outcome, now)
        return
    if isinstance(errand, AskReceipt):
        yield from receipts.answered(case, errand, message.outcome, now)
        return
    match message.outcome.result:
        case "accepted":
            reference, traced = message.outcome.reference, message.outcome.traced
            yield WordAccepted(at=now, key=message.key, reference=reference, traced=traced)
        case "expired":
            yield from too_late(case, message.key, now)
        case _:
            yield from _failed(case, errand, message.outcome.why or message.outcome.result, now)


def _failed(case: Case, errand: Errand, why: str, now: datetime) -> Iterator[AnyFact]:
    key = errand.key
    yield WordFailed(at=now, key=key, why=why)
    if why == "suppressed":
        return  # somebody died: there is no other way to find
    what = f"Could not be sent or produced ({IN_WORDS.get(why, why)}): find another way"
    task, owner = f"unsent/{key}", Role.OPERATIONS
    if isinstance(errand, SendText) and case.terms.policy.letter_fallback_working_days:
        owner = Role.CASEWORKER  # who rings the participant
    if wanted(case, key):
        due = tell_by(case, key, now)
        yield from ask(case, task, "sending", owner, what, about=key, at=now, due=due)
    if isinstance(errand, SendText):
        yield from receipts.off(case, errand.to, why, now)


def delivery_receipt(case: Case, message: DeliveryReceipt, now: datetime) -> Iterator[AnyFact]:
    """Note whether a word arrived; the carrier's first answer stands.

    A receipt can come before its word: a workflow that was reset hears old receipts again at once.

    Raises:
        TooEarly: `not-sent-yet`.
        Refusal: `no-such-word`: it was withheld or has lapsed.
    """
    word = case.words.get(message.key)
    if word is None:
        raise TooEarly("not-sent-yet", "nothing was sent under this key yet", field="key")
    if word.state in ("withheld", "lapsed"):
        raise Refusal("no-such-word", "nothing was sent under this key", field="key")
    yield from receipts.arrival(case, message.key, arrived=message.arrived, code=message.code, now=now)
