"""The person, and the sheet that says how to reach them safely."""

import re
from datetime import date
from typing import Literal

from pydantic import Field

from interventions.message import Wire
from interventions.vocabulary import Channel, Language, LetterFormat

_CASE_NUMBER = re.compile(r"[A-Z][0-9]{6}")


class Address(Wire):
    """Where a letter goes."""

    lines: tuple[str, ...] = Field(min_length=1, max_length=5)
    postcode: str


class ContactSheet(Wire):
    """How the participant can be reached: what R&M lacks (domain brief 0.4, 0.9).

    `safe` says per channel whether somebody has recorded that contact is safe; a channel that is not
    listed is not known to be safe, and is never used.
    `version` grows with each change, so that a message knows to which sheet it was addressed.
    """

    mobile: str | None = Field(default=None, description="UK mobile, E.164")
    address: Address | None = None
    safe: dict[Channel, bool] = Field(default_factory=dict)
    language: Language = Language.ENGLISH
    letter_format: LetterFormat = LetterFormat.STANDARD
    version: int = 1

    def reach_by(self, channel: Channel) -> Literal["yes", "not-known-safe", "unsafe", "no-details"]:
        """Whether this channel may be used. Anything but "yes" means: send nothing, ask a person."""
        if channel not in self.safe:
            return "not-known-safe"
        if not self.safe[channel]:
            return "unsafe"
        reachable = self.mobile if channel is Channel.TEXT else self.address
        return "yes" if reachable else "no-details"


def is_case_number(crn: str) -> bool:
    """Whether this can be a case number of the probation case system (CRN): a letter and six digits."""
    return _CASE_NUMBER.fullmatch(crn.strip().upper()) is not None


class Participant(Wire):
    """The person on the service (R&M: serviceUser)."""

    crn: str
    first_name: str
    last_name: str
    date_of_birth: date | None = None
    contact: ContactSheet = Field(default_factory=ContactSheet)
