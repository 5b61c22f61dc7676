"""Whose turn it is to tell R&M of an intervention."""

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "monitoring_turns",
        sa.Column("referral_id", sa.String(length=36), nullable=False),
        sa.Column("holder", sa.String(length=32), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("referral_id"),
    )


def downgrade() -> None:
    """Take it back: for a minute or two, nobody knows who is telling."""
    op.drop_table("monitoring_turns")
