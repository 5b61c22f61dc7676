"""Which ends of texts, and which texts that came in, their interventions have heard of; room for references.

The outbox names the file a text lies in, which is longer than any carrier's own reference.
"""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"

# Until this step a reply was handed over again for so long, and a receipt was found by whoever asked for it.
HANDED_OVER_FOR = timedelta(days=7)


def upgrade() -> None:
    """Take the step. What is older than the door looked back before counts as heard."""
    no = sa.false()
    op.add_column("texts", sa.Column("end_told", sa.Boolean(), server_default=no, nullable=False))
    op.add_column("inbound_texts", sa.Column("heard_by_all", sa.Boolean(), server_default=no, nullable=False))
    texts = sa.table("texts", sa.column("state", sa.String()), sa.column("end_told", sa.Boolean()))
    ended = texts.c.state.in_(("delivered", "undelivered", "failed"))
    op.execute(sa.update(texts).where(ended).values(end_told=True))
    came = sa.column("received_at", sa.DateTime(timezone=True))
    inbound = sa.table("inbound_texts", came, sa.column("heard_by_all", sa.Boolean()))
    long_ago = came < datetime.now(UTC) - HANDED_OVER_FOR
    op.execute(sa.update(inbound).where(long_ago).values(heard_by_all=True))
    _make_room(255)
    op.create_index("texts_untold", "texts", ["end_told", "state"], unique=False)
    op.create_index("inbound_texts_waiting", "inbound_texts", ["heard_by_all"], unique=False)


def downgrade() -> None:
    """Take it back: receipts are found by whoever asks, and replies of seven days are handed over again."""
    op.drop_index("inbound_texts_waiting", table_name="inbound_texts")
    op.drop_index("texts_untold", table_name="texts")
    op.drop_column("inbound_texts", "heard_by_all")
    op.drop_column("texts", "end_told")


def _make_room(letters: int) -> None:
    """SQLite, which minds no length, makes the table anew. Taken back, the room stays: it may be used."""
    with op.batch_alter_table("texts") as table:
        for name, empty in (("reference", True), ("second", False)):
            table.alter_column(name, type_=sa.String(length=letters), existing_nullable=empty)
