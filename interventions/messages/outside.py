"""What the world says, and what the shell says to itself."""

from pydantic import Field

from interventions.days.london import Instant
from interventions.messages.message import Message
from interventions.monitoring.seen import SeenReferral
from interventions.vocabulary import ReplyKind
from interventions.words.correspondence import Outcome


class DeliveryReceipt(Message):
    """The carrier says whether a text arrived."""

    key: str
    arrived: bool
    code: str = Field(default="", description="the carrier's own, where it did not arrive")


class TextReply(Message):
    """A participant answered a text, or wrote to us unasked.

    `words` is left out where the number is shared and nobody can tell who wrote: what one participant wrote
    is not another's to read. `answers` says whether this intervention is the one to text back.
    """

    reply: str = Field(min_length=1, description="the provider's id of the message")
    received_at: Instant
    number: str = Field(description="who wrote, E.164")
    kind: ReplyKind
    words: str = Field(default="", max_length=2000)
    shared: bool = Field(default=False, description="others use the number, and any of them may have written")
    answers: bool = True


class ErrandReported(Message):
    """An errand came back. Said by the shell, with the carrier's answer."""

    key: str
    outcome: Outcome


class MonitoringShown(Message):
    """Somebody looked, and R&M shows this of the referral now."""

    seen: SeenReferral
