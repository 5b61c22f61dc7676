"""Registers and ledgers of every kind, empty."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from activities.ledger import Ledger
from gateways.in_memory import RememberedRegister
from gateways.remembered_ledger import RememberedLedger
from gateways.sql_ledger import SqlLedger
from gateways.sql_register import SqlRegister
from tests.database_server import DatabaseServer

AnyRegister = RememberedRegister | SqlRegister


@pytest.fixture(params=["remembered", "sqlite", "postgresql"])
def register(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AnyRegister]:
    if request.param == "remembered":
        yield RememberedRegister()
        return
    if request.param == "sqlite":
        opened = SqlRegister.open(f"sqlite:///{tmp_path / 'register.db'}")
    else:
        server: DatabaseServer = request.getfixturevalue("postgres")
        opened = SqlRegister.open(server.a_database())
    yield opened
    opened.close()


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
