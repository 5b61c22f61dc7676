"""What is said on the way from referral to end-of-service report."""

from typing import Literal

from pydantic import Field

from interventions.days.london import Instant
from interventions.end_of_service import EndOfServiceReport
from interventions.messages.message import Spoken
from interventions.promises.action_plan import ActionPlan
from interventions.vocabulary import Attended, Complexity, ContactType, NoSessionReason, Pathway


class Allocate(Spoken):
    """Allocate the case to a caseworker, or hand it to another one with a reason."""

    caseworker: str = Field(min_length=1, description="staff reference")
    name: str = Field(min_length=1, description="as the participant will read it")
    reason: str = ""


class Book(Spoken):
    """Book the next meeting, or move one that is booked (say which slot, who asked and why).

    `slot` is "assessment" or "session-3"; left out, it is the meeting owed next. `starts_at` without an
    offset is London time. `reason` says why a date is moved; `all_the_same` why the booking leaves the norm,
    where it does. Of a date that is not moved, `reason` says either. A meeting that took place unbooked is
    booked in the past and carries its `record`. `risk_read`: the caseworker has read in R&M what is known of
    risk; asked for once, before the first date a caseworker makes.
    """

    starts_at: Instant
    minutes: int = Field(default=60, gt=0, le=480)
    contact: ContactType = ContactType.FACE_TO_FACE
    place: str = ""
    slot: str | None = None
    pathway: Pathway | None = None
    modules: tuple[str, ...] = ()
    final: bool | None = None
    face_to_face_offered: bool = False
    moved_by: Literal["", "participant", "provider"] = ""
    reason: str = ""
    record: "Record | None" = None
    risk_read: bool = False
    all_the_same: str = ""


class Record(Spoken):
    """Record what became of an appointment, the same day; `next` books the following one with it.

    `slot` left out is the appointment whose time has come. An assessment that was held carries needs and
    barriers, and may say which complexity's profile the indicators fit; a final session carries that the
    plan was reviewed, next steps and further support.
    """

    attended: Attended
    slot: str | None = None
    held: bool | None = None
    no_session_reason: NoSessionReason | None = None
    no_session_text: str = ""
    late_reason: str = ""
    minutes: int | None = Field(default=None, ge=0, le=480)
    conduct: Literal["", "good", "poor"] = ""
    concerns: str = ""
    summary: str = ""
    needs: tuple[str, ...] = ()
    barriers: tuple[str, ...] = ()
    plan_reviewed: bool = False
    next_steps: str = ""
    further_support: str = ""
    three_way: bool = False
    indicators: Complexity | None = None
    reason: str = ""
    next: Book | None = None


class SubmitPlan(Spoken):
    """Submit an action plan for the probation practitioner's approval."""

    plan: ActionPlan


class ApprovePlan(Spoken):
    """Approve the plan that was submitted."""

    version: int | None = None


class ReturnPlan(Spoken):
    """Return the plan with the changes wanted."""

    reasons: str = Field(min_length=1)
    version: int | None = None


class DecideEligibility(Spoken):
    """Decide, by name and with a reason, whether a special module is for this participant."""

    module: str
    eligible: bool
    reason: str = Field(min_length=1)


class AnswerThreeWay(Spoken):
    """Answer the offer of a three-way final session."""

    who: Literal["practitioner", "participant"]
    accepts: bool


class SubmitReport(Spoken):
    """Submit the end-of-service report."""

    report: EndOfServiceReport


class NoteContact(Spoken):
    """Put a contact between appointments on the record, the same day: a call, a visit, a try in vain.

    `whom` it was with, or was meant for; `reached` is false where nobody answered. It is no session and no
    part of the dose. A concern reaches the practitioner at once, as from an appointment.
    """

    happened_at: Instant
    whom: Literal["participant", "practitioner", "other"] = "participant"
    contact: ContactType = ContactType.PHONE
    reached: bool = True
    summary: str = Field(min_length=1)
    concerns: str = ""


class CloseTask(Spoken):
    """Say how a task was done."""

    task: str
    how: str = Field(min_length=1)


# A record may carry the next booking and a booking its record; only here are both known.
Book.model_rebuild()
