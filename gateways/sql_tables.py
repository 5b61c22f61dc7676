"""The tables of the register's database: rows only, no rules."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class UtcMoment(TypeDecorator[datetime]):
    """An aware instant, stored in UTC: SQLite keeps no offset, so one is never left to be guessed."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Into UTC; a moment without an offset is refused."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("a moment needs a UTC offset")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Back as UTC, whatever the database made of it."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.utcoffset() is None else value.astimezone(UTC)


class Table(DeclarativeBase):
    """What every table of the database hangs from."""


class FactRow(Table):
    """One fact. `body` is the whole of it; `kind`, `happened_at` and `by` repeat what is looked for.

    Its key holds `recorded_at`, so that what was told of one place at another time lies beside it.
    """

    __tablename__ = "facts"

    referral_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(64))
    happened_at: Mapped[datetime] = mapped_column(UtcMoment)
    recorded_at: Mapped[datetime] = mapped_column(UtcMoment, primary_key=True)
    by: Mapped[str] = mapped_column(Text)
    body: Mapped[dict[str, Any]] = mapped_column(JSON)


class SuppressedContactRow(Table):
    """Somebody nobody writes to any more: the case number as it is compared, and as it was first given."""

    __tablename__ = "suppressed_contacts"

    compared: Mapped[str] = mapped_column(Text, primary_key=True)
    crn: Mapped[str] = mapped_column(Text)


class MonitoringTurnRow(Table):
    """Whose turn it is to tell R&M of an intervention, and until when; in the past, nobody's."""

    __tablename__ = "monitoring_turns"

    referral_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    holder: Mapped[str] = mapped_column(String(32))
    until: Mapped[datetime] = mapped_column(UtcMoment)
