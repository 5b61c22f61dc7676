"""Everything that is said to people in writing, each as a type, and the errands that carry it out.

The `text` or `paper` literal is the name of its template; the other fields are exactly its facts, so a
missing fact is a type error and not a blank in somebody's letter (style brief D5).
"""

from datetime import date, time
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from interventions.days.london import Instant
from interventions.message import Wire
from interventions.monitoring.records import MonitoringRecord
from interventions.participant import Address
from interventions.vocabulary import ContactType, Language, LetterFormat, Pathway
from interventions.words.paperwork import (
    ActionPlanCopy,
    AppointmentLetter,
    ClosureLetter,
    DateLine,
    DoseLine,
    OutcomeLine,
    Paper,
    ReportPaper,
    TargetLine,
    WelcomeLetter,
)

__all__ = [
    "FAILING",
    "ActionPlanCopy",
    "AppointmentLetter",
    "AskReceipt",
    "AssessmentReminder",
    "ClosureLetter",
    "DateLine",
    "DoseLine",
    "EmergencyText",
    "Envelope",
    "Errand",
    "LookForDuplicates",
    "Outcome",
    "OutcomeLine",
    "Paper",
    "PostLetter",
    "ProduceDocument",
    "ReportPaper",
    "Saying",
    "SendText",
    "SessionReminder",
    "SuppressContact",
    "TargetLine",
    "TellMonitoring",
    "WelcomeLetter",
]


# Why a record is left to people that R&M fails every time, though it takes others.
FAILING = "failing"


class AssessmentReminder(Wire):
    """Reminds of the first meeting (seeds, Referral: text reminder for the first assessment)."""

    text: Literal["assessment-reminder"] = "assessment-reminder"
    starts_at: Instant
    contact: ContactType


class SessionReminder(Wire):
    """Reminds of a delivery session."""

    text: Literal["session-reminder"] = "session-reminder"
    starts_at: Instant
    contact: ContactType


class EmergencyText(Wire):
    """Says where help is, to somebody whose text sounds urgent (reliability brief 2.8: neutral words)."""

    text: Literal["emergency"] = "emergency"


Saying = Annotated[AssessmentReminder | SessionReminder | EmergencyText, Field(discriminator="text")]


class SendText(Wire):
    """An errand: one text to one mobile. Not worth sending from `useless_after` on.

    `key` names it from the business (what, and which date of which meeting), never from a run or an
    attempt, so that a second try finds the first (reliability brief 1.3). `recipient_version` is that of the
    contact sheet it was addressed from. The hours are London's: a try may come long after the errand.
    """

    errand: Literal["text"] = "text"
    key: str
    to: str
    language: Language
    saying: Saying
    useless_after: Instant
    recipient_version: int = 1
    send_from: time = time(9)
    send_until: time = time(19)


class Envelope(Wire):
    """What is seen from outside: a name and an address, and nothing about the service."""

    to: str
    address: Address


class PostLetter(Wire):
    """An errand: one letter to one address."""

    errand: Literal["letter"] = "letter"
    key: str
    to: str
    address: Address
    language: Language
    letter_format: LetterFormat
    paper: Paper
    written_on: date | None = None

    @property
    def envelope(self) -> Envelope:
        """To whom and where."""
        return Envelope(to=self.to, address=self.address)


class ProduceDocument(Wire):
    """An errand: one document for the file."""

    errand: Literal["document"] = "document"
    key: str
    language: Language
    letter_format: LetterFormat
    paper: Paper
    written_on: date | None = None


class SuppressContact(Wire):
    """An errand: put the participant, under every case number they had, on the list of the unwritten-to."""

    errand: Literal["suppress"] = "suppress"
    key: str
    crns: tuple[str, ...]


class TellMonitoring(Wire):
    """An errand: make R&M say what the record says. Under way for one record of a case at a time.

    From `give_up_at` on it comes back "refused", as "failing", where R&M fails it and takes what other cases
    tell it; None: it is tried for ever.
    """

    errand: Literal["monitoring"] = "monitoring"
    key: str
    record: MonitoringRecord
    give_up_at: Instant | None = None


class LookForDuplicates(Wire):
    """An errand: ask the register which other referrals of this person are open on one of these pathways."""

    errand: Literal["look"] = "look"
    key: str
    crns: tuple[str, ...]
    pathways: tuple[Pathway, ...]


class AskReceipt(Wire):
    """An errand: ask the carrier what became of the text or letter sent under the key `about`."""

    errand: Literal["receipt"] = "receipt"
    key: str
    about: str
    of: Literal["text", "letter"] = "text"


Errand = Annotated[
    SendText
    | PostLetter
    | ProduceDocument
    | SuppressContact
    | TellMonitoring
    | LookForDuplicates
    | AskReceipt,
    Field(discriminator="errand"),
]


class Outcome(Wire):
    """How an errand ended. `reference` is the carrier's own; `why` is a code, never free text.

    accepted: the carrier took it. refused: it never will. expired: too late to be of use, not sent.
    failed: nobody knows how to go on; a person must look. Asked after: arrived (a letter: at the post);
    did-not-arrive; accepted: the carrier has it still. Not `traced`: it keeps no account of what it took, so
    that nothing more will be heard and there is nobody to ask.
    `others` are the referrals that were found, where an errand was to find some.
    """

    result: Literal["accepted", "refused", "expired", "failed", "arrived", "did-not-arrive"]
    reference: str = ""
    why: str = ""
    others: tuple[UUID, ...] = ()
    traced: bool = True
