"""The case as its people read it: a status with every clock, and the few values operators filter by."""

from datetime import datetime
from uuid import UUID

from interventions.agenda import agenda, clocks
from interventions.case import Case, JournalLine
from interventions.clocks import Clock
from interventions.days.london import last_day, london_date, spoken_date
from interventions.end_of_service import Conclusion, KeptClock
from interventions.life.endings import report_owed
from interventions.meetings.concerns import is_concern
from interventions.message import Wire
from interventions.monitoring.records import MonitoringRecord
from interventions.paused_days import paused_days
from interventions.promises.dose import Ledger, ledgers, owed
from interventions.stage import stage
from interventions.task import Task
from interventions.vocabulary import ClockState, Complexity, Ending, Pathway, Provider, Stage
from interventions.words.reaching import WordView, texts_off, texts_that_matter
from interventions.words.replies import awaits_confirmation

MISSED = (ClockState.BREACHED, ClockState.MET_LATE)
URGENT = "urgent"


class ClockView(Wire):
    """A clock as shown: `due` is the last day in time; `explanation` says how it was counted."""

    name: str
    due: str
    state: ClockState
    owner: str
    cause: str = ""
    explanation: str = ""


class Status(Wire):
    """Where an intervention stands. No personal data, but in two: by task, what is `to_key_in` to R&M, and
    what R&M was `never_told`, its referral being over.

    `paused` says since when it is, and when somebody looks again.
    `confirmed` are the slots the participant said they will come to; `may_confirm`: they were reminded of one
    they have not confirmed.
    """

    referral_id: UUID
    pathways: tuple[Pathway, ...]
    complexities: tuple[Complexity, ...]
    stage: Stage
    awaiting: str
    ending: Ending | None
    next_due: datetime | None
    next_what: str
    sessions_planned: int
    sessions_held: int
    minutes: int
    doses: tuple[Ledger, ...]
    clocks: tuple[ClockView, ...]
    tasks: tuple[Task, ...]
    texts: int
    letters: int
    documents: int
    last_word: str
    days_paused: int = 0
    paused: str = ""
    texts_under_way: tuple[WordView, ...] = ()
    texts_off: str = ""
    confirmed: tuple[str, ...] = ()
    may_confirm: bool = False
    facts: int
    to_key_in: dict[str, MonitoringRecord] = {}
    never_told: dict[str, tuple[MonitoringRecord, ...]] = {}


class Attributes(Wire):
    """The values the Temporal UI lists and filters by. No personal data; at most one change a task."""

    stage: Stage
    awaiting: str
    providers: tuple[Provider, ...]
    attention: str
    next_due: datetime | None
    clock_due: datetime | None
    breached: bool
    sessions_left: int


def awaiting(case: Case) -> str:
    """What the journey waits for, in a word."""
    if case.withdrawal and not case.ending:
        return "report" if report_owed(case) else "closing"
    if case.pause:
        return "resumption"
    if case.live and stage(case) is not Stage.CLOSED:
        return "appointment"
    match stage(case):
        case Stage.REFERRAL:
            return "allocation"
        case Stage.ASSESSMENT | Stage.DELIVERY | Stage.FINAL_SESSION:
            return "booking"
        case Stage.ACTION_PLAN:
            return "approval" if case.plan_awaited else "plan"
        case Stage.END_OF_SERVICE:
            return "report"
        case _:
            return "nothing"


def attention(case: Case) -> str:
    """Why somebody should look: the most urgent reason, or "none". Danger comes before any clock."""
    kinds = {task.kind for task in case.open_tasks}
    if case.terms.policy.follows(2) and (URGENT in kinds or any(map(is_concern, case.open_tasks))):
        return URGENT
    if any(clock.state is ClockState.BREACHED and clock.watched for clock in clocks(case)):
        return "breached"
    for kind in (URGENT, "sending", "contact", "record", "people", "clock"):
        if kind in kinds:
            return kind
    return "task" if kinds else "none"


def ever_missed(case: Case) -> bool:
    """Whether any deadline that is watched was ever missed, whatever was agreed or recorded since.

    Under the first edition: whether one counts as missed now.
    """
    if case.terms.policy.follows(2):
        return any(line.fact == "ClockBreached" for line in case.journal)
    return any(clock.state in MISSED for clock in clocks(case) if clock.watched)


def attributes(case: Case) -> Attributes:
    """The case as a row in the Temporal UI."""
    due, promises = agenda(case), clocks(case)
    running = [clock.due for clock in promises if clock.open and clock.watched]
    closed = stage(case) is Stage.CLOSED
    return Attributes(
        stage=stage(case),
        awaiting=awaiting(case),
        providers=tuple(sorted({row.provider for row in case.specifications.values()})),
        attention=attention(case),
        next_due=due[0].at if due else None,
        clock_due=min(running) if running and not closed else None,
        breached=ever_missed(case),
        sessions_left=0 if closed else owed(case),
    )


def paused(case: Case) -> str:
    """Since when the service is held, and when somebody looks again; not why, which is about a person."""
    if case.pause is None:
        return ""
    since, again = spoken_date(london_date(case.pause.since)), spoken_date(case.pause.review_on)
    return f"since {since}; to be looked at again on {again}"


def status(case: Case) -> Status:
    """Everything there is to say without naming anybody."""
    due, accounts = agenda(case), ledgers(case)
    said = [word for word in case.words.values() if word.errand != "receipt"]
    last = max(said, key=lambda word: word.at, default=None)
    return Status(
        referral_id=case.referral.id,
        pathways=case.pathways,
        complexities=tuple(chosen.complexity for chosen in case.referral.selections),
        stage=stage(case),
        awaiting=awaiting(case),
        ending=case.ending,
        next_due=due[0].at if due else None,
        next_what=due[0].what if due else "",
        sessions_planned=sum(account.sessions_planned for account in accounts),
        sessions_held=sum(account.sessions_held for account in accounts),
        minutes=sum(account.minutes for account in accounts),
        doses=accounts,
        clocks=tuple(view(clock) for clock in clocks(case)),
        tasks=tuple(task.model_copy(update={"person": ""}) for task in case.open_tasks),
        texts=_sent(case, "text"),
        letters=_sent(case, "letter"),
        documents=_sent(case, "document"),
        last_word=f"{last.errand} {last.key} {last.state}" if last else "",
        days_paused=len(paused_days(case)),
        paused=paused(case),
        texts_under_way=texts_that_matter(case),
        texts_off=texts_off(case),
        confirmed=tuple(date.slot for date in case.live if date.key in case.confirmed),
        may_confirm=awaits_confirmation(case, case.last_at) is not None,
        facts=case.sequence,
        to_key_in={task: each.record for task, each in case.monitoring.by_hand.items()},
        never_told={
            task: tuple(each.record for each in some) for task, some in case.monitoring.never_told.items()
        },
    )


def timeline(case: Case) -> tuple[JournalLine, ...]:
    """What happened, a line a fact, in the order it was written down."""
    return case.journal


def view(clock: Clock) -> ClockView:
    """A clock in words."""
    return ClockView(
        name=clock.name,
        due=spoken_date(last_day(clock.due)),
        state=clock.state,
        owner=clock.owner,
        cause=clock.mark.cause if clock.state in MISSED else "",
        explanation=clock.explanation,
    )


def conclusion(case: Case) -> Conclusion:
    """What was promised and what was kept: the workflow's result. Only for a case that has ended."""
    if case.ending is None:
        raise ValueError("the intervention has not ended")
    accounts = ledgers(case)
    reached = case.report.outcomes if case.report else ()
    return Conclusion(
        referral_id=case.referral.id,
        ending=case.ending,
        pathways=case.pathways,
        complexities=tuple(chosen.complexity for chosen in case.referral.selections),
        sessions_planned=sum(account.sessions_planned for account in accounts),
        sessions_held=sum(account.sessions_held for account in accounts),
        minutes_delivered={account.pathway: account.minutes for account in accounts},
        outcomes={line.outcome: line.achievement for line in reached},
        clocks=tuple(
            KeptClock(
                name=clock.name,
                due=last_day(clock.due).isoformat(),
                state=clock.state,
                cause=clock.mark.cause if clock.state in MISSED else "",
            )
            for clock in clocks(case)
        ),
        texts=_sent(case, "text"),
        letters=_sent(case, "letter"),
        documents=_sent(case, "document"),
        tasks_open=len(case.open_tasks),
        days_paused=len(paused_days(case)),
        facts=case.sequence,
    )


def _sent(case: Case, errand: str) -> int:
    arrived = ("accepted", "delivered", "undelivered")
    return sum(1 for word in case.words.values() if word.errand == errand and word.state in arrived)
