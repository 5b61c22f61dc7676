"""A letter about an appointment where texts do not reach the participant, if the post is safe and in time.

A person is asked to ring as well, whoever the text failed (reliability brief R10): a letter may be late too.
"""

from collections.abc import Iterator
from datetime import datetime

from interventions.case import Case
from interventions.days.london import london_date
from interventions.facts import AnyFact
from interventions.meetings.appointment import Appointment
from interventions.vocabulary import Channel
from interventions.words.contacting import by_letter
from interventions.words.papers import appointment_letter
from interventions.words.reminders import words_about

DID_NOT_REACH = ("failed", "undelivered")


def key(appointment: Appointment) -> str:
    """The letter's own key: one for every date made."""
    return f"appointment-letter/{appointment.key}"


def dates(case: Case) -> Iterator[Appointment]:
    """The dates standing that a letter can still tell of, and a text can't."""
    days, contact = case.terms.policy.letter_fallback_working_days, case.referral.participant.contact
    if days is None or case.suppressed or contact.reach_by(Channel.LETTER) != "yes":
        return
    for date in case.live:
        if key(date) not in case.words and _no_text_reaches(case, date):
            left = case.terms.calendar.between(london_date(case.last_at), london_date(date.starts_at))
            if left >= days:
                yield date


def write(case: Case, appointment: Appointment, now: datetime) -> Iterator[AnyFact]:
    """Post it."""
    yield from by_letter(case, key(appointment), appointment_letter(case, appointment), at=now)


def _no_text_reaches(case: Case, appointment: Appointment) -> bool:
    off = case.referral.participant.contact.mobile in case.texts_off
    return off or any(word.state in DID_NOT_REACH for word in words_about(case, appointment))
