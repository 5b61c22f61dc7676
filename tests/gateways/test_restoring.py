"""A backup restored in another place: every row is there, kept as it was kept, and life goes on from it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect
from sqlalchemy.exc import DatabaseError

from activities.inbox import InboundText
from gateways.sql_engine import open_engine, reach
from gateways.sql_inbox import SqlInbox
from gateways.sql_ledger import SqlLedger
from gateways.sql_projection import Brought, SqlProjection
from gateways.sql_register import SqlRegister
from gateways.sql_schema import bring_up, newest, standing_of, step_of
from gateways.sql_suppression import SqlSuppression
from gateways.sql_tables import Table
from gateways.sql_turns import SqlTurns
from tests.database_server import DatabaseServer, a_database_server
from tests.figures.telling import entries_of
from tests.gateways.another_hand import change, rows
from tests.gateways.register_entries import an_entry, every_fact
from tests.gateways.text_intents import AT, CRN, MOBILE, OTHER_MOBILE, a_planned, a_receipt, a_sent

STORY = entries_of("both-pathways")
ON = STORY[0].referral_id
HOUR = timedelta(hours=1)


def fill(engine: Engine) -> None:
    """Something in every table, and in the ledger something of every kind."""
    SqlRegister(engine).write(STORY[:-1])
    SqlRegister(engine).write([an_entry(n, fact) for n, fact in enumerate(every_fact(), start=1)])
    SqlProjection(engine).catch_up()
    ledger, inbox = SqlLedger(engine), SqlInbox(engine)
    ledger.receipt(a_receipt(a_sent(ledger), "delivered", "SM2"))
    a_planned(ledger, "word/1")
    ledger.stop(OTHER_MOBILE, AT)
    inbox.receive(InboundText("SM8", MOBILE, "+447700900999", "Diolch \N{GRINNING FACE}", AT))
    inbox.handed("SM8", [ON])
    inbox.answered("SM8", AT)
    SqlSuppression(engine).suppress(CRN)
    SqlTurns(engine).take(ON, "a worker", HOUR)


def everything(engine: Engine) -> dict[str, list[str]]:
    """Every row of every table, the step among them."""
    tables = sorted(inspect(engine).get_table_names())
    return {table: sorted(map(repr, rows(engine, f"SELECT * FROM {table}"))) for table in tables}  # noqa: S608


@dataclass(frozen=True)
class Original:
    """A register with something in every table, and how a copy of it is made."""

    engine: Engine
    copied: Callable[[], str]


def _of_sqlite(file: Path, copied: Callable[[sqlite3.Connection, Path], None]) -> Iterator[Original]:
    """While a worker has it open, so that its last facts lie in the log beside it."""
    engine, copy = open_engine(f"sqlite:///{file}"), file.with_name("copy.db")
    fill(engine)

    def copying() -> str:
        with closing(sqlite3.connect(file)) as anybody:
            copied(anybody, copy)
        return f"sqlite:///{copy}"

    yield Original(engine, copying)
    engine.dispose()


def _vacuumed(from_: sqlite3.Connection, to: Path) -> None:
    from_.execute("VACUUM INTO ?", (str(to),))


def _dumped(from_: sqlite3.Connection, to: Path) -> None:
    with closing(sqlite3.connect(to)) as there:
        there.executescript("\n".join(from_.iterdump()))


def _of_postgresql(server: DatabaseServer, folder: Path) -> Iterator[Original]:
    url, dump = server.a_database(), str(folder / "register.dump")
    engine = open_engine(url)
    fill(engine)

    def copying() -> str:
        copy = server.an_empty_database()
        server.runs("pg_dump", "--format=custom", "--file", dump, "--dbname", url)
        server.runs("pg_restore", "--exit-on-error", "--dbname", copy, dump)
        return copy

    yield Original(engine, copying)
    engine.dispose()


@pytest.fixture(params=["VACUUM INTO", "sqlite .dump", "pg_dump"])
def original(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Original]:
    match request.param:
        case "VACUUM INTO":
            yield from _of_sqlite(tmp_path / "register.db", _vacuumed)
        case "sqlite .dump":
            yield from _of_sqlite(tmp_path / "register.db", _dumped)
        case _:
            yield from _of_postgresql(request.getfixturevalue("postgres"), tmp_path)


@pytest.fixture
def copy(original: Original) -> Iterator[Engine]:
    engine = reach(original.copied())
    yield engine
    engine.dispose()


def check_rows_and_tables(original: Engine, copy: Engine) -> None:
    """Every row of every table is there, and the tables are this release's."""
    there = everything(original)
    assert set(there) == {*Table.metadata.tables, "alembic_version"}
    assert all(there.values()), "a table without a row proves nothing"
    assert everything(copy) == there
    assert (step_of(copy), standing_of(copy), bring_up(copy)) == (newest(), "current", ())
    with copy.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []


def check_facts_stay(copy: Engine) -> None:
    """What the database refused, it refuses here."""
    refused = ["UPDATE facts SET kind = 'x'", "DELETE FROM facts"]
    if copy.dialect.name == "sqlite":
        columns = 'referral_id, sequence, kind, happened_at, recorded_at, "by"'
        refused.append(f"REPLACE INTO facts SELECT {columns}, '' FROM facts")  # noqa: S608
    else:
        refused.append("TRUNCATE facts")
    for statement in refused:
        with pytest.raises(DatabaseError, match="a fact is never"):
            change(copy, statement)


def test_every_row_of_every_table_is_there_and_facts_stay(original: Original, copy: Engine) -> None:
    check_rows_and_tables(original.engine, copy)
    check_facts_stay(copy)


def test_a_whole_server_is_restored_in_a_new_one(tmp_path: Path) -> None:
    script = str(tmp_path / "all.sql")
    with a_database_server() as lost, a_database_server() as new:
        engine = open_engine(lost.a_database())
        fill(engine)
        lost.runs("pg_dumpall", "--dbname", lost.url(), "--file", script)
        # It goes on where a role is there already, as docs/operations.md says.
        new.runs("psql", "--no-psqlrc", "--dbname", new.url(), "--file", script)
        copy = reach(new.url(engine.url.database or ""))
        check_rows_and_tables(engine, copy)
        check_facts_stay(copy)
        engine.dispose()
        copy.dispose()


def test_what_is_read_off_the_facts_is_what_was_restored(copy: Engine) -> None:
    state, before = SqlProjection(copy), everything(copy)
    assert state.catch_up() == Brought(read=0, unread=0)
    state.rebuild()
    after = everything(copy)
    for table in ("interventions", "tasks", "facts", "case_numbers"):
        assert after[table] == before[table]


def test_life_goes_on_from_there(copy: Engine) -> None:
    register, ledger, inbox = SqlRegister(copy), SqlLedger(copy), SqlInbox(copy)
    assert register.entries(ON) == STORY[:-1]
    assert register.write(STORY) == ()
    assert register.entries(ON) == STORY
    assert SqlProjection(copy).catch_up() == Brought(read=1, unread=0)
    assert ledger.known(["SM1", "SM2", "SM3"]) == {"SM1", "SM2"}
    assert ledger.stopped(OTHER_MOBILE)
    assert a_sent(ledger, "word/1", "SM3").reference == "SM3"
    assert inbox.receive(InboundText("SM8", MOBILE, "", "again", AT)).handed_to == (ON,)
    assert inbox.receive(InboundText("SM9", MOBILE, "", "Yes", AT)).words == "Yes"
    assert SqlSuppression(copy).holds(CRN)
    turns = SqlTurns(copy)
    assert turns.take(ON, "another", HOUR) > timedelta()
    assert turns.take(UUID(int=5), "another", HOUR) == timedelta()
