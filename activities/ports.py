"""What the activities need of the world, and not a word more. Fakes sit beside the gateways that answer.

Every `key` is the business's own ("<referral>/reminder/session-3/1"): the same key twice is the same
thing once, whoever asks and however often (reliability brief 1.3).
"""

from collections.abc import Sequence
from typing import Protocol

from interventions.correspondence import Outcome, Paper, Saying
from interventions.facts import Entry
from interventions.participant import Address
from interventions.referral import Referral
from interventions.terms import Terms
from interventions.vocabulary import Language, LetterFormat


class Texts(Protocol):
    """Carries a text to a mobile."""

    def send(self, key: str, to: str, words: str) -> Outcome:
        """Send once under this key; a second call with the key answers as the first did."""
        ...


class Letters(Protocol):
    """Carries a letter to an address."""

    def post(self, key: str, to: str, address: Address, page: str) -> Outcome:
        """Post one HTML page once under this key."""
        ...


class Documents(Protocol):
    """Keeps documents on file."""

    def keep(self, key: str, page: str) -> Outcome:
        """File one HTML page once under this key; `Outcome.reference` says where it lies."""
        ...


class Wording(Protocol):
    """Turns a type into words a person reads."""

    def text(self, saying: Saying, language: Language) -> str:
        """The text's words: one line, neutral, no HTML."""
        ...

    def paper(self, paper: Paper, language: Language, letter_format: LetterFormat) -> str:
        """The letter's or document's page: one complete HTML document."""
        ...


class Register(Protocol):
    """The monitoring register: the facts, append-only."""

    def write(self, entries: Sequence[Entry]) -> None:
        """Write each entry once under its place and time of recording; there already, it adds nothing.

        Another fact at the same place, recorded later, is kept beside the first: the latest stands.
        """
        ...


class Suppression(Protocol):
    """The list of those nobody writes to any more, in any intervention."""

    def suppress(self, crn: str) -> None:
        """Enter a case number; again changes nothing. There is no way back."""
        ...

    def holds(self, crn: str) -> bool:
        """Whether it is on the list."""
        ...


class Reference(Protocol):
    """The catalogue, policies and calendar as they lie today."""

    def terms(self, referral: Referral, policy: str) -> Terms:
        """The terms to pin for this referral.

        Raises:
            CatalogueError: no such policy.
            UnknownService: the referral names an outcomes version that is not there.
        """
        ...
