"""The current state of every intervention, read off the facts and kept in tables.

Whoever writes facts marks their referral in the same transaction, so a restart forgets none. What is marked
is read again in short batches: by the worker every few seconds, and by whoever reads the tables, first. A
batch is read without a lock and written in one short transaction.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Text,
    cast,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.orm import Session

from gateways.account import standing
from gateways.sql_case_tables import InterventionRow, MarkRow, TaskRow
from gateways.sql_engine import InTheDatabase, insert_or_nothing
from gateways.sql_register import AS_TOLD, Told, entry_of, note_numbers
from gateways.sql_tables import FactRow
from interventions.facts import Entry
from interventions.figures.imprint import Extent
from interventions.task import Task
from interventions.views.case_line import EDITION, CaseLine, case_line

BATCH = 50
NOT_THE_COLUMNS = {"figures", "tasks", "overdue"}


@dataclass(frozen=True)
class Brought:
    """How many interventions were brought up to date, and how many this release could not read."""

    read: int
    unread: int


@dataclass(frozen=True)
class Reading:
    """What was read of one referral at so many written pages: a line, or the kind of error in its way."""

    referral_id: str
    written: int
    line: CaseLine | None = None
    trouble: str = ""


class SqlProjection(InTheDatabase):
    """The tables `interventions` and `tasks`. Safe to share among threads and workers."""

    def catch_up(self, at_most: int | None = None) -> Brought:
        """Read again what was written of since it was last read: all of it, or so many."""
        return self._sweep(MarkRow.written > MarkRow.projected, at_most)

    def catch_up_for_reading(self) -> Brought:
        """The same, and whatever another release read last, so that every row means the same."""
        return self._sweep(or_(MarkRow.written > MarkRow.projected, MarkRow.edition != EDITION))

    def rebuild(self) -> Brought:
        """Throw the current state away and read all of it again from the facts."""
        marks = ["referral_id", "written", "projected", "edition", "trouble"]
        # SQLite reads ON CONFLICT after a SELECT only behind a WHERE.
        known = select(FactRow.referral_id, literal(1), literal(0), literal(""), literal(""))
        known = known.where(FactRow.referral_id != "").distinct()
        with self.engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
                # All marks at once and before anything else: taken row by row, in no order, they would meet
                # those that a writer or a projector holds while it waits for one of ours.
                connection.exec_driver_sql("LOCK TABLE projection_marks IN EXCLUSIVE MODE")
            every = insert_or_nothing(MarkRow, connection.dialect.name).from_select(marks, known)
            connection.execute(every)
            connection.execute(update(MarkRow).values(written=MarkRow.written + 1))
            connection.execute(delete(TaskRow))
            connection.execute(delete(InterventionRow))
        return self.catch_up()

    def known(self, referral_id: UUID) -> int:
        """The last fact the current state of this referral knows; nought where it knows none."""
        found = select(InterventionRow.sequence).where(InterventionRow.referral_id == str(referral_id))
        with self.engine.connect() as connection:
            return connection.scalar(found) or 0

    def unread(self) -> int:
        """How many interventions this release could not read."""
        with self.engine.connect() as connection:
            return connection.scalar(select(func.count()).where(MarkRow.trouble != "")) or 0

    def extent(self) -> Extent:
        """What the current state holds. It reads two numbers a row, and none of the facts."""
        counted = select(
            func.count(),
            func.coalesce(func.sum(InterventionRow.sequence), 0),
            func.max(InterventionRow.last_at),
        )
        with self.engine.connect() as connection:
            interventions, facts, latest = connection.execute(counted).one()
        return Extent(interventions=interventions, facts=facts, latest=latest, unread=self.unread())

    def figures(self, sent_from: datetime, sent_before: datetime, contract: str = "") -> Iterator[str]:
        """The figures of every intervention sent in that stretch of time, each as JSON, by day sent.

        Where a contract is named, of that contract alone.

        They are streamed: memory does not grow with the register. Catch up first.
        """
        wanted = (
            select(cast(InterventionRow.figures, Text))
            .where(InterventionRow.sent_at >= sent_from, InterventionRow.sent_at < sent_before)
            .where((InterventionRow.contract == contract) if contract else true())
            .order_by(InterventionRow.sent_at, InterventionRow.referral_id)
        )
        with self.engine.connect().execution_options(yield_per=500) as connection:
            yield from connection.scalars(wanted)

    def _sweep(self, stale: ColumnElement[bool], at_most: int | None = None) -> Brought:
        """One pass over what is stale, by referral id: new writing can't keep it going for ever."""
        read, unread, after = 0, 0, ""
        while (at_most is None or read + unread < at_most) and (readings := self._read(stale, after)):
            self._write(readings)
            after = readings[-1].referral_id
            unread += sum(bool(reading.trouble) for reading in readings)
            read += sum(reading.line is not None for reading in readings)
        return Brought(read, unread)

    def _read(self, stale: ColumnElement[bool], after: str) -> Sequence[Reading]:
        marks = (
            select(MarkRow.referral_id, MarkRow.written)
            .where(stale, MarkRow.referral_id > after)
            .order_by(MarkRow.referral_id)
            .limit(BATCH)
        )
        with Session(self.engine) as session:
            # The marks first: what is read after them holds at least what they count.
            wanted = {row.referral_id: row.written for row in session.execute(marks)}
            told: dict[str, list[Told]] = {referral_id: [] for referral_id in wanted}
            for row in session.execute(AS_TOLD.where(FactRow.referral_id.in_(wanted))):
                told[row.referral_id].append(row)
            return [_reading(each, written, told[each]) for each, written in wanted.items()]

    def _write(self, readings: Sequence[Reading]) -> None:
        with self.engine.begin() as connection:
            for reading in readings:
                if _is_news(connection, reading) and reading.line:
                    _replace(connection, reading.line)
                    note_numbers(connection, reading.line.referral_id, reading.line.crns)


def _reading(referral_id: str, written: int, rows: Sequence[Told]) -> Reading:
    try:
        entries: tuple[Entry, ...] = tuple(entry_of(row) for row in standing(rows))
        return Reading(referral_id, written, case_line(entries))
    except Exception as error:  # noqa: BLE001 - whatever one account holds, the others are to be read
        return Reading(referral_id, written, trouble=type(error).__name__)


def _is_news(connection: Connection, reading: Reading) -> bool:
    """Note how far this referral is read; False where somebody else has read further."""
    noted = connection.execute(
        update(MarkRow)
        .where(
            MarkRow.referral_id == reading.referral_id,
            or_(
                MarkRow.projected < reading.written,
                (MarkRow.projected == reading.written) & (MarkRow.edition != EDITION),
            ),
        )
        .values(projected=reading.written, edition=EDITION, trouble=reading.trouble)
    )
    return noted.rowcount == 1


def _replace(connection: Connection, line: CaseLine) -> None:
    whose = str(line.referral_id)
    for table in (TaskRow, InterventionRow):
        connection.execute(delete(table).where(table.referral_id == whose))
    # PostgreSQL's text cannot hold a NUL; the facts keep it.
    typed = line.model_dump(mode="json", exclude=NOT_THE_COLUMNS)
    row = {name: said.replace("\0", "") if isinstance(said, str) else said for name, said in typed.items()}
    instants = {name: getattr(line, name) for name in ("sent_at", "received_at", "ended_at", "last_at")}
    figures = line.figures.model_dump(mode="json", exclude_defaults=True)
    counted = {"open_tasks": sum(task.closed_at is None for task in line.tasks), "figures": figures}
    connection.execute(insert(InterventionRow), row | instants | counted)
    if line.tasks:
        connection.execute(insert(TaskRow), [_task(line, task) for task in line.tasks])


def _task(line: CaseLine, task: Task) -> dict[str, object]:
    row = task.model_dump(exclude={"id"}) | {"kind": task.kind, "owner": task.owner.value}
    where = {"referral_id": str(line.referral_id), "task_id": task.id, "overdue": task.id in line.overdue}
    # A staff reference is typed by somebody: PostgreSQL's text cannot hold a NUL; the facts keep it.
    return row | where | {name: str(row[name]).replace("\0", "") for name in ("person", "closed_by")}
