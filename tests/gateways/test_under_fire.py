"""Locks, lost connections, failover, a full disk: heard again or a clear error, nothing lost or doubled."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Timer
from time import sleep
from typing import Any

import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from gateways.sql_register import SqlRegister
from interventions.facts import Entry, TaskClosed
from tests.database_server import DatabaseServer, a_database_server
from tests.gateways.another_hand import PLANTED, change, rows
from tests.gateways.register_entries import AT, REFERRAL, an_entry
from tests.gateways.under_fire import accounts, again_and_again, lost_and_doubled, under_fire

PAGE = [an_entry(1), an_entry(2)]


@pytest.fixture
def on_postgres(postgres: DatabaseServer) -> Iterator[SqlRegister]:
    with closing(SqlRegister.open(postgres.a_database())) as register:
        yield register


@pytest.fixture
def on_sqlite(tmp_path: Path) -> Iterator[SqlRegister]:
    with closing(SqlRegister.open(f"sqlite:///{tmp_path / 'register.db'}")) as register:
        yield register


def test_a_server_that_dies_again_and_again_under_load_loses_and_doubles_nothing() -> None:
    with a_database_server() as own, closing(SqlRegister.open(own.a_database())) as register:
        told = accounts(copies=1)

        def crash() -> None:
            own.stop_at_once()
            own.start_again()
            sleep(0.3)

        unheard = under_fire(register, told, crash)
        assert unheard > 0, "nobody noticed: nothing was shown"
        assert lost_and_doubled(register, told) == (0, 0)
        own.stop_at_once()
        own.start_again()
        register.write(PAGE)  # on a connection that died while nobody looked
        assert register.entries(REFERRAL) == tuple(PAGE)


def test_connections_that_are_cut_are_replaced(on_postgres: SqlRegister) -> None:
    told = accounts(copies=1)
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    spare = f"{others} AND pid <> pg_backend_pid()"

    def cut() -> None:
        sleep(0.05)
        again_and_again(partial(rows, on_postgres.engine, spare))

    under_fire(on_postgres, told, cut)
    assert lost_and_doubled(on_postgres, told) == (0, 0)


def test_a_server_that_may_no_longer_write_is_left_for_the_one_that_may(postgres: DatabaseServer) -> None:
    url = postgres.a_database()
    with closing(SqlRegister.open(url)) as register, closing(SqlRegister.open(url)) as operator:
        name = operator.engine.url.database
        change(operator.engine, f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        register.engine.dispose()
        with pytest.raises(DatabaseError, match="read-only"):
            register.write(PAGE)
        change(operator.engine, f"ALTER DATABASE {name} RESET default_transaction_read_only")
        register.write(PAGE)
        assert register.entries(REFERRAL) == tuple(PAGE)


def test_a_lock_on_the_server_is_waited_for_only_so_long(postgres: DatabaseServer) -> None:
    url = f"{postgres.a_database()}&options=-c%20lock_timeout%3D200"
    with closing(SqlRegister.open(url)) as register:
        register.write([an_entry(1)])
        with register.engine.begin() as somebody:
            somebody.execute(text("UPDATE projection_marks SET written = written + 1"))
            with pytest.raises(OperationalError, match="lock timeout"):
                register.write([an_entry(2)])
        assert register.entries(REFERRAL) == (an_entry(1),)
        register.write([an_entry(2)])
        assert register.entries(REFERRAL) == tuple(PAGE)


def test_every_wait_on_the_server_ends_before_the_attempt_does(on_postgres: SqlRegister) -> None:
    limits = [
        rows(on_postgres.engine, f"SHOW {name}")[0][0] for name in ("statement_timeout", "lock_timeout")
    ]
    assert limits == ["8s", "5s"]


def test_writers_of_a_file_wait_for_each_other(on_sqlite: SqlRegister) -> None:
    assert rows(on_sqlite.engine, "PRAGMA journal_mode") == [("wal",)]
    assert rows(on_sqlite.engine, "PRAGMA busy_timeout") == [(30_000,)]
    database = on_sqlite.engine.url.database or ""
    with closing(sqlite3.connect(database, check_same_thread=False, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        Timer(0.5, partial(other.execute, "COMMIT")).start()
        on_sqlite.write(PAGE)
    assert on_sqlite.entries(REFERRAL) == tuple(PAGE)


def test_a_full_disk_is_a_clear_error_and_the_page_is_written_when_there_is_room(
    on_sqlite: SqlRegister,
) -> None:
    [(pages,)] = rows(on_sqlite.engine, "PRAGMA page_count")
    assert isinstance(pages, int)
    room = {"pages": pages + 6}
    limit_of(on_sqlite.engine, room)
    told = accounts(copies=1)[0]
    with pytest.raises(OperationalError, match="disk is full"):
        one_by_one(on_sqlite, told)
    written = len(on_sqlite.entries(told[0].referral_id))
    assert 0 < written < len(told)
    room["pages"] = 100_000
    on_sqlite.engine.dispose()
    one_by_one(on_sqlite, told)
    assert lost_and_doubled(on_sqlite, [told]) == (0, 0)


def one_by_one(register: SqlRegister, entries: Sequence[Entry]) -> None:
    for entry in entries:
        register.write([entry])


def limit_of(engine: Engine, room: dict[str, int]) -> None:
    """From the next connection on, the file grows to so many pages, as on a small disk."""

    def small(connection: Any, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {room['pages']}")

    event.listen(engine, "connect", small)
    engine.dispose()


def test_a_server_that_quotes_what_it_will_not_have_is_not_quoted(on_postgres: SqlRegister) -> None:
    on_postgres.write([an_entry(1, TaskClosed(at=AT, task="x", how=PLANTED))])
    change(on_postgres.engine, "ALTER TABLE facts ADD CONSTRAINT none CHECK (sequence < 2)")
    with pytest.raises(IntegrityError, match='check constraint "none"') as refused:
        on_postgres.write([an_entry(2, TaskClosed(at=AT, task="x", how=PLANTED))])
    for said in (refused.value, refused.value.orig, refused.value.__cause__):
        assert PLANTED not in f"{said} {said!r}"
