"""Ledgers of every kind, empty."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from activities.ledger import Ledger
from gateways.remembered_ledger import RememberedLedger
from gateways.sql_ledger import SqlLedger
from tests.database_server import DatabaseServer


@pytest.fixture(params=["remembered", "sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    if request.param == "remembered":
        yield RememberedLedger()
        return
    url = f"sqlite:///{tmp_path / 'register.db'}"
    if request.param == "postgresql":
        server: DatabaseServer = request.getfixturevalue("postgres")
        url = server.a_database()
    opened = SqlLedger.open(url)
    yield opened
    opened.close()
