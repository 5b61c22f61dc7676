"""Everything the stand-in knows, open to a test or a demo: referrals, people, switches, calls."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import UUID

from examples.refer_and_monitor.delius import Delius
from examples.refer_and_monitor.events import EventFeed
from examples.refer_and_monitor.people import Person, practitioner, provider
from examples.refer_and_monitor.records import Json, Plan
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.refusals import not_found
from examples.refer_and_monitor.tokens import Tokens
from examples.refer_and_monitor.troubles import Troubles

CONTRACTS = ("PRJ_5626", "PRJ_5636")


class Call(NamedTuple):
    """One request that arrived, whatever became of it."""

    method: str
    path: str


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass
class World:
    """The whole of R&M. `clock` says what time it is there; `auto_approval` is its habit since 2024.

    Where `keeps_time` is off no date is too early, too late or still to come: for a demo in virtual time,
    in which every intervention has a clock of its own.

    `swaps_backdated` is its mix-up of two texts of an assessment told of afterwards (F17).
    `stale_reads` is how many reads of a referral still show what was shown before its last event: R&M
    publishes before it commits (domain brief 6, F2).
    """

    clock: Callable[[], datetime] = _now
    keeps_time: bool = True
    auto_approval: bool = True
    swaps_backdated: bool = True
    stale_reads: int = 0
    tokens: Tokens = field(default_factory=Tokens)
    troubles: Troubles = field(default_factory=Troubles)
    events: EventFeed = field(default_factory=EventFeed)
    delius: Delius = field(default_factory=Delius)
    people: dict[str, Person] = field(default_factory=dict)
    referrals: dict[UUID, SentReferral] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.welcome(provider("throughline.service", 1, *CONTRACTS))
        self.welcome(practitioner("natasha.hollis", 928_476))

    def welcome(self, person: Person) -> Person:
        """Give somebody an account."""
        self.people[person.username] = person
        return person

    def seed(self, document: Json) -> SentReferral:
        """Take in a sent referral, as `examples/*.json` has it, and publish that it was sent."""
        referral = SentReferral.of(document)
        self.referrals[referral.id] = referral
        self.publish("referral.sent", referral, f"/sent-referral/{referral.id}")
        return referral

    def referral(self, referral_id: UUID) -> SentReferral:
        """The referral with this id.

        Raises:
            Refused: 404.
        """
        if referral_id not in self.referrals:
            raise not_found("referral")
        return self.referrals[referral_id]

    def plan(self, plan_id: UUID) -> tuple[SentReferral, Plan]:
        """The plan with this id, and its referral.

        Raises:
            Refused: 404.
        """
        for referral in self.referrals.values():
            for plan in referral.plans:
                if plan.id == plan_id:
                    return referral, plan
        raise not_found("action plan")

    def publish(self, kind: str, referral: SentReferral, path: str, **told: str | None) -> None:
        """Publish an event about this referral."""
        referral.stale_reads = self.stale_reads
        about = {"referralId": str(referral.id)} | told
        self.events.publish(kind, self.clock(), referral.crn, path, about)

    def forget(self) -> None:
        """Begin again with nothing but the clock, the accounts and whoever is signed in."""
        self.tokens.switch_back()
        fresh = World(clock=self.clock, people=self.people, tokens=self.tokens)
        self.__dict__.update(fresh.__dict__)
