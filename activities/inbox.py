"""Texts people send us: each kept once under the carrier's own id, however often it is handed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True)
class InboundText:
    """A text as it came in. Numbers are E.164; `handed_to` are the interventions that have heard of it.

    `heard_by_all`: so has everybody it was for, and whom it is for is not asked again.
    """

    provider_id: str
    sender: str
    receiver: str
    words: str
    received_at: datetime
    handed_to: tuple[UUID, ...] = ()
    answered_at: datetime | None = None
    heard_by_all: bool = False


class Inbox(Protocol):
    """Every text that came in. Safe to share among threads and processes."""

    def receive(self, text: InboundText) -> InboundText:
        """Keep a text, unless one with its provider id is there: then answer what stands."""
        ...

    def waiting(self, after: InboundText | None = None) -> tuple[InboundText, ...]:
        """Texts not yet heard by all they may be for, however old, the earliest first.

        At most `AT_ONCE`, for after an outage there may be many: those that come `after` a text, if given.
        """
        ...

    def heard(self, provider_id: str) -> None:
        """Note that everybody it may be for has heard of it."""
        ...

    def handed(self, provider_id: str, to: Iterable[UUID]) -> None:
        """Note that these interventions have heard of it; those noted before stay."""
        ...

    def answered(self, provider_id: str, at: datetime) -> None:
        """Note that it got an automatic answer; the first time stands."""
        ...

    def answers_since(self, sender: str, since: datetime) -> int:
        """How many automatic answers a number has had since an instant: a loop is broken by counting."""
        ...
