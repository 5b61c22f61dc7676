"""The tie between workflow and core: the same messages at the same instants, told again to the core alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from demo.theatre import Theatre
from interventions.case import Case
from interventions.conversation import catch_up, hear, hear_outside
from interventions.evolve import begin, evolve_all
from interventions.facts import (
    AnyFact,
    DuplicatesLookedFor,
    Entry,
    MessageKept,
    MessageSetAside,
    MonitoringLeftToPeople,
    MonitoringNeverTold,
    MonitoringSeen,
    MonitoringTold,
    ReceiptAnswered,
    ReferralReceived,
    ReplyReceived,
    WordAccepted,
    WordDelivered,
    WordFailed,
    WordRequested,
)
from interventions.messages import (
    SIGNALS,
    DeliveryReceipt,
    ErrandReported,
    Message,
    MonitoringShown,
    Spoken,
    TextReply,
)
from interventions.promises.terms import Terms
from interventions.referral import Referral
from interventions.stages.referral import receive
from interventions.words.correspondence import Outcome, TellMonitoring
from workflows.contract import Receipt

Said = Mapping[int, tuple[Message, datetime]]


@dataclass
class Overheard:
    """A theatre, and what was said in it: each message with its receipt."""

    theatre: Theatre
    heard: list[tuple[Spoken, Receipt]] = field(default_factory=list)

    async def opens(self, referral: Referral, policy: str, received_at: datetime) -> None:
        await self.theatre.opens(referral, policy, received_at)

    async def beside(
        self, other: Referral, policy: str, received_at: datetime, said: Sequence[Spoken]
    ) -> None:
        await self.theatre.beside(other, policy, received_at, said)

    async def waits_until(self, instant: datetime) -> None:
        await self.theatre.waits_until(instant)

    async def says(self, message: Spoken) -> Receipt:
        receipt = await self.theatre.says(message)
        self.heard.append((message, receipt))
        return receipt

    def rm_refuses(self, why: str) -> None:
        self.theatre.rm_refuses(why)

    async def tells(self, message: Message) -> None:
        await self.theatre.tells(message)

    async def case(self) -> Case:
        return await self.theatre.case()


def retold(
    entries: Sequence[Entry], referral: Referral, terms: Terms, heard: Sequence[tuple[Spoken, Receipt]]
) -> list[AnyFact]:
    """What the core decides when it hears the same, and wakes, at the very instants the workflow did.

    A receipt says which facts are its message's: the last `len(facts)` up to its sequence.
    """
    said = {
        receipt.sequence - len(receipt.facts): (message, receipt.at)
        for message, receipt in heard
        if receipt.facts
    }
    facts: list[AnyFact] = [receive(referral, terms, entries[0].recorded_at)]
    case = begin(facts[0]) if isinstance(facts[0], ReferralReceived) else None
    assert case is not None
    while len(facts) < len(entries):
        new = _next(case, entries[len(facts)], said)
        assert new, f"the core decides nothing where the workflow wrote {entries[len(facts)].fact.fact}"
        facts, case = [*facts, *new], evolve_all(case, new)
    return facts


def _next(case: Case, entry: Entry, said: Said) -> tuple[AnyFact, ...]:
    if case.sequence in said:
        message, at = said[case.sequence]
        return hear(case, message, at)
    match entry.fact:
        case WordAccepted(key=key, reference=reference, traced=traced):
            outcome = Outcome(result="accepted", reference=reference, traced=traced)
            answer = ErrandReported(key=key, outcome=outcome)
            return hear_outside(case, answer, entry.recorded_at)
        case DuplicatesLookedFor(key=key, others=others):
            answer = ErrandReported(key=key, outcome=Outcome(result="accepted", others=others))
            return hear_outside(case, answer, entry.recorded_at)
        case WordFailed(key=key, why=why):
            refused = ErrandReported(key=key, outcome=Outcome(result="refused", why=why))
            return hear_outside(case, refused, entry.recorded_at)
        case ReceiptAnswered(key=key, answer=answer, code=code):
            result = "accepted" if answer == "silence" else answer
            told = ErrandReported(key=key, outcome=Outcome(result=result, why=code))
            return hear_outside(case, told, entry.recorded_at)
        case ReplyReceived():
            said_back = TextReply.model_validate(entry.fact.model_dump())
            return hear_outside(case, said_back, entry.recorded_at)
        case MonitoringTold(key=key, reference=reference):
            answer = ErrandReported(key=key, outcome=Outcome(result="accepted", reference=reference))
            return hear_outside(case, answer, entry.recorded_at)
        case MonitoringLeftToPeople(key=key, why=why) | MonitoringNeverTold(key=key, why=why) if (
            key in case.outbox
        ):
            answer = ErrandReported(key=key, outcome=Outcome(result="refused", why=why))
            return hear_outside(case, answer, entry.recorded_at)
        case MonitoringSeen(seen=seen):
            return hear_outside(case, MonitoringShown(seen=seen), entry.recorded_at)
        case WordDelivered(key=key, arrived=arrived):
            return hear_outside(
                case, DeliveryReceipt(key=key, arrived=arrived, code=entry.fact.code), entry.recorded_at
            )
        case MessageKept(message=name, content=content) | MessageSetAside(message=name, content=content):
            return hear_outside(case, SIGNALS[name].model_validate_json(content), entry.recorded_at)
        case _:
            return catch_up(case, entry.recorded_at)


def to_the_minute(facts: Sequence[AnyFact]) -> list[Any]:
    """The facts with every instant rounded down to its minute, and without what only the carriers decide:
    their own references, and who of them answers first when several were asked at once.
    """
    told: list[Any] = []
    for answers, run in groupby(facts, _by_a_carrier):
        some = [_rounded(fact.model_dump(exclude={"reference"})) for fact in run]
        told += sorted(some, key=_about) if answers else some
    return told


def _by_a_carrier(fact: AnyFact) -> bool:
    """An answer, or R&M's next record, whose turn an answer brings."""
    if isinstance(fact, WordRequested):
        return isinstance(fact.errand, TellMonitoring)
    return isinstance(fact, WordAccepted | DuplicatesLookedFor | MonitoringTold)


def _about(fact: dict[str, Any]) -> str:
    return str(fact.get("key") or fact["errand"]["key"])


def _rounded(value: Any) -> Any:
    match value:
        case datetime():
            return value.replace(second=0, microsecond=0)
        case dict():
            return {key: _rounded(each) for key, each in value.items()}
        case list() | tuple():
            return [_rounded(each) for each in value]
        case _:
            return value
