"""What Alembic runs to take steps: on the connection it was handed, in the transaction that is open there."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from gateways import sql_case_tables, sql_text_tables  # noqa: F401 - their tables are ours to lay out
from gateways.sql_tables import Table, UtcMoment


def plainly(kind: str, thing: object, _: AutogenContext) -> str | Literal[False]:
    """A step may outlive our own column types, so it is drafted with the database's."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(thing, UtcMoment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_item=plainly,
)
with context.begin_transaction():
    context.run_migrations()
