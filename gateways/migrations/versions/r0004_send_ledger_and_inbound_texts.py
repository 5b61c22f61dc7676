"""The send ledger, its numbers and its counts of the day, and the texts that came in."""

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "inbound_texts",
        sa.Column("provider_id", sa.String(length=64), nullable=False),
        sa.Column("sender", sa.String(length=64), nullable=False),
        sa.Column("receiver", sa.String(length=64), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("handed_to", sa.JSON(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("provider_id"),
    )
    op.create_index("inbound_texts_answered", "inbound_texts", ["sender", "answered_at"], unique=False)
    op.create_table(
        "text_counts",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "person"),
    )
    op.create_table(
        "text_numbers",
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resumed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("number"),
    )
    _texts()


def downgrade() -> None:
    """Take it back: what was sent to whom is forgotten, and could be sent again."""
    op.drop_index("texts_of_number", table_name="texts")
    op.drop_index("texts_by_state", table_name="texts")
    op.drop_index(op.f("ix_texts_reference"), table_name="texts")
    op.drop_table("texts")
    op.drop_table("text_numbers")
    op.drop_table("text_counts")
    op.drop_index("inbound_texts_answered", table_name="inbound_texts")
    op.drop_table("inbound_texts")


def _texts() -> None:
    op.create_table(
        "texts",
        sa.Column("referral_id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("recipient_version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("useless_after", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("second", sa.String(length=64), nullable=False),
        sa.Column("why", sa.String(length=64), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("resends", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("doubt_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("referral_id", "key", "recipient_version"),
        sa.UniqueConstraint("token"),
    )
    op.create_index(op.f("ix_texts_reference"), "texts", ["reference"], unique=False)
    op.create_index("texts_by_state", "texts", ["state"], unique=False)
    op.create_index("texts_of_number", "texts", ["number", "state"], unique=False)
