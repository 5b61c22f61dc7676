"""The register in SQL: a real file, other processes, PostgreSQL's dialect, and errors that tell nothing."""

import json
import multiprocessing
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from pydantic import ValidationError
from sqlalchemy import make_url
from sqlalchemy.exc import DatabaseError
from sqlalchemy.schema import CreateTable

from gateways.sql_engine import insert_or_nothing
from gateways.sql_register import SqlRegister
from gateways.sql_tables import FactRow, Table
from interventions.facts import TaskClosed
from tests.gateways.racing import all_at_once
from tests.gateways.register_entries import AT, REFERRAL, an_entry, every_fact
from tests.gateways.writers import write_down

PLANTED = "Zebedee Quillfeather"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "not" / "yet" / "there" / "register.db"


@pytest.fixture
def register(place: Path) -> Iterator[SqlRegister]:
    opened = SqlRegister.open(f"sqlite:///{place}")
    yield opened
    opened.close()


def rows(place: Path, query: str) -> list[tuple[object, ...]]:
    """What another program reads in the file."""
    with closing(sqlite3.connect(place)) as connection:
        return connection.execute(query).fetchall()


def change(place: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute(statement, values)


def test_what_was_written_is_there_when_the_file_is_opened_again(register: SqlRegister, place: Path) -> None:
    page = [an_entry(number, fact) for number, fact in enumerate(every_fact(), start=1)]
    register.write(page)
    register.close()
    again = SqlRegister.open(f"sqlite:///{place}")
    assert again.entries(REFERRAL) == tuple(page)
    again.write(page)
    assert again.entries(REFERRAL) == tuple(page)
    again.close()


def test_a_row_can_be_read_by_anybody_with_sql(register: SqlRegister, place: Path) -> None:
    register.write([an_entry(7, recorded_at=AT + timedelta(minutes=1))])
    columns = 'referral_id, sequence, kind, happened_at, recorded_at, "by"'
    assert rows(place, f"SELECT {columns} FROM facts") == [  # noqa: S608
        (
            str(REFERRAL),
            7,
            "PlanReturned",
            "2026-06-01 09:30:00.123456",
            "2026-06-01 09:31:00.123456",
            "pp-1",
        )
    ]
    ((body,),) = rows(place, "SELECT body FROM facts")
    assert json.loads(str(body)) == an_entry(7).fact.model_dump(mode="json")


def test_writers_wait_for_each_other_instead_of_failing(register: SqlRegister, place: Path) -> None:
    assert rows(place, "PRAGMA journal_mode") == [("wal",)]
    with register.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 30_000


def test_many_may_open_a_new_register_at_once(tmp_path: Path) -> None:
    for number in range(10):
        url = f"sqlite:///{tmp_path / str(number) / 'register.db'}"
        registers = all_at_once([partial(SqlRegister.open, url) for _ in range(8)])
        registers[0].write([an_entry(1)])
        assert [register.entries(REFERRAL) for register in registers] == [(an_entry(1),)] * 8
        for register in registers:
            register.close()


def test_several_processes_write_the_same_facts_once(place: Path) -> None:
    url, spawn = f"sqlite:///{place}", multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=write_down, args=(url, start)) for start in (0, 32, 64)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=100)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert rows(place, "SELECT count(*), min(sequence), max(sequence) FROM facts") == [(100, 0, 99)]


def test_nothing_once_written_is_ever_changed(register: SqlRegister, place: Path) -> None:
    register.write([an_entry(1)])
    newer = {**an_entry(1).fact.model_dump(mode="json"), "added_later": 3}
    change(place, "UPDATE facts SET body = ?", json.dumps(newer))
    register.write([an_entry(1)])
    ((body,),) = rows(place, "SELECT body FROM facts")
    assert json.loads(str(body)) == newer
    assert register.entries(REFERRAL) == (an_entry(1),)


def test_every_account_is_kept_and_can_be_read_by_anybody_with_sql(
    register: SqlRegister, place: Path
) -> None:
    later = AT + timedelta(seconds=10)
    register.write([an_entry(1), an_entry(2), an_entry(3)])
    register.write([an_entry(2, TaskClosed(at=later, task="x", how="done"), recorded_at=later)])
    told = rows(place, "SELECT sequence, kind FROM facts ORDER BY sequence, recorded_at")
    assert told == [(1, "PlanReturned"), (2, "PlanReturned"), (2, "TaskClosed"), (3, "PlanReturned")]
    assert [entry.fact.fact for entry in register.entries(REFERRAL)] == ["PlanReturned", "TaskClosed"]


def test_a_kind_of_fact_this_release_does_not_know_is_never_taken_for_another(
    register: SqlRegister, place: Path
) -> None:
    register.write([an_entry(1)])
    change(place, "UPDATE facts SET body = ?", json.dumps({"fact": "AddedLater", "name": PLANTED}))
    register.write([an_entry(1)])
    with pytest.raises(ValidationError) as refused:
        register.entries(REFERRAL)
    assert PLANTED not in str(refused.value)


def test_a_leftover_of_a_release_that_was_rolled_back_is_in_nobodys_way(
    register: SqlRegister, place: Path
) -> None:
    later = AT + timedelta(seconds=10)
    register.write([an_entry(1), an_entry(2)])
    change(place, "UPDATE facts SET body = ?", json.dumps({"fact": "AddedLater"}))
    register.write([an_entry(1, recorded_at=later)])
    assert register.entries(REFERRAL) == (an_entry(1, recorded_at=later),)


def test_a_database_error_does_not_repeat_what_was_written(register: SqlRegister, place: Path) -> None:
    change(place, "DROP TABLE facts")
    with pytest.raises(DatabaseError, match="no such table") as refused:
        register.write([an_entry(1, TaskClosed(at=AT, task="x", how=PLANTED))])
    assert PLANTED not in str(refused.value)
    assert PLANTED not in repr(refused.value)


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("sqlite://", id="a memory of its own for every thread"),
        pytest.param("sqlite:///:memory:", id="the same, by name"),
        pytest.param("mysql://somewhere/register", id="a database we do not know"),
    ],
)
def test_a_register_that_could_not_keep_its_word_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="register"):
        SqlRegister.open(url)


def test_a_file_that_is_no_database_is_heard_at_start(tmp_path: Path) -> None:
    (tmp_path / "register.db").write_text("a letter, by mistake" * 100, "utf-8")
    with pytest.raises(DatabaseError, match="not a database"):
        SqlRegister.open(f"sqlite:///{tmp_path / 'register.db'}")


def test_postgresql_gets_the_same_table_and_the_same_manners() -> None:
    dialect = make_url("postgresql://").get_dialect()()
    table = str(CreateTable(Table.metadata.tables["facts"]).compile(dialect=dialect))
    assert table.count("TIMESTAMP WITH TIME ZONE") == 2
    assert "PRIMARY KEY (referral_id, sequence, recorded_at)" in table
    assert "SERIAL" not in table
    insert = str(insert_or_nothing(FactRow, "postgresql").compile(dialect=dialect))
    assert "ON CONFLICT (referral_id, sequence, recorded_at) DO NOTHING" in insert
