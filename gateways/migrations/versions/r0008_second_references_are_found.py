"""The second reference of a text that went out twice is found without reading every text."""

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"

THERE_IS_ONE = sa.text("second <> ''")


def upgrade() -> None:
    """Take the step."""
    op.create_index(
        "texts_by_second",
        "texts",
        ["second"],
        unique=False,
        sqlite_where=THERE_IS_ONE,
        postgresql_where=THERE_IS_ONE,
    )


def downgrade() -> None:
    """Take it back: it is found again by reading them all."""
    op.drop_index(
        "texts_by_second", table_name="texts", sqlite_where=THERE_IS_ONE, postgresql_where=THERE_IS_ONE
    )
