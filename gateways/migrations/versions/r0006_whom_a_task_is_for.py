"""Whom a task is for by name, and as what they were chosen."""

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"


def upgrade() -> None:
    """Take the step. A worker of the last release may still write rows: they name nobody until read again."""
    op.add_column("tasks", sa.Column("person", sa.Text(), nullable=False, server_default=""))
    op.add_column("tasks", sa.Column("chosen_as", sa.String(length=32), nullable=False, server_default=""))


def downgrade() -> None:
    """Take it back; the facts still name them."""
    op.drop_column("tasks", "chosen_as")
    op.drop_column("tasks", "person")
