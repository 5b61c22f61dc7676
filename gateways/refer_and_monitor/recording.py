"""Recording what became of a date (domain brief 3.4, record_assessment and record_session)."""

from dataclasses import dataclass

from gateways.refer_and_monitor.booking import is_same, refuse_over_a_held_one, refuse_over_anybody_elses
from gateways.refer_and_monitor.meetings import Meeting
from gateways.refer_and_monitor.places import Places
from gateways.refer_and_monitor.refusal import Refusal
from gateways.refer_and_monitor.shapes import Date
from gateways.refer_and_monitor.wording import (
    attendance,
    attended_of,
    backdated,
    what_was_written,
    when_and_how,
)
from interventions.monitoring.records import AssessmentFeedback, Feedback


@dataclass(kw_only=True)
class RecordingDate:
    """GET referral, GET dates; not submitted: attendance, session feedback, submit.

    A date R&M has never heard of is booked together with its record, as R&M wants it of the past.
    """

    meeting: Meeting
    places: Places
    record: Feedback
    current: Date | None = None
    date: Date | None = None

    def found(self) -> str | None:
        """The appointment's id, where its feedback is submitted and says the same.

        Raises:
            Refusal: "differs", it says something else, or the date was superseded.
        """
        dates = self.meeting.dates()
        self.current = dates[-1] if dates else None
        same = [date for date in dates if is_same(date, self.record)]
        self.date = same[-1] if same else None
        if self.date is None:
            return None
        if self.date.appointment_feedback.submitted:
            return self._submitted(self.date)
        if self.date is not self.current:
            raise Refusal("differs")
        return None

    def write(self) -> str:
        """Record it, booking it first where R&M does not know the date."""
        date = self.date
        if date is None:
            self._refuse_over_another()
            date = self._book_with_its_record()
        if not date.appointment_feedback.submitted:
            self.meeting.record(attendance(self.record), what_was_written(self.record))
        return str(date.id)

    def _submitted(self, date: Date) -> str:
        became = date.appointment_feedback
        theirs = (attended_of(became), became.attendance_feedback.did_session_happen)
        if theirs != (self.record.attended, self.record.held):
            raise Refusal("differs")
        return str(date.id)

    def _refuse_over_another(self) -> None:
        """A date somebody made in R&M is not wiped out by what is told of another, a later one never."""
        refuse_over_a_held_one(self.current)
        refuse_over_anybody_elses(self.current, self.record)
        current = self.current
        stands = current is not None and not current.appointment_feedback.submitted
        if current and stands and current.appointment_time > self.record.starts_at:
            raise Refusal("differs")

    def _book_with_its_record(self) -> Date:
        """In one call: where R&M takes it for the past the feedback is submitted with it."""
        mixed_up = isinstance(self.record, AssessmentFeedback)
        written = backdated(self.record) if mixed_up else what_was_written(self.record)
        record = {"attendanceFeedback": attendance(self.record), "sessionFeedback": written}
        return self.meeting.book(when_and_how(self.record, self.places) | record)
