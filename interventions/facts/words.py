"""What was said to people in writing, and whether it reached a carrier."""

from typing import Literal

from interventions.days.london import Instant
from interventions.facts.fact import Fact
from interventions.vocabulary import Channel
from interventions.words.correspondence import Errand


class WordRequested(Fact):
    """Something is to be sent or produced; `errand` says what, to whom and by when."""

    fact: Literal["WordRequested"] = "WordRequested"
    errand: Errand


class WordWithheld(Fact):
    """Nothing was sent: this channel is not known to be safe, or leads nowhere."""

    fact: Literal["WordWithheld"] = "WordWithheld"
    key: str
    channel: Channel
    why: str


class WordPostponed(Fact):
    """It fell due outside the hours in which a phone may ring."""

    fact: Literal["WordPostponed"] = "WordPostponed"
    key: str
    until: Instant


class WordLapsed(Fact):
    """It came too late to be of use and was not sent."""

    fact: Literal["WordLapsed"] = "WordLapsed"
    key: str


class WordAccepted(Fact):
    """The carrier took it, or the document is made. Accepted is not delivered; untraced, nobody will say."""

    fact: Literal["WordAccepted"] = "WordAccepted"
    key: str
    reference: str
    traced: bool = True


class WordFailed(Fact):
    """It could not be sent or produced; `why` is a code."""

    fact: Literal["WordFailed"] = "WordFailed"
    key: str
    why: str


class WordDelivered(Fact):
    """The carrier says it arrived, or that it did not; `code` is the carrier's own."""

    fact: Literal["WordDelivered"] = "WordDelivered"
    key: str
    arrived: bool
    code: str = ""


class ReceiptAnswered(Fact):
    """The carrier was asked after the text `about`, and answered, or knew nothing new (`silence`)."""

    fact: Literal["ReceiptAnswered"] = "ReceiptAnswered"
    key: str
    about: str
    answer: Literal["arrived", "did-not-arrive", "silence"]
    code: str = ""
