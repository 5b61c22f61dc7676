"""Messages that came too early: kept whole, let in as soon as the case has got so far, in order of arrival.

Only the outside world is ahead of us; a person hears "no" with the reason and asks again. What has not had
its time when the case closes is set aside, whole. So nothing is lost, and nothing is heard twice.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from interventions.case import Case, Kept
from interventions.decisions import decide
from interventions.errors import Refusal, TooEarly
from interventions.evolve import evolve
from interventions.facts import AnyFact, MessageKept, MessageLetIn, MessageSetAside
from interventions.messages import NAMES, SIGNALS, Message

# A case that holds more has a sender gone wild; more are set aside, so that the case can't grow for ever.
ROOM = 100


def keep(case: Case, message: Message, now: datetime) -> Iterator[AnyFact]:
    """Keep it until its time. The very same words are kept once."""
    name, content = NAMES[type(message)], message.model_dump_json()
    if any((kept.message, kept.content) == (name, content) for kept in case.kept):
        return
    if len(case.kept) >= ROOM:
        yield set_aside(message, "too-many-kept", now)
        return
    yield MessageKept(at=now, message=name, content=content)


def set_aside(message: Message, rule: str, now: datetime) -> AnyFact:
    """Nothing follows from it; it is put down whole."""
    name, content = NAMES[type(message)], message.model_dump_json()
    return MessageSetAside(at=now, message=name, rule=rule, content=content)


def whose_time_has_come(case: Case) -> Iterator[tuple[Kept, Callable[[datetime], Iterator[AnyFact]]]]:
    """Every kept message that is not too early any more, with what follows when it is let in."""
    for kept in case.kept:
        message = SIGNALS[kept.message].model_validate_json(kept.content)
        if not _still_early(case, message):
            yield kept, _let_in(case, kept, message)


def _still_early(case: Case, message: Message) -> bool:
    try:
        decide(case, message, case.last_at)
    except TooEarly:
        return True
    except Refusal:
        return False
    return False


def _let_in(case: Case, kept: Kept, message: Message) -> Callable[[datetime], Iterator[AnyFact]]:
    def then(now: datetime) -> Iterator[AnyFact]:
        let_in = MessageLetIn(at=now, message=kept.message, kept=kept.number)
        yield let_in
        try:
            yield from decide(evolve(case, let_in), message, now)
        except Refusal as no:
            yield set_aside(message, no.rule, now)

    return then
