"""Every letter and document, each as a type: the `paper` literal is the name of its template.

The other fields are exactly its facts, so a missing fact is a type error and not a blank in somebody's letter
(style brief D5). `reader` says for whom it is, by role.
"""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from interventions.days.london import Instant
from interventions.message import Wire
from interventions.vocabulary import Achievement, ContactType, Unit


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
