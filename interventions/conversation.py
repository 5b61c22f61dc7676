"""Hearing a message: everything that has fallen due first, then the message, then what follows at once.

`hear` is the whole of the service's judgement: a case, a message and an instant in, facts out, or a refusal
that names the rule. The workflow calls it and nothing else; so do the tests and the rehearsals.
"""

from datetime import datetime

from interventions.agenda import agenda
from interventions.case import Case
from interventions.decisions import decide
from interventions.errors import Refusal, TooEarly
from interventions.evolve import evolve, evolve_all
from interventions.facts import AnyFact
from interventions.keeping import keep, set_aside
from interventions.messages import Message

# A case in which more than this falls due at one instant has a rule that never rests: a bug of ours.
ENOUGH = 2000


def hear(case: Case, message: Message, now: datetime) -> tuple[AnyFact, ...]:
    """The facts that follow from a message said now, clocks that fell due before it included.

    Raises:
        Refusal: the message may not be said now (`not-in-this-stage`, `restricted`, `no-such-task`,
            `no-such-word`, or what its page says); nothing changes, and what fell due will be heard anyway.
    """
    before = catch_up(case, now)
    case = evolve_all(case, before)
    said = decide(case, message, now)
    return (*before, *said, *catch_up(evolve_all(case, said), now))


def hear_outside(case: Case, message: Message, now: datetime) -> tuple[AnyFact, ...]:
    """As `hear`, for the outside world, which cannot hear "no".

    What comes too early is kept until its time, and what is refused is set aside; both whole.
    """
    try:
        return hear(case, message, now)
    except TooEarly:
        before = catch_up(case, now)
        return (*before, *keep(evolve_all(case, before), message, now))
    except Refusal as no:
        return (*catch_up(case, now), set_aside(message, no.rule, now))


def catch_up(case: Case, now: datetime) -> tuple[AnyFact, ...]:
    """Everything that has fallen due by now, in order of when it did."""
    facts: list[AnyFact] = []
    for _ in range(ENOUGH):
        due = next((item for item in agenda(case) if item.at <= now), None)
        if due is None:
            return tuple(facts)
        for fact in due.then(now):
            facts.append(fact)
            case = evolve(case, fact)
    raise AssertionError(f"{due.key} never stops falling due" if due else "unreachable")
