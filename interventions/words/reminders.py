"""The text before a meeting: one for every date made, a day before, in daytime, never for a date that moved.

A policy may add earlier ones; those that are past when a date is made are left out.

Seeds, Referral: a reminder for the first assessment; each date gets its own (domain brief 7.6, A17, A18).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from interventions.case import Case, Word
from interventions.days.send_window import is_open, next_open, reminder_moment
from interventions.facts import AnyFact, WordLapsed, WordPostponed
from interventions.meetings.appointment import ASSESSMENT, Appointment
from interventions.vocabulary import Role
from interventions.words.contacting import ask, by_text
from interventions.words.correspondence import AssessmentReminder, SessionReminder

LATE = timedelta(hours=1)
TOO_LATE = "Too late to text a reminder: ring the participant if you can"
UNDER_WAY = ("requested", "accepted", "delivered", "undelivered")


@dataclass(frozen=True)
class Reminder:
    """A reminder still to be sent, and when; after a `further` one another is still to come."""

    key: str
    at: datetime
    appointment: Appointment
    further: bool = False


def reminders(case: Case) -> Iterator[Reminder]:
    """One for each date standing; for one that was booked late, as soon as a text may go out."""
    policy, calendar = case.terms.policy, case.terms.calendar
    for appointment in case.live:
        key = _key(appointment)
        if key in case.words:
            continue
        usual = reminder_moment(appointment.starts_at, policy, calendar)
        at = case.postponed.get(key) or max(usual, next_open(appointment.booked_at, policy))
        if at < appointment.starts_at:
            yield Reminder(key, at, appointment)
        yield from _further(case, appointment, at)


def _further(case: Case, appointment: Appointment, last: datetime) -> Iterator[Reminder]:
    """The texts before the last one; what was not sent before that one is not sent beside it."""
    policy, calendar = case.terms.policy, case.terms.calendar
    for hours in policy.further_reminder_hours:
        key = f"{_key(appointment)}/{hours}h"
        usual = reminder_moment(appointment.starts_at, policy, calendar, hours)
        at = case.postponed.get(key, usual)
        if appointment.booked_at <= usual and at < last and key not in case.words:
            yield Reminder(key, at, appointment, further=True)


def reminded(case: Case, appointment: Appointment) -> bool:
    """Whether a text about this date is on its way, or came wherever it came."""
    return any(word.state in UNDER_WAY for word in words_about(case, appointment))


def words_about(case: Case, appointment: Appointment) -> Iterator[Word]:
    """Every reminder of this date there was, or was to be."""
    key = _key(appointment)
    for word in case.words.values():
        if word.key == key or word.key.startswith(f"{key}/"):
            yield word


def reminds_of(key: str, appointment: Appointment) -> bool:
    """Whether a text under this key is about this date."""
    return f"{key}/".startswith(f"{_key(appointment)}/")


def _key(appointment: Appointment) -> str:
    return f"reminder/{appointment.key}"


def wanted(case: Case, key: str) -> bool:
    """Whether what a text said is still to be told, if it failed: a reminder's only while its date stands."""
    if not (case.terms.policy.lost_reminders_are_urgent and key.startswith("reminder/")):
        return True
    return any(reminds_of(key, date) for date in case.live)


def tell_by(case: Case, key: str, now: datetime) -> datetime | None:
    """When a reminder that failed must have been told by a person: that day, and before its date.

    None: it is no reminder, its date is past or moved, or an older policy has no such hurry.
    """
    if not case.terms.policy.lost_reminders_are_urgent:
        return None
    ahead = (date.starts_at for date in case.live if reminds_of(key, date) and now < date.starts_at)
    return next((min(case.terms.day_ends(now, 0), starts_at) for starts_at in ahead), None)


def too_late(case: Case, key: str, now: datetime) -> Iterator[AnyFact]:
    """Note that a text was of no use any more; where its date is still ahead, a person rings."""
    yield from _lapse(case, key, now, tell_by(case, key, now))


def _lapse(case: Case, key: str, now: datetime, ring_by: datetime | None) -> Iterator[AnyFact]:
    yield WordLapsed(at=now, key=key)
    if ring_by:
        task = f"reach/{key}"
        yield from ask(case, task, "contact", Role.CASEWORKER, TOO_LATE, about=key, at=now, due=ring_by)


def send(case: Case, reminder: Reminder, now: datetime) -> Iterator[AnyFact]:
    """Text it; at night, wait for the morning; where that is too late, say so and ask a person to ring."""
    appointment, key = reminder.appointment, reminder.key
    if reminder.further and now - reminder.at > LATE:
        yield WordLapsed(at=now, key=key)  # two at once would help nobody
        return
    if now < appointment.starts_at and is_open(now, case.terms.policy):
        kind = AssessmentReminder if appointment.slot == ASSESSMENT else SessionReminder
        saying = kind(starts_at=appointment.starts_at, contact=appointment.contact)
        yield from by_text(case, key, saying, at=reminder.at, useless_after=appointment.starts_at)
        return
    until = next_open(now, case.terms.policy)
    if until < appointment.starts_at:
        yield WordPostponed(at=now, key=key, until=until)
        return
    # By the end of the day under every policy, though `tell_by` would have it sooner: what replays a case
    # that runs must find the task due when it was.
    yield from _lapse(case, key, now, case.terms.day_ends(now, 0) if now < appointment.starts_at else None)
