"""The two kinds of meeting R&M knows, behind one face: which dates there are, and where each call goes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from activities.ports import MonitoringAway
from gateways.refer_and_monitor.line import NOT_UNDERSTOOD, Json
from gateways.refer_and_monitor.reading import Reader, shaped
from gateways.refer_and_monitor.refusal import Refusal
from gateways.refer_and_monitor.shapes import Assessment, Date, PlanId, Session


class Meeting(Protocol):
    """A supplier assessment or a delivery session."""

    def dates(self) -> tuple[Date, ...]:
        """Every date not superseded, oldest first, the last one current; of a referral that is not over."""
        ...

    def book(self, body: Json) -> Date:
        """Book or move: one more appointment in R&M and one more booking in Delius, every time."""
        ...

    def record(self, attendance: Json, words: Json) -> None:
        """Record the current date: attendance, then what was written, then submitted for good."""
        ...


@dataclass
class AssessmentMeeting:
    """The supplier assessment of a referral. `current` is its latest date, once they were read."""

    reader: Reader
    referral_id: UUID
    current: Date | None = None

    def dates(self) -> tuple[Date, ...]:
        """Every date that was not superseded."""
        self.reader.open_referral(self.referral_id)
        dates = assessment_dates(self.reader.assessment(self.referral_id))
        self.current = dates[-1] if dates else None
        return dates

    def book(self, body: Json) -> Date:
        """A new date after a recorded one, or else in the place of the one there is."""
        place = f"/referral/{self.referral_id}/supplier-assessment"
        write, before = self.reader.line.write, self.current
        if before is None or before.appointment_feedback.submitted:
            self.current = shaped(Date, write("POST", place, body))
        else:
            self.current = shaped(Date, write("PUT", f"{place}/{before.id}", body))
        return self.current

    def record(self, attendance: Json, words: Json) -> None:
        """R&M takes no id here: it records whichever date is current."""
        place = f"/referral/{self.referral_id}/supplier-assessment"
        write = self.reader.line.write
        write("PUT", f"{place}/record-attendance", attendance)
        write("PUT", f"{place}/record-session-feedback", words)
        write("POST", f"{place}/submit-feedback")


@dataclass
class SessionMeeting:
    """One delivery session, by its number; `current` and `plans` are what was read of it."""

    reader: Reader
    referral_id: UUID
    number: int
    current: Date | None = None
    plans: tuple[PlanId, ...] = ()

    def dates(self) -> tuple[Date, ...]:
        """Every date that was not superseded."""
        self.plans = self.reader.open_referral(self.referral_id).approved_action_plan_ids
        dates = session_dates(self.reader.session(self.referral_id, self.number))
        self.current = dates[-1] if dates else None
        return dates

    def book(self, body: Json) -> Date:
        """A date, or another in its place; R&M wants it under an approved plan."""
        if not self.plans:
            raise Refusal("not-found")
        path = f"/action-plan/{self.plans[-1]}/appointment/{self.number}"
        session = shaped(Session, self.reader.line.write("PATCH", path, body))
        dates = session_dates(session)
        if not dates:
            raise MonitoringAway(NOT_UNDERSTOOD)
        self.current = dates[-1]
        return self.current

    def record(self, attendance: Json, words: Json) -> None:
        """By the appointment's own id, never Delius's (domain brief 6, F21)."""
        if self.current is None:
            raise Refusal("not-found")
        place = f"/referral/{self.referral_id}/delivery-session-appointments/{self.current.id}"
        write = self.reader.line.write
        write("PUT", f"{place}/attendance", attendance)
        write("PUT", f"{place}/session-feedback", words)
        write("POST", f"{place}/submit-feedback")


def assessment_dates(assessment: Assessment) -> tuple[Date, ...]:
    """The dates that count, the current one last. R&M keeps them in a set: their order says nothing."""
    now = assessment.current_appointment_id
    current = tuple(date for date in assessment.appointments if date.id == now)
    return (*_recorded(date for date in assessment.appointments if date.id != now), *current)


def session_dates(session: Session) -> tuple[Date, ...]:
    """The dates that count, the current one last; it is spread over the session's own fields."""
    old = _recorded(session.old_appointments)
    if session.appointment_id is None or session.appointment_time is None:
        return old
    current = Date(
        id=session.appointment_id,
        appointment_time=session.appointment_time,
        duration_in_minutes=session.duration_in_minutes or 0,
        appointment_delivery_type=session.appointment_delivery_type,
        session_type=session.session_type,
        appointment_delivery_address=session.appointment_delivery_address,
        nps_office_code=session.nps_office_code,
        appointment_feedback=session.appointment_feedback,
    )
    return (*old, current)


def _recorded(dates: Iterable[Date]) -> tuple[Date, ...]:
    """Of the dates before the current one, those that came: R&M does not flag each that was moved (F6)."""
    came = (date for date in dates if date.appointment_feedback.submitted and not date.superseded)
    return tuple(sorted(came, key=lambda date: str(date.created_at or "")))
