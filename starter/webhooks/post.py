"""What the door needs of a carrier's requests: that they are genuine, and what they say."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from activities.inbox import InboundText
from activities.sending import Receipt

Form = Sequence[tuple[str, str]]


class Post(Protocol):
    """One carrier's way of speaking to us."""

    def is_genuine(self, path: str, form: Form, headers: Mapping[str, str]) -> bool:
        """Whether the carrier signed this form for this path. `headers` have small letters."""
        ...

    def report(self, token: str, form: Form, seen_at: datetime) -> Receipt | None:
        """What it says became of the text of that token; None where it says nothing we know."""
        ...

    def inbound(self, form: Form, received_at: datetime) -> InboundText | None:
        """The text it hands in; None where it hands in none."""
        ...
