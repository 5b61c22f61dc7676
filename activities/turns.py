"""Whose turn it is to tell R&M of an intervention: one at a time, whoever asks and from wherever.

R&M's writes are not idempotent, and two who read before they write may both find nothing there (decision 12).
"""

from datetime import timedelta
from typing import Protocol
from uuid import UUID


class Turns(Protocol):
    """The turns, one for each intervention. Safe to share among threads and processes.

    Time is the keeper's own, never the asker's: workers' clocks may differ.
    """

    def take(self, referral_id: UUID, holder: str, lease: timedelta) -> timedelta:
        """Take the turn for so long, unless somebody has it: then how long they may have it yet, else none.

        `holder` is a name nobody else uses, a new one for every try.
        """
        ...

    def leave(self, referral_id: UUID, holder: str, rest: timedelta) -> None:
        """Give the turn back; nobody gets it for so long. Who has it no longer changes nothing."""
        ...
