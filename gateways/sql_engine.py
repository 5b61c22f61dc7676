"""Opening the one database in which register and suppression list lie, with its tables laid out."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

from sqlalchemy import URL, Engine, create_engine, event, inspect, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry

from gateways.sql_tables import Table

SECONDS_TO_WAIT_FOR_A_LOCK = 30
Insert = sqlite.Insert | postgresql.Insert
INSERTS: dict[str, Callable[[type[Table]], Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


def open_engine(url: str) -> Engine:
    """Open the database at a SQLAlchemy URL, laying out each table that is new. Safe to share among threads.

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
    return engine


def insert_or_nothing(table: type[Table], dialect: str) -> Insert:
    """The insert that leaves a row alone where its primary key is taken, in this dialect."""
    key = [column.name for column in table.__table__.primary_key]
    return INSERTS[dialect](table).on_conflict_do_nothing(index_elements=key)


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
    # One by one: where another process was quicker with one table, the next may still be ours to make.
    for table in Table.metadata.sorted_tables:
        try:
            table.create(engine, checkfirst=True)
        except DatabaseError:
            if not inspect(engine).has_table(table.name):
                raise
