"""What R&M keeps of one referral, and how it shows it (field names: domain brief 3.3)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from examples.refer_and_monitor.people import Person

Json = dict[str, Any]


def instant(at: datetime | None) -> str | None:
    """An instant as R&M writes it."""
    return at.isoformat().replace("+00:00", "Z") if at else None


@dataclass(kw_only=True)
class Appointment:
    """A date. Booked again it is another one, with another Delius booking (domain brief 6, F3)."""

    starts_at: datetime
    minutes: int
    details: Json
    created_at: datetime
    delius_id: int
    superseded: bool = False
    attendance: Json = field(default_factory=dict)
    session: Json = field(default_factory=dict)
    submitted_at: datetime | None = None
    submitted_by: Person | None = None
    id: UUID = field(default_factory=uuid4)

    def feedback(self) -> Json:
        """What became of it."""
        return {
            "attendanceFeedback": {"attended": None, "didSessionHappen": None} | self.attendance,
            "sessionFeedback": self.session,
            "submitted": self.submitted_at is not None,
            "submittedBy": self.submitted_by.shown() if self.submitted_by else None,
        }

    def shown(self) -> Json:
        """R&M's appointment."""
        return self.details | {
            "id": str(self.id),
            "appointmentTime": instant(self.starts_at),
            "durationInMinutes": self.minutes,
            "appointmentFeedback": self.feedback(),
            "createdAt": instant(self.created_at),
            "superseded": self.superseded,
        }


@dataclass
class Meeting:
    """One thing to be held, however many dates it takes; the newest made is current."""

    number: int = 0
    appointments: list[Appointment] = field(default_factory=list)
    id: UUID = field(default_factory=uuid4)

    @property
    def current(self) -> Appointment | None:
        """The newest date."""
        return self.appointments[-1] if self.appointments else None

    def shown_as_session(self) -> Json:
        """R&M's delivery session: the Delius id and the appointment's own lie side by side (F21)."""
        current = self.current
        empty = {"attendanceFeedback": {}, "sessionFeedback": {}, "submitted": False, "submittedBy": None}
        shown = current.shown() if current else {"appointmentTime": None, "appointmentFeedback": empty}
        return shown | {
            "id": str(self.id),
            "sessionNumber": self.number,
            "appointmentId": str(current.id) if current else None,
            "deliusAppointmentId": current.delius_id if current else None,
            "oldAppointments": [date.shown() for date in self.appointments[:-1]],
        }


@dataclass(kw_only=True)
class Plan:
    """An action plan: a draft until it is submitted."""

    referral_id: UUID
    sessions: int | None
    activities: list[Json]
    created_by: Person
    created_at: datetime
    submitted_by: Person | None = None
    submitted_at: datetime | None = None
    approved_by: Person | None = None
    approved_at: datetime | None = None
    id: UUID = field(default_factory=uuid4)

    def shown(self) -> Json:
        """R&M's action plan."""
        return {
            "id": str(self.id),
            "referralId": str(self.referral_id),
            "numberOfSessions": self.sessions,
            "activities": self.activities,
            "createdBy": self.created_by.shown(),
            "createdAt": instant(self.created_at),
            "submittedBy": self.submitted_by.shown() if self.submitted_by else None,
            "submittedAt": instant(self.submitted_at),
            "approvedBy": self.approved_by.shown() if self.approved_by else None,
            "approvedAt": instant(self.approved_at),
        }


@dataclass(kw_only=True)
class Report:
    """The end-of-service report; `times_submitted` counts, because R&M lets it be submitted again."""

    referral_id: UUID
    created_by: Person
    created_at: datetime
    further_information: str | None = None
    outcomes: dict[UUID, Json] = field(default_factory=dict)
    submitted_at: datetime | None = None
    submitted_by: Person | None = None
    times_submitted: int = 0
    id: UUID = field(default_factory=uuid4)

    def shown(self) -> Json:
        """R&M's report."""
        return {
            "id": str(self.id),
            "referralId": str(self.referral_id),
            "createdAt": instant(self.created_at),
            "createdBy": self.created_by.shown(),
            "submittedAt": instant(self.submitted_at),
            "submittedBy": self.submitted_by.shown() if self.submitted_by else None,
            "furtherInformation": self.further_information,
            "outcomes": [
                {"desiredOutcome": {"id": str(one), "description": ""}} | said
                for one, said in self.outcomes.items()
            ],
        }
