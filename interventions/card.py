"""The case card an operator reads in the Temporal UI, in Markdown: nothing about a person."""

from datetime import datetime

from interventions.agenda import agenda, clocks
from interventions.appointment import Appointment
from interventions.case import Case
from interventions.clocks import Clock
from interventions.dose import Ledger, ledgers
from interventions.london import day_ends, last_day, spoken_date, spoken_moment
from interventions.papers import amount_in_words
from interventions.reaching import about, texts_off
from interventions.referral import Referral
from interventions.stage import stage
from interventions.status import awaiting
from interventions.task import Task
from interventions.vocabulary import ClockState


def summary(referral: Referral) -> str:
    """One line for the list of workflows: which service at which complexity."""
    return " + ".join(
        f"{chosen.pathway.replace('-', ' ').capitalize()}, {chosen.complexity}"
        for chosen in referral.selections
    )


def card(case: Case) -> str:
    """The whole card: what is awaited, what comes next, dates, deadlines, dose and open tasks.

    Lists, not tables: the UI gives a table neither lines nor space.
    """
    lines = [_headline(case), ""]
    if due := agenda(case):
        lines += [f"Next by itself: {due[0].what}, {_when(due[0].at)}", ""]
    lines += _section("Dates", [_date(case, date) for date in case.live])
    if off := texts_off(case):
        lines += [f"No texts: {off}", ""]
    lines += _section("Deadlines", [_clock(clock) for clock in _worth_showing(case)])
    lines += _section("Dose", [_dose(case, account) for account in ledgers(case)])
    lines += _section("To do", [_task(case, task) for task in case.open_tasks])
    return "\n".join(lines)


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


def _worth_showing(case: Case) -> list[Clock]:
    """Clocks that run or went wrong; the many kept ones would bury them."""
    return [clock for clock in clocks(case) if clock.state is not ClockState.MET and clock.watched]


def _date(case: Case, date: Appointment) -> str:
    told = about(case, date)
    when = f"**{date.slot.replace('-', ' ')}**: {spoken_moment(date.starts_at)}, {date.contact}"
    return f"{when} ({told})" if told else when


def _clock(clock: Clock) -> str:
    cause = f" ({clock.mark.cause.replace('-', ' ')})" if clock.mark.cause else ""
    return f"**{clock.title}**: {clock.state.replace('-', ' ')}{cause}, due {_day(clock.due)}"


def _dose(case: Case, account: Ledger) -> str:
    row = case.specifications[account.pathway]
    planned, delivered = amount_in_words(row, account.planned), amount_in_words(row, account.delivered)
    return f"{row.title}: {delivered} of {planned}"


def _task(case: Case, task: Task) -> str:
    late = " (overdue)" if task.id in case.overdue else ""
    return f"**{task.owner.replace('-', ' ')}**, by {_day(task.due)}{late}: {task.what} (`{task.id}`)"


def _day(due: datetime) -> str:
    return f"{last_day(due):%a} {last_day(due).day} {last_day(due):%b %Y}"


def _section(head: str, lines: list[str]) -> list[str]:
    return [f"**{head}**", "", *(f"- {line}" for line in lines), ""] if lines else []
