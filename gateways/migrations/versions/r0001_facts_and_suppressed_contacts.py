"""Facts and suppressed contacts, as the releases before there were steps made them.

Their databases have the tables already, and are recognised by that: what is there is left as it is.
"""

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "facts",
        sa.Column("referral_id", sa.String(36), nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("referral_id", "sequence", "recorded_at"),
        if_not_exists=True,
    )
    op.create_table(
        "suppressed_contacts",
        sa.Column("compared", sa.Text(), nullable=False),
        sa.Column("crn", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("compared"),
        if_not_exists=True,
    )


def downgrade() -> None:
    """Take it back: everything the register holds is gone."""
    op.drop_table("suppressed_contacts")
    op.drop_table("facts")
