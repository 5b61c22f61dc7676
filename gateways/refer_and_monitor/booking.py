"""Booking a date in R&M (domain brief 3.4, schedule_assessment and schedule_session)."""

from dataclasses import dataclass

from gateways.refer_and_monitor.meetings import Meeting
from gateways.refer_and_monitor.places import Places, compact
from gateways.refer_and_monitor.refusal import Refusal
from gateways.refer_and_monitor.shapes import Date
from gateways.refer_and_monitor.wording import contact_of, moved, when_and_how
from interventions.monitoring.records import Booking, Dated
from interventions.vocabulary import IN_PERSON


@dataclass(kw_only=True)
class BookingDate:
    """GET referral, GET dates; none of them is the one, nor anybody else's: POST, PUT or PATCH."""

    meeting: Meeting
    places: Places
    record: Booking
    current: Date | None = None

    def found(self) -> str | None:
        """The appointment's id, where R&M has this very date: by time, length and way of meeting.

        A date that moves may move to another place only. A first one is left where somebody keyed it in.
        """
        dates = self.meeting.dates()
        self.current = dates[-1] if dates else None
        same = [date for date in dates if is_same(date, self.record)]
        if not same or (self.record.moved_by and not is_there(same[-1], self.record, self.places)):
            return None
        return str(same[-1].id)

    def write(self) -> str:
        """Book it.

        Raises:
            Refusal: "differs", somebody made another date in R&M, or it was held there.
        """
        refuse_over_a_held_one(self.current)
        refuse_over_anybody_elses(self.current, self.record)
        body = when_and_how(self.record, self.places) | moved(self.record)
        return str(self.meeting.book(body).id)


def is_same(date: Date, told: Dated) -> bool:
    """Whether R&M's date is ours. Never by id: R&M gives a new one every time."""
    how = contact_of(date.appointment_delivery_type, date.session_type)
    theirs = (date.appointment_time, date.duration_in_minutes, how)
    return theirs == (told.starts_at, told.minutes, told.contact)


def is_there(date: Date, told: Booking, places: Places) -> bool:
    """Whether R&M's date is where ours is, as far as R&M can be told where that is."""
    if told.contact not in IN_PERSON:
        return True
    try:
        wanted = places.details(told.place)
    except Refusal:
        return True
    where, address = date.appointment_delivery_address, wanted.get("appointmentDeliveryAddress")
    if address is None:
        return bool(date.nps_office_code == wanted["npsOfficeCode"])
    theirs = (where.first_address_line, where.post_code) if where else ("", "")
    ours = (address["firstAddressLine"], address["postCode"])
    return [compact(part) for part in theirs] == [compact(part) for part in ours]


def refuse_over_a_held_one(current: Date | None) -> None:
    """A meeting that R&M has as held is not booked again.

    Raises:
        Refusal: "differs".
    """
    became = current.appointment_feedback if current else None
    if became and became.submitted and became.attendance_feedback.did_session_happen:
        raise Refusal("differs")


def refuse_over_anybody_elses(current: Date | None, told: Dated) -> None:
    """A date that stands in R&M and is none of ours is not replaced; at the same time it is the same one.

    Raises:
        Refusal: "differs".
    """
    if current is None or current.appointment_feedback.submitted or told.instead_of is None:
        return
    if current.appointment_time not in (told.starts_at, *told.instead_of):
        raise Refusal("differs")
