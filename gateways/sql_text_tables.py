"""The tables of texts, in the register's database: rows only, no rules."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Date, Index, String, Text, false, text
from sqlalchemy.orm import Mapped, mapped_column

from gateways.sql_tables import Table, UtcMoment

# Hardly any text went out twice. A query that says it in these very words is read off the index of those.
WENT_TWICE = text("second <> ''")


class TextRow(Table):
    """One text there is to be, found by what it is or by its token. `revision` grows with every change.

    `end_told`: its intervention has heard how it ended.
    """

    __tablename__ = "texts"
    __table_args__ = (
        Index("texts_of_number", "number", "state"),
        Index("texts_by_state", "state"),
        Index("texts_untold", "end_told", "state"),
        Index("texts_by_second", "second", sqlite_where=WENT_TWICE, postgresql_where=WENT_TWICE),
    )

    referral_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    key: Mapped[str] = mapped_column(Text, primary_key=True)
    recipient_version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    token: Mapped[str] = mapped_column(String(32), unique=True)
    revision: Mapped[int]
    person: Mapped[str] = mapped_column(Text)
    number: Mapped[str] = mapped_column(String(16))
    said_at: Mapped[datetime] = mapped_column(UtcMoment)
    useless_after: Mapped[datetime] = mapped_column(UtcMoment)
    state: Mapped[str] = mapped_column(String(16))
    reference: Mapped[str | None] = mapped_column(String(255), index=True)
    second: Mapped[str] = mapped_column(String(255))
    why: Mapped[str] = mapped_column(String(64))
    attempt: Mapped[int]
    resends: Mapped[int]
    day: Mapped[date | None] = mapped_column(Date)
    claimed_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    lease_until: Mapped[datetime | None] = mapped_column(UtcMoment)
    doubt_since: Mapped[datetime | None] = mapped_column(UtcMoment)
    settled_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    end_told: Mapped[bool] = mapped_column(Boolean, server_default=false())


class TextNumberRow(Table):
    """A number that was to be texted, or said STOP or START. Whoever claims a text to it locks its row."""

    __tablename__ = "text_numbers"

    number: Mapped[str] = mapped_column(String(16), primary_key=True)
    stopped_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    resumed_at: Mapped[datetime | None] = mapped_column(UtcMoment)


class TextCountRow(Table):
    """How many of a London day's texts are taken, by one person or (person empty) by everybody."""

    __tablename__ = "text_counts"

    day: Mapped[date] = mapped_column(Date, primary_key=True)
    person: Mapped[str] = mapped_column(Text, primary_key=True)
    taken: Mapped[int]


class InboundTextRow(Table):
    """A text that came in, once under the carrier's id."""

    __tablename__ = "inbound_texts"
    __table_args__ = (
        Index("inbound_texts_answered", "sender", "answered_at"),
        Index("inbound_texts_waiting", "heard_by_all"),
    )

    provider_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    sender: Mapped[str] = mapped_column(String(64))
    receiver: Mapped[str] = mapped_column(String(64))
    words: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(UtcMoment)
    handed_to: Mapped[list[Any]] = mapped_column(JSON)
    answered_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    heard_by_all: Mapped[bool] = mapped_column(Boolean, server_default=false())
