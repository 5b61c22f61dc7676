"""What happened, in the past tense. Facts are the only way a case changes, and they are the register."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from interventions.facts.journey import (
    AppointmentBooked,
    AssessmentHeld,
    CaseworkerAllocated,
    ContactNoted,
    ContactRecorded,
    EligibilityDecided,
    FinalSessionHeld,
    InterventionConcluded,
    PlanApproved,
    PlanReturned,
    PlanSubmitted,
    ReferralReceived,
    ReportSubmitted,
    RiskRead,
    ThreeWayAnswered,
    ThreeWayOffered,
)
from interventions.facts.monitoring import (
    MonitoringLeftToPeople,
    MonitoringNeverTold,
    MonitoringOvertaken,
    MonitoringSeen,
    MonitoringTold,
)
from interventions.facts.real_life import (
    AppointmentCalledOff,
    CaseworkerLeft,
    ContactSuppressed,
    InterventionPaused,
    InterventionReinstated,
    InterventionResumed,
    InterventionWithdrawn,
    ReferralAmended,
    SessionForfeited,
    TaskOverdue,
)
from interventions.facts.replies import AppointmentConfirmed, ReplyReceived, TextsResumed, TextsStopped
from interventions.facts.vigilance import (
    ClockBreached,
    ClockWarned,
    DuplicatesLookedFor,
    MessageKept,
    MessageLetIn,
    MessageSetAside,
    TaskClosed,
    TaskOpened,
)
from interventions.facts.words import (
    ReceiptAnswered,
    WordAccepted,
    WordDelivered,
    WordFailed,
    WordLapsed,
    WordPostponed,
    WordRequested,
    WordWithheld,
)
from interventions.message import Wire

__all__ = [
    "AnyFact",
    "AppointmentBooked",
    "AppointmentCalledOff",
    "AppointmentConfirmed",
    "AssessmentHeld",
    "CaseworkerAllocated",
    "CaseworkerLeft",
    "ClockBreached",
    "ClockWarned",
    "ContactNoted",
    "ContactRecorded",
    "ContactSuppressed",
    "DuplicatesLookedFor",
    "EligibilityDecided",
    "Entry",
    "FinalSessionHeld",
    "InterventionConcluded",
    "InterventionPaused",
    "InterventionReinstated",
    "InterventionResumed",
    "InterventionWithdrawn",
    "MessageKept",
    "MessageLetIn",
    "MessageSetAside",
    "MonitoringLeftToPeople",
    "MonitoringNeverTold",
    "MonitoringOvertaken",
    "MonitoringSeen",
    "MonitoringTold",
    "PlanApproved",
    "PlanReturned",
    "PlanSubmitted",
    "ReceiptAnswered",
    "ReferralAmended",
    "ReferralReceived",
    "ReplyReceived",
    "ReportSubmitted",
    "RiskRead",
    "SessionForfeited",
    "TaskClosed",
    "TaskOpened",
    "TaskOverdue",
    "TextsResumed",
    "TextsStopped",
    "ThreeWayAnswered",
    "ThreeWayOffered",
    "WordAccepted",
    "WordDelivered",
    "WordFailed",
    "WordLapsed",
    "WordPostponed",
    "WordRequested",
    "WordWithheld",
]

AnyFact = Annotated[
    ReferralReceived
    | CaseworkerAllocated
    | RiskRead
    | AppointmentBooked
    | ContactRecorded
    | ContactNoted
    | AssessmentHeld
    | PlanSubmitted
    | PlanApproved
    | PlanReturned
    | EligibilityDecided
    | ThreeWayOffered
    | ThreeWayAnswered
    | FinalSessionHeld
    | ReportSubmitted
    | InterventionConcluded
    | AppointmentCalledOff
    | CaseworkerLeft
    | ContactSuppressed
    | InterventionPaused
    | InterventionReinstated
    | InterventionResumed
    | InterventionWithdrawn
    | ReferralAmended
    | SessionForfeited
    | TaskOverdue
    | ClockWarned
    | ClockBreached
    | TaskOpened
    | TaskClosed
    | DuplicatesLookedFor
    | MessageKept
    | MessageLetIn
    | MessageSetAside
    | WordRequested
    | WordWithheld
    | WordPostponed
    | WordLapsed
    | WordAccepted
    | WordFailed
    | WordDelivered
    | MonitoringTold
    | MonitoringLeftToPeople
    | MonitoringNeverTold
    | MonitoringOvertaken
    | MonitoringSeen
    | ReceiptAnswered
    | ReplyReceived
    | AppointmentConfirmed
    | TextsStopped
    | TextsResumed,
    Field(discriminator="fact"),
]


class Entry(Wire):
    """A fact as the register keeps it: its place in the case, and when it was written down."""

    referral_id: UUID
    sequence: int
    recorded_at: datetime
    fact: AnyFact
