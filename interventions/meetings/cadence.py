"""Whether sessions come often enough: a date that leaves too long a gap is booked, and somebody is told.

A cadence's minimum is a warning, never a refusal (domain brief 7.6, A7). A booking that says why all the same
answers it beforehand. Meetings that were missed were offered, so they count; paused days do not.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from interventions.case import Case
from interventions.days.london import london_date
from interventions.facts import AnyFact
from interventions.meetings.appointment import Appointment
from interventions.meetings.soft_rules import says_why
from interventions.messages import Book
from interventions.paused_days import paused_days
from interventions.vocabulary import Pathway, Role
from interventions.words.contacting import ask


def answered(case: Case, message: Book, made: Appointment) -> Iterator[str]:
    """The rule that a booking left, saying why all the same; a meeting that took place left none."""
    if _leaves_a_gap(case, message, made) and says_why(case, message):
        yield "too-seldom"


def warn(case: Case, message: Book, made: Appointment, now: datetime) -> Iterator[AnyFact]:
    """Ask the caseworker to book one sooner, or to say why not; nothing where the booking said it."""
    if says_why(case, message) or not _leaves_a_gap(case, message, made):
        return
    row = case.specifications[made.pathway] if made.pathway else None
    least = f"{row.cadence.minimum} a {row.cadence.period}" if row else ""
    what = f"The next session is too far from the last: at least {least}. Book one sooner, or say why not"
    task = f"cadence/{made.key}"
    yield from ask(case, task, "cadence", Role.CASEWORKER, what, about=made.key, at=now)


def _leaves_a_gap(case: Case, message: Book, made: Appointment) -> bool:
    asked = case.terms.policy.cadence_minimum_warns and message.record is None
    return asked and too_seldom(case, made)


def too_seldom(case: Case, made: Appointment) -> bool:
    """Whether the cadence's period before this date holds fewer sessions than its minimum.

    The first sessions of a pathway have nothing before them, and are never too late by this rule.
    """
    if made.pathway is None or not made.counts:
        return False
    cadence, day = case.specifications[made.pathway].cadence, london_date(made.starts_at)
    before = sorted(each for each in _offered(case, made.pathway, made.slot) if each <= day)
    if len(before) < cadence.minimum:
        return False
    since = before[-cadence.minimum]
    paused = sum(since <= off < day for off in paused_days(case))
    return day > cadence.ends(since) + timedelta(days=paused)


def _offered(case: Case, pathway: Pathway, slot: str) -> Iterator[date]:
    """The London days of the pathway's sessions: those on the record, and other dates that stand."""
    for contact in case.contacts:
        if contact.counts and contact.pathway is pathway:
            yield london_date(contact.happened_at)
    for other in case.live:
        if other.counts and other.pathway is pathway and other.slot != slot:
            yield london_date(other.starts_at)
