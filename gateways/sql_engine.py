"""Opening the one database in which all that we keep lies, with its tables as they must be."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sqlalchemy import URL, Engine, make_url
from sqlalchemy.dialects import postgresql, sqlite

from gateways.sql_connections import connections, make_where_there_is_none
from gateways.sql_schema import SchemaBehind, Standing, bring_up, newest, standing_of, step_of
from gateways.sql_tables import Table

Insert = sqlite.Insert | postgresql.Insert
INSERTS: dict[str, Callable[[type[Table]], Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


@dataclass(frozen=True)
class InTheDatabase:
    """What lies in some tables of the one database; its engine may be shared with others."""

    engine: Engine

    @classmethod
    def open(cls, url: str) -> Self:
        """Open it alone, at a SQLAlchemy URL.

        Raises: as `open_engine` does.
        """
        return cls(open_engine(url))

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def open_engine(url: str) -> Engine:
    """Open the database at a SQLAlchemy URL. Safe to share among threads.

    SQLite is brought to this release's schema; of a database server that is asked for.

    Raises:
        ValueError: neither SQLite nor PostgreSQL, or an SQLite database that is not a file.
        SchemaBehind: a database server whose tables are older than this release.
        OSError, sqlalchemy.exc.DatabaseError: it cannot be reached.
    """
    engine = reach(url)
    try:
        if engine.dialect.name == "sqlite":
            bring_up(engine)
        elif standing_of(engine) == "behind":
            raise SchemaBehind(step_of(engine), newest())
    except BaseException:
        engine.dispose()
        raise
    return engine


def reach(url: str) -> Engine:
    """The database at a SQLAlchemy URL, whatever its tables are.

    Raises:
        ValueError: neither SQLite nor PostgreSQL, or an SQLite database that is not a file.
        OSError: there is no room for an SQLite database.
    """
    place = make_url(url)
    if place.get_backend_name() not in INSERTS:
        raise ValueError("the register is kept in SQLite or PostgreSQL")
    if place.get_backend_name() == "sqlite":
        _make_room(place)
    return connections(place)


def migrate(url: str) -> tuple[str, ...]:
    """Bring the database at a URL to this release's schema, making it where there is none; the steps taken.

    Raises: as `reach` and `bring_up` do.
    """
    engine = reach(url)
    try:
        if engine.dialect.name == "postgresql":
            make_where_there_is_none(engine)
        return bring_up(engine)
    finally:
        engine.dispose()


def standing_at(url: str) -> tuple[Standing, str]:
    """How the database at a URL stands to this release, and the step it is at.

    Raises: as `reach` does, and sqlalchemy.exc.DatabaseError where it cannot be reached.
    """
    engine = reach(url)
    try:
        return standing_of(engine), step_of(engine)
    finally:
        engine.dispose()


def is_not_there_yet(url: str) -> bool:
    """Whether it is an SQLite database that nobody has made so far.

    Raises: as `make_url` does.
    """
    place = make_url(url)
    return place.get_backend_name() == "sqlite" and not Path(place.database or "").exists()


def can_only_be_read(url: str) -> bool:
    """Whether a database server lets nobody write, as one does that was left behind by a failover.

    Raises: as `reach` does, and sqlalchemy.exc.DatabaseError where it cannot be reached.
    """
    engine = reach(url)
    try:
        if engine.dialect.name != "postgresql":
            return False
        with engine.connect() as connection:
            return connection.exec_driver_sql("SHOW transaction_read_only").scalar() == "on"
    finally:
        engine.dispose()


def insert_or_nothing(table: type[Table], dialect: str) -> Insert:
    """The insert that leaves a row alone where its primary key is taken, in this dialect."""
    key = [column.name for column in table.__table__.primary_key]
    return INSERTS[dialect](table).on_conflict_do_nothing(index_elements=key)


def _make_room(place: URL) -> None:
    if not place.database or place.database == ":memory:":
        raise ValueError("a register in memory forgets: name a file")
    Path(place.database).parent.mkdir(parents=True, exist_ok=True)
