"""The register in SQL: SQLite beside us, PostgreSQL with the monitoring system.

A page is written in one short transaction, and no transaction outlives a call.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from gateways.account import standing
from gateways.sql_engine import insert_or_nothing, open_engine
from gateways.sql_tables import FactRow
from interventions.facts import Entry


@dataclass(frozen=True)
class SqlRegister:
    """Facts in the table `facts`, one row each, never changed once written. Safe to share among threads."""

    engine: Engine

    @classmethod
    def open(cls, url: str) -> "SqlRegister":
        """Open the register at a SQLAlchemy URL, as `open_engine` does.

        Raises:
            ValueError: neither SQLite nor PostgreSQL, or an SQLite database that is not a file.
            SchemaBehind: a database server whose tables are older than this release.
            OSError, sqlalchemy.exc.DatabaseError: it cannot be reached.
        """
        return cls(open_engine(url))

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()

    def write(self, entries: Sequence[Entry]) -> None:
        """Write each entry once under its place and time: all of the page, or none of it.

        Raises:
            ValueError: an entry's `recorded_at` has no UTC offset.
        """
        # Always in the same order, so that two writers of one page never wait for each other.
        rows = [_row(entry) for entry in sorted(entries, key=_place)]
        if not rows:
            return
        with self.engine.begin() as connection:
            connection.execute(insert_or_nothing(FactRow, self.engine.dialect.name), rows)

    def entries(self, referral_id: UUID) -> tuple[Entry, ...]:
        """The account of one referral that stands, in order; empty where there is nothing."""
        rows = select(FactRow).where(FactRow.referral_id == str(referral_id))
        with Session(self.engine) as session:
            # Chosen before they are read: a leftover may be of a kind this release does not know.
            return tuple(_entry(row) for row in standing(session.scalars(rows)))

    def referrals(self) -> tuple[UUID, ...]:
        """Every referral there is something on, the first recorded first."""
        first = func.min(FactRow.recorded_at)
        ids = select(FactRow.referral_id).group_by(FactRow.referral_id).order_by(first, FactRow.referral_id)
        with Session(self.engine) as session:
            return tuple(UUID(found) for found in session.scalars(ids))


def _place(entry: Entry) -> tuple[UUID, int, datetime]:
    return entry.referral_id, entry.sequence, entry.recorded_at


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


def _entry(row: FactRow) -> Entry:
    said = {"referral_id": row.referral_id, "sequence": row.sequence, "fact": row.body}
    # Read as JSON: a strict field takes the text of a time from JSON, and from nothing else.
    return Entry.model_validate_json(json.dumps(said | {"recorded_at": row.recorded_at.isoformat()}))
