"""What the monitoring system is told: one type for each activity of domain brief 3.4, in our words.

A record carries exactly what R&M's calls want (domain brief 3.3), and every field has a name of its own: no
two texts can change places on the way (domain brief 6, F17). What people wrote travels here and nowhere
else: never in an id, a summary, a search attribute or a message of failure.
"""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from interventions.days.london import Instant
from interventions.end_of_service import OutcomeReached
from interventions.message import Wire
from interventions.vocabulary import Attended, ContactType, NoSessionReason


class Told(Wire):
    """`at` is when it happened here; `by` the staff reference of who did it, empty where nobody did."""

    at: Instant
    by: str = ""


class AssignmentRecord(Told):
    """The case was given to a caseworker: `caseworker` is the username R&M knows."""

    record: Literal["assignment"] = "assignment"
    caseworker: str


class Dated(Told):
    """A date for a meeting, and which earlier dates of ours for it R&M may still hold.

    Another date than these was made there by somebody, and is not to be replaced unseen. Empty: this is the
    first. None: not known, as in records from before this was noted.
    """

    starts_at: Instant
    minutes: int = Field(gt=0)
    contact: ContactType
    place: str = ""
    instead_of: tuple[Instant, ...] | None = None


class Booking(Dated):
    """A date as R&M books it; `moved_by` and `reason` are given where an earlier date stood."""

    moved_by: Literal["", "participant", "provider"] = ""
    reason: str = ""


class Feedback(Dated):
    """What became of a date: attendance, whether it was held, and what was written, each text by its name.

    `starts_at` and `minutes` say which date is meant, as it was booked. `response` is how the participant
    took the session, `behaviour` and `concerns` are what the practitioner is told of, `next_plans` what is
    planned for next time, `absence` what is known of why nobody came.
    """

    attended: Attended
    held: bool
    late_reason: str = ""
    no_session_reason: NoSessionReason | None = None
    no_session_text: str = ""
    summary: str = ""
    response: str = ""
    behaviour: str = ""
    concerns: str = ""
    next_plans: str = ""
    absence: str = ""

    @property
    def notify_of_behaviour(self) -> bool:
        """Whether the practitioner is to be told of the behaviour."""
        return bool(self.behaviour)

    @property
    def notify_of_concerns(self) -> bool:
        """Whether the practitioner is to be told of the concerns."""
        return bool(self.concerns)


class AssessmentBooking(Booking):
    """The supplier assessment was booked, or moved."""

    record: Literal["assessment-booking"] = "assessment-booking"


class AssessmentFeedback(Feedback):
    """What became of a date for the supplier assessment."""

    record: Literal["assessment-feedback"] = "assessment-feedback"


class PlanRecord(Told):
    """An action plan was submitted: R&M gets a number of sessions and activities, no dates (A5, A22)."""

    record: Literal["plan"] = "plan"
    version: int
    sessions: int = Field(gt=0)
    activities: tuple[str, ...]


class SessionBooking(Booking):
    """Delivery session `number`, counted from 1 over all pathways, was booked or moved."""

    record: Literal["session-booking"] = "session-booking"
    number: int = Field(gt=0)


class SessionFeedback(Feedback):
    """What became of a date for delivery session `number`."""

    record: Literal["session-feedback"] = "session-feedback"
    number: int = Field(gt=0)


class ReportRecord(Told):
    """The end-of-service report was submitted: a level and two comments for each outcome.

    `titles` says in words which outcome is meant, for whoever keys it in.
    """

    record: Literal["report"] = "report"
    outcomes: tuple[OutcomeReached, ...]
    further_information: str = ""
    titles: dict[UUID, str] = {}


class CaseNote(Told):
    """What R&M has no field for. `marker` is unique in the referral, so a note can be found before it is
    added again; it belongs in the subject as R&M keeps it. `notify` false keeps R&M from mailing it."""

    record: Literal["case-note"] = "case-note"
    marker: str
    subject: str
    body: str
    notify: bool = False


MonitoringRecord = Annotated[
    AssignmentRecord
    | AssessmentBooking
    | AssessmentFeedback
    | PlanRecord
    | SessionBooking
    | SessionFeedback
    | ReportRecord
    | CaseNote,
    Field(discriminator="record"),
]
