"""Facts are not replaced: SQLite refuses INSERT OR REPLACE too, which tells no trigger of the row it removes.

PostgreSQL has no such statement; what it has is refused since step 0003.
"""

from alembic import op

revision: str = "0009"
down_revision: str | None = "0008"

# A trigger is not told whether the statement replaces. But what it inserts itself is inserted in the manner
# of that statement: a fact put in its own place is left alone, unless the statement replaces; then it is
# refused. So our own "insert, or nothing" goes on answering nothing, and a fact replaced by itself has not
# changed. A row is also replaced by its rowid. Where none is named it is -1 here, so no row may bear that.
SQLITE = (
    """CREATE TRIGGER facts_never_replaced BEFORE INSERT ON facts
       WHEN EXISTS (SELECT 1 FROM facts AS there
                    WHERE there.referral_id = NEW.referral_id AND there.sequence = NEW.sequence
                      AND there.recorded_at = NEW.recorded_at
                      AND (there.kind, there.happened_at, there."by", there.body)
                          IS NOT (NEW.kind, NEW.happened_at, NEW."by", NEW.body))
         OR EXISTS (SELECT 1 FROM facts AS there WHERE there.rowid = NEW.rowid)
       BEGIN
         INSERT OR IGNORE INTO facts SELECT * FROM facts AS there
          WHERE there.rowid = NEW.rowid
             OR (there.referral_id = NEW.referral_id AND there.sequence = NEW.sequence
                 AND there.recorded_at = NEW.recorded_at);
         SELECT RAISE(ABORT, 'a fact is never changed') WHERE changes() > 0;
       END""",
    """CREATE TRIGGER facts_are_numbered_from_one AFTER INSERT ON facts WHEN NEW.rowid < 1
       BEGIN SELECT RAISE(ABORT, 'a fact is never given a rowid below one'); END""",
)
NO_SQLITE = ("DROP TRIGGER facts_are_numbered_from_one", "DROP TRIGGER facts_never_replaced")


def upgrade() -> None:
    """Take the step."""
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else ():
        op.execute(statement)


def downgrade() -> None:
    """Take it back."""
    for statement in NO_SQLITE if op.get_bind().dialect.name == "sqlite" else ():
        op.execute(statement)
