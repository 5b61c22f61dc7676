"""Current state, read off the facts: interventions, tasks, how far they are read, and numbers to find by.

What is there already is marked to be read; the numbers are taken from it at once.
"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"

facts = sa.table("facts", sa.column("referral_id"), sa.column("kind"), sa.column("body", sa.JSON))
marks = sa.table(
    "projection_marks", *map(sa.column, ("referral_id", "written", "projected", "edition", "trouble"))
)
numbers = sa.table("case_numbers", sa.column("compared"), sa.column("referral_id"))
SAYS_WHO = {"ReferralReceived": "referral", "ReferralAmended": "after"}


def upgrade() -> None:
    """Take the step."""
    _lay_out_interventions()
    _lay_out_tasks()
    _lay_out_marks()
    _mark_what_is_there()
    _find_numbers()


def downgrade() -> None:
    """Take it back: the facts, from which all of it was read, stay."""
    op.drop_index("open_tasks_by_due", table_name="tasks")
    op.drop_table("tasks")
    op.drop_index("projection_editions", table_name="projection_marks")
    op.drop_index(
        "projection_behind",
        table_name="projection_marks",
        sqlite_where=sa.text("written > projected"),
        postgresql_where=sa.text("written > projected"),
    )
    op.drop_table("projection_marks")
    op.drop_index("interventions_by_day_sent", table_name="interventions")
    op.drop_table("interventions")
    op.drop_table("case_numbers")


def _lay_out_interventions() -> None:
    op.create_table(
        "interventions",
        sa.Column("referral_id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("contract", sa.Text(), nullable=False),
        sa.Column("crn", sa.Text(), nullable=False),
        sa.Column("former_crns", sa.JSON(), nullable=False),
        sa.Column("pathways", sa.JSON(), nullable=False),
        sa.Column("complexities", sa.JSON(), nullable=False),
        sa.Column("providers", sa.JSON(), nullable=False),
        sa.Column("caseworker", sa.Text(), nullable=False),
        sa.Column("practitioner", sa.Text(), nullable=False),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.Column("awaiting", sa.String(length=32), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("breached", sa.Boolean(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ending", sa.String(length=32), nullable=True),
        sa.Column("withdrawal", sa.String(length=3), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("open_tasks", sa.Integer(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("referral_id"),
    )
    op.create_index("interventions_by_day_sent", "interventions", ["sent_at", "referral_id"], unique=False)


def _lay_out_tasks() -> None:
    op.create_table(
        "tasks",
        sa.Column("referral_id", sa.String(length=36), nullable=False),
        sa.Column("task_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("owner", sa.String(length=32), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("overdue", sa.Boolean(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("referral_id", "task_id"),
    )
    op.create_index("open_tasks_by_due", "tasks", ["closed_at", "due"], unique=False)


def _lay_out_marks() -> None:
    op.create_table(
        "projection_marks",
        sa.Column("referral_id", sa.String(length=36), nullable=False),
        sa.Column("written", sa.Integer(), nullable=False),
        sa.Column("projected", sa.Integer(), nullable=False),
        sa.Column("edition", sa.String(length=12), nullable=False),
        sa.Column("trouble", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("referral_id"),
    )
    op.create_index(
        "projection_behind",
        "projection_marks",
        ["referral_id"],
        unique=False,
        sqlite_where=sa.text("written > projected"),
        postgresql_where=sa.text("written > projected"),
    )
    op.create_index("projection_editions", "projection_marks", ["edition", "referral_id"], unique=False)
    op.create_table(
        "case_numbers",
        sa.Column("compared", sa.Text(), nullable=False),
        sa.Column("referral_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("compared", "referral_id"),
    )


def _mark_what_is_there() -> None:
    nothing = sa.literal("")
    known = sa.select(facts.c.referral_id, sa.literal(1), sa.literal(0), nothing, nothing).distinct()
    op.execute(marks.insert().from_select([column.name for column in marks.columns], known))


def _find_numbers() -> None:
    said = sa.select(facts.c.referral_id, facts.c.kind, facts.c.body).where(facts.c.kind.in_(SAYS_WHO))
    connection = op.get_bind()
    found = {
        (number.replace("\0", "").strip().upper(), row.referral_id)
        for row in connection.execute(said, execution_options={"yield_per": 500})
        for number in _numbers(row.body[SAYS_WHO[row.kind]])
    }
    if found:
        rows = [{"compared": number, "referral_id": whose} for number, whose in sorted(found)]
        connection.execute(numbers.insert(), rows)


def _numbers(referral: dict[str, Any]) -> Iterator[str]:
    yield referral["participant"]["crn"]
    yield from referral.get("former_crns", ())
