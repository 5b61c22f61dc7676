"""Opening what the worker needs: whatever is wrong becomes one line that holds no password and no person."""

from collections.abc import Iterator
from contextlib import contextmanager

from gateways.sql_engine import can_only_be_read, is_not_there_yet, migrate, standing_at
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


@contextmanager
def using(what: str) -> Iterator[None]:
    """What goes wrong at work in what is open already, said as a `Problem` that names `what`."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - a vendor's own, whose words may hold a row
        raise Problem(f"{what}: stopped half-way: {why(error)}", "put it right, and say it again") from None


def migrate_register(url: str) -> tuple[str, ...]:
    """Bring the register's database to this release; the steps taken. Safe to run again, and by two at once.

    Raises:
        Problem: it cannot be reached, or a step fails; then nothing has changed.
    """
    with opening(REGISTER):
        return migrate(url)


def register_schema(url: str) -> Finding:
    """Whether the register's tables are those of this release, and can be written."""
    brought = Finding("register schema", "ok", f"brought to step {newest()} when it is opened")
    try:
        with opening(REGISTER):
            if is_not_there_yet(url):
                return brought
            standing, step = standing_at(url)
            read_only = can_only_be_read(url)
    except Problem as problem:
        return Finding("register schema", "failed", problem.what, "start the database, or put the URL right")
    if read_only:
        remedy = "name the server that may be written: after a failover it is another one"
        return Finding("register schema", "failed", "the server lets nobody write", remedy)
    if standing == "behind":
        behind = Finding("register schema", "failed", str(SchemaBehind(step, newest())), MIGRATE)
        return brought if url.startswith("sqlite:") else behind
    if standing == "ahead":
        return Finding("register schema", "warning", f"at step {step}, of a later release than this one")
    return Finding("register schema", "ok", f"at step {step}")
