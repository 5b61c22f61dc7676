"""A date that somebody called off: whoever was told of it must be told that it is off, by a person.

Nobody should turn up to a closed door. No text goes out about it: one may cross with the reminder, and why it
is off is for a person to say.
"""

from collections.abc import Iterator
from datetime import datetime

from interventions.case import Case, Word
from interventions.days.london import spoken_moment
from interventions.facts import AnyFact
from interventions.meetings.appointment import Appointment
from interventions.task import Task
from interventions.vocabulary import Role
from interventions.words.contacting import ask
from interventions.words.fallback import key as letter_about
from interventions.words.reminders import UNDER_WAY, reminded, reminds_of

OFF = "off/"
PLAN_COPY = "action-plan"


def tell(case: Case, date: Appointment, by: str, now: datetime) -> Iterator[AnyFact]:
    """Ask for it to be told: by the caseworker, or by operations where there is none.

    Not where the caseworker called it off themselves, nor where nobody told the participant of it. It is due
    before the date: the same day where that is near, else in the policy's working days for a task.
    """
    worker = case.caseworker
    if not case.terms.policy.follows(2) or not knows_of(case, date) or (worker and by == worker.username):
        return
    owner = Role.CASEWORKER if worker and not case.caseworker_gone else Role.OPERATIONS
    what = f"Called off: {date.slot.replace('-', ' ')}, {spoken_moment(date.starts_at)}; tell the participant"
    due = _told_by(case, date, now)
    yield from ask(case, f"{OFF}{date.key}", "contact", owner, what, about=date.key, at=now, due=due)


def _told_by(case: Case, date: Appointment, now: datetime) -> datetime:
    usual = case.terms.day_ends(now, case.terms.policy.task_working_days)
    return usual if usual < date.starts_at else min(case.terms.day_ends(now, 0), date.starts_at)


def still_to_tell(case: Case, task: Task) -> bool:
    """Whether it is still to be said: no other date was made for the meeting, and the words did go out."""
    date = _date(case, task)
    return case.slots[date.slot].appointments[-1] == date and knows_of(case, date)


def untold(case: Case, now: datetime) -> bool:
    """Whether a text may be an answer to the reminder of a date that is off, which they have not heard."""
    off = [_date(case, task) for task in case.open_tasks if task.id.startswith(OFF)]
    return any(date.starts_at > now and reminded(case, date) for date in off)


def knows_of(case: Case, date: Appointment) -> bool:
    """Whether the participant was told of this date: by text, by a letter, or by somebody in their place."""
    return any(_names(word, date) and _was_told(case, word) for word in case.words.values())


def _names(word: Word, date: Appointment) -> bool:
    """A copy of the plan names every date that stood when it was made."""
    if word.what == PLAN_COPY:
        return date.booked_at <= word.at
    return reminds_of(word.key, date) or word.key == letter_about(date)


def _was_told(case: Case, word: Word) -> bool:
    """Whether it may have come, or a person was asked to tell what it could not: they may have done so."""
    return word.state in UNDER_WAY or any(task.about == word.key for task in case.tasks.values())


def _date(case: Case, task: Task) -> Appointment:
    slot, _, version = task.about.rpartition("/")
    return case.slots[slot].appointments[int(version) - 1]
