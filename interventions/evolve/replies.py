"""What a participant's texts, and a carrier's late answers, change in the case."""

from collections.abc import Callable
from typing import Any

from interventions import facts as f
from interventions.case import Case
from interventions.vocabulary import ReplyKind

Changes = dict[str, Any]

# A reply said again comes within hours; the oldest are forgotten, so that a case can't grow for ever.
REMEMBERED = 200


def _reply(case: Case, fact: f.ReplyReceived) -> Changes:
    known = (*case.replies, fact.reply)[-REMEMBERED:]
    changes: Changes = {"replies": known, "replies_heard": case.replies_heard + 1}
    if fact.kind in (ReplyKind.STOP, ReplyKind.START):
        last = max(fact.received_at, case.texts_chosen.get(fact.number, fact.received_at))
        changes["texts_chosen"] = {**case.texts_chosen, fact.number: last}
    return changes


def _confirmed(case: Case, fact: f.AppointmentConfirmed) -> Changes:
    return {"confirmed": (*case.confirmed, f"{fact.slot}/{fact.version}")}


def _stopped(case: Case, fact: f.TextsStopped) -> Changes:
    return {"texts_off": {**case.texts_off, fact.number: fact.why}}


def _resumed(case: Case, fact: f.TextsResumed) -> Changes:
    return {"texts_off": {number: why for number, why in case.texts_off.items() if number != fact.number}}


def _answered(case: Case, fact: f.ReceiptAnswered) -> Changes:
    asked = case.words[fact.key].model_copy(update={"state": "accepted", "since": fact.at})
    outbox = {key: errand for key, errand in case.outbox.items() if key != fact.key}
    return {"outbox": outbox, "words": {**case.words, fact.key: asked}}


CHANGES_BY_REPLIES: dict[type, Callable[[Case, Any], Changes]] = {
    f.ReplyReceived: _reply,
    f.AppointmentConfirmed: _confirmed,
    f.TextsStopped: _stopped,
    f.TextsResumed: _resumed,
    f.ReceiptAnswered: _answered,
}
