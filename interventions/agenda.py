"""What is due when: derived from the case, never stored, so there is nothing to forget to cancel.

An appointment that moved simply has other due items; a task whose reason is gone is closed by itself.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from interventions import keeping
from interventions.case import Case
from interventions.clocks import Clock
from interventions.days.london import last_day, spoken_date
from interventions.facts import AnyFact, ClockBreached, ClockWarned, TaskClosed, TaskOverdue
from interventions.last_case import remembers_the_last
from interventions.life import duplicates, endings, outcome_reviews, pauses
from interventions.meetings import absence
from interventions.meetings.appointment import Appointment
from interventions.monitoring import telling
from interventions.stage import stage
from interventions.stages import action_plan, assessment, delivery, end_of_service, final_session, referral
from interventions.task import Task, TaskKind
from interventions.tidying import still_wanted
from interventions.vocabulary import Role, Stage
from interventions.words import fallback, receipts, waiting_texts
from interventions.words.contacting import ask
from interventions.words.correspondence import AskReceipt
from interventions.words.reminders import Reminder, reminders, send

CLOCKS: tuple[Callable[[Case], Iterator[Clock]], ...] = (
    referral.clocks,
    assessment.clocks,
    action_plan.clocks,
    delivery.clocks,
    final_session.clocks,
    end_of_service.clocks,
)

A_MOMENT = timedelta(hours=1)


@dataclass(frozen=True)
class Due:
    """Something that falls due at `at`; `then(now)` is what follows when it does.

    `what` is for the operator's eyes on a timer: no personal data.
    """

    at: datetime
    key: str
    what: str
    then: Callable[[datetime], Iterable[AnyFact]]


@remembers_the_last
def clocks(case: Case) -> tuple[Clock, ...]:
    """Every promise made so far, in the order of the journey."""
    return tuple(clock for page in CLOCKS for clock in page(case))


@remembers_the_last
def agenda(case: Case) -> tuple[Due, ...]:
    """Everything still due, soonest first."""
    items = [*_of_a_closed_case(case)] if stage(case) is Stage.CLOSED else _of_an_open_case(case)
    always = [*_kept_due(case), *_monitoring_due(case)]
    return tuple(sorted([*items, *always], key=lambda item: (item.at, item.key)))


def _of_an_open_case(case: Case) -> list[Due]:
    promises = clocks(case)
    return [
        *_clocks_due(case, promises),
        *_duplicates_due(case),
        *_reminders_due(case),
        *_messages_due(case),
        *_offer_due(case),
        *_life_due(case),
        *_overdue(case),
        *_tidying(case, promises),
    ]


def _of_a_closed_case(case: Case) -> Iterator[Due]:
    yield from _tidying(case, ())
    if until := end_of_service.tasks_until(case):
        yield from _overdue(case)
        for done in end_of_service.never_answered(case, until):
            yield Due(until, f"last/{done.task}", "close the last tasks", _say(done))


def _duplicates_due(case: Case) -> Iterator[Due]:
    if duplicates.not_yet_looked(case):
        what = "look whether the same person is on the service twice"
        first = duplicates.FIRST
        yield Due(case.received_at, first, what, lambda now: duplicates.look(case, first, now))


def _clocks_due(case: Case, promises: tuple[Clock, ...]) -> Iterator[Due]:
    for clock in promises:
        if not (clock.open and clock.watched) or clock.mark.breached:
            continue
        if clock.warn_at and not clock.mark.warned:
            yield Due(clock.warn_at, f"warn/{clock.name}", f"warn: {clock.title}", _warn(case, clock))
        yield Due(clock.due, f"breach/{clock.name}", f"deadline: {clock.title}", _breach(case, clock))


def _warn(case: Case, clock: Clock) -> Callable[[datetime], Iterable[AnyFact]]:
    def then(now: datetime) -> Iterator[AnyFact]:
        at = max(clock.warn_at or now, clock.started_at, case.received_at)
        yield ClockWarned(at=at, clock=clock.name, due=clock.due)
        if now < clock.due:  # later than that, the breach says it all
            what = (
                f"{clock.rule[0].upper()}{clock.rule[1:]}: by the end of {spoken_date(last_day(clock.due))}"
            )
            task, noticed = f"warned/{clock.name}", _noticed(at, now)
            yield from _ask(case, task, "clock", clock.owner, what, about=clock.name, at=noticed)

    return then


def _breach(case: Case, clock: Clock) -> Callable[[datetime], Iterable[AnyFact]]:
    def then(now: datetime) -> Iterator[AnyFact]:
        yield ClockBreached(at=clock.due, clock=clock.name, due=clock.due, cause=clock.cause)
        what = f"Deadline missed: {clock.rule} ({clock.cause.replace('-', ' ')})"
        task = f"breached/{clock.name}"
        at = _noticed(clock.due, now)
        yield from _ask(case, task, "clock", Role.OPERATIONS, what, about=clock.name, at=at)

    return then


def _ask(
    case: Case, task: str, kind: TaskKind, owner: Role, what: str, *, about: str, at: datetime
) -> Iterator[AnyFact]:
    """Ask for what was just said as a fact: a clock with a new day warns anew, whatever became of the old."""
    anew = case.terms.policy.follows(2)
    yield from ask(case, task, kind, owner, what, about=about, at=at, anew=anew)


def _noticed(at: datetime, now: datetime) -> datetime:
    """When a person was asked: a timer is a moment late; what an outage made late is dated when noticed."""
    return at if now - at < A_MOMENT else now


def _reminders_due(case: Case) -> Iterator[Due]:
    for reminder in reminders(case):
        what = f"text reminder for {reminder.appointment.slot.replace('-', ' ')}"
        yield Due(reminder.at, reminder.key, what, _send(case, reminder))


def _messages_due(case: Case) -> Iterator[Due]:
    """What is to be known of the texts sent, and the letters that go where no text arrives."""
    for errand, at in receipts.unheard(case):
        what = "ask whether a text arrived" if errand.of == "text" else "ask whether a letter was posted"
        yield Due(at, errand.key, what, _ask_after(errand))
    for key, at in waiting_texts.waiting(case):
        yield Due(at, f"waiting/{key}", "see whether a reminder has left", _not_gone(case, key, at))
    for date in fallback.dates(case):
        yield Due(case.last_at, fallback.key(date), "post a letter in place of a text", _write(case, date))


def _write(case: Case, date: Appointment) -> Callable[[datetime], Iterable[AnyFact]]:
    return lambda now: fallback.write(case, date, now)


def _not_gone(case: Case, key: str, at: datetime) -> Callable[[datetime], Iterable[AnyFact]]:
    return lambda now: waiting_texts.ask_about(case, key, at)


def _ask_after(errand: AskReceipt) -> Callable[[datetime], Iterable[AnyFact]]:
    return lambda now: receipts.ask_after(errand, now)


def _send(case: Case, reminder: Reminder) -> Callable[[datetime], Iterable[AnyFact]]:
    return lambda now: send(case, reminder, now)


def _offer_due(case: Case) -> Iterator[Due]:
    if case.three_way is None and final_session.in_view(case):
        what = "offer a three-way final session"
        yield Due(case.last_at, "three-way-offer", what, lambda now: final_session.offer(case, case.last_at))


def _life_due(case: Case) -> Iterator[Due]:
    """What real life leaves to be looked at: a pause, a withdrawal nobody took back, a dose all missed."""
    if review := pauses.review_at(case):
        what = "look at the pause again"
        yield Due(review, "review/pause", what, lambda now: pauses.review(case, review))
    if closing := endings.closing_at(case):
        yield Due(closing, "close", "close the case", lambda now: endings.conclude(case, closing))
    if reviewing := outcome_reviews.review_at(case):
        what = "review the outcomes"
        yield Due(reviewing, "review/outcomes", what, _review(case, reviewing))
    if absence.all_missed(case) and not case.withdrawal and f"closure/{len(case.plans)}" not in case.tasks:
        what = "propose to end it"
        yield Due(case.last_at, "closure", what, lambda now: absence.nothing_left(case, case.last_at))


def _review(case: Case, at: datetime) -> Callable[[datetime], Iterable[AnyFact]]:
    return lambda now: outcome_reviews.review(case, _noticed(at, now))


def _kept_due(case: Case) -> Iterator[Due]:
    """What the outside said too early, first come first."""
    for kept, then in keeping.whose_time_has_come(case):
        yield Due(case.last_at, f"kept/{kept.number:06}", "hear what came early", then)


def _monitoring_due(case: Case) -> Iterator[Due]:
    """R&M is told after the end too: a case is not over while there is something it does not know."""
    if each := telling.next_to_tell(case):
        yield Due(case.last_at, each.key, "tell R&M", lambda now: telling.tell(case, each, now))
    for at, task in telling.chased(case):
        yield Due(at, f"chase/{task}", "chase a key-in", _say(TaskOverdue(at=at, task=task)))


def _overdue(case: Case) -> Iterator[Due]:
    """A task that was not done in time is told to operations, once; clocks escalate by themselves."""
    for task in case.open_tasks:
        if (
            task.id in case.overdue
            or task.kind in ("clock", "monitoring")
            or final_session.no_answer_means_no(case, task)
        ):
            continue
        yield Due(task.due, f"overdue/{task.id}", "a task is overdue", _escalate(case, task))


def _escalate(case: Case, task: Task) -> Callable[[datetime], Iterable[AnyFact]]:
    def then(now: datetime) -> Iterator[AnyFact]:
        yield TaskOverdue(at=task.due, task=task.id)
        if case.terms.policy.overdue_tasks_escalate and task.owner is not Role.OPERATIONS:
            what = f"A task of the {task.owner.replace('-', ' ')} is overdue: see that it is done"
            again, owner = f"overdue/{task.id}", Role.OPERATIONS
            yield from _ask(case, again, "overdue", owner, what, about=task.id, at=task.due)

    return then


def _tidying(case: Case, promises: tuple[Clock, ...]) -> Iterator[Due]:
    running = {clock.name: clock for clock in promises if clock.open}
    for task in case.open_tasks:
        if not still_wanted(case, task, running):
            done = TaskClosed(at=case.last_at, task=task.id, how="its reason is gone")
            yield Due(case.last_at, f"tidy/{task.id}", "close a task", _say(done))


def _say(fact: AnyFact) -> Callable[[datetime], Iterable[AnyFact]]:
    return lambda now: [fact]
