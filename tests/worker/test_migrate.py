"""A register on a database server: an operator brings it up, and until then the worker does not start."""

from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from gateways.sql_engine import reach
from gateways.sql_register import SqlRegister
from gateways.sql_schema import move, newest
from tests.database_server import DatabaseServer
from tests.gateways.another_hand import change
from tests.gateways.racing import all_at_once
from tests.worker.conftest import Site
from worker.opening import migrate_register, register_schema
from worker.parts import parts
from worker.problem import Problem
from worker.settings import Settings

NOTHING_YET = "0 interventions read, 0 this release cannot read"
HALF_WAY = (
    "worker: THROUGHLINE_REGISTER_URL: stopped half-way: it can only be read - put it right, and say it again"
)


def test_a_worker_does_not_start_on_tables_of_an_older_release(postgres: DatabaseServer) -> None:
    settings = Settings(register_url=postgres.an_empty_database())
    with pytest.raises(Problem, match=r"at step none, and .* - type `python -m worker migrate`"):
        parts(settings)
    assert migrate_register(settings.register_url)[0] == "0001"
    register = parts(settings).register
    assert isinstance(register, SqlRegister)
    assert register.referrals() == ()
    register.close()


def test_the_doctor_tells_what_the_tables_are_and_what_to_type(postgres: DatabaseServer) -> None:
    url = postgres.an_empty_database()
    behind = register_schema(url)
    assert (behind.ok, behind.remedy) == ("failed", "type `python -m worker migrate`")
    migrate_register(url)
    assert register_schema(url).ok == "ok"
    assert register_schema("sqlite:///anywhere.db").ok == "ok"


def test_the_doctor_looks_into_a_file_that_is_there(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'register.db'}"
    (tmp_path / "register.db").write_text("a shopping list, much longer than a database's header is" * 9)
    assert register_schema(url).ok == "failed"
    assert "the file is not a database" in register_schema(url).detail
    (tmp_path / "register.db").unlink()
    assert register_schema(url).ok == "ok"
    assert not list(tmp_path.iterdir())
    migrate_register(url)
    assert register_schema(url).detail == f"at step {newest()}"
    move(reach(url), "0001")
    assert register_schema(url).ok == "ok"


async def test_a_server_that_may_only_be_read_is_told_by_the_doctor_and_in_one_line_by_a_rebuild(
    postgres: DatabaseServer, site: Site
) -> None:
    site.environment["THROUGHLINE_REGISTER_URL"] = url = postgres.a_database()
    assert await site.runs("rebuild-projections") == (
        0,
        "0 interventions read, 0 this release cannot read",
        "",
    )
    with closing(SqlRegister.open(url)) as register:
        name = register.engine.url.database
        change(register.engine, f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    found = register_schema(url)
    assert (found.ok, found.detail) == ("failed", "the server lets nobody write")
    assert await site.runs("rebuild-projections") == (1, "", HALF_WAY)


def test_a_database_that_is_not_there_is_one_line_without_its_password(postgres: DatabaseServer) -> None:
    url = "postgresql://somebody:hunter2@127.0.0.1:1/register"
    with pytest.raises(Problem, match="THROUGHLINE_REGISTER_URL: cannot be opened") as refused:
        migrate_register(url)
    found = register_schema(url)
    assert found.ok == "failed"
    assert "hunter2" not in f"{refused.value} {found}"


def test_a_database_that_a_server_does_not_have_yet_is_made_by_whoever_comes_first(
    postgres: DatabaseServer,
) -> None:
    url = postgres.url("not_there_yet")
    taken = all_at_once([partial(migrate_register, url)] * 4)
    assert sorted(map(bool, taken)) == [False, False, False, True]
    assert register_schema(url).ok == "ok"


async def test_the_command_brings_it_up_once(postgres: DatabaseServer, site: Site) -> None:
    site.environment |= {"THROUGHLINE_REGISTER_URL": postgres.an_empty_database()}
    code, said, _ = await site.runs("migrate")
    assert (code, said[:9]) == (0, "took 0001")
    again, said, _ = await site.runs("migrate")
    assert (again, said) == (0, "the register's tables were those of this release already")
