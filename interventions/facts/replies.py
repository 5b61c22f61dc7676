"""What participants texted back, and what follows for texts to their number."""

from typing import Literal

from interventions.days.london import Instant
from interventions.facts.fact import Fact
from interventions.vocabulary import ReplyKind, TextsOff


class ReplyReceived(Fact):
    """A text came in. What it says is kept here, and shown nowhere else."""

    fact: Literal["ReplyReceived"] = "ReplyReceived"
    reply: str
    received_at: Instant
    number: str
    kind: ReplyKind
    words: str = ""
    shared: bool = False


class AppointmentConfirmed(Fact):
    """The participant says they will come. Another date for the same meeting is not confirmed by it."""

    fact: Literal["AppointmentConfirmed"] = "AppointmentConfirmed"
    slot: str
    version: int
    reply: str


class TextsStopped(Fact):
    """No text goes to this number any more; a number that changes is another number."""

    fact: Literal["TextsStopped"] = "TextsStopped"
    number: str
    why: TextsOff


class TextsResumed(Fact):
    """Texts may go to this number again."""

    fact: Literal["TextsResumed"] = "TextsResumed"
    number: str
