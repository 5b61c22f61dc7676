"""The register in SQL, on SQLite and on PostgreSQL: other processes, other programs, silent errors."""

import json
import multiprocessing
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from pydantic import ValidationError
from sqlalchemy.exc import DatabaseError

from gateways.sql_register import SqlRegister
from interventions.facts import TaskClosed
from tests.gateways.another_hand import PLANTED, another_release_writes, change, rows
from tests.gateways.racing import all_at_once
from tests.gateways.register_entries import AT, REFERRAL, an_entry, every_fact
from tests.gateways.writers import write_down

LATER = AT + timedelta(seconds=10)
ADDED_LATER = {"fact": "AddedLater", "name": PLANTED}


@pytest.fixture
def register(database: str) -> Iterator[SqlRegister]:
    opened = SqlRegister.open(database)
    yield opened
    opened.close()


def body_of(register: SqlRegister) -> object:
    [(body,)] = rows(register.engine, "SELECT body FROM facts")
    return json.loads(body) if isinstance(body, str) else body


def test_what_was_written_is_there_when_it_is_opened_again(register: SqlRegister, database: str) -> None:
    page = [an_entry(number, fact) for number, fact in enumerate(every_fact(), start=1)]
    register.write(page)
    register.close()
    with closing(SqlRegister.open(database)) as again:
        assert again.entries(REFERRAL) == tuple(page)
        again.write(page)
        assert again.entries(REFERRAL) == tuple(page)


def test_a_row_can_be_read_by_anybody_with_sql(register: SqlRegister) -> None:
    register.write([an_entry(7, recorded_at=AT + timedelta(minutes=1))])
    columns = 'referral_id, sequence, kind, CAST(happened_at AS text), "by"'
    [row] = rows(register.engine, f"SELECT {columns} FROM facts")  # noqa: S608
    assert row[:3] == (str(REFERRAL), 7, "PlanReturned")
    assert str(row[3]).removesuffix("+00") == "2026-06-01 09:30:00.123456"
    assert row[4] == "pp-1"
    assert body_of(register) == an_entry(7).fact.model_dump(mode="json")


def test_several_processes_write_the_same_facts_once(database: str) -> None:
    SqlRegister.open(database).close()
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=write_down, args=(database, start)) for start in (0, 32, 64)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=100)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    with closing(SqlRegister.open(database)) as register:
        counted = rows(register.engine, "SELECT count(*), min(sequence), max(sequence) FROM facts")
    assert counted == [(100, 0, 99)]


def test_what_another_release_wrote_in_its_own_words_is_left_as_it_is(register: SqlRegister) -> None:
    newer = {**an_entry(1).fact.model_dump(mode="json"), "added_later": 3}
    another_release_writes(register.engine, an_entry(1), newer)
    assert register.write([an_entry(1)]) == ()
    assert body_of(register) == newer
    assert register.entries(REFERRAL) == (an_entry(1),)


def test_every_account_is_kept_and_can_be_read_by_anybody_with_sql(register: SqlRegister) -> None:
    register.write([an_entry(1), an_entry(2), an_entry(3)])
    register.write([an_entry(2, TaskClosed(at=LATER, task="x", how="done"), recorded_at=LATER)])
    told = rows(register.engine, "SELECT sequence, kind FROM facts ORDER BY sequence, recorded_at")
    assert told == [(1, "PlanReturned"), (2, "PlanReturned"), (2, "TaskClosed"), (3, "PlanReturned")]
    assert [entry.fact.fact for entry in register.entries(REFERRAL)] == ["PlanReturned", "TaskClosed"]


def test_a_kind_of_fact_this_release_does_not_know_is_never_taken_for_another(register: SqlRegister) -> None:
    another_release_writes(register.engine, an_entry(1), ADDED_LATER)
    assert register.write([an_entry(1)]) == (an_entry(1),)
    with pytest.raises(ValidationError) as refused:
        register.entries(REFERRAL)
    assert PLANTED not in str(refused.value)


def test_a_leftover_of_a_release_that_was_rolled_back_is_in_nobodys_way(register: SqlRegister) -> None:
    for sequence in (1, 2):
        another_release_writes(register.engine, an_entry(sequence), ADDED_LATER)
    register.write([an_entry(1, recorded_at=LATER)])
    assert register.entries(REFERRAL) == (an_entry(1, recorded_at=LATER),)


def test_a_database_error_does_not_repeat_what_was_written(register: SqlRegister) -> None:
    change(register.engine, "DROP TABLE facts")
    with pytest.raises(DatabaseError, match=r"no such table|does not exist") as refused:
        register.write([an_entry(1, TaskClosed(at=AT, task="x", how=PLANTED))])
    assert PLANTED not in str(refused.value)
    assert PLANTED not in repr(refused.value)


def test_many_may_open_a_new_file_at_once(tmp_path: Path) -> None:
    for number in range(10):
        url = f"sqlite:///{tmp_path / str(number) / 'register.db'}"
        registers = all_at_once([partial(SqlRegister.open, url) for _ in range(8)])
        registers[0].write([an_entry(1)])
        assert [register.entries(REFERRAL) for register in registers] == [(an_entry(1),)] * 8
        for register in registers:
            register.close()


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
