"""What keeps things, of every kind, empty: one that remembers, one in SQLite and one in PostgreSQL."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from activities.inbox import Inbox
from activities.ledger import Ledger
from activities.ports import Suppression
from activities.turns import Turns
from gateways.in_memory import RememberedRegister, RememberedSuppression
from gateways.remembered_ledger import RememberedInbox, RememberedLedger
from gateways.remembered_turns import RememberedTurns
from gateways.sql_engine import InTheDatabase
from gateways.sql_inbox import SqlInbox
from gateways.sql_ledger import SqlLedger
from gateways.sql_register import SqlRegister
from gateways.sql_suppression import SqlSuppression
from gateways.sql_turns import SqlTurns
from tests.database_server import DatabaseServer

AnyRegister = RememberedRegister | SqlRegister


@pytest.fixture(params=["remembered", "sqlite", "postgresql"])
def kept_at(request: pytest.FixtureRequest, tmp_path: Path) -> str | None:
    """The URL of the database it is kept in; None: it is only remembered."""
    if request.param == "remembered":
        return None
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'register.db'}"
    server: DatabaseServer = request.getfixturevalue("postgres")
    return server.a_database()


def _opened(kept_at: str | None, remembered: Callable[[], Any], kept: type[InTheDatabase]) -> Iterator[Any]:
    if kept_at is None:
        yield remembered()
        return
    with closing(kept.open(kept_at)) as opened:
        yield opened


@pytest.fixture
def register(kept_at: str | None) -> Iterator[AnyRegister]:
    yield from _opened(kept_at, RememberedRegister, SqlRegister)


@pytest.fixture
def suppression(kept_at: str | None) -> Iterator[Suppression]:
    yield from _opened(kept_at, RememberedSuppression, SqlSuppression)


@pytest.fixture
def ledger(kept_at: str | None) -> Iterator[Ledger]:
    yield from _opened(kept_at, RememberedLedger, SqlLedger)


@pytest.fixture
def inbox(kept_at: str | None) -> Iterator[Inbox]:
    yield from _opened(kept_at, RememberedInbox, SqlInbox)


@pytest.fixture
def turns(kept_at: str | None) -> Iterator[Turns]:
    yield from _opened(kept_at, RememberedTurns, SqlTurns)
