"""Status, timeline and list as a person reads them: London words, and nobody's name."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from rich.console import Console

from interventions.case import JournalLine
from interventions.days.london import day_ends, last_day, london_date, spoken_date, spoken_time
from interventions.task import Task
from interventions.views.status import Status
from starter.interventions_client import Row
from starter.laid_out import a_console, laid_out
from starter.saying import fact_in_words


def show_status(stands: Status, *, explain: bool) -> None:
    """Where one intervention stands; `explain` adds how each clock was counted."""
    console = a_console()
    for line in _headlines(stands):
        console.print(line)
    console.print()
    _show_doses(console, stands)
    _show_clocks(console, stands)
    for clock in stands.clocks if explain else ():
        console.print(f"{clock.name}: {clock.explanation}")
    if explain:
        console.print()
    if stands.tasks:
        _show_tasks_of(console, stands)
    else:
        console.print("No open tasks.")


def show_timeline(lines: Sequence[JournalLine]) -> None:
    """What happened, a line a fact: London time, the fact, what it is about."""
    console = a_console()
    for line in lines:
        console.print(
            f"{_moment(line.at):<40}  {fact_in_words(line.fact):<22}  {line.about}".rstrip(), soft_wrap=True
        )


def show_rows(rows: Sequence[Row]) -> None:
    """A table of interventions, in the order given."""
    console = a_console()
    cells = (
        (
            _moment(row.next_due) if row.next_due else "",
            str(row.referral_id),
            row.stage if row.running else f"{row.stage} (over)",
            row.awaiting,
            row.attention,
            "" if row.sessions_left is None else str(row.sessions_left),
        )
        for row in rows
    )
    headings = ("next due", "referral", "stage", "awaiting", "attention", "sessions left")
    if rows:
        _show(console, headings, cells, whole=(1,))
    console.print(f"{len(rows)} intervention{'' if len(rows) == 1 else 's'}")


def show_tasks(found: Sequence[tuple[str, Task, bool]]) -> None:
    """What people still have to do, in the order given: each with its referral, and whether it is overdue."""
    console = a_console()
    cells = (
        (_moment(task.due), "overdue" if overdue else "", whose, task.id, task.owner, task.what)
        for whose, task, overdue in found
    )
    headings = ("due", "", "referral", "task", "owner", "what")
    if found:
        _show(console, headings, cells, whole=(2, 3))
    console.print(f"{len(found)} open task{'' if len(found) == 1 else 's'}")


def show_key_in(task: str, fields: Iterable[tuple[str, str]], asked: str = "key into R&M") -> None:
    """What one task asks somebody to key into R&M, or to read because it never can be, a field a line."""
    console = a_console()
    console.print(f"\n{task}: {asked}")
    for field, said in fields:
        console.print(f"  {field}: {said}", soft_wrap=True)


def _headlines(stands: Status) -> Iterable[str]:
    served = zip(stands.pathways, stands.complexities, strict=True)
    yield f"Referral {stands.referral_id}: " + ", ".join(
        f"{pathway} ({complexity})" for pathway, complexity in served
    )
    if stands.ending:
        yield f"It is over: {stands.ending}"
    else:
        yield f"Stage: {stands.stage}, awaiting {stands.awaiting}"
    yield f"Next due: {_due(stands.next_due, stands.next_what)}"
    held = f"{stands.sessions_held} held of {stands.sessions_planned} planned"
    yield f"Sessions: {held}, {stands.minutes} minutes"
    sent = f"texts {stands.texts}, letters {stands.letters}, documents {stands.documents}"
    yield f"Sent: {sent}" + (f"; last: {stands.last_word}" if stands.last_word else "")
    for word in stands.texts_under_way:
        yield f"Text {word.key}: {word.progress}"
    if stands.paused:
        yield f"Paused: {stands.paused}"
    if stands.texts_off:
        yield f"No texts: {stands.texts_off}"
    if stands.confirmed:
        yield f"Confirmed by the participant: {', '.join(stands.confirmed)}"


def _due(at: datetime | None, what: str) -> str:
    return f"{_moment(at)}: {what}" if at else "nothing"


def _moment(at: datetime) -> str:
    """With its year: an intervention may run over the end of one. A midnight is the end of a day."""
    if day_ends(day := last_day(at)) == at:
        return f"end of {spoken_date(day)}"
    return f"{spoken_date(london_date(at))} at {spoken_time(at)}"


def _show_doses(console: Console, stands: Status) -> None:
    cells = (
        (
            dose.pathway,
            _amount(dose.norm, dose.unit),
            _amount(dose.planned, dose.unit),
            _amount(dose.delivered, dose.unit),
            _amount(dose.owed, "sessions"),
        )
        for dose in stands.doses
    )
    _show(console, ("dose", "norm", "planned", "delivered", "owed"), cells)


def _amount(number: int, unit: str) -> str:
    return f"{number} {unit.removesuffix('s') if number == 1 else unit}"


def _show_clocks(console: Console, stands: Status) -> None:
    cells = ((clock.name, clock.due, clock.state, clock.owner, clock.cause) for clock in stands.clocks)
    _show(console, ("clock", "due by the end of", "state", "owner", "cause"), cells, whole=(0,))


def _show_tasks_of(console: Console, stands: Status) -> None:
    cells = ((task.id, _moment(task.due), task.owner, task.what) for task in stands.tasks)
    _show(console, ("task", "due", "owner", "what"), cells, whole=(0,))


def _show(
    console: Console, headings: Sequence[str], cells: Iterable[Sequence[str]], *, whole: Sequence[int] = ()
) -> None:
    """A table, or a block a row where the screen is too narrow for one, and air below it."""
    console.print(laid_out(headings, [*cells], console.width, whole=whole))
    console.print()
