"""Texts that came in, in SQL, beside the register."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, tuple_, update
from sqlalchemy.orm import Session

from activities.inbox import InboundText
from activities.ledger import AT_ONCE
from gateways.sql_engine import InTheDatabase, insert_or_nothing
from gateways.sql_text_tables import InboundTextRow


class SqlInbox(InTheDatabase):
    """Texts in the table `inbound_texts`. Safe to share among threads."""

    def receive(self, text: InboundText) -> InboundText:
        """Keep a text once under its provider id; what stands."""
        row = {
            "provider_id": text.provider_id,
            "sender": text.sender,
            "receiver": text.receiver,
            # PostgreSQL's text cannot hold a NUL, and nobody means one.
            "words": text.words.replace("\0", ""),
            "received_at": text.received_at,
            "handed_to": [str(each) for each in text.handed_to],
            "answered_at": text.answered_at,
        }
        with self.engine.begin() as connection:
            connection.execute(insert_or_nothing(InboundTextRow, self.engine.dialect.name), row)
        with Session(self.engine) as session:
            return _text(session.get_one(InboundTextRow, text.provider_id))

    def waiting(self, after: InboundText | None = None) -> tuple[InboundText, ...]:
        """Texts not yet heard by all they may be for, the earliest first."""
        place = (InboundTextRow.received_at, InboundTextRow.provider_id)
        unheard = select(InboundTextRow).where(InboundTextRow.heard_by_all.is_(False))
        if after:
            unheard = unheard.where(tuple_(*place) > (after.received_at, after.provider_id))
        with Session(self.engine) as session:
            return tuple(_text(row) for row in session.scalars(unheard.order_by(*place).limit(AT_ONCE)))

    def heard(self, provider_id: str) -> None:
        """Note that everybody it may be for has heard of it."""
        row = InboundTextRow.provider_id == provider_id
        with self.engine.begin() as connection:
            connection.execute(update(InboundTextRow).where(row).values(heard_by_all=True))

    def handed(self, provider_id: str, to: Iterable[UUID]) -> None:
        """Note that these interventions have heard of it; those noted before stay."""
        row = InboundTextRow.provider_id == provider_id
        with self.engine.begin() as connection:
            # Takes SQLite's pen, which a SELECT does not, whatever lock it asks for; elsewhere locks the row.
            connection.execute(update(InboundTextRow).where(row).values(provider_id=provider_id))
            known = connection.execute(select(InboundTextRow.handed_to).where(row)).scalar_one()
            both = sorted({*known, *map(str, to)})
            connection.execute(update(InboundTextRow).where(row).values(handed_to=both))

    def answered(self, provider_id: str, at: datetime) -> None:
        """Note that it got an automatic answer; the first time stands."""
        rows = (InboundTextRow.provider_id == provider_id, InboundTextRow.answered_at.is_(None))
        with self.engine.begin() as connection:
            connection.execute(update(InboundTextRow).where(*rows).values(answered_at=at))

    def answers_since(self, sender: str, since: datetime) -> int:
        """How many automatic answers a number has had since an instant."""
        rows = (InboundTextRow.sender == sender, InboundTextRow.answered_at >= since)
        with self.engine.connect() as connection:
            return connection.execute(
                select(func.count()).select_from(InboundTextRow).where(*rows)
            ).scalar_one()


def _text(row: InboundTextRow) -> InboundText:
    return InboundText(
        provider_id=row.provider_id,
        sender=row.sender,
        receiver=row.receiver,
        words=row.words,
        received_at=row.received_at,
        handed_to=tuple(UUID(each) for each in row.handed_to),
        answered_at=row.answered_at,
        heard_by_all=row.heard_by_all,
    )
