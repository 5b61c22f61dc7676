"""Everything that is said to people in writing, each as a type, and the errands that carry it out.

The `text` or `paper` literal is the name of its template; the other fields are exactly its facts, so a
missing fact is a type error and not a blank in somebody's letter (style brief D5).
"""

from datetime import date, time
from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from interventions.london import Instant
from interventions.message import Wire
from interventions.monitoring.records import MonitoringRecord
from interventions.participant import Address
from interventions.vocabulary import Achievement, ContactType, Language, LetterFormat, Pathway, Unit


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


class WelcomeLetter(Wire):
    """Introduces the caseworker and the support (lifestyle; seeds, Referral). `again` after a change."""

    reader: ClassVar[str] = "participant"
    paper: Literal["welcome"] = "welcome"
    name: str
    caseworker: str
    services: tuple[str, ...]
    again: bool = False


class TargetLine(Wire):
    """One SMART target as the participant reads it."""

    what: str
    measure: str
    by: date
    outcome: str
    owner: str


class DoseLine(Wire):
    """How much and how often, for one pathway. `amount` reads "5 sessions" or "12 hours".

    The figures behind the words are for other languages: `number` of `unit`, `times` in a `period`.
    """

    service: str
    amount: str
    frequency: str
    unit: Unit | None = None
    number: int = 0
    times: int | None = None
    period: str = ""


class DateLine(Wire):
    """One next appointment: `slot` and `version` say which, for a calendar that knows an older date of it."""

    starts_at: Instant
    minutes: int
    contact: ContactType
    place: str
    slot: str = ""
    version: int = 1


class ActionPlanCopy(Wire):
    """The participant's own copy of the approved plan (seeds, Action Plan)."""

    reader: ClassVar[str] = "participant"
    paper: Literal["action-plan"] = "action-plan"
    name: str
    caseworker: str
    version: int
    targets: tuple[TargetLine, ...]
    doses: tuple[DoseLine, ...]
    contacts: tuple[ContactType, ...]
    dates: tuple[DateLine, ...]


class OutcomeLine(Wire):
    """One outcome as reported."""

    outcome: str
    achievement: Achievement
    progress: str
    further_work: str


class ReportPaper(Wire):
    """The end-of-service report as the probation practitioner reads it."""

    reader: ClassVar[str] = "probation-practitioner"
    paper: Literal["end-of-service-report"] = "end-of-service-report"
    reference: str
    name: str
    services: tuple[str, ...]
    caseworker: str
    outcomes: tuple[OutcomeLine, ...]
    doses: tuple[DoseLine, ...]
    sessions_held: int
    next_steps: str
    further_support: str
    further_information: str


class AppointmentLetter(Wire):
    """One appointment by post, where a text cannot go or did not arrive. `first`: the first meeting."""

    reader: ClassVar[str] = "participant"
    paper: Literal["appointment"] = "appointment"
    name: str
    caseworker: str
    first: bool
    date: DateLine


class ClosureLetter(Wire):
    """The last letter to the participant: thanks, and whom to ask. It does not say why it ended."""

    reader: ClassVar[str] = "participant"
    paper: Literal["closure"] = "closure"
    name: str
    caseworker: str


Paper = Annotated[
    WelcomeLetter | ActionPlanCopy | ReportPaper | AppointmentLetter | ClosureLetter,
    Field(discriminator="paper"),
]


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
    """An errand: make R&M say what the record says. Under way for one record of a case at a time."""

    errand: Literal["monitoring"] = "monitoring"
    key: str
    record: MonitoringRecord


class LookForDuplicates(Wire):
    """An errand: ask the register which other referrals of this person are open on one of these pathways."""

    errand: Literal["look"] = "look"
    key: str
    crns: tuple[str, ...]
    pathways: tuple[Pathway, ...]


class AskReceipt(Wire):
    """An errand: ask the carrier what became of the text sent under the key `about`."""

    errand: Literal["receipt"] = "receipt"
    key: str
    about: str


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
    failed: nobody knows how to go on; a person must look. Of a text that was asked after: arrived;
    did-not-arrive; accepted: the carrier has it still. Not `traced`: it keeps no account of what it took, so
    that nothing more will be heard and there is nobody to ask.
    `others` are the referrals that were found, where an errand was to find some.
    """

    result: Literal["accepted", "refused", "expired", "failed", "arrived", "did-not-arrive"]
    reference: str = ""
    why: str = ""
    others: tuple[UUID, ...] = ()
    traced: bool = True
