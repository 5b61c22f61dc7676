"""The supplier assessment in figures: offered, missed, held, and in how many days.

R&M computes none of its deadlines, and its `saa_attended_on_time` says "not late to the meeting", not "within
ten days" (domain brief 0.2); here each of the two has a name of its own.
"""

from datetime import date, datetime

from interventions.case import Case
from interventions.figures.looking import calendar_days, clock_of, due_day, first, in_time, working_days
from interventions.figures.measure import measure, number
from interventions.message import Wire
from interventions.vocabulary import Attended


class AssessmentFigures(Wire):
    """From the referral to an assessment that was held."""

    assessment_due: date | None = measure(
        "The last day in time: the policy's working days (ten as shipped) after the London day sent, day 0."
    )
    assessment_days_allowed: int | None = measure(
        "Working days from the London day sent (day 0) within which the policy wants it held; ten as shipped."
    )
    assessment_first_arranged_at: datetime | None = measure("When the first appointment for it was made.")
    assessment_first_offered_for: datetime | None = measure(
        "The time the first appointment was made for; a later move does not change it."
    )
    assessment_offered_in_time: bool | None = measure(
        "Whether that first time lay within the deadline. Empty while none is made and it is not yet due."
    )
    assessment_first_missed_at: datetime | None = measure(
        "The time of the first appointment the participant did not attend."
    )
    assessment_first_attended_at: datetime | None = measure(
        "The time of the first appointment the participant came to, on time or late, held or not."
    )
    assessment_punctual: bool | None = measure(
        "Whether they were on time for that one. Empty while nobody has come."
    )
    assessment_held_at: datetime | None = measure(
        "The time of the appointment at which the assessment took place."
    )
    assessment_held_in_time: bool | None = measure(
        "Whether it was attended and held within the deadline. Empty while it still can be, and where a "
        "withdrawal came before the deadline. Being missed or moved stops no clock."
    )
    assessment_working_days: int | None = measure(
        "Working days from the London day sent (day 0) to the day it was held."
    )
    assessment_calendar_days: int | None = measure("The same in calendar days.")
    assessment_early_target_kept: bool | None = measure(
        "Whether it was held within the internal early target (ten calendar days as shipped)."
    )
    assessment_absences: int = number("Appointments the participant did not attend before it was held.")
    assessment_not_held: int = number("Appointments they came to at which no assessment took place.")
    assessment_breach_cause: str | None = measure(
        "Why it was not held by the deadline, as a code; empty where it was, or still can be."
    )


def assessment_figures(case: Case) -> AssessmentFigures:
    """The figures of this stage."""
    slot, sent = case.assessment, case.referral.sent_at
    held = slot.held.happened_at if slot.held else None
    missed = [contact for contact in slot.contacts if contact.attended is Attended.NO]
    came = sorted(
        (contact for contact in slot.contacts if contact.attended is not Attended.NO),
        key=lambda contact: contact.happened_at,
    )
    clock = clock_of(case, "assessment")
    mark = case.marks.get("assessment")
    return AssessmentFigures(
        assessment_due=due_day(clock),
        assessment_days_allowed=case.terms.policy.assessment_working_days,
        assessment_first_arranged_at=slot.appointments[0].booked_at if slot.appointments else None,
        assessment_first_offered_for=slot.appointments[0].starts_at if slot.appointments else None,
        assessment_offered_in_time=_offered(case),
        assessment_first_missed_at=first(contact.happened_at for contact in missed),
        assessment_first_attended_at=came[0].happened_at if came else None,
        assessment_punctual=came[0].attended is Attended.YES if came else None,
        assessment_held_at=held,
        assessment_held_in_time=in_time(clock),
        assessment_working_days=working_days(case, sent, held),
        assessment_calendar_days=calendar_days(sent, held),
        assessment_early_target_kept=in_time(clock_of(case, "assessment-early-target")),
        assessment_absences=len(missed),
        assessment_not_held=sum(not contact.held for contact in came),
        assessment_breach_cause=mark.cause if mark and mark.breached and not in_time(clock) else None,
    )


def _offered(case: Case) -> bool | None:
    clock, dates = clock_of(case, "assessment"), case.assessment.appointments
    if clock and dates:
        return dates[0].starts_at < clock.due
    return in_time(clock)
