"""A reminder its carrier has not taken yet, shortly before its date: a person tells what it was to say.

It goes on being tried, and where it leaves after all the task closes by itself (reliability brief R10).
"""

from collections.abc import Iterator
from datetime import datetime

from interventions.case import Case
from interventions.days.send_window import reminder_moment
from interventions.facts import AnyFact
from interventions.vocabulary import Role
from interventions.words.contacting import ask
from interventions.words.reminders import LATE, tell_by, wanted, words_about

NOT_GONE = "A reminder has not left yet, it is still being tried: make sure the participant knows the date"


def waiting(case: Case) -> Iterator[tuple[str, datetime]]:
    """The key of each, and when a person is asked: the policy's hours before, or the working evening before.

    One that was only just asked for has an hour to leave.
    """
    policy, calendar = case.terms.policy, case.terms.calendar
    if policy.waiting_reminder_hours is None or case.suppressed:
        return
    for date in case.live:
        if date.key in case.confirmed:
            continue
        moment = reminder_moment(date.starts_at, policy, calendar, policy.waiting_reminder_hours)
        for word in words_about(case, date):
            at = max(moment, word.at + LATE)
            if word.state == "requested" and at < date.starts_at and _task(word.key) not in case.tasks:
                yield word.key, at


def ask_about(case: Case, key: str, at: datetime) -> Iterator[AnyFact]:
    """Ask the caseworker; `at` is when they were to be asked, however late that was noticed."""
    task, owner, due = _task(key), Role.CASEWORKER, tell_by(case, key, at)
    yield from ask(case, task, "sending", owner, NOT_GONE, about=key, at=at, today=True, due=due)


def still_waits(case: Case, key: str) -> bool:
    """Whether it has neither left nor failed, and its date stands."""
    word = case.words.get(key)
    return word is not None and word.state == "requested" and wanted(case, key)


def _task(key: str) -> str:
    return f"waiting/{key}"
