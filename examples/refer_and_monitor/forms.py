"""What R&M is sent: shapes only (domain brief 3.3)."""

from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

DeliveryType = Literal[
    "PHONE_CALL", "VIDEO_CALL", "IN_PERSON_MEETING_PROBATION_OFFICE", "IN_PERSON_MEETING_OTHER"
]


class Form(BaseModel):
    """A request body: camelCase, and tolerant of what it does not know."""

    model_config = ConfigDict(alias_generator=to_camel, extra="ignore")


class User(Form):
    """R&M's AuthUser."""

    username: str
    auth_source: str
    user_id: str


class Assignment(Form):
    """Who takes the case."""

    assigned_to: User


class Address(Form):
    """Where a meeting is."""

    first_address_line: str
    second_address_line: str | None = None
    town_or_city: str | None = None
    county: str | None = None
    post_code: str


class Attendance(Form):
    """Did the person come, and did the session happen."""

    attended: Literal["YES", "LATE", "NO"]
    did_session_happen: bool


class SessionForm(Form):
    """What was written about a session."""

    late: bool | None = None
    late_reason: str | None = None
    future_session_plans: str | None = None
    no_attendance_information: str | None = None
    no_session_reason_type: Literal["POP_ACCEPTABLE", "POP_UNACCEPTABLE", "LOGISTICS"] | None = None
    no_session_reason_pop_acceptable: str | None = None
    no_session_reason_pop_unacceptable: str | None = None
    no_session_reason_logistics: str | None = None
    session_summary: str | None = None
    session_response: str | None = None
    session_behaviour: str | None = None
    session_concerns: str | None = None
    notify_probation_practitioner_of_behaviour: bool | None = None
    notify_probation_practitioner_of_concerns: bool | None = None


class DateForm(Form):
    """A date to be booked; one in the past carries its record."""

    appointment_time: AwareDatetime
    duration_in_minutes: int
    appointment_delivery_type: DeliveryType
    session_type: Literal["ONE_TO_ONE", "GROUP"] = "ONE_TO_ONE"
    appointment_delivery_address: Address | None = None
    nps_office_code: str | None = None
    reschedule_requested_by: str | None = None
    rescheduled_reason: str | None = None
    attendance_feedback: Attendance | None = None
    session_feedback: SessionForm | None = None


class Activity(Form):
    """One activity of an action plan."""

    description: str


class NewPlan(Form):
    """A plan to be drafted."""

    referral_id: UUID
    number_of_sessions: int | None = None
    activities: list[Activity] = []


class PlanChange(Form):
    """A change to a draft: the activity is added, however often it is sent."""

    number_of_sessions: int | None = None
    new_activity: Activity | None = None


class NewReport(Form):
    """A report to be drafted."""

    referral_id: UUID


class OutcomeForm(Form):
    """How far one outcome was reached."""

    desired_outcome_id: UUID
    achievement_level: Literal["ACHIEVED", "PARTIALLY_ACHIEVED", "NOT_ACHIEVED"]
    progression_comments: str | None = None
    additional_task_comments: str | None = None


class ReportChange(Form):
    """A change to a report: one outcome a call."""

    further_information: str | None = None
    outcome: OutcomeForm | None = None


class NewNote(Form):
    """A case note."""

    referral_id: UUID
    subject: str
    body: str
    send_email: bool = False


class Withdrawal(Form):
    """The practitioner ends the referral."""

    code: str
    comments: str
    withdrawal_state: str


class DetailsChange(Form):
    """The practitioner amends what may always be amended."""

    completion_deadline: str | None = None
    maximum_enforceable_days: int | None = None
    further_information: str | None = None
    reason_for_change: str = ""


class ComplexityChange(Form):
    """The practitioner amends a complexity level."""

    complexity_level_id: UUID
    reason_for_change: str = ""
