"""What can be typed after a verb: an option for each field of a message, under the field's own name."""

from pathlib import Path
from typing import Annotated, Literal
from uuid import UUID

import typer

from interventions.vocabulary import Attended, Complexity, ContactType, NoSessionReason, Pathway

WHEN = '"2026-03-10 14:00" is London time; or with an offset, "2026-03-10T14:00Z"'

# Every verb about one referral.
ReferralId = Annotated[UUID, typer.Argument(metavar="REFERRAL_ID", help="the referral's id")]
AsJson = Annotated[bool, typer.Option("--json", help="answer in JSON")]
Wait = Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="how long to wait for an answer")]

# Every verb that reads out what people wrote.
Reader = Annotated[
    str,
    typer.Option(
        "--by", envvar="THROUGHLINE_STAFF", help="staff reference of who reads; for a restricted case"
    ),
]

# Every verb that says something.
By = Annotated[str, typer.Option(envvar="THROUGHLINE_STAFF", help="staff reference of who says it")]
MessageId = Annotated[
    str | None, typer.Option(metavar="ID", help="of your choice: the same again is heard only once")
]
Reason = Annotated[str, typer.Option(help="asked for where it leaves the norm or changes what stood")]

# Allocation.
Caseworker = Annotated[str, typer.Option(help="the caseworker's staff reference")]
Name = Annotated[str, typer.Option(help="the caseworker's name, as the participant will read it")]

# Appointments.
At = Annotated[str, typer.Option("--at", metavar="WHEN", help=WHEN)]
Minutes = Annotated[int | None, typer.Option(help="how long")]
Contact = Annotated[ContactType, typer.Option(help="how they meet")]
Place = Annotated[str, typer.Option(help="where, for a meeting in person")]
Slot = Annotated[str | None, typer.Option(help='"assessment", "session-3"; left out, the one that is owed')]
Service = Annotated[Pathway | None, typer.Option(help="which pathway, where two are owed")]
Modules = Annotated[list[str] | None, typer.Option("--module", help="what it is about; repeatable")]
Final = Annotated[bool | None, typer.Option("--final/--not-final", help="whether it is the final session")]
Offered = Annotated[bool, typer.Option("--face-to-face-offered", help="a meeting in person was offered")]
RiskRead = Annotated[
    bool, typer.Option("--risk-read", help="the caseworker has read the risk information in R&M; said once")
]
MovedBy = Annotated[
    Literal["participant", "provider"] | None, typer.Option(help="who asked to move the date that stood")
]
WhyBooked = Annotated[
    str, typer.Option(help="why the date that stood is moved; of a new one, why it leaves the norm")
]
AllTheSame = Annotated[
    str, typer.Option(help="why it leaves the norm all the same; that it is moved is no answer to that")
]

# What became of an appointment.
Came = Annotated[Attended, typer.Option(help="whether the participant came")]
RecordedSlot = Annotated[str | None, typer.Option(help="left out, the one whose time has come")]
Held = Annotated[bool | None, typer.Option("--held/--not-held", help="left out: held, if they came")]
WhyNot = Annotated[NoSessionReason | None, typer.Option(help="they came: whose doing was it")]
WhyNotText = Annotated[str, typer.Option(help="why no session took place, in words")]
WhyLate = Annotated[str, typer.Option(help="why they were late")]
Conduct = Annotated[
    Literal["good", "poor"] | None,
    typer.Option(help="how they took part; poor is told the practitioner today"),
]
Concerns = Annotated[str, typer.Option(help="anything the probation practitioner must know today")]
Summary = Annotated[str, typer.Option(help="what was done")]
Needs = Annotated[list[str] | None, typer.Option(help='found at the assessment, or "none"; repeatable')]
Barriers = Annotated[list[str] | None, typer.Option(help='found at the assessment, or "none"; repeatable')]
Reviewed = Annotated[bool, typer.Option("--plan-reviewed", help="final session: the plan was reviewed")]
NextSteps = Annotated[str, typer.Option(help='final session: what was agreed, or "none"')]
Support = Annotated[str, typer.Option(help='final session: further support needed, or "none"')]
ThreeWay = Annotated[bool, typer.Option("--three-way", help="the practitioner was there too")]
Indicators = Annotated[
    Complexity | None, typer.Option(help="assessment: the complexity whose profile the indicators fit")
]

# The record of a meeting that took place unbooked, given with its booking in the past.
PastCame = Annotated[Attended | None, typer.Option("--attended", help="it took place already: who came")]
PastHeld = Annotated[bool | None, typer.Option("--held/--not-held", help="left out: held, if they came")]
PastWhyNot = Annotated[NoSessionReason | None, typer.Option("--no-session-reason", help="whose doing it was")]
PastWhyNotText = Annotated[str | None, typer.Option("--no-session-text", help="why no session took place")]
PastWhyLate = Annotated[str | None, typer.Option("--late-reason", help="why they were late")]
PastMinutes = Annotated[int | None, typer.Option("--lasted", help="minutes; left out, as long as booked")]
PastConduct = Annotated[Literal["good", "poor"] | None, typer.Option("--conduct", help="how they took part")]
PastConcerns = Annotated[str | None, typer.Option("--concerns", help="for the practitioner, today")]
PastSummary = Annotated[str | None, typer.Option("--summary", help="what was done")]
PastNeeds = Annotated[list[str] | None, typer.Option("--needs", help="found at the assessment; repeatable")]
PastBarriers = Annotated[list[str] | None, typer.Option("--barriers", help="found there too; repeatable")]
PastReviewed = Annotated[bool | None, typer.Option("--plan-reviewed", help="final session: plan reviewed")]
PastNextSteps = Annotated[str | None, typer.Option("--next-steps", help="final session: what was agreed")]
PastSupport = Annotated[str | None, typer.Option("--further-support", help="final session: support needed")]
PastThreeWay = Annotated[bool | None, typer.Option("--three-way", help="the practitioner was there too")]
PastIndicators = Annotated[Complexity | None, typer.Option("--indicators", help="whose profile they fit")]
PastReason = Annotated[str | None, typer.Option("--record-reason", help="why what was done leaves the norm")]

# The appointment after it, booked with the record.
NextAt = Annotated[str | None, typer.Option("--next-at", metavar="WHEN", help=f"book the next: {WHEN}")]
NextMinutes = Annotated[int | None, typer.Option(help="how long the next one is")]
NextContact = Annotated[ContactType | None, typer.Option(help="how they meet next")]
NextPlace = Annotated[str | None, typer.Option(help="where they meet next")]
NextService = Annotated[Pathway | None, typer.Option("--next-pathway", help="which pathway is next")]
NextModules = Annotated[list[str] | None, typer.Option("--next-module", help="what it is about; repeatable")]
NextFinal = Annotated[bool | None, typer.Option("--next-final/--next-not-final", help="whether it is final")]
NextOffered = Annotated[
    bool | None, typer.Option("--next-face-to-face-offered", help="in person was offered")
]
NextRiskRead = Annotated[
    bool | None, typer.Option("--next-risk-read", help="the caseworker has read the risk information in R&M")
]
NextReason = Annotated[str | None, typer.Option(help="why the next one leaves the norm")]
NextAllTheSame = Annotated[str | None, typer.Option(help="the same, under the name that `book` has for it")]

# Papers, decisions and tasks.
PlanFile = Annotated[Path, typer.Argument(metavar="PLAN.json", help="the action plan")]
ReportFile = Annotated[Path, typer.Argument(metavar="REPORT.json", help="the end-of-service report")]
Version = Annotated[int | None, typer.Option(help="of the plan; left out, the one that awaits a decision")]
Reasons = Annotated[str, typer.Option("--reasons", "--reason", help="the changes wanted")]
Module = Annotated[
    str, typer.Option(help='"erase", "peer-mentor", "group-risk", or "consent/MODULE", "risk/MODULE"')
]
Eligible = Annotated[bool, typer.Option("--eligible/--not-eligible", help="the decision")]
Who = Annotated[Literal["practitioner", "participant"], typer.Option(help="whose answer it is")]
Accepts = Annotated[bool, typer.Option("--accepts/--declines", help="the answer")]
TaskId = Annotated[str, typer.Option("--task", metavar="ID", help="as `status` shows it")]
How = Annotated[str, typer.Option(help="how it was done")]
