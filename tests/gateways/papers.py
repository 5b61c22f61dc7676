"""Plain printed papers and envelopes to hand to a carrier."""

from typing import Any

from activities.printed import Printed
from interventions.participant import Address
from interventions.vocabulary import Language, LetterFormat
from interventions.words.correspondence import Envelope


def printed(content: str, **changes: Any) -> Printed:
    """A paper that says so."""
    usual: dict[str, Any] = {
        "content": content.encode(),
        "suffix": "pdf",
        "paper": "welcome",
        "reader": "participant",
        "language": Language.ENGLISH,
        "letter_format": LetterFormat.STANDARD,
        "words": "a1b2",
    }
    return Printed(**(usual | changes))


def envelope(to: str, *lines: str, postcode: str = "ZZ1 1ZZ") -> Envelope:
    """An envelope, to 4 Acacia Row unless said otherwise."""
    return Envelope(to=to, address=Address(lines=lines or ("4 Acacia Row", "Northgate"), postcode=postcode))
