"""The case card an operator reads in the Temporal UI, in Markdown: nothing about a person."""

from datetime import datetime

from interventions.agenda import agenda, clocks
from interventions.case import Case
from interventions.clocks import Clock
from interventions.dose import Ledger, ledgers
from interventions.london import last_day, spoken_moment
from interventions.papers import amount_in_words
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
    """The whole card: what is awaited, what comes next, clocks, dose and open tasks."""
    due = agenda(case)
    lines = [f"### {stage(case).replace('-', ' ').capitalize()}: waiting for {awaiting(case)}", ""]
    if due:
        lines += [f"Next: **{due[0].what}**, {spoken_moment(due[0].at)}.", ""]
    lines += _dates(case)
    lines += _table("Clock | Due | State", [_clock(clock) for clock in _worth_showing(case)])
    lines += _table("Service | Planned | Delivered", [_dose(case, account) for account in ledgers(case)])
    lines += _table("Task | Whose | Due", [_task(task) for task in case.open_tasks])
    return "\n".join(lines)


def _worth_showing(case: Case) -> list[Clock]:
    """Clocks that run or went wrong; the many kept ones would bury them."""
    return [clock for clock in clocks(case) if clock.state is not ClockState.MET and clock.watched]


def _dates(case: Case) -> list[str]:
    lines = [f"- {date.slot}: {spoken_moment(date.starts_at)}, {date.contact}" for date in case.live]
    return [*lines, ""] if lines else []


def _clock(clock: Clock) -> str:
    cause = f" ({clock.mark.cause})" if clock.mark.cause else ""
    return f"{clock.name} | {_day(clock.due)} | {clock.state}{cause}"


def _dose(case: Case, account: Ledger) -> str:
    row = case.specifications[account.pathway]
    planned, delivered = amount_in_words(row, account.planned), amount_in_words(row, account.delivered)
    return f"{row.title} | {planned} | {delivered}"


def _task(task: Task) -> str:
    return f"{task.what} (`{task.id}`) | {task.owner} | {_day(task.due)}"


def _day(due: datetime) -> str:
    return f"{last_day(due):%a %d %b %Y}"


def _table(head: str, rows: list[str]) -> list[str]:
    if not rows:
        return []
    rule = " | ".join("---" for _ in head.split(" | "))
    return [f"| {head} |", f"| {rule} |", *(f"| {row} |" for row in rows), ""]
