"""The schema's steps: up, down and up again with rows in the tables, on SQLite and on PostgreSQL."""

import runpy
import shutil
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, insert, inspect, text
from sqlalchemy.exc import DatabaseError

from gateways.migrations.__main__ import draft
from gateways.sql_engine import open_engine, reach
from gateways.sql_ledger import SqlLedger
from gateways.sql_projection import Brought, SqlProjection
from gateways.sql_register import SqlRegister, row_of
from gateways.sql_schema import (
    STEPS,
    SchemaBehind,
    bring_up,
    move,
    newest,
    standing_of,
    step_of,
)
from gateways.sql_suppression import SqlSuppression
from gateways.sql_tables import FactRow, Table
from interventions.views.case_line import case_line
from interventions.vocabulary import Pathway
from tests.database_server import DatabaseServer
from tests.figures.telling import entries_of
from tests.gateways.racing import all_at_once
from tests.gateways.register_entries import AT, REFERRAL, an_entry, every_fact
from tests.gateways.text_intents import a_receipt, a_sent

CRN = "X375690"
# As the last release without steps laid them out.
BEFORE_STEPS = (
    """CREATE TABLE facts (
        referral_id VARCHAR(36) NOT NULL, sequence INTEGER NOT NULL, kind VARCHAR(64) NOT NULL,
        happened_at {moment} NOT NULL, recorded_at {moment} NOT NULL, "by" TEXT NOT NULL, body JSON NOT NULL,
        PRIMARY KEY (referral_id, sequence, recorded_at))""",
    """CREATE TABLE suppressed_contacts (
        compared TEXT NOT NULL, crn TEXT NOT NULL, PRIMARY KEY (compared))""",
)
A_ROW = "INSERT INTO facts VALUES (:id, 1, 'TaskClosed', :at, :at, 'ops', :body)"
A_BODY = '{"fact": "TaskClosed", "at": "2026-06-01T09:30:00.123456Z", "task": "x", "how": "done"}'
FAILS = """
from alembic import op
import sqlalchemy as sa
revision, down_revision = "9999", "{before}"
def upgrade():
    op.create_table("half_done", sa.Column("number", sa.Integer()))
    op.execute("INSERT INTO half_done VALUES (1)")
    op.execute("INSERT INTO never_there VALUES (1)")
"""


@pytest.fixture
def empty(empty_database: str) -> Iterator[Engine]:
    engine = reach(empty_database)
    yield engine
    engine.dispose()


@pytest.fixture
def kept(empty: Engine) -> SqlRegister:
    """A register of this release with one fact of every kind in it."""
    bring_up(empty)
    register = SqlRegister(empty)
    register.write([an_entry(number, fact) for number, fact in enumerate(every_fact(), start=1)])
    SqlSuppression(empty).suppress(CRN)
    return register


def what_is_kept(engine: Engine) -> tuple[int, int]:
    """How many facts, and how many suppressed contacts."""
    with engine.connect() as connection:
        facts = connection.scalar(text("SELECT count(*) FROM facts"))
        return facts or 0, connection.scalar(text("SELECT count(*) FROM suppressed_contacts")) or 0


def test_an_empty_database_takes_every_step_once(empty: Engine) -> None:
    assert standing_of(empty) == "behind"
    taken = bring_up(empty)
    assert taken == tuple(f"{number:04}" for number in range(1, int(newest()) + 1))
    assert (bring_up(empty), standing_of(empty), step_of(empty)) == ((), "current", newest())


def test_the_steps_end_at_the_row_classes(empty: Engine) -> None:
    bring_up(empty)
    with empty.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []


def test_every_step_can_be_taken_back_and_taken_again_with_rows_in_the_tables(kept: SqlRegister) -> None:
    facts, suppressed = what_is_kept(kept.engine)
    told = kept.entries(REFERRAL)
    for step in range(int(newest()) - 1, 0, -1):
        assert move(kept.engine, f"{step:04}") == (f"{step + 1:04}",)
        assert what_is_kept(kept.engine) == (facts, suppressed)
        assert bring_up(kept.engine) == tuple(f"{up:04}" for up in range(step + 1, int(newest()) + 1))
        assert what_is_kept(kept.engine) == (facts, suppressed)
        assert kept.entries(REFERRAL) == told
        move(kept.engine, f"{step:04}")
    assert step_of(kept.engine) == "0001"
    bring_up(kept.engine)
    assert kept.entries(REFERRAL) == told
    assert SqlSuppression(kept.engine).holds(CRN)


def test_a_text_that_went_out_twice_is_known_before_and_after_its_index(empty: Engine) -> None:
    bring_up(empty)
    ledger = SqlLedger(empty)
    ledger.receipt(a_receipt(a_sent(ledger), "delivered", "SM2"))
    a_sent(ledger, "word/1", "SM3", to="+447700900124")
    assert move(empty, "0007")[-1] == "0008"
    assert ledger.known(["SM2"]) == {"SM2"}
    assert "texts_by_second" not in indexes(empty, "texts")
    bring_up(empty)
    assert ledger.known(["SM1", "SM2", "SM3", "SM4"]) == {"SM1", "SM2", "SM3"}
    assert "texts_by_second" in indexes(empty, "texts")


def indexes(engine: Engine, table: str) -> set[str | None]:
    """The names of a table's indexes."""
    return {index["name"] for index in inspect(engine).get_indexes(table)}


def test_taking_back_the_first_step_leaves_nothing(kept: SqlRegister) -> None:
    move(kept.engine, "base")
    assert set(inspect(kept.engine).get_table_names()) == {"alembic_version"}
    assert (step_of(kept.engine), standing_of(kept.engine)) == ("", "behind")


@pytest.mark.parametrize("tables", [1, 2])
def test_a_database_of_the_release_before_steps_is_recognised_and_keeps_its_rows(
    empty: Engine, tables: int
) -> None:
    moment = "DATETIME" if empty.dialect.name == "sqlite" else "TIMESTAMP WITH TIME ZONE"
    with empty.begin() as connection:
        for statement in BEFORE_STEPS[:tables]:
            connection.execute(text(statement.format(moment=moment)))
        at = "2026-06-01 09:30:00.123456" + ("" if moment == "DATETIME" else "+00:00")
        connection.execute(text(A_ROW), {"id": str(REFERRAL), "at": at, "body": A_BODY})
    assert standing_of(empty) == "behind"
    assert bring_up(empty)[0] == "0001"
    [entry] = SqlRegister(empty).entries(REFERRAL)
    assert (entry.fact.fact, entry.recorded_at) == ("TaskClosed", AT)
    SqlSuppression(empty).suppress(CRN)
    assert what_is_kept(empty) == (1, 1)


def test_what_the_release_before_wrote_is_found_by_number_and_read_into_the_current_state(
    empty: Engine,
) -> None:
    move(empty, "0001")
    entries = [entries_of(name) for name in ("lifestyle-low", "case-number-merged")]
    rows = [row_of(entry) for told in entries for entry in told]
    with empty.begin() as connection:
        connection.execute(insert(FactRow), rows)
    bring_up(empty)
    merged, other = case_line(entries[1]), UUID(int=7)
    register, state = SqlRegister(empty), SqlProjection(empty)
    assert register.others_open(other, ["X999001"], [Pathway.LIFESTYLE]) == (merged.referral_id,)
    assert state.catch_up() == Brought(read=2, unread=0)
    assert [state.known(told[0].referral_id) for told in entries] == [len(told) for told in entries]


def test_many_may_bring_one_database_up_at_once_and_each_step_is_taken_once(empty_database: str) -> None:
    engines = [reach(empty_database) for _ in range(6)]
    taken = all_at_once([partial(bring_up, engine) for engine in engines])
    assert sorted(taken, key=len)[-1] == tuple(f"{n:04}" for n in range(1, int(newest()) + 1))
    assert sum(map(len, taken)) == int(newest())
    for engine in engines:
        engine.dispose()


def test_a_step_that_fails_leaves_the_database_as_it_was(kept: SqlRegister, tmp_path: Path) -> None:
    steps = shutil.copytree(STEPS, tmp_path / "steps")
    (steps / "versions" / "r9999_fails.py").write_text(FAILS.format(before=newest()), "utf-8")
    told = kept.entries(REFERRAL)
    with pytest.raises(DatabaseError):
        move(kept.engine, "head", steps)
    assert not inspect(kept.engine).has_table("half_done")
    assert (step_of(kept.engine), kept.entries(REFERRAL)) == (newest(), told)


def test_a_database_of_a_later_release_is_left_alone_and_used(kept: SqlRegister) -> None:
    with kept.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert (standing_of(kept.engine), bring_up(kept.engine)) == ("ahead", ())
    assert len(kept.entries(REFERRAL)) == len(every_fact())


def test_sqlite_is_brought_up_as_it_is_opened(tmp_path: Path) -> None:
    with closing(SqlRegister.open(f"sqlite:///{tmp_path / 'register.db'}")) as register:
        assert standing_of(register.engine) == "current"


def test_a_database_server_is_not_and_says_what_it_lacks(postgres: DatabaseServer) -> None:
    url = postgres.an_empty_database()
    with pytest.raises(SchemaBehind, match=f"at step none, and this release needs {newest()}"):
        open_engine(url)
    engine = reach(url)
    assert inspect(engine).get_table_names() == []
    engine.dispose()


def test_a_draft_has_the_next_number_and_holds_what_no_step_makes_yet(tmp_path: Path) -> None:
    steps = shutil.copytree(STEPS, tmp_path / "steps")
    drafted = draft("nothing at all", steps)
    assert drafted.name == f"r{int(newest()) + 1:04}_nothing_at_all.py"
    written = runpy.run_path(str(drafted))
    assert (written["revision"], written["down_revision"]) == (f"{int(newest()) + 1:04}", newest())
    assert written["upgrade"]() is None


def test_steps_form_one_line_and_each_file_bears_its_number() -> None:
    files = sorted(path.name for path in (STEPS / "versions").glob("r*.py"))
    assert [name[1:5] for name in files] == [f"{n:04}" for n in range(1, int(newest()) + 1)]
