"""What others do with the register's tables: a later release, a person with SQL."""

from typing import Any

from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from gateways.sql_case_tables import MarkRow
from gateways.sql_tables import FactRow
from interventions.facts import Entry

PLANTED = "Zebedee Quillfeather"


def another_release_writes(engine: Engine, entry: Entry, body: dict[str, Any]) -> None:
    """At this entry's place and time, whatever that release makes of it; marked as every release marks it."""
    fact = FactRow(
        referral_id=str(entry.referral_id),
        sequence=entry.sequence,
        kind=body["fact"],
        happened_at=entry.fact.at,
        recorded_at=entry.recorded_at,
        by="somebody",
        body=body,
    )
    with Session(engine) as session, session.begin():
        session.add(fact)
        mark = session.get(MarkRow, fact.referral_id)
        if mark:
            mark.written += 1


def rows(engine: Engine, query: str) -> list[tuple[object, ...]]:
    """What another program reads."""
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def change(engine: Engine, statement: str) -> None:
    """What another program does."""
    with engine.begin() as connection:
        connection.execute(text(statement))
