"""The database itself keeps a fact as it is, whoever asks: our own connection, another program, a person."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DatabaseError

from gateways.sql_engine import reach
from gateways.sql_register import SqlRegister
from gateways.sql_schema import bring_up, move
from interventions.facts import TaskClosed
from tests.database_server import DatabaseServer
from tests.gateways.another_hand import change
from tests.gateways.register_entries import AT, REFERRAL, an_entry

PAGE = (an_entry(1), an_entry(2))
COLUMNS = 'referral_id, sequence, kind, happened_at, recorded_at, "by", body'

UPSERT = (
    f"INSERT INTO facts ({COLUMNS}) SELECT {COLUMNS} FROM facts WHERE sequence = 1 "  # noqa: S608
    "ON CONFLICT (referral_id, sequence, recorded_at) DO UPDATE SET kind = 'x'"
)


@pytest.fixture
def register(database: str) -> Iterator[SqlRegister]:
    with closing(SqlRegister.open(database)) as opened:
        opened.write(PAGE)
        yield opened


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE facts SET kind = 'x'",
        "DELETE FROM facts",
        UPSERT,
    ],
)
def test_the_database_itself_refuses_to_change_or_remove_a_fact(
    register: SqlRegister, statement: str
) -> None:
    with pytest.raises(DatabaseError, match="a fact is never"):
        change(register.engine, statement)
    assert register.entries(REFERRAL) == PAGE


@pytest.mark.parametrize("statement", ["TRUNCATE facts", "TRUNCATE facts, tasks CASCADE"])
def test_postgresql_does_not_empty_the_table_either(postgres: DatabaseServer, statement: str) -> None:
    with closing(SqlRegister.open(postgres.a_database())) as register:
        register.write(PAGE)
        with pytest.raises(DatabaseError, match="a fact is never"):
            change(register.engine, statement)
        assert register.entries(REFERRAL) == PAGE


def replaces(columns: str, values: str) -> str:
    """A statement that puts rows made of facts in their places."""
    return f"INSERT OR REPLACE INTO facts ({columns}) SELECT {values} FROM facts WHERE sequence < 9"  # noqa: S608


REPLACED = [
    pytest.param(replaces(COLUMNS, COLUMNS.replace("body", "'{}'")), id="other words"),
    pytest.param(replaces(COLUMNS, COLUMNS.replace("kind", "'x'")), id="another kind"),
    pytest.param(replaces(COLUMNS, COLUMNS.replace('"by"', "'me'")), id="somebody else"),
    pytest.param(replaces(COLUMNS, COLUMNS.replace("happened_at", "recorded_at || '0'")), id="another time"),
    pytest.param(
        replaces("rowid, " + COLUMNS, "rowid, " + COLUMNS.replace("sequence", "9")), id="by the row's number"
    ),
    pytest.param(
        replaces("rowid, " + COLUMNS, "3 - rowid, " + COLUMNS), id="one fact over the number of another"
    ),
    pytest.param(
        replaces("rowid, " + COLUMNS, "-rowid, " + COLUMNS.replace("sequence", "9")),
        id="a row that could be replaced later",
    ),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


@pytest.mark.parametrize("recursive", ["OFF", "ON"])
@pytest.mark.parametrize("statement", REPLACED)
def test_sqlite_replaces_no_fact_for_anybody(file: Path, statement: str, recursive: str) -> None:
    with closing(SqlRegister.open(f"sqlite:///{file}")) as register:
        register.write(PAGE)
        with closing(sqlite3.connect(file)) as anybody:
            anybody.execute(f"PRAGMA recursive_triggers = {recursive}")
            with pytest.raises(sqlite3.IntegrityError, match="a fact is never"):
                anybody.execute(statement)
        assert register.entries(REFERRAL) == PAGE


@pytest.mark.parametrize("recursive", ["OFF", "ON"])
def test_a_repeated_fact_and_a_contradicting_one_are_still_answered_and_not_refused(
    file: Path, recursive: str
) -> None:
    with closing(SqlRegister.open(f"sqlite:///{file}")) as register:
        register.write(PAGE)
        with register.engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA recursive_triggers = {recursive}")
        other = an_entry(2, TaskClosed(at=AT, task="x", how="done"))
        assert register.write([*PAGE, other, an_entry(3)]) == (other,)
        assert register.entries(REFERRAL) == (*PAGE, an_entry(3))


def test_the_step_can_be_taken_back_and_a_file_of_before_it_is_kept_from_then_on(file: Path) -> None:
    engine = reach(f"sqlite:///{file}")
    bring_up(engine)
    SqlRegister(engine).write(PAGE)
    assert move(engine, "0008")[-1] == "0009"
    change(engine, replaces(COLUMNS, COLUMNS.replace("kind", "'x'")))
    bring_up(engine)
    with pytest.raises(DatabaseError, match="a fact is never changed"):
        change(engine, replaces(COLUMNS, COLUMNS.replace("kind", "'y'")))
    assert SqlRegister(engine).entries(REFERRAL) == PAGE
    engine.dispose()
