"""Gateways that remember instead of doing: for tests, and wherever nothing may leave the house."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from threading import Lock
from typing import Generic, TypeVar
from uuid import UUID

from activities.printed import Printed
from gateways.account import may_be_open, standing
from gateways.case_number import compared
from interventions.facts import Entry
from interventions.life.duplicates import case_numbers, says_who
from interventions.vocabulary import Pathway
from interventions.words.correspondence import Envelope, Outcome


@dataclass(frozen=True)
class PostedLetter:
    """A letter as it was handed over."""

    key: str
    envelope: Envelope
    printed: Printed


@dataclass(frozen=True)
class KeptDocument:
    """A document as it was filed."""

    key: str
    printed: Printed


Thing = TypeVar("Thing", PostedLetter, KeptDocument)


class _Remembered(Generic[Thing]):
    """Things by key, in order; the first under a key stands, with its outcome."""

    def __init__(self) -> None:
        self._things: dict[str, tuple[Thing, Outcome]] = {}
        self._lock = Lock()

    def _once(self, thing: Thing, outcome: Outcome) -> Outcome:
        with self._lock:
            return self._things.setdefault(thing.key, (thing, outcome))[1]

    def _ended(self, result: str) -> tuple[Thing, ...]:
        with self._lock:
            return tuple(thing for thing, outcome in self._things.values() if outcome.result == result)


class RememberedLetters(_Remembered[PostedLetter]):
    """Letters. Of those it `follows`, by their keys, it says what became of them."""

    def __init__(self, follows: Mapping[str, Outcome] | None = None) -> None:
        super().__init__()
        self._follows = follows

    def follows_letters(self) -> bool:
        """Whether it was told to."""
        return self._follows is not None

    def letter_became(self, key: str) -> Outcome:
        """As it was told; on its way, where it was not."""
        return (self._follows or {}).get(key, Outcome(result="accepted"))

    def post(self, key: str, envelope: Envelope, printed: Printed) -> Outcome:
        """Remember one letter once under this key."""
        outcome = Outcome(result="accepted", reference=f"letters/{key}")
        return self._once(PostedLetter(key, envelope, printed), outcome)

    @property
    def posted(self) -> tuple[PostedLetter, ...]:
        """Every letter, in order."""
        return self._ended("accepted")


class RememberedDocuments(_Remembered[KeptDocument]):
    """Documents."""

    def keep(self, key: str, printed: Printed) -> Outcome:
        """Remember one document once under this key."""
        outcome = Outcome(result="accepted", reference=f"documents/{key}")
        return self._once(KeptDocument(key, printed), outcome)

    @property
    def kept(self) -> tuple[KeptDocument, ...]:
        """Every document, in order."""
        return self._ended("accepted")


class RememberedRegister:
    """The register, with the manners of the real one."""

    def __init__(self) -> None:
        self._written: dict[tuple[UUID, int, datetime], Entry] = {}
        self._known: defaultdict[str, set[UUID]] = defaultdict(set)
        self._lock = Lock()

    def write(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Remember each entry once under its place and time: all of the page, or none of it.

        Answers those in whose place and time another fact stands already.

        Raises:
            ValueError: an entry's `recorded_at` has no UTC offset.
        """
        if any(entry.recorded_at.utcoffset() is None for entry in entries):
            raise ValueError("recorded_at: needs a UTC offset")
        contradicted: list[Entry] = []
        with self._lock:
            for entry in entries:
                place = entry.referral_id, entry.sequence, entry.recorded_at
                if self._written.setdefault(place, entry) != entry:
                    contradicted.append(entry)
                if who := says_who(entry.fact):
                    self._note(entry.referral_id, case_numbers(who))
        return tuple(contradicted)

    @property
    def written(self) -> tuple[Entry, ...]:
        """Every entry, in the order it was written."""
        with self._lock:
            return tuple(self._written.values())

    def entries(self, referral_id: UUID) -> tuple[Entry, ...]:
        """The account of one referral that stands, in order; empty where there is nothing."""
        return standing(entry for entry in self.written if entry.referral_id == referral_id)

    def others_open(
        self, referral_id: UUID, crns: Sequence[str], pathways: Sequence[Pathway]
    ) -> tuple[UUID, ...]:
        """Every other referral of one of these case numbers, however typed, open on one of these pathways.

        It lets this referral be found by its numbers first, so of two that look at once one finds the other.
        """
        with self._lock:
            self._note(referral_id, crns)
            others = sorted({whose for crn in crns for whose in self._known[compared(crn)]} - {referral_id})
        return tuple(other for other in others if may_be_open(partial(self.entries, other), pathways))

    def _note(self, referral_id: UUID, crns: Sequence[str]) -> None:
        for crn in crns:
            self._known[compared(crn)].add(referral_id)

    def referrals(self) -> tuple[UUID, ...]:
        """Every referral there is something on, the first recorded first."""
        first: dict[UUID, Entry] = {}
        for entry in sorted(self.written, key=lambda entry: (entry.recorded_at, str(entry.referral_id))):
            first.setdefault(entry.referral_id, entry)
        return tuple(first)


class RememberedSuppression:
    """The list of those nobody writes to any more."""

    def __init__(self) -> None:
        self._held: dict[str, str] = {}
        self._lock = Lock()

    def suppress(self, crn: str) -> None:
        """Enter a case number; again, however it is typed, changes nothing."""
        with self._lock:
            self._held.setdefault(compared(crn), crn)

    def holds(self, crn: str) -> bool:
        """Whether it is on the list, however it is typed."""
        with self._lock:
            return compared(crn) in self._held
