"""Where a story is performed, and the simplest such place: the pure core, with no server and no waiting."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Literal, Protocol
from uuid import UUID

from activities.ports import Reference
from activities.sending import Arrival
from activities.texting import TextingRules
from gateways.case_number import compared
from gateways.remembered_texts import Numbers
from interventions.agenda import agenda
from interventions.case import Case
from interventions.conversation import catch_up, hear, hear_outside
from interventions.days.london import london_date
from interventions.errors import Refusal
from interventions.evolve import begin, evolve
from interventions.facts import AnyFact, Entry
from interventions.life.duplicates import case_numbers, open_on
from interventions.messages import ErrandReported, Message, Spoken
from interventions.referral import Referral
from interventions.stages.referral import receive
from interventions.words.correspondence import (
    AskReceipt,
    Errand,
    LookForDuplicates,
    Outcome,
    PostLetter,
    SendText,
    TellMonitoring,
)
from workflows.contract import Receipt

# In a story these numbers are not like others (Ofcom keeps 07700 900xxx for drama).
NUMBERS = Numbers(
    refusing=frozenset({"+447700900404"}),
    opted_out=frozenset({"+447700900410"}),
    late=frozenset({"+447700900200"}),
    losing=frozenset({"+447700900503"}),
    silent=frozenset({"+447700900408"}),
)

RULES = TextingRules()

BECAME: dict[Arrival, Literal["arrived", "did-not-arrive", "accepted"]] = {
    "delivered": "arrived",
    "undelivered": "did-not-arrive",
    "failed": "did-not-arrive",
    "accepted": "accepted",
}


class Theatre(Protocol):
    """A place for one referral's story. Its clock only goes forward."""

    async def opens(self, referral: Referral, policy: str, received_at: datetime) -> None:
        """The referral comes in at that instant, under the named policy."""
        ...

    async def beside(
        self, other: Referral, policy: str, received_at: datetime, said: Sequence[Spoken]
    ) -> None:
        """Another referral came in before the story's own, and so much was said to it."""
        ...

    async def waits_until(self, instant: datetime) -> None:
        """Time passes; what falls due on the way happens at its own instant."""
        ...

    async def says(self, message: Spoken) -> Receipt:
        """Somebody says something, and hears the answer.

        Raises:
            Refusal: the service said no; nothing changed.
        """
        ...

    async def tells(self, message: Message) -> None:
        """The outside world says something, and hears nothing."""
        ...

    def rm_refuses(self, why: str) -> None:
        """R&M will refuse the next record it is told of, by this code."""
        ...

    async def case(self) -> Case:
        """The case as the register has it, once everything that is under way is done."""
        ...


class Account(Protocol):
    """A register that can be read back."""

    def entries(self, referral_id: UUID) -> Sequence[Entry]:
        """Everything on one referral, in order."""
        ...


class Refusing(Protocol):
    """An R&M that can be told to refuse."""

    def refuse_next(self, referral_id: UUID, why: str) -> None:
        """Refuse the next record of this referral, by this code."""
        ...


class CoreTheatre:
    """The core alone. Whatever is to be sent is accepted at once; `facts` is the register."""

    def __init__(self, reference: Reference) -> None:
        self.facts: list[AnyFact] = []
        self._reference = reference
        self._case: Case | None = None
        self._now: datetime | None = None
        self._refusals: list[str] = []
        self._others: list[CoreTheatre] = []
        self._texted: Counter[date] = Counter()

    def rm_refuses(self, why: str) -> None:
        """Puts the refusal by for the next record."""
        self._refusals.append(why)

    async def opens(self, referral: Referral, policy: str, received_at: datetime) -> None:
        """Pins the terms and receives the referral."""
        self._now = received_at
        received = receive(referral, self._reference.terms(referral, policy), received_at)
        self.facts, self._case = [received], begin(received)
        self._settle()

    async def beside(
        self, other: Referral, policy: str, received_at: datetime, said: Sequence[Spoken]
    ) -> None:
        """Plays the other one in a core of its own, where a look in the register finds it."""
        theatre = CoreTheatre(self._reference)
        await theatre.opens(other, policy, received_at)
        for message in said:
            await theatre.says(message)
        self._others.append(theatre)

    async def waits_until(self, instant: datetime) -> None:
        """Wakes at each instant at which something falls due, as the workflow's timer would."""
        while (due := next(iter(agenda(self._known)), None)) and due.at <= instant:
            self._now = max(self._clock, due.at)
            self._settle()
        self._now = max(self._clock, instant)

    async def says(self, message: Spoken) -> Receipt:
        """Hears the message, then does what follows from it."""
        if self._over:
            raise Refusal("closed", "the intervention is over")
        facts = hear(self._known, message, self._clock)
        self._take(facts)
        receipt = Receipt.of(self._known, message, facts, self._clock)
        self._settle()
        return receipt

    async def tells(self, message: Message) -> None:
        """Hears what the world says, then does what follows from it."""
        if self._over:
            raise Refusal("closed", "the intervention is over")
        self._take(hear_outside(self._known, message, self._clock))
        self._settle()

    async def case(self) -> Case:
        """The case as it stands."""
        return self._known

    @property
    def _known(self) -> Case:
        if self._case is None:
            raise RuntimeError("no referral came in yet")
        return self._case

    @property
    def _clock(self) -> datetime:
        if self._now is None:
            raise RuntimeError("no referral came in yet")
        return self._now

    @property
    def _over(self) -> bool:
        return self._known.ending is not None and not self._known.outbox and not agenda(self._known)

    def _answer(self, errand: Errand) -> Outcome:
        """As the shipped fakes answer: every number works, except the few that are known not to."""
        match errand:
            case SendText() if self._has_had_enough(errand):
                return Outcome(result="refused", why="cap-person")
            case SendText(to=to) if why := NUMBERS.refuses(to):
                return Outcome(result="refused", why=why)
            case SendText(key=key, to=to):
                return Outcome(result="accepted", reference=key, traced=NUMBERS.traces(to))
            case PostLetter(key=key):
                return Outcome(result="accepted", reference=key, traced=False)
            case AskReceipt(about=about):
                state, why = NUMBERS.became_of(self._known.words[about].to)
                return Outcome(result=BECAME[state], why=why)
            case LookForDuplicates():
                return Outcome(result="accepted", others=tuple(self._found(errand)))
            case TellMonitoring() if self._refusals:
                return Outcome(result="refused", why=self._refusals.pop(0))
            case _:
                return Outcome(result="accepted", reference=errand.key)

    def _has_had_enough(self, text: SendText) -> bool:
        """As the ledger counts: so many to a person on a London day, tried ones too; help is uncapped."""
        if text.saying.text in RULES.uncapped:
            return False
        self._texted[london_date(self._clock)] += 1
        return self._texted[london_date(self._clock)] > RULES.caps.person

    def _found(self, look: LookForDuplicates) -> Iterator[UUID]:
        wanted = {compared(crn) for crn in look.crns}
        for other in (theatre._known for theatre in self._others):
            if wanted & set(map(compared, case_numbers(other.referral))) and open_on(other, look.pathways):
                yield other.referral.id

    def _take(self, facts: Sequence[AnyFact]) -> None:
        for fact in facts:
            self.facts.append(fact)
            self._case = evolve(self._known, fact)

    def _settle(self) -> None:
        """What has fallen due, then every errand, until there is neither."""
        self._take(catch_up(self._known, self._clock))
        while self._known.outbox:
            key, errand = next(iter(self._known.outbox.items()))
            answer = ErrandReported(key=key, outcome=self._answer(errand))
            self._take(hear_outside(self._known, answer, self._clock))
