"""The figures of the register, one row at a time: what a report reads, whatever is in the register."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import DatabaseError

from gateways.sql_register import SqlRegister
from interventions.figures.intervention import Figures, figures
from interventions.figures.period import Period
from interventions.figures.tally import Spell
from interventions.london import london_date

UNREADABLE = DatabaseError


@dataclass(frozen=True)
class SqlFigures:
    """Reads the figures of a register; changes nothing in it."""

    register: SqlRegister

    @classmethod
    def open(cls, url: str) -> "SqlFigures":
        """Open the register at a SQLAlchemy URL.

        Raises:
            FileNotFoundError: an SQLite database that is not there; a report lays out no register.
            ValueError, OSError, sqlalchemy.exc.DatabaseError: as `SqlRegister.open` does.
        """
        place = make_url(url)
        if place.get_backend_name() == "sqlite" and not Path(place.database or "").is_file():
            raise FileNotFoundError(f"there is no register at {place.database}")
        return cls(SqlRegister.open(url))

    def close(self) -> None:
        """Let go of every connection."""
        self.register.close()

    def rows(self, period: Period, contract: str = "") -> Iterator[Figures]:
        """The row of every intervention sent in the period; of one contract, if it is named.

        Raises:
            OSError, sqlalchemy.exc.DatabaseError: the register cannot be read.
        """
        for row in self._all(contract):
            if row.sent_at and period.holds(row.sent_at):
                yield row

    def spells(self, period: Period, contract: str = "") -> Iterator[Spell]:
        """When each intervention sent by the period's end began and ended, whenever it was sent.

        Raises: as `rows` does.
        """
        for row in self._all(contract):
            if row.sent_at and london_date(row.sent_at) <= period.last:
                yield row.sent_at, row.concluded_at

    def _all(self, contract: str) -> Iterator[Figures]:
        for referral_id in self.register.referrals():
            row = figures(self.register.entries(referral_id))
            if contract in ("", row.contract_ref):
                yield row
