"""Facts stay: the database itself refuses to change or remove one, whoever asks.

When the law asks for a person's facts to be removed, an operator takes the triggers away, removes them, and
puts the triggers back: deliberately, and with a name to it.
"""

from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"

SQLITE = (
    """CREATE TRIGGER facts_never_change BEFORE UPDATE ON facts
       BEGIN SELECT RAISE(ABORT, 'a fact is never changed'); END""",
    """CREATE TRIGGER facts_never_go BEFORE DELETE ON facts
       BEGIN SELECT RAISE(ABORT, 'a fact is never removed'); END""",
)
POSTGRESQL = (
    """CREATE FUNCTION facts_stay() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'a fact is never changed or removed'; END $$""",
    """CREATE TRIGGER facts_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON facts
       FOR EACH STATEMENT EXECUTE FUNCTION facts_stay()""",
)
NO_SQLITE = ("DROP TRIGGER facts_never_change", "DROP TRIGGER facts_never_go")
NO_POSTGRESQL = ("DROP TRIGGER facts_stay ON facts", "DROP FUNCTION facts_stay()")


def upgrade() -> None:
    """Take the step."""
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Take it back."""
    for statement in NO_SQLITE if op.get_bind().dialect.name == "sqlite" else NO_POSTGRESQL:
        op.execute(statement)
