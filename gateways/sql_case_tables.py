"""The tables that are read off the facts: everything in them can be thrown away and written again.

`interventions` and `tasks` are the current state, brought up to date by `gateways/sql_projection.py`.
`projection_marks` says how far; `case_numbers` is written with the facts, so that somebody can be found.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from gateways.sql_tables import Table, UtcMoment


class InterventionRow(Table):
    """One intervention as it stands: `interventions.views.case_line` says what each column means."""

    __tablename__ = "interventions"
    __table_args__ = (Index("interventions_by_day_sent", "sent_at", "referral_id"),)

    referral_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    reference: Mapped[str] = mapped_column(Text)
    contract: Mapped[str] = mapped_column(Text)
    crn: Mapped[str] = mapped_column(Text)
    former_crns: Mapped[list[str]] = mapped_column(JSON)
    pathways: Mapped[list[str]] = mapped_column(JSON)
    complexities: Mapped[list[str]] = mapped_column(JSON)
    providers: Mapped[list[str]] = mapped_column(JSON)
    caseworker: Mapped[str] = mapped_column(Text)
    practitioner: Mapped[str] = mapped_column(Text)
    stage: Mapped[str] = mapped_column(String(32))
    awaiting: Mapped[str] = mapped_column(String(32))
    paused: Mapped[bool]
    breached: Mapped[bool]
    sent_at: Mapped[datetime] = mapped_column(UtcMoment)
    received_at: Mapped[datetime] = mapped_column(UtcMoment)
    ended_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    ending: Mapped[str | None] = mapped_column(String(32))
    withdrawal: Mapped[str | None] = mapped_column(String(3))
    sequence: Mapped[int]
    last_at: Mapped[datetime] = mapped_column(UtcMoment)
    open_tasks: Mapped[int]
    figures: Mapped[dict[str, Any]] = mapped_column(JSON)


class TaskRow(Table):
    """One task of an intervention. `what` is the service's own words; nobody else wrote any of it.

    `person` is the staff reference of who has the role now, `chosen_as` as what they were chosen; of a closed
    task, who had it last. For a team, and for a role nobody has, both are empty.
    """

    __tablename__ = "tasks"
    __table_args__ = (Index("open_tasks_by_due", "closed_at", "due"),)

    referral_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    task_id: Mapped[str] = mapped_column(Text, primary_key=True)
    kind: Mapped[str] = mapped_column(String(32))
    owner: Mapped[str] = mapped_column(String(32))
    person: Mapped[str] = mapped_column(Text)
    chosen_as: Mapped[str] = mapped_column(String(32))
    what: Mapped[str] = mapped_column(Text)
    about: Mapped[str] = mapped_column(Text)
    opened_at: Mapped[datetime] = mapped_column(UtcMoment)
    due: Mapped[datetime] = mapped_column(UtcMoment)
    overdue: Mapped[bool]
    closed_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    closed_by: Mapped[str] = mapped_column(Text)


BEHIND = text("written > projected")


class MarkRow(Table):
    """How far the current state of one referral has come: `written` pages, `projected` of them.

    Both only grow, so a projector that was slow cannot undo what a quicker one did. `edition` is the reading
    of facts that projected it, `trouble` the kind of error where this release could not.
    """

    __tablename__ = "projection_marks"
    __table_args__ = (
        Index("projection_behind", "referral_id", sqlite_where=BEHIND, postgresql_where=BEHIND),
        Index("projection_editions", "edition", "referral_id"),
    )

    referral_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    written: Mapped[int]
    projected: Mapped[int]
    edition: Mapped[str] = mapped_column(String(12))
    trouble: Mapped[str] = mapped_column(String(64))


class NumberRow(Table):
    """Under which case numbers, as they are compared, a referral was ever known."""

    __tablename__ = "case_numbers"

    compared: Mapped[str] = mapped_column(Text, primary_key=True)
    referral_id: Mapped[str] = mapped_column(String(36), primary_key=True)
