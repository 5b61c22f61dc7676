"""Keeping the register's current state current, beside the workers: nothing waits for it."""

import asyncio
import logging
from typing import Protocol

log = logging.getLogger("worker")

EVERY_SECONDS = 10
# As many as are read within a second or two: no longer than a draining worker can wait.
AT_ONCE = 500


class Read(Protocol):
    """What one turn came to."""

    @property
    def read(self) -> int:
        """Interventions brought up to date."""
        ...

    @property
    def unread(self) -> int:
        """Interventions this release could not read."""
        ...


class CurrentState(Protocol):
    """As much of the register's current state as keeping it takes."""

    def catch_up(self, at_most: int | None = None) -> Read:
        """Read again what was written since it was last read."""
        ...


async def keep_current(state: CurrentState, every_seconds: float = EVERY_SECONDS) -> None:
    """Catch up, for ever; while the database is away, try again at the next turn."""
    while True:
        if await asyncio.to_thread(_one_turn, state) < AT_ONCE:
            await asyncio.sleep(every_seconds)


def _one_turn(state: CurrentState) -> int:
    try:
        brought = state.catch_up(AT_ONCE)
    except Exception as error:  # noqa: BLE001 - a vendor's own; whoever reads the state catches up first
        log.warning("the register's current state could not be brought up to date: %s", type(error).__name__)
        return 0
    if brought.unread:
        log.warning("interventions this release cannot read: %s", brought.unread)
    return brought.read + brought.unread
