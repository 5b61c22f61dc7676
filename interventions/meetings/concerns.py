"""A concern for somebody's safety waits for nobody, from whatever contact it came (domain brief 2.2)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from interventions.case import Case
from interventions.facts import AnyFact
from interventions.task import Task
from interventions.vocabulary import Role
from interventions.words.contacting import ask
from interventions.words.where_to_read import read_it

# Within the hour the practitioner has acted, or operations hear of it.
AT_ONCE = timedelta(hours=1)
CONCERN = "concern/"


def raise_concern(case: Case, about: str, now: datetime) -> Iterator[AnyFact]:
    """Tell the practitioner at once; `about` is the key of the contact."""
    what = f"A concern was recorded: {read_it(case)} and act at once"
    owner, task, due = Role.PROBATION_PRACTITIONER, f"{CONCERN}{about}", now + AT_ONCE
    yield from ask(case, task, "record", owner, what, about=about, at=now, due=due)


def is_concern(task: Task) -> bool:
    """Whether a task asks to act on one."""
    return task.id.startswith(CONCERN)
