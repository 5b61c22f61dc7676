"""Connections to the register's database that come back whatever happens to it, and name nobody in errors.

A connection is tried before it is used, so one that died while nobody looked is replaced. A statement, a
lock and a silent network are each waited for only so long: the activity that asked is tried again.
"""

import logging
import sqlite3
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor, ExceptionContext
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

SECONDS_TO_WAIT_FOR_A_LOCK = 30
# Below the ten seconds an attempt to write may take (`workflows/patience.py`).
PATIENCE = {
    "connect_timeout": "5",
    "options": "-c statement_timeout=8s -c lock_timeout=5s -c idle_in_transaction_session_timeout=30s",
    "tcp_user_timeout": "8000",
    "keepalives_idle": "30",
    "keepalives_interval": "5",
    "keepalives_count": "3",
}
# After a failover the server we knew may still answer, and write nothing any more.
READ_ONLY = "25006"
# There before us, or somebody is making it this moment.
MADE_ALREADY = {"42P04", "23505"}
# What it warns of reaches us as an error too, and the server's words for that may quote a row.
logging.getLogger("psycopg").setLevel(logging.CRITICAL)


def connections(place: URL) -> Engine:
    """An engine for SQLite or PostgreSQL. What the URL says for itself (`?options=...`) is left as it is."""
    ours: dict[str, Any] = {}
    if place.get_backend_name() == "postgresql":
        place = place.set(drivername="postgresql+psycopg")
        ours = {name: value for name, value in PATIENCE.items() if name not in place.query}
    engine = create_engine(place, hide_parameters=True, pool_pre_ping=True, connect_args=ours)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _take_turns)
    event.listen(engine, "handle_error", _understand)
    return engine


def make_where_there_is_none(engine: Engine) -> None:
    """Make the database on a server that is there and has none of that name; two at once make it once.

    Raises:
        sqlalchemy.exc.DBAPIError: the server cannot be reached, or does not let us.
    """
    try:
        engine.connect().close()
    except DBAPIError:
        server = connections(engine.url.set(database="postgres"))
        by_hand = server.execution_options(isolation_level="AUTOCOMMIT")
        name = engine.dialect.identifier_preparer.quote_identifier(engine.url.database or "")
        try:
            with by_hand.connect() as connection:
                connection.exec_driver_sql(f"CREATE DATABASE {name}")
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) not in MADE_ALREADY:
                raise
        finally:
            server.dispose()


def _understand(context: ExceptionContext) -> None:
    """A server quotes the row it will not have: only its first line is kept, which names the rule."""
    if getattr(context.original_exception, "sqlstate", None) == READ_ONLY:
        context.is_disconnect = True
    for error in (context.original_exception, context.sqlalchemy_exception):
        if error is not None and error.args:
            error.args = (str(error.args[0]).split("\n", 1)[0], *error.args[1:])


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
