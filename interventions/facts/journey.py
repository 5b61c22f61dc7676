"""What happened on the journey, stage by stage. What people wrote is kept here in full."""

from typing import Literal

from interventions.days.london import Instant
from interventions.end_of_service import EndOfServiceReport
from interventions.facts.fact import Fact
from interventions.meetings.appointment import Appointment, Contact
from interventions.promises.action_plan import ActionPlan
from interventions.promises.terms import Terms
from interventions.referral import Referral
from interventions.vocabulary import ContactType, Ending


class ReferralReceived(Fact):
    """The referral is on the service, on these terms."""

    fact: Literal["ReferralReceived"] = "ReferralReceived"
    referral: Referral
    terms: Terms


class CaseworkerAllocated(Fact):
    """A caseworker took the case, or took it over."""

    fact: Literal["CaseworkerAllocated"] = "CaseworkerAllocated"
    caseworker: str
    name: str
    again: bool = False
    reason: str = ""


class RiskRead(Fact):
    """That caseworker has read, in R&M, what is known of risk."""

    fact: Literal["RiskRead"] = "RiskRead"
    caseworker: str


class AppointmentBooked(Fact):
    """A date was made. A second one for the same slot is a move, and says who asked and why.

    `opened` names the soft rules it left (`unavailable`, `too-often`, ...); `all_the_same`, or the `reason`
    of a date that was not moved, says why. Before edition 2 of the rules nothing is named.
    """

    fact: Literal["AppointmentBooked"] = "AppointmentBooked"
    appointment: Appointment
    moved_by: str = ""
    reason: str = ""
    face_to_face_offered: bool = False
    all_the_same: str = ""
    opened: tuple[str, ...] = ()


class ContactRecorded(Fact):
    """The caseworker wrote down what became of an appointment."""

    fact: Literal["ContactRecorded"] = "ContactRecorded"
    contact: Contact
    conduct: str = ""
    concerns: str = ""
    summary: str = ""
    late_reason: str = ""
    no_session_text: str = ""
    reason: str = ""


class ContactNoted(Fact):
    """A contact between appointments was put on the record, or a try to make one. `key` is "note/1".

    `adds_to` is the key of an earlier note of the same contact, where there is one.
    """

    fact: Literal["ContactNoted"] = "ContactNoted"
    key: str
    happened_at: Instant
    whom: str
    contact: ContactType
    reached: bool = True
    summary: str
    concerns: str = ""
    adds_to: str = ""


class AssessmentHeld(Fact):
    """The supplier assessment took place; needs and barriers are on the record (seeds, Assessment)."""

    fact: Literal["AssessmentHeld"] = "AssessmentHeld"
    needs: tuple[str, ...]
    barriers: tuple[str, ...]


class PlanSubmitted(Fact):
    """An action plan went to the probation practitioner."""

    fact: Literal["PlanSubmitted"] = "PlanSubmitted"
    version: int
    plan: ActionPlan


class PlanApproved(Fact):
    """The plan is in force; sessions may start."""

    fact: Literal["PlanApproved"] = "PlanApproved"
    version: int


class PlanReturned(Fact):
    """The practitioner asked for changes."""

    fact: Literal["PlanReturned"] = "PlanReturned"
    version: int
    reasons: str


class EligibilityDecided(Fact):
    """A named person decided who a special module is for (domain brief 7.6, A28)."""

    fact: Literal["EligibilityDecided"] = "EligibilityDecided"
    module: str
    eligible: bool
    reason: str


class ThreeWayOffered(Fact):
    """A last meeting of three was offered to practitioner and participant (seeds, The Final Session)."""

    fact: Literal["ThreeWayOffered"] = "ThreeWayOffered"


class ThreeWayAnswered(Fact):
    """One of the two answered; silence means no and holds nothing up."""

    fact: Literal["ThreeWayAnswered"] = "ThreeWayAnswered"
    who: Literal["practitioner", "participant"]
    accepts: bool


class FinalSessionHeld(Fact):
    """The last meeting took place: plan reviewed, next steps and further support on the record."""

    fact: Literal["FinalSessionHeld"] = "FinalSessionHeld"
    next_steps: str
    further_support: str
    three_way: bool


class ReportSubmitted(Fact):
    """The end-of-service report was submitted."""

    fact: Literal["ReportSubmitted"] = "ReportSubmitted"
    report: EndOfServiceReport


class InterventionConcluded(Fact):
    """The journey is over."""

    fact: Literal["InterventionConcluded"] = "InterventionConcluded"
    ending: Ending
