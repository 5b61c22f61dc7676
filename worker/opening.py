"""Opening what the worker needs: whatever is wrong becomes one line that holds no password and no person."""

from collections.abc import Iterator
from contextlib import contextmanager

from gateways.sql_engine import migrate, standing_at
from gateways.sql_reasons import why
from gateways.sql_schema import SchemaBehind, newest
from worker.checks.finding import Finding
from worker.problem import Problem

REGISTER = "THROUGHLINE_REGISTER_URL"
MIGRATE = "type `python -m worker migrate`"


@contextmanager
def opening(what: str) -> Iterator[None]:
    """What goes wrong inside, said as a `Problem` that names `what`."""
    try:
        yield
    except SchemaBehind as behind:
        raise Problem(f"{what}: {behind}", MIGRATE) from None
    except OSError as error:
        raise Problem(f"{what}: cannot be opened: {error.strerror}: {error.filename}") from None
    except Exception as error:  # noqa: BLE001 - a vendor's own, whose words may hold a password
        raise Problem(f"{what}: cannot be opened: {why(error)}") from None


def migrate_register(url: str) -> tuple[str, ...]:
    """Bring the register's database to this release; the steps taken. Safe to run again, and by two at once.

    Raises:
        Problem: it cannot be reached, or a step fails; then nothing has changed.
    """
    with opening(REGISTER):
        return migrate(url)


def register_schema(url: str) -> Finding:
    """Whether the register's tables are those of this release."""
    if url.startswith("sqlite:"):
        return Finding("register schema", "ok", f"brought to step {newest()} when it is opened")
    try:
        with opening(REGISTER):
            standing, step = standing_at(url)
    except Problem as problem:
        return Finding("register schema", "failed", problem.what, "start the database, or put the URL right")
    if standing == "behind":
        return Finding("register schema", "failed", str(SchemaBehind(step, newest())), MIGRATE)
    if standing == "ahead":
        return Finding("register schema", "warning", f"at step {step}, of a later release than this one")
    return Finding("register schema", "ok", f"at step {step}")
