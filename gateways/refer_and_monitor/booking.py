"""Booking a date in R&M (domain brief 3.4, schedule_assessment and schedule_session)."""

from dataclasses import dataclass

from gateways.refer_and_monitor.meetings import Meeting
from gateways.refer_and_monitor.places import Places
from gateways.refer_and_monitor.refusal import Refusal
from gateways.refer_and_monitor.shapes import Date
from gateways.refer_and_monitor.wording import contact_of, moved, when_and_how
from interventions.monitoring.records import Booking, Feedback


@dataclass(kw_only=True)
class BookingDate:
    """GET referral, GET dates; none of them is the one: POST, PUT or PATCH."""

    meeting: Meeting
    places: Places
    record: Booking
    current: Date | None = None

    def found(self) -> str | None:
        """The appointment's id, where R&M has this very date: by time, length and way of meeting."""
        dates = self.meeting.dates()
        self.current = dates[-1] if dates else None
        same = [date for date in dates if is_same(date, self.record)]
        return str(same[-1].id) if same else None

    def write(self) -> str:
        """Book it."""
        refuse_over_a_held_one(self.current)
        body = when_and_how(self.record, self.places) | moved(self.record)
        return str(self.meeting.book(body).id)


def is_same(date: Date, told: Booking | Feedback) -> bool:
    """Whether R&M's date is ours. Never by id: R&M gives a new one every time."""
    how = contact_of(date.appointment_delivery_type, date.session_type)
    theirs = (date.appointment_time, date.duration_in_minutes, how)
    return theirs == (told.starts_at, told.minutes, told.contact)


def refuse_over_a_held_one(current: Date | None) -> None:
    """A meeting that R&M has as held is not booked again.

    Raises:
        Refusal: "differs".
    """
    became = current.appointment_feedback if current else None
    if became and became.submitted and became.attendance_feedback.did_session_happen:
        raise Refusal("differs")
