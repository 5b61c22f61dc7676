"""What the service noticed by itself, and what it asked of people."""

from typing import Literal
from uuid import UUID

from interventions.days.london import Instant
from interventions.facts.fact import Fact
from interventions.task import Task


class ClockWarned(Fact):
    """A deadline comes near and is not met."""

    fact: Literal["ClockWarned"] = "ClockWarned"
    clock: str
    due: Instant | None = None


class ClockBreached(Fact):
    """A deadline passed unmet. `cause` is a code; the clock runs on (domain brief 7.6, A4)."""

    fact: Literal["ClockBreached"] = "ClockBreached"
    clock: str
    due: Instant
    cause: str


class TaskOpened(Fact):
    """A person was asked to do something."""

    fact: Literal["TaskOpened"] = "TaskOpened"
    task: Task


class TaskClosed(Fact):
    """It is done, or no longer needed."""

    fact: Literal["TaskClosed"] = "TaskClosed"
    task: str
    how: str


class DuplicatesLookedFor(Fact):
    """The register was asked whether the same person is on the service twice: `others` are, or may be.

    `why` is a code, where nobody could say.
    """

    fact: Literal["DuplicatesLookedFor"] = "DuplicatesLookedFor"
    key: str
    others: tuple[UUID, ...] = ()
    why: str = ""


class MessageKept(Fact):
    """An outside message came before its time; kept whole until the case has got so far."""

    fact: Literal["MessageKept"] = "MessageKept"
    message: str
    content: str


class MessageLetIn(Fact):
    """A kept message is heard: what follows from it follows now. `kept` is the sequence of its fact."""

    fact: Literal["MessageLetIn"] = "MessageLetIn"
    message: str
    kept: int


class MessageSetAside(Fact):
    """An outside message that could not be applied; kept whole, so that nothing is lost."""

    fact: Literal["MessageSetAside"] = "MessageSetAside"
    message: str
    rule: str
    content: str
