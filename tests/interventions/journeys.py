"""Random journeys: a dozen things said to a case on its way, each followed by a look at everything."""

from copy import copy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from random import Random

from pydantic import TypeAdapter

from interventions.agenda import agenda
from interventions.case import Case
from interventions.conversation import catch_up, hear, hear_outside
from interventions.errors import Refusal
from interventions.evolve import begin, evolve_all
from interventions.facts import AnyFact, ReferralReceived
from interventions.life.endings import report_owed
from interventions.messages import SIGNALS, Message, SubmitReport, Withdraw
from interventions.stage import stage
from interventions.views.card import card
from interventions.vocabulary import Stage, WithdrawalCode
from tests.builders import a_report
from tests.interventions.invariants import (
    LOOK_EVERY,
    everything_holds,
    once_closed_all_is_over,
    the_same_again_does_no_more,
)
from tests.interventions.real_life import in_real_life
from tests.interventions.walks import EXAMPLES, MINUTES, SHEETS, Walk, a_little_way, anything, sensible
from tests.sayings import nobody_came

ACTIONS = 12
BOUND = 60
FACT: TypeAdapter[AnyFact] = TypeAdapter(AnyFact)
SAYINGS = (sensible, sensible, sensible, in_real_life, in_real_life, anything)


@cache
def on_the_way(example: str, sheet: int, length: int) -> Walk:
    """A case some way on, rebuilt from the JSON of its facts."""
    walk = a_little_way(example, sheet, 7 * length + sheet, length)
    walk.case = rebuilt(None, walk.facts)
    return walk


def rebuilt(case: Case | None, facts: list[AnyFact]) -> Case:
    """The case as its facts tell it after they rested in a register."""
    read = [FACT.validate_json(FACT.dump_json(fact)) for fact in facts]
    if case is None:
        first, *read = read
        assert isinstance(first, ReferralReceived)
        case = begin(first)
    return evolve_all(case, read)


@dataclass
class Journey:
    """One case on its way: where it began, what happened since, and what is said next."""

    walk: Walk
    begun: Case = field(init=False)

    def __post_init__(self) -> None:
        self.walk = Walk(self.walk.case, [])
        self.begun = self.walk.case

    @property
    def case(self) -> Case:
        return self.walk.case

    def says(self, kind: int, pick: int, wait: int, awake: bool = True) -> None:
        """One thing after so many minutes; then everything is looked at."""
        before, heard = self.case, len(self.walk.facts)
        now = before.last_at + timedelta(minutes=wait)
        saying = SAYINGS[kind % len(SAYINGS)]
        if saying is sensible and before.live:
            now = max(now, before.live[0].ends_at)
        if awake:
            self.walk.wakes_until(now)
        message = saying(self.case, pick, now)
        if self.hears(message, now) and pick % LOOK_EVERY == 0:
            the_same_again_does_no_more(self.case, message, now)
        everything_holds(before, tuple(self.walk.facts[heard:]), self.case)
        once_closed_all_is_over(self.case, now)

    def hears(self, message: Message, now: datetime) -> bool:
        """Whether it was heard rather than refused."""
        try:
            say = hear_outside if type(message) in SIGNALS.values() else hear
            self.walk.hears(say(self.case, message, now))
        except Refusal as no:
            self.walk.refused.append(no.rule)
            self.walk.hears(catch_up(self.case, now))
            return False
        return True

    def is_its_facts(self) -> None:
        """The case rebuilt from what was written down is the same case."""
        assert rebuilt(self.begun, self.walk.facts) == self.case
        assert Case.model_validate_json(self.case.model_dump_json()) == self.case
        assert card(self.case)

    def can_be_ended(self) -> None:
        """Withdrawn, waited for, reported on where a report is owed: closed, within bounded steps."""
        other = copy(self)
        other.walk = Walk(self.case, [])
        (by, *_) = (*self.case.referral.restricted_to, "pp.example")
        for _ in range(BOUND):
            if stage(other.case) is Stage.CLOSED:
                other.asks_nobody_for_ever()
                return
            other.takes_a_step_to_its_end(by)
        raise AssertionError(
            f"it never ends: {stage(other.case)}, due {[d.key for d in agenda(other.case)][:3]}"
        )

    def asks_nobody_for_ever(self) -> None:
        """A case that is over leaves no task behind that nobody can close any more."""
        for _ in range(BOUND):
            if not (due := agenda(self.case)):
                break
            self.walk.hears(catch_up(self.case, max(self.case.last_at, due[0].at)))
        assert [task.id for task in self.case.open_tasks] == []

    def takes_a_step_to_its_end(self, by: str) -> None:
        case, now = self.case, self.case.last_at
        if case.withdrawal is None and case.final is None:
            self.hears(Withdraw(by=by, code=WithdrawalCode.ANOTHER_REASON, reason="over"), now)
        elif report_owed(case) and case.live:
            self.hears(nobody_came(by=by, slot=case.live[0].slot), max(now, case.live[0].ends_at))
        elif report_owed(case):
            self.hears(SubmitReport(by=by, report=a_report(case)), now)
        elif due := agenda(case):
            self.walk.hears(catch_up(case, max(now, due[0].at)))


def a_journey(seed: int, actions: int = ACTIONS) -> Journey:
    """The journey of that seed, everything looked at after each of its actions.

    Raises:
        AssertionError: something did not hold.
    """
    chance = Random(seed)  # noqa: S311 (steps of a walk, no secret)
    start = on_the_way(
        chance.choice(EXAMPLES), chance.randrange(len(SHEETS)), chance.choice((0, 3, 7, 9, 14))
    )
    journey = Journey(start)
    for _ in range(actions):
        journey.says(
            chance.randrange(60), chance.getrandbits(24), chance.choice(MINUTES), chance.random() < 0.75
        )
    journey.is_its_facts()
    journey.can_be_ended()
    return journey
