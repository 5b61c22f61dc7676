"""A realistic caseload without waiting for it: stories walked by the core at many starts, then copied."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

from demo.performance import Departure
from demo.theatre import CoreTheatre
from gateways.shelf import Shelf
from interventions.facts import AnyFact, Entry, ReferralReceived
from interventions.figures.intervention import Figures, figures
from tests.stories.staging import performed, referral_of, story_of

# How often each story comes in a hundred: most lives go well, and every picture has something to show.
OFTEN = {
    "lifestyle-low": 14,
    "lifestyle-medium": 12,
    "lifestyle-high": 7,
    "family-low": 10,
    "family-medium": 7,
    "family-high": 4,
    "both-pathways": 5,
    "one-forfeited-of-five": 6,
    "withdrawn-not-engaged": 5,
    "withdrawn-moved-away": 3,
    "withdrawn-ineligible": 3,
    "withdrawn-all-on-record": 3,
    "assessment-missed": 4,
    "assessment-never-booked": 2,
    "moved-by-the-provider": 2,
    "rebooked": 3,
    "plan-returned": 2,
    "report-late": 3,
    "update-late": 2,
    "attended-late": 2,
    "no-session-providers-fault": 1,
}
WEEKS = 52
THE_END = datetime(2027, 3, 31, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Life:
    """One walked account and its row."""

    entries: tuple[Entry, ...]
    row: Figures


def walked(every: int = 4, until: datetime = THE_END) -> list[Life]:
    """Each story, begun every so many weeks for a year from 1 April 2026, as far as it got `until` then."""
    shelf = Shelf.from_files()
    lives = []
    for name in OFTEN:
        first = story_of(name).opening.sent
        weeks = -(-(datetime(2026, 4, 1, tzinfo=UTC).date() - first).days // 7)
        for number in range(0, WEEKS, every):
            facts = _facts(name, timedelta(weeks=weeks + number), shelf)
            known = tuple(fact for fact in facts if fact.at <= until)
            if known:
                entries = _entries(known)
                lives.append(Life(entries, figures(entries)))
    return lives


def caseload(lives: Sequence[Life], count: int, seed: int = 7) -> Iterator[Life]:
    """So many lives, drawn as often as their stories come, each row under an id of its own."""
    random = Random(seed)  # noqa: S311 - a caseload to measure with, not a secret
    each = len(lives) // len(OFTEN)
    weights = [often for often in OFTEN.values() for _ in range(each)][: len(lives)]
    weights += [1] * (len(lives) - len(weights))
    for life in random.choices(lives, weights, k=count):
        new = {"referral_id": UUID(int=random.getrandbits(128)), "contract_ref": "PRJ_5626"}
        yield replace(life, row=life.row.model_copy(update=new))


def _facts(name: str, shift: timedelta, shelf: Shelf) -> list[AnyFact]:
    """What the story comes to from that week on; where a bank holiday spoils it, as far as it went."""
    theatre, story = CoreTheatre(shelf), story_of(name, shift)
    with suppress(Departure):  # another week has other holidays: what was done until then is a life too
        asyncio.run(performed(story, referral_of(story, shelf), theatre))
    return theatre.facts


def _entries(facts: Sequence[AnyFact]) -> tuple[Entry, ...]:
    begun = facts[0]
    if not isinstance(begun, ReferralReceived):
        raise AssertionError("an account begins with the referral")
    latest, entries = begun.at, []
    for sequence, fact in enumerate(facts, start=1):
        latest = max(latest, fact.at)
        entries.append(Entry(referral_id=begun.referral.id, sequence=sequence, recorded_at=latest, fact=fact))
    return tuple(entries)
