"""The end-of-service report and what the whole intervention came to."""

from uuid import UUID

from interventions.message import Wire
from interventions.vocabulary import Achievement, ClockState, Complexity, Ending, Pathway


class OutcomeReached(Wire):
    """How far one desired outcome was reached, and what there is to say about it (R&M's two comments)."""

    outcome: UUID
    achievement: Achievement
    progress: str = ""
    further_work: str = ""


class EndOfServiceReport(Wire):
    """The report: one level for each outcome the referral asked for, and further support needs."""

    outcomes: tuple[OutcomeReached, ...]
    further_information: str = ""


class KeptClock(Wire):
    """A promise with a day to it, and what became of it."""

    name: str
    due: str
    state: ClockState
    cause: str = ""


class Conclusion(Wire):
    """What was promised and what was kept: the result of the whole intervention."""

    referral_id: UUID
    ending: Ending
    pathways: tuple[Pathway, ...]
    complexities: tuple[Complexity, ...]
    sessions_planned: int
    sessions_held: int
    minutes_delivered: dict[Pathway, int]
    outcomes: dict[UUID, Achievement]
    clocks: tuple[KeptClock, ...]
    texts: int
    letters: int
    documents: int
    tasks_open: int
    days_paused: int = 0
    facts: int
