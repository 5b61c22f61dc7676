"""A paper as it leaves the press, with all that is to be known of it later."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from interventions.vocabulary import Language, LetterFormat


@dataclass(frozen=True)
class Printed:
    """`content` is a PDF, or the page itself (HTML) where there is no press; `calendar` is iCalendar.

    `words` says which templates and fonts made it, by their hash; `reader` for whom, by role.
    """

    content: bytes
    suffix: Literal["pdf", "html"]
    paper: str
    reader: str
    language: Language
    letter_format: LetterFormat
    words: str
    calendar: bytes = b""

    @property
    def about(self) -> dict[str, str]:
        """What is kept beside it: its hash (SHA-256), its words, its reader, its language and format."""
        return {
            "paper": self.paper,
            "sha256": sha256(self.content).hexdigest(),
            "words": self.words,
            "for": self.reader,
            "language": self.language.value,
            "format": self.letter_format.value,
        }
