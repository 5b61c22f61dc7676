"""What a carrier of texts is asked, and how it answers: in our words, never in its own.

A carrier is asked to send only what the ledger has granted, and answers with certainty or says that it has
none (reliability brief 1.3: definitely accepted, definitely not, ambiguous).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

from activities.sending import Receipt


@dataclass(frozen=True)
class OutgoingText:
    """One text to carry. `key` is the business's, `token` the ledger's; it is of no use after `valid_for`."""

    key: str
    token: str
    to: str
    words: str
    valid_for: timedelta


@dataclass(frozen=True)
class Answer:
    """What a carrier made of a text. `why` is a code; `after` is how long it asks to be left alone.

    taken: it has it. refused: it never will. not-now: it certainly has not; ask again. halted: it certainly
    has not, and somebody must put our account right. in-doubt: nobody knows.
    """

    said: Literal["taken", "refused", "not-now", "halted", "in-doubt"]
    reference: str = ""
    why: str = ""
    after: timedelta | None = None


class CannotLook(Exception):
    """The carrier could not be asked what it has. `why` is a code."""

    def __init__(self, why: str, after: timedelta | None = None) -> None:
        self.why, self.after = why, after
        super().__init__(why)


class Texts(Protocol):
    """Carries texts to mobiles."""

    def send(self, text: OutgoingText) -> Answer:
        """Hand one text over."""
        ...

    def find(self, text: OutgoingText, since: datetime) -> tuple[str, ...]:
        """The references of texts it took since an instant that may be this one, the earliest first.

        Raises:
            CannotLook: it could not be asked.
        """
        ...

    def traces(self, to: str) -> bool:
        """Whether it will say what became of a text to this number, by itself or when it is asked."""
        ...

    def look_up(self, reference: str) -> Receipt | None:
        """How a text it took is doing, without its token; None where it knows no such text.

        Raises:
            CannotLook: it could not be asked.
        """
        ...
