"""What the facts about words to people change in the case."""

from collections.abc import Callable
from typing import Any

from interventions import facts as f
from interventions.case import Case, Word
from interventions.words.correspondence import (
    AskReceipt,
    LookForDuplicates,
    PostLetter,
    ProduceDocument,
    SendText,
    SuppressContact,
    TellMonitoring,
)

Changes = dict[str, Any]


def _word_requested(case: Case, fact: f.WordRequested) -> Changes:
    errand = fact.errand
    outbox = {**case.outbox, errand.key: errand}
    if isinstance(errand, TellMonitoring):
        return {"outbox": outbox}  # nothing that anybody reads is sent
    if isinstance(errand, LookForDuplicates):
        return {"outbox": outbox, "looked": (*case.looked, errand.key)}
    what, to = _what(errand), errand.to if isinstance(errand, SendText) else ""
    word = Word(key=errand.key, errand=errand.errand, what=what, at=fact.at, state="requested", to=to)
    return {"outbox": outbox, "words": {**case.words, errand.key: word}}


def _what(errand: SendText | PostLetter | ProduceDocument | SuppressContact | AskReceipt) -> str:
    match errand:
        case SendText():
            return errand.saying.text
        case SuppressContact() | AskReceipt():
            return errand.errand
        case _:
            return errand.paper.paper


def _word_withheld(case: Case, fact: f.WordWithheld) -> Changes:
    word = Word(key=fact.key, errand=fact.channel.value, what="", at=fact.at, state="withheld")
    return {"words": {**case.words, fact.key: word}}


def _word_postponed(case: Case, fact: f.WordPostponed) -> Changes:
    return {"postponed": {**case.postponed, fact.key: fact.until}}


def _word_settled(case: Case, fact: f.WordAccepted | f.WordFailed | f.WordLapsed) -> Changes:
    state = {"WordAccepted": "accepted", "WordFailed": "failed", "WordLapsed": "lapsed"}[fact.fact]
    outbox = {key: errand for key, errand in case.outbox.items() if key != fact.key}
    known = case.words.get(fact.key) or Word(key=fact.key, errand="text", what="", at=fact.at, state="lapsed")
    if known.state in ("delivered", "undelivered"):
        return {"outbox": outbox}  # the receipt overtook the carrier's own answer
    traced = not isinstance(fact, f.WordAccepted) or fact.traced
    word = known.model_copy(update={"state": state, "since": fact.at, "traced": traced})
    return {"outbox": outbox, "words": {**case.words, fact.key: word}}


def _word_delivered(case: Case, fact: f.WordDelivered) -> Changes:
    word = case.words[fact.key]
    changed = {
        "state": "delivered" if fact.arrived else "undelivered",
        "since": fact.at,
        "code": fact.code,
    }
    return {"words": {**case.words, fact.key: word.model_copy(update=changed)}}


CHANGES_OF_WORDS: dict[type, Callable[[Case, Any], Changes]] = {
    f.WordRequested: _word_requested,
    f.WordWithheld: _word_withheld,
    f.WordPostponed: _word_postponed,
    f.WordLapsed: _word_settled,
    f.WordAccepted: _word_settled,
    f.WordFailed: _word_settled,
    f.WordDelivered: _word_delivered,
}
