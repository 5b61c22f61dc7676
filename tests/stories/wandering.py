"""A random journey through the workflow: a dozen things said to a case on its way, as people might."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from demo.temporal_theatre import TemporalTheatre
from interventions.agenda import agenda
from interventions.case import Case
from interventions.conversation import hear
from interventions.errors import Refusal
from interventions.messages import SIGNALS, Amend, Message, Spoken
from interventions.participant import Address, ContactSheet
from interventions.promises.terms import Terms
from interventions.referral import Referral
from tests.builders import a_referral
from tests.interventions.real_life import in_real_life
from tests.interventions.walks import EXAMPLES, MINUTES, SHEETS, anything, sensible
from tests.stories.retelling import Overheard, retold
from tests.stories.staging import YEARS_LATER, Stage

SENT = datetime.fromisoformat("2026-03-24T15:00+00:00") + YEARS_LATER
POLICIES = ("standard", "standard", "auto-approval")
A_WAY = (0, 2, 4, 6)
ACTIONS = 6
TWICE = 0.1  # how often the same is said again at once, under another id
ANEW = 0.1  # how often, after a step, a new run is asked for
Saying = Callable[[Case, int, datetime], Message]
SAYINGS: tuple[Saying, ...] = (sensible, sensible, in_real_life, in_real_life, anything)


@dataclass
class Wandering:
    """One journey: who speaks in it, and what was said and refused."""

    chance: Random
    theatre: TemporalTheatre
    overheard: Overheard
    refused: list[str] = field(default_factory=list)
    runs: int = 1

    async def says(self, message: Spoken, now: datetime) -> None:
        """One thing, to the workflow; the core, asked first, must say no by the same rule."""
        case = await self.overheard.case()
        rule = _rule_against(case, message, now)
        answer = await self._answer(message)
        if answer and answer != rule:
            # Its clock may have run on in between, past what fell due: the core is asked again, as of now.
            rule = _rule_against(await self.overheard.case(), message, await self.theatre.clock())
        assert answer == rule, f"the core says {rule or 'yes'}, the workflow {answer or 'yes'}"
        self.refused += [answer] if answer else []

    async def _answer(self, message: Spoken) -> str:
        """The rule by which the workflow says no, or nothing."""
        try:
            await self.overheard.says(message)
        except Refusal as no:
            return no.rule
        return ""

    async def goes_on(self, saying: Saying, wait: int) -> bool:
        """After so many minutes one thing is said; False once it is all over."""
        case = await self.overheard.case()
        if _over(case):
            return False
        now = case.last_at.replace(second=0, microsecond=0) + timedelta(minutes=wait)
        if saying is sensible and case.live:
            now = max(now, case.live[0].ends_at)
        await self.overheard.waits_until(now)
        case = await self.overheard.case()
        if _over(case):
            return False
        now = await self.theatre.clock()  # where many things fell due it may have run on
        message = _for_nobody_else(case, saying(case, self.chance.getrandbits(24), now))
        if isinstance(message, Spoken):
            await self.says(message, now)
            if self.chance.random() < TWICE and not _over(await self.overheard.case()):
                await self.says(message, await self.theatre.clock())
        elif type(message) in SIGNALS.values():  # what the shell says to itself it says itself
            await self.overheard.tells(message)
        if not _over(await self.overheard.case()) and self.chance.random() < ANEW:
            await self.theatre.begins_anew()
            self.runs += 1
        return True


async def wander(seed: int, stage: Stage) -> Wandering:
    """The journey of that seed; at its end the workflow wrote what the core decides.

    Raises:
        AssertionError: it wrote something else, or answered otherwise.
    """
    chance = Random(seed)  # noqa: S311 (steps of a walk, no secret)
    referral, policy = _referral(chance), chance.choice(POLICIES)
    theatre = TemporalTheatre.on(stage.client, stage.register)
    journey = Wandering(chance, theatre, Overheard(theatre))
    await journey.overheard.opens(referral, policy, SENT)
    steps: list[Saying] = [sensible] * chance.choice(A_WAY)
    steps += [chance.choice(SAYINGS) for _ in range(ACTIONS)]
    for saying in steps:
        if not await journey.goes_on(saying, chance.choice(MINUTES)):
            break
    await theatre.leaves()
    wrote_what_the_core_decides(referral, stage.shelf.terms(referral, policy), stage, journey)
    return journey


def wrote_what_the_core_decides(referral: Referral, terms: Terms, stage: Stage, journey: Wandering) -> None:
    entries = stage.register.entries(referral.id)
    written = [entry.fact for entry in entries]
    assert written == retold(entries, referral, terms, journey.overheard.heard)


def _referral(chance: Random) -> Referral:
    home = Address(lines=("14 Larkrise Terrace",), postcode="ZZ1 1ZZ")
    sheet = ContactSheet(mobile="+447700900112", address=home, safe=chance.choice(SHEETS))
    number = chance.getrandbits(64)
    own = UUID(int=number << 64 | chance.getrandbits(64), version=4)
    return a_referral(
        chance.choice(EXAMPLES), sent=SENT, contact=sheet, crn=f"X{number % 1_000_000:06}", id=own
    )


def _for_nobody_else(case: Case, message: Message) -> Message:
    """A merged case number is this participant's own: a death must not silence another journey."""
    if isinstance(message, Amend) and message.crn:
        return message.model_copy(update={"crn": f"{case.referral.participant.crn}1"})
    return message


def _rule_against(case: Case, message: Message, now: datetime) -> str:
    try:
        hear(case, message, now)
    except Refusal as no:
        return no.rule
    return ""


def _over(case: Case) -> bool:
    return case.ending is not None and not case.outbox and not agenda(case)
