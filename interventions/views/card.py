"""The case card an operator reads in the Temporal UI, in Markdown: nothing about a person."""

from collections.abc import Iterable
from datetime import datetime

from interventions.agenda import agenda, clocks
from interventions.case import Case
from interventions.clocks import Clock
from interventions.days.london import day_ends, last_day, spoken_date, spoken_moment, spoken_time
from interventions.meetings.appointment import Appointment
from interventions.promises.dose import Ledger, ledgers
from interventions.referral import Referral
from interventions.stage import stage
from interventions.task import Task
from interventions.views.status import awaiting, paused
from interventions.vocabulary import ClockState, Unit
from interventions.words.papers import amount_in_words
from interventions.words.reaching import about, texts_off

RECORDS = "update/"


def summary(referral: Referral) -> str:
    """One line for the list of workflows: which service at which complexity."""
    return " + ".join(
        f"{chosen.pathway.replace('-', ' ').capitalize()}, {chosen.complexity}"
        for chosen in referral.selections
    )


def card(case: Case) -> str:
    """The whole card: what is awaited, what is late, who has to do what, and then what lies ahead.

    Lists, not tables: the UI gives a table neither lines nor space.
    """
    shown = [clock for clock in clocks(case) if clock.watched]
    lines = [_headline(case), ""]
    if held := paused(case):
        lines += [f"Paused: {held}", ""]
    lines += _section("Late", [_late(clock) for clock in _of(shown, ClockState.BREACHED)])
    lines += _section("To do", [_task(case, task) for task in _soonest_first(case.open_tasks)])
    if due := agenda(case):
        lines += [f"Next by itself: {due[0].what}, {_when(due[0].at)}", ""]
    lines += _section("Dates", [_date(case, date) for date in case.live])
    if off := texts_off(case):
        lines += [f"No texts: {off}", ""]
    lines += _section("Deadlines", [_ahead(clock) for clock in _of(shown, ClockState.RUNNING)])
    lines += _section("Dose", [_dose(case, account) for account in ledgers(case)])
    lines += _section("Kept late", [_late(clock) for clock in _of(shown, ClockState.MET_LATE)])
    return "\n".join(lines)


def _of(shown: Iterable[Clock], state: ClockState) -> list[Clock]:
    """The clocks in one state, the soonest due first. A record is owed after each date, and that is shown."""
    found = [clock for clock in shown if clock.state is state]
    if state is ClockState.RUNNING:
        found = [clock for clock in found if not clock.name.startswith(RECORDS)]
    return sorted(found, key=lambda clock: clock.due)


def _soonest_first(tasks: Iterable[Task]) -> list[Task]:
    return sorted(tasks, key=lambda task: task.due)


def _when(at: datetime) -> str:
    """A midnight is the end of a day, and read as such."""
    day = last_day(at)
    return f"at the end of {spoken_date(day)}" if day_ends(day) == at else spoken_moment(at)


def _headline(case: Case) -> str:
    if case.ending:
        return f"### {case.ending.replace('-', ' ').capitalize()}"
    return f"### {stage(case).replace('-', ' ').capitalize()}: waiting for {AWAITED[awaiting(case)]}"


AWAITED = {
    "allocation": "a caseworker",
    "appointment": "an appointment to come",
    "booking": "the next appointment to be booked",
    "plan": "the action plan",
    "approval": "the practitioner's decision on the plan",
    "report": "the end-of-service report",
    "resumption": "the end of the pause",
    "closing": "the day it is closed",
}


def _date(case: Case, date: Appointment) -> str:
    told = about(case, date)
    when = f"**{date.slot.replace('-', ' ')}**: {spoken_moment(date.starts_at)}, {date.contact}"
    return f"{when} ({told})" if told else when


def _ahead(clock: Clock) -> str:
    return f"**{clock.title}**: {_day(clock.due)}"


def _late(clock: Clock) -> str:
    cause = f" ({clock.mark.cause.replace('-', ' ')})" if clock.mark.cause else ""
    return f"**{clock.title}**: due {_day(clock.due)}{cause}"


def _dose(case: Case, account: Ledger) -> str:
    row = case.specifications[account.pathway]
    planned, delivered = amount_in_words(row, account.planned), amount_in_words(row, account.delivered)
    if account.unit is Unit.SESSIONS:
        delivered = str(account.delivered)
    return f"{row.title}: {delivered} of {planned}"


def _task(case: Case, task: Task) -> str:
    late = " (overdue)" if task.id in case.overdue else ""
    return f"**{task.owner.replace('-', ' ')}**, by {_by(task.due)}{late}: {task.what} (`{task.id}`)"


def _by(due: datetime) -> str:
    """What is due within a day says its hour."""
    return _day(due) if day_ends(last_day(due)) == due else f"{spoken_time(due)} on {_day(due)}"


def _day(due: datetime) -> str:
    return f"{last_day(due):%a} {last_day(due).day} {last_day(due):%b %Y}"


def _section(head: str, lines: list[str]) -> list[str]:
    return [f"**{head}**", "", *(f"- {line}" for line in lines), ""] if lines else []
