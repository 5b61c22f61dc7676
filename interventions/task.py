"""What the system asks of a person: one typed task, with an owner and a day."""

from typing import Literal

from interventions.days.london import Instant
from interventions.message import Wire
from interventions.vocabulary import Role

TaskKind = Literal[
    "urgent",
    "contact",
    "clock",
    "plan",
    "booking",
    "record",
    "sending",
    "three-way",
    "closure",
    "pause",
    "review",
    "people",
    "monitoring",
    "difference",
    "overdue",
    "moved",
    "cadence",
    "notice",
]

# What the ids of formal reviews of the outcomes begin with.
OUTCOME_REVIEW = "outcome-review/"

ChosenAs = Literal["", "allocated", "responsible-officer", "referrer"]


class Task(Wire):
    """Something only a person can do. `id` comes from what it is about, so it is never asked twice.

    `what` is written by the system and holds no personal data; `about` names the slot, clock or message.
    `person` is the staff reference of who had the role when it was asked, `chosen_as` why it was they; the
    task follows the role.
    """

    id: str
    what: str
    owner: Role
    about: str
    opened_at: Instant
    due: Instant
    kind: TaskKind
    closed_at: Instant | None = None
    closed_by: str = ""
    person: str = ""
    chosen_as: ChosenAs = ""
