"""The turns of telling R&M in memory, with the manners of the real ones."""

from collections.abc import Callable
from datetime import timedelta
from threading import Lock
from time import monotonic
from uuid import UUID

NOBODY = ("", float("-inf"))


class RememberedTurns:
    """Who has the turn of which intervention, and until when; `clock` is in seconds and only goes forward."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._turns: dict[UUID, tuple[str, float]] = {}
        self._lock = Lock()

    def take(self, referral_id: UUID, holder: str, lease: timedelta) -> timedelta:
        """Take the turn, unless somebody has it: then how long they may have it yet."""
        with self._lock:
            now, (_, until) = self._clock(), self._turns.get(referral_id, NOBODY)
            if until > now:
                return timedelta(seconds=until - now)
            self._turns[referral_id] = (holder, now + lease.total_seconds())
            return timedelta()

    def leave(self, referral_id: UUID, holder: str, rest: timedelta) -> None:
        """Give the turn back; nobody gets it for so long."""
        with self._lock:
            if self._turns.get(referral_id, NOBODY)[0] == holder:
                self._turns[referral_id] = (holder, self._clock() + rest.total_seconds())
