"""The register in SQL: SQLite beside us, PostgreSQL with the monitoring system.

A page is written in one short transaction, and no transaction outlives a call.
"""

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import (
    URL,
    Connection,
    Engine,
    Row,
    create_engine,
    event,
    func,
    inspect,
    make_url,
    select,
    tuple_,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from activities.ports import RegisterDisagrees
from gateways.sql_tables import FactRow, Table
from interventions.facts import Entry

SECONDS_TO_WAIT_FOR_A_LOCK = 30
Insert = sqlite.Insert | postgresql.Insert
INSERTS: dict[str, Callable[[type[Table]], Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


@dataclass(frozen=True)
class SqlRegister:
    """Facts in the table `facts`, one row each, never changed once written. Safe to share among threads."""

    engine: Engine

    @classmethod
    def open(cls, url: str) -> "SqlRegister":
        """Open the register at a SQLAlchemy URL, laying out its table where it is new.

        Raises:
            ValueError: neither SQLite nor PostgreSQL, or an SQLite database that is not a file.
            OSError, sqlalchemy.exc.DatabaseError: it cannot be reached.
        """
        place = make_url(url)
        if place.get_backend_name() not in INSERTS:
            raise ValueError("the register is kept in SQLite or PostgreSQL")
        if place.get_backend_name() == "sqlite":
            _make_room(place)
        engine = create_engine(place, hide_parameters=True, pool_pre_ping=True)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _take_turns)
        _lay_out(engine)
        return cls(engine)

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()

    def write(self, entries: Sequence[Entry]) -> None:
        """Write each entry once under its key: all of the page, or none of it.

        Raises:
            RegisterDisagrees: a key is taken by a different fact; the message is that key.
            ValueError: an entry's `recorded_at` has no UTC offset.
        """
        # Always in the same order, so that two writers of one page never wait for each other.
        rows = [
            _row(entry) for entry in sorted(entries, key=lambda entry: (entry.referral_id, entry.sequence))
        ]
        if not rows:
            return
        with self.engine.begin() as connection:
            connection.execute(insert_or_nothing(self.engine.dialect.name), rows)
            _agree(connection, entries)

    def entries(self, referral_id: UUID) -> tuple[Entry, ...]:
        """Everything on one referral, in order; empty where there is nothing."""
        rows = select(FactRow).where(FactRow.referral_id == str(referral_id)).order_by(FactRow.sequence)
        with Session(self.engine) as session:
            return tuple(_entry(row) for row in session.scalars(rows))

    def referrals(self) -> tuple[UUID, ...]:
        """Every referral there is something on, the first recorded first."""
        first = func.min(FactRow.recorded_at)
        ids = select(FactRow.referral_id).group_by(FactRow.referral_id).order_by(first, FactRow.referral_id)
        with Session(self.engine) as session:
            return tuple(UUID(found) for found in session.scalars(ids))


def insert_or_nothing(dialect: str) -> Insert:
    """The insert that leaves a row alone where its key is taken, in this dialect."""
    return INSERTS[dialect](FactRow).on_conflict_do_nothing(index_elements=["referral_id", "sequence"])


def _agree(connection: Connection, entries: Sequence[Entry]) -> None:
    """Compare what now lies under each key with what was to be written."""
    keys = [(str(entry.referral_id), entry.sequence) for entry in entries]
    wanted = select(FactRow.__table__).where(tuple_(FactRow.referral_id, FactRow.sequence).in_(keys))
    found = {(row.referral_id, row.sequence): row for row in connection.execute(wanted)}
    for entry, key in zip(entries, keys, strict=True):
        if not _says(found[key], entry):
            raise RegisterDisagrees(entry.key)


def _says(row: Row[Any], entry: Entry) -> bool:
    # As today's release reads it: a fact repeated after a release or a roll-back is still the same fact.
    try:
        return _entry(row).fact == entry.fact
    except ValidationError:
        return False


def _row(entry: Entry) -> dict[str, object]:
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


def _entry(row: FactRow | Row[Any]) -> Entry:
    said = {"referral_id": row.referral_id, "sequence": row.sequence, "fact": row.body}
    # Read as JSON: a strict field takes the text of a time from JSON, and from nothing else.
    return Entry.model_validate_json(json.dumps(said | {"recorded_at": row.recorded_at.isoformat()}))


def _make_room(place: URL) -> None:
    if not place.database or place.database == ":memory:":
        raise ValueError("a register in memory forgets: name a file")
    Path(place.database).parent.mkdir(parents=True, exist_ok=True)


def _take_turns(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {SECONDS_TO_WAIT_FOR_A_LOCK * 1000}")
    until = monotonic() + SECONDS_TO_WAIT_FOR_A_LOCK
    while not _logs_ahead(cursor):
        if monotonic() > until:
            raise TimeoutError("register: others keep the database locked")
        sleep(0.02)
    cursor.close()


def _logs_ahead(cursor: DBAPICursor) -> bool:
    """Switch to write-ahead logging; False while others open the file, for which SQLite does not wait."""
    try:
        cursor.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            return False
        raise
    return True


def _lay_out(engine: Engine) -> None:
    try:
        Table.metadata.create_all(engine)
    except DatabaseError:
        # Another process may have laid it out between our looking and our doing.
        if not inspect(engine).has_table(FactRow.__tablename__):
            raise
