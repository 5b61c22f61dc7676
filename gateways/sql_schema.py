"""Which schema a database has, and bringing it to another by the steps in `gateways/migrations/`.

SQLite beside us is brought up to date as it is opened. On a database server an operator does that, once a
release and before its workers start, because a step there may take as long as the tables are large.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Literal

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

STEPS = Path(__file__).parent / "migrations"
NOTHING = "base"
# PostgreSQL's advisory lock: any number, so long as it is always the same one.
OUR_LOCK = 7_455_112_390
Standing = Literal["current", "behind", "ahead"]

# Alembic keeps the step it is taking in a global of its own.
_one_at_a_time = Lock()


class SchemaBehind(Exception):
    """A database server whose tables are older than this release."""

    def __init__(self, has: str, wants: str) -> None:
        self.has, self.wants = has, wants
        super().__init__(f"its tables are at step {has or 'none'}, and this release needs {wants}")


def newest(steps: Path = STEPS) -> str:
    """The step this release ends at."""
    return _steps(_config(steps)).get_current_head() or ""


def step_of(engine: Engine) -> str:
    """The step a database stands at; empty where it has taken none."""
    with engine.connect() as connection:
        return _step_of(connection)


def standing_of(engine: Engine) -> Standing:
    """How a database stands to this release. Ahead is well: steps only add (see `gateways/migrations`)."""
    return _compared(step_of(engine))


def bring_up(engine: Engine) -> tuple[str, ...]:
    """Take every step a database has not taken, all or none, one process at a time; the steps taken.

    Raises:
        sqlalchemy.exc.DatabaseError: it cannot be reached or written, or a step fails; then nothing changed.
    """
    if standing_of(engine) != "behind":
        return ()
    return move(engine, "head")


def move(engine: Engine, to: str, steps: Path = STEPS) -> tuple[str, ...]:
    """Take steps forward to `to`, or back to it; the steps taken, or taken back, in that order.

    `to` is a step, "head", or "base" for none; a step that takes tables away takes what they hold.
    """
    config = _config(steps)
    known = _steps(config)
    with _one_at_a_time, _locked(engine) as connection:
        config.attributes["connection"] = connection
        before = _line(known, _step_of(connection))
        goal = _line(known, {NOTHING: "", "head": known.get_current_head()}.get(to, to))
        if len(goal) < len(before):
            command.downgrade(config, to)
            return tuple(reversed(before[len(goal) :]))
        command.upgrade(config, to)
        return goal[len(before) :]


def draft_step(engine: Engine, says: str, steps: Path = STEPS) -> Path:
    """Write the step that would bring `engine`, which stands at the newest, to the row classes.

    Raises:
        alembic.util.exc.CommandError: it does not stand at the newest.
    """
    config = _config(steps)
    number = f"{int(newest(steps) or 0) + 1:04}"
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        drafted = command.revision(config, says, autogenerate=True, rev_id=number)
    if drafted is None or isinstance(drafted, list):
        raise AssertionError("one step was asked for")
    return Path(drafted.path)


def _config(steps: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "r%%(rev)s_%%(slug)s")
    return config


def _steps(config: Config) -> ScriptDirectory:
    return ScriptDirectory.from_config(config)


def _step_of(connection: Connection) -> str:
    return MigrationContext.configure(connection).get_current_revision() or ""


def _line(steps: ScriptDirectory, step: str | None) -> tuple[str, ...]:
    """Every step from the first to this one."""
    if not step:
        return ()
    return tuple(reversed([each.revision for each in steps.iterate_revisions(step, NOTHING)]))


def _compared(step: str) -> Standing:
    steps = _steps(_config(STEPS))
    if step == steps.get_current_head():
        return "current"
    known = {each.revision for each in steps.walk_revisions()}
    return "behind" if not step or step in known else "ahead"


@contextmanager
def _locked(engine: Engine) -> Iterator[Connection]:
    """A transaction nobody else is in who moves the schema; both databases take steps back with it."""
    if engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({OUR_LOCK})")
            yield connection
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        # Python's own driver begins no transaction before CREATE TABLE, so we say it ourselves.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise
        connection.exec_driver_sql("COMMIT")
