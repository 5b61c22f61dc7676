"""The list of those nobody writes to any more, in SQL, beside the register."""

from dataclasses import dataclass

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from gateways.case_number import compared
from gateways.sql_engine import insert_or_nothing, open_engine
from gateways.sql_tables import SuppressedContactRow


@dataclass(frozen=True)
class SqlSuppression:
    """Case numbers in the table `suppressed_contacts`, for good. Safe to share among threads."""

    engine: Engine

    @classmethod
    def open(cls, url: str) -> "SqlSuppression":
        """Open the list at a SQLAlchemy URL, as `open_engine` does.

        Raises:
            ValueError: neither SQLite nor PostgreSQL, or an SQLite database that is not a file.
            SchemaBehind: a database server whose tables are older than this release.
            OSError, sqlalchemy.exc.DatabaseError: it cannot be reached.
        """
        return cls(open_engine(url))

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()

    def suppress(self, crn: str) -> None:
        """Enter a case number; again, however it is typed, changes nothing."""
        row = {"compared": compared(crn), "crn": crn}
        with self.engine.begin() as connection:
            connection.execute(insert_or_nothing(SuppressedContactRow, self.engine.dialect.name), row)

    def holds(self, crn: str) -> bool:
        """Whether it is on the list, however it is typed."""
        with Session(self.engine) as session:
            return session.get(SuppressedContactRow, compared(crn)) is not None
