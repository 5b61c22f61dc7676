"""What somebody does at the command line again and again, and when."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from tests.starter.command_line import SAM, Desk, sent_today, written
from tests.starter.documents import example

Seen = TypeVar("Seen")
PRACTITIONER = ("--by", "NATASHA.HOLLIS")
ROOM = ("--place", "Room 2, 1 Mill Lane")


async def referred(desk: Desk, folder: Path, changes: Mapping[str, object] | None = None) -> str:
    """Refers somebody of their own; the referral's id."""
    document = sent_today(changes)
    answer = await desk.types("refer", written(folder / "referral.json", document))
    assert answer.exit_code == 0, answer
    return str(document["id"])


async def allocated(desk: Desk, folder: Path) -> str:
    """Refers somebody and allocates them to a caseworker; the referral's id."""
    person = await referred(desk, folder)
    await desk.hears("allocate", person, "--caseworker", SAM, "--name", "Sam Okafor")
    return person


async def assessed(desk: Desk, person: str) -> None:
    """Books an assessment by phone that begins at once, and records it."""
    begins = soon(6)
    await desk.hears("book", person, "--risk-read", "--at", begins.isoformat(), "--contact", "phone")
    await comes(begins)
    held = ("--attended", "late", "--late-reason", "the bus", "--needs", "housing", "--barriers", "none")
    assert (await desk.hears("record", person, *held, "--minutes", "45"))["stage"] == "action-plan"


def soon(seconds: float) -> datetime:
    """So many seconds from now."""
    return datetime.now(UTC) + timedelta(seconds=seconds)


async def comes(moment: datetime) -> None:
    """Waits until an appointment has begun, in real time."""
    await asyncio.sleep(max(0.0, (moment - datetime.now(UTC)).total_seconds()) + 0.1)


async def eventually(look: Callable[[], Awaitable[Seen]], wanted: Callable[[Seen], bool]) -> None:
    """Looks until it is as wanted: what is listed follows what happened within moments, not at once."""
    for _ in range(40):
        seen = await look()
        if wanted(seen):
            return
        await asyncio.sleep(0.25)
    raise AssertionError(f"still {seen}")


def a_plan(first: datetime) -> dict[str, Any]:
    """The example's plan cut down to one session, which is the final one, with dates that lie ahead."""
    plan = example("plans/lifestyle-low.json")
    by = soon(30 * 86_400).date().isoformat()
    return {
        **plan,
        "targets": [{**target, "by": by} for target in plan["targets"]],
        "doses": [{**plan["doses"][0], "amount": 1}],
        "dates": [{"starts_at": first.isoformat(), "place": ROOM[1]}],
        "reason": "moves away next week",
    }
