"""What we read of R&M's JSON, and not a field more (domain brief 3.3); each id a type of its own."""

from datetime import date, datetime
from typing import Annotated, NewType
from uuid import UUID

from pydantic import AwareDatetime, BeforeValidator, Field
from pydantic.alias_generators import to_camel

from interventions.message import Wire

# Three ids lie side by side in a session. Only the first is ever put into a path (domain brief 6, F21).
AppointmentId = NewType("AppointmentId", UUID)
SessionId = NewType("SessionId", UUID)
DeliusId = NewType("DeliusId", int)
PlanId = NewType("PlanId", UUID)
ReportId = NewType("ReportId", UUID)


class Shape(Wire, alias_generator=to_camel, validate_by_name=True):
    """A piece of R&M's JSON."""


class User(Shape):
    """R&M's AuthUser."""

    username: str
    auth_source: str = ""
    user_id: str = ""


class Attendance(Shape):
    """Whether the person came, and whether the session happened."""

    attended: str | None = None
    did_session_happen: bool | None = None


class SessionWritten(Shape):
    """What of the session's words we look at."""

    late: bool | None = None


class Became(Shape):
    """What became of a date."""

    attendance_feedback: Attendance = Attendance()
    session_feedback: SessionWritten = SessionWritten()
    submitted: bool = False


class MeetingPlace(Shape):
    """Where a meeting is; R&M writes a postcode without its space."""

    first_address_line: str = ""
    post_code: str = ""


class Date(Shape):
    """One date made for a meeting."""

    id: AppointmentId
    appointment_time: AwareDatetime
    duration_in_minutes: int
    appointment_delivery_type: str | None = None
    session_type: str | None = None
    appointment_delivery_address: MeetingPlace | None = None
    nps_office_code: str | None = None
    appointment_feedback: Became = Became()
    superseded: bool = False
    created_at: datetime | None = None


class Assessment(Shape):
    """The supplier assessment."""

    appointments: tuple[Date, ...] = ()
    current_appointment_id: AppointmentId | None = None


class Session(Shape):
    """A delivery session, with the date that stands for it spread over its fields."""

    id: SessionId
    session_number: int
    appointment_id: AppointmentId | None = None
    delius_appointment_id: DeliusId | None = None
    appointment_time: AwareDatetime | None = None
    duration_in_minutes: int | None = None
    appointment_delivery_type: str | None = None
    session_type: str | None = None
    appointment_delivery_address: MeetingPlace | None = None
    nps_office_code: str | None = None
    appointment_feedback: Became = Became()
    old_appointments: tuple[Date, ...] = ()


class Activity(Shape):
    """One activity of a plan."""

    description: str = ""


class Plan(Shape):
    """An action plan; a draft has no `submitted_at`."""

    id: PlanId
    number_of_sessions: int | None = None
    activities: tuple[Activity, ...] = ()
    submitted_at: AwareDatetime | None = None
    approved_at: AwareDatetime | None = None
    approved_by: User | None = None


class OutcomeKnown(Shape):
    """Which outcome is meant."""

    id: UUID


class OutcomeWritten(Shape):
    """How far one outcome was reached."""

    desired_outcome: OutcomeKnown
    achievement_level: str
    progression_comments: str | None = None
    additional_task_comments: str | None = None


class Report(Shape):
    """The end-of-service report; a draft has no `submitted_at`."""

    id: ReportId
    submitted_at: AwareDatetime | None = None
    further_information: str | None = None
    outcomes: tuple[OutcomeWritten, ...] = ()


class Level(Shape):
    """The complexity level of one service category."""

    service_category_id: UUID
    complexity_level_id: UUID | None = None


class Wanted(Shape):
    """The outcomes wanted from one service category."""

    service_category_id: UUID
    desired_outcomes_ids: Annotated[tuple[UUID, ...], BeforeValidator(lambda given: given or ())] = ()


_Some = BeforeValidator(lambda given: given or ())


class Asked(Shape):
    """What the probation practitioner filled in."""

    service_category_ids: Annotated[tuple[UUID, ...], _Some] = ()
    complexity_levels: Annotated[tuple[Level, ...], _Some] = ()
    desired_outcomes: Annotated[tuple[Wanted, ...], _Some] = ()
    completion_deadline: date | None = None
    maximum_enforceable_days: int | None = None
    accessibility_needs: str | None = None
    additional_needs_information: str | None = None
    needs_interpreter: bool | None = None
    interpreter_language: str | None = None
    when_unavailable: str | None = None
    pp_name: str | None = None
    ndelius_pp_name: str | None = Field(default=None, alias="ndeliusPPName")
    dynamic_framework_contract_reference: str | None = None


class SentReferral(Shape):
    """A sent referral."""

    id: UUID
    sent_at: AwareDatetime | None = None
    sent_by: User | None = None
    reference_number: str | None = None
    service_user_crn: str = Field(default="", alias="serviceUserCRN")
    assigned_to: User | None = None
    referral: Asked = Asked()
    current_action_plan_id: PlanId | None = None
    approved_action_plan_ids: Annotated[tuple[PlanId, ...], _Some] = ()
    end_of_service_report: Report | None = None
    end_requested_at: AwareDatetime | None = None
    concluded_at: AwareDatetime | None = None
    withdrawal_code: str | None = None


class Note(Shape):
    """A case note: of its words only the subject is read, where our marker stands."""

    id: UUID
    subject: str = ""


class NotePage(Shape):
    """Some of the case notes."""

    content: tuple[Note, ...] = ()
    last: bool = True
