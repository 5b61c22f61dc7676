"""The figures of the register, one row at a time: what a report reads, however large the register is."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url, select, true
from sqlalchemy.exc import DatabaseError

from gateways.sql_case_tables import InterventionRow
from gateways.sql_projection import SqlProjection
from gateways.sql_schema import SchemaBehind
from interventions.figures.imprint import Extent
from interventions.figures.intervention import Figures
from interventions.figures.period import Period
from interventions.figures.tally import Spell

UNREADABLE = (DatabaseError, SchemaBehind)


@dataclass(frozen=True)
class SqlFigures:
    """Streams the figures in the register's current state, in the order in which referrals were sent."""

    state: SqlProjection

    @classmethod
    def open(cls, url: str) -> "SqlFigures":
        """Open the register at a SQLAlchemy URL.

        Raises:
            FileNotFoundError: an SQLite database that is not there; a report lays out no register.
            ValueError, OSError, SchemaBehind, sqlalchemy.exc.DatabaseError: as `open_engine` does.
        """
        place = make_url(url)
        if place.get_backend_name() == "sqlite" and not Path(place.database or "").is_file():
            raise FileNotFoundError(f"there is no register at {place.database}")
        return cls(SqlProjection.open(url))

    def close(self) -> None:
        """Let go of every connection."""
        self.state.close()

    def catch_up(self) -> int:
        """Bring the current state up to date; how many interventions this release cannot read.

        Raises:
            sqlalchemy.exc.DatabaseError: the register cannot be read or written.
        """
        self.state.catch_up_for_reading()
        return self.state.unread()

    def extent(self) -> Extent:
        """What the register holds; catch up first.

        Raises:
            sqlalchemy.exc.DatabaseError: the register cannot be read.
        """
        return self.state.extent()

    def rows(self, period: Period, contract: str = "") -> Iterator[Figures]:
        """The row of every intervention sent in the period; of one contract, if it is named.

        Raises:
            sqlalchemy.exc.DatabaseError: the register cannot be read.
        """
        for row in self.state.figures(period.starts_at, period.ends_at, contract):
            yield Figures.model_validate_json(row)

    def spells(self, period: Period, contract: str = "") -> Iterator[Spell]:
        """When each intervention sent by the period's end began and ended, and the latest known of it.

        Raises: as `rows` does.
        """
        wanted = (
            select(InterventionRow.sent_at, InterventionRow.ended_at, InterventionRow.last_at)
            .where(InterventionRow.sent_at < period.ends_at)
            .where((InterventionRow.contract == contract) if contract else true())
        )
        with self.state.engine.connect().execution_options(yield_per=5000) as connection:
            for row in connection.execute(wanted):
                yield row.sent_at, row.ended_at, row.last_at
