"""The register in SQL: SQLite beside us, PostgreSQL with the monitoring system.

A page is written in one short transaction, and no transaction outlives a call.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlalchemy import Connection, Row, Text, cast, func, select
from sqlalchemy.orm import Session

from gateways.account import may_be_open, standing
from gateways.case_number import compared
from gateways.sql_case_tables import MarkRow, NumberRow
from gateways.sql_engine import INSERTS, InTheDatabase, insert_or_nothing
from gateways.sql_tables import FactRow
from interventions.facts import Entry
from interventions.life.duplicates import case_numbers, says_who
from interventions.vocabulary import Pathway

# A fact as the text it lies in: read once, by whoever knows its kind, and not by the driver before them.
AS_TOLD = select(
    FactRow.referral_id, FactRow.sequence, FactRow.recorded_at, cast(FactRow.body, Text).label("told")
)

Told = Row[str, int, datetime, str]


class SqlRegister(InTheDatabase):
    """Facts in the table `facts`, one row each, never changed once written. Safe to share among threads."""

    def write(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Write each entry once under its place and time: all of the page, or none of it.

        Answers those in whose place and time another fact stands already.

        Raises:
            ValueError: an entry's `recorded_at` has no UTC offset.
        """
        # Always in the same order, so that two writers of one page never wait for each other.
        rows = [row_of(entry) for entry in sorted(entries, key=_place)]
        if not rows:
            return ()
        with self.engine.begin() as connection:
            added = connection.execute(insert_or_nothing(FactRow, self.engine.dialect.name), rows).rowcount
            for referral_id in sorted({entry.referral_id for entry in entries}):
                _mark(connection, referral_id)
            for entry in entries:
                if who := says_who(entry.fact):
                    note_numbers(connection, entry.referral_id, case_numbers(who))
            return () if added == len(rows) else _contradicted(connection, entries)

    def entries(self, referral_id: UUID) -> tuple[Entry, ...]:
        """The account of one referral that stands, in order; empty where there is nothing."""
        rows = AS_TOLD.where(FactRow.referral_id == str(referral_id))
        with self.engine.connect() as connection:
            # Chosen before they are read: a leftover may be of a kind this release does not know.
            return tuple(entry_of(row) for row in standing(connection.execute(rows)))

    def others_open(
        self, referral_id: UUID, crns: Sequence[str], pathways: Sequence[Pathway]
    ) -> tuple[UUID, ...]:
        """Every other referral of one of these case numbers, however typed, open on one of these pathways.

        It lets this referral be found by its numbers first, so of two that look at once one finds the other.
        """
        numbers = set(map(compared, crns))
        with self.engine.begin() as connection:
            note_numbers(connection, referral_id, crns)
        known = select(NumberRow.referral_id).where(NumberRow.compared.in_(numbers)).distinct()
        with self.engine.connect() as connection:
            others = sorted({UUID(each) for each in connection.scalars(known)} - {referral_id})
        return tuple(other for other in others if may_be_open(partial(self.entries, other), pathways))

    def referrals(self) -> tuple[UUID, ...]:
        """Every referral there is something on, the first recorded first."""
        first = func.min(FactRow.recorded_at)
        ids = select(FactRow.referral_id).group_by(FactRow.referral_id).order_by(first, FactRow.referral_id)
        with Session(self.engine) as session:
            return tuple(UUID(found) for found in session.scalars(ids))


def _contradicted(connection: Connection, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Those of these entries in whose place another fact stands, or one this release cannot read."""
    there = AS_TOLD.where(
        FactRow.referral_id.in_({str(entry.referral_id) for entry in entries}),
        FactRow.sequence.in_({entry.sequence for entry in entries}),
    )
    told = {(UUID(row.referral_id), row.sequence, row.recorded_at): row for row in connection.execute(there)}
    return tuple(entry for entry in entries if not _tells(told[_place(entry)], entry))


def _tells(row: Told, entry: Entry) -> bool:
    try:
        return entry_of(row) == entry
    except ValueError:
        return False


def _place(entry: Entry) -> tuple[UUID, int, datetime]:
    return entry.referral_id, entry.sequence, entry.recorded_at


def row_of(entry: Entry) -> dict[str, object]:
    """The row that holds an entry.

    Raises:
        ValueError: its `recorded_at` has no UTC offset.
    """
    if entry.recorded_at.utcoffset() is None:
        raise ValueError("recorded_at: needs a UTC offset")
    return {
        "referral_id": str(entry.referral_id),
        "sequence": entry.sequence,
        "kind": entry.fact.fact,
        "happened_at": entry.fact.at,
        "recorded_at": entry.recorded_at,
        # PostgreSQL's text cannot hold a NUL, and a fact must never be stuck for one; the body keeps it.
        "by": entry.fact.by.replace("\0", ""),
        "body": entry.fact.model_dump(mode="json"),
    }


def _mark(connection: Connection, referral_id: UUID) -> None:
    """Say that more is written of this referral than its current state knows."""
    mark = {"referral_id": str(referral_id), "written": 1, "projected": 0, "edition": "", "trouble": ""}
    insert = INSERTS[connection.dialect.name](MarkRow)
    more = insert.on_conflict_do_update(index_elements=["referral_id"], set_={"written": MarkRow.written + 1})
    connection.execute(more, mark)


def note_numbers(connection: Connection, referral_id: UUID, typed: Iterable[str]) -> None:
    """Let a referral be found by each of these case numbers, however they were typed."""
    rows = [
        {"compared": number, "referral_id": str(referral_id)} for number in sorted(set(map(compared, typed)))
    ]
    connection.execute(insert_or_nothing(NumberRow, connection.dialect.name), rows)


def entry_of(row: Told) -> Entry:
    """The entry a row of `AS_TOLD` holds.

    Raises:
        pydantic.ValidationError: this release does not know such a fact.
    """
    where = {"referral_id": row.referral_id, "sequence": row.sequence}
    around = json.dumps(where | {"recorded_at": row.recorded_at.isoformat()})
    # Read as JSON: a strict field takes the text of a time from JSON, and from nothing else.
    return Entry.model_validate_json(f'{around[:-1]}, "fact": {row.told}}}')
