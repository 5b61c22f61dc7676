"""The caseworker learns what somebody else decided on the case: an end, a pause, and going on after either.

What R&M did it mails them (domain brief 5.1). A notice closes by itself when it is no longer so.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from interventions.case import Case
from interventions.facts import AnyFact
from interventions.task import Task
from interventions.vocabulary import RM, Role
from interventions.words.contacting import ask

News = Literal["withdrawn", "reinstated", "paused", "resumed"]

REPORT_OWED = "The referral was withdrawn ({}): write the end-of-service report"
NOTHING_OWED = "The referral was withdrawn ({}): nothing more is owed"
REINSTATED = "The withdrawal was taken back: go on, and book again what was called off"
HELD_AGAIN = "The withdrawal was taken back: the service is paused again, as before"
PAUSED = "The service is paused: nothing is booked until it is resumed"
RESUMED = "The service goes on again: book again what was called off"


def notice(case: Case, news: News, what: str, by: str, now: datetime) -> Iterator[AnyFact]:
    """Tell the caseworker, unless they did it themselves."""
    worker = case.caseworker
    if worker is None or by in (worker.username, RM) or not case.terms.policy.follows(2):
        return
    task, owner = f"{news}/{case.sequence}", Role.CASEWORKER
    yield from ask(case, task, "notice", owner, what, about=news, at=now, today=news == "withdrawn")


def still_so(case: Case, task: Task) -> bool:
    """Whether what a notice says is still the case, and of use: not once the case is closed."""
    if case.ending:
        return False
    ended, held = case.withdrawal is not None, case.pause is not None
    match task.about:
        case "withdrawn":
            return ended
        case "reinstated":
            return not ended
        case "paused":
            return held and not ended
        case _:
            return not (held or ended)
