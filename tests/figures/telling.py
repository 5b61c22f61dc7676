"""Stories told by the core, and the figures they come to."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path

from demo.theatre import CoreTheatre
from gateways.shelf import Shelf
from interventions.facts import AnyFact, Entry
from interventions.figures.intervention import Figures, figures
from interventions.figures.profile import KPI, Profile
from starter.report_cells import as_text
from tests.stories.staging import performed, referral_of, story_of

BY_HAND = Path(__file__).parent / "by-hand.txt"
BY_HAND_FOR_RM = Path(__file__).parent / "by-hand-rm.txt"


@cache
def the_shelf() -> Shelf:
    return Shelf.from_files()


def entries_of(name: str, shift: timedelta = timedelta(0)) -> tuple[Entry, ...]:
    """The story's account, as a register would hold it."""
    theatre, story = CoreTheatre(the_shelf()), story_of(name, shift)
    referral = referral_of(story, the_shelf())
    asyncio.run(performed(story, referral, theatre))
    return recorded(theatre.facts)


def recorded(facts: list[AnyFact]) -> tuple[Entry, ...]:
    """Facts under their places, each written down when the last of those before it had happened."""
    latest, entries = facts[0].at, []
    for sequence, fact in enumerate(facts, start=1):
        latest = max(latest, fact.at)
        referral = getattr(facts[0], "referral")  # noqa: B009 - the first fact is the referral
        entries.append(Entry(referral_id=referral.id, sequence=sequence, recorded_at=latest, fact=fact))
    return tuple(entries)


@cache
def row_of(name: str) -> Figures:
    """The story's row."""
    return figures(entries_of(name))


def printed(row: Figures, profile: Profile = KPI) -> dict[str, str]:
    """The row as the profile prints it."""
    names = [column.name for column in profile.columns]
    return dict(zip(names, map(as_text, profile.cells(row)), strict=True))


@cache
def counted_by_hand(file: Path = BY_HAND) -> Mapping[str, Mapping[str, str]]:
    """What was counted by hand: by story, by measure."""
    table: dict[str, dict[str, str]] = {}
    story = ""
    for line in file.read_text("utf-8").splitlines():
        said = line.partition("#")[0].rstrip()
        if said and not said.startswith(" "):
            story = said
            table[story] = {}
        elif said:
            measure, value = said.split(maxsplit=1)
            table[story][measure] = "" if value == "-" else value
    return table
