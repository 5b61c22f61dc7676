"""Random journeys with R&M at the other end: it takes, refuses, is silent, and shows whatever it likes."""

from datetime import timedelta
from random import Random
from typing import Any

import pytest

from interventions.case import Case
from interventions.facts import MonitoringLeftToPeople, MonitoringOvertaken, MonitoringTold
from interventions.messages import ErrandReported
from interventions.vocabulary import Complexity, MonitoringMode, WithdrawalCode
from interventions.words.correspondence import Outcome
from tests.interventions.invariants import everything_holds
from tests.interventions.journeys import Journey, on_the_way
from tests.interventions.monitoring.in_step import under_way
from tests.interventions.walks import EXAMPLES, MINUTES, Walk
from tests.shown import shown

JOURNEYS = 60
ACTIONS = 14
REFUSALS = ("clash", "blocked-text", "not-permitted", "not-found", "invalid", "ended", "differs")


def a_journey(seed: int) -> Journey:
    """The journey of that seed, under a policy that tells R&M; everything is looked at after each action."""
    chance = Random(seed)  # noqa: S311 (steps of a walk, no secret)
    start = on_the_way(chance.choice(EXAMPLES), 0, chance.choice((0, 3, 7, 9))).case
    mode = chance.choice((MonitoringMode.WRITE, MonitoringMode.WRITE, MonitoringMode.TASKS))
    journey = Journey(Walk(_kept_in_step(start, mode), []))
    for _ in range(ACTIONS):
        journey.says(
            chance.randrange(60), chance.getrandbits(24), chance.choice(MINUTES), chance.random() < 0.75
        )
        _rm_answers(journey, chance)
        if chance.random() < 0.3:
            _rm_shows(journey, chance)
    return journey


def _kept_in_step(case: Case, mode: MonitoringMode) -> Case:
    policy = case.terms.policy.model_copy(update={"monitoring": mode})
    return case.model_copy(update={"terms": case.terms.model_copy(update={"policy": policy})})


def _rm_answers(journey: Journey, chance: Random) -> None:
    while (found := under_way(journey.case)) and chance.random() < 0.8:
        assert len(found) == 1
        refused = chance.random() < 0.25
        outcome = Outcome(result="refused", why=chance.choice(REFUSALS)) if refused else _taken()
        _heard(journey, ErrandReported(key=found[0].key, outcome=outcome))


def _taken() -> Outcome:
    return Outcome(result="accepted", reference="R1")


def _rm_shows(journey: Journey, chance: Random) -> None:
    case = journey.case
    [*chosen] = case.referral.selections
    changes: list[dict[str, Any]] = [
        {},
        {"completion_deadline": case.last_at.date() + timedelta(days=chance.choice((-9, 40, 200)))},
        {"selections": ({**chosen[0].model_dump(), "complexity": chance.choice(list(Complexity))},)},
        {"assigned_to": chance.choice(("jo.other", "sam.caseworker"))},
        {"ended_at": case.last_at, "withdrawal": chance.choice(list(WithdrawalCode))},
        {"unavailable": chance.choice(("Fridays", "mornings"))},
        {"needs_interpreter": True, "interpreter_language": "Polish"},
    ]
    message = shown(case, **chance.choice(changes))
    _heard(journey, message)
    heard = len(journey.walk.facts)
    _heard(journey, message)
    said_again = [fact for fact in journey.walk.facts[heard:] if fact.by == "R&M"]
    assert not said_again, "the same look twice changed something"


def _heard(journey: Journey, message: Any) -> None:
    before, heard = journey.case, len(journey.walk.facts)
    journey.hears(message, before.last_at)
    everything_holds(before, tuple(journey.walk.facts[heard:]), journey.case)


@pytest.mark.parametrize("first", range(0, JOURNEYS, 20))
def test_nothing_is_lost_nothing_is_told_twice_and_the_order_is_kept(first: int) -> None:
    for seed in range(first, first + 20):
        journey = a_journey(seed)
        while found := under_way(journey.case):
            _heard(journey, ErrandReported(key=found[0].key, outcome=_taken()))
        assert not journey.case.monitoring.untold, f"seed {seed}"
        settled = (MonitoringTold, MonitoringLeftToPeople, MonitoringOvertaken)
        keys = [fact.key for fact in journey.walk.facts if isinstance(fact, settled)]
        assert keys == sorted(set(keys)), f"seed {seed}"
        journey.is_its_facts()
