"""Why a database cannot be used is said in our words, and never with its address, password or rows."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError, OperationalError

from gateways.sql_engine import open_engine
from gateways.sql_reasons import why
from tests.database_server import DatabaseServer


@pytest.mark.parametrize(
    "url, reason",
    [
        pytest.param("postgresql://u:hunter2@127.0.0.1:1/x", "nobody listens at that address", id="nobody"),
        pytest.param("postgresql://u:hunter2@nowhere.invalid/x", "no such host", id="no such host"),
    ],
)
def test_a_server_that_cannot_be_reached(url: str, reason: str) -> None:
    with pytest.raises(DatabaseError) as refused:
        open_engine(url)
    assert why(refused.value) == reason


def test_a_user_the_server_does_not_know(postgres: DatabaseServer) -> None:
    known = postgres.an_empty_database()
    scheme, _, place = known.partition("://")
    with pytest.raises(DatabaseError) as refused:
        open_engine(f"{scheme}://stranger:hunter2@{place.partition('@')[2]}")
    assert why(refused.value) in {"there is no such user", "user or password is wrong"}


def test_a_file_that_is_something_else(tmp_path: Path) -> None:
    (tmp_path / "register.db").write_text("a shopping list, much longer than a database's header is" * 9)
    with pytest.raises(DatabaseError) as refused:
        open_engine(f"sqlite:///{tmp_path / 'register.db'}")
    assert why(refused.value) == "the file is not a database"


def test_what_nobody_has_foreseen_is_its_name() -> None:
    assert why(ValueError("hunter2")) == "ValueError"


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("database or disk is full", id="SQLite"),
        pytest.param('could not extend file "base/1/2": No space left on device', id="PostgreSQL"),
    ],
)
def test_a_full_disk_is_called_one(said: str) -> None:
    assert why(OperationalError("INSERT", None, Exception(said))) == "the disk is full"


def test_the_driver_says_nothing_of_its_own_beside_an_error(
    postgres: DatabaseServer, caplog: pytest.LogCaptureFixture
) -> None:
    """Many rows, and one the server will not have: its words quote the row, in a warning of the driver."""
    engine = open_engine(postgres.a_database())
    row = {"referral": "Zebedee Quillfeather, not a UUID", "at": "2026-06-01T09:30:00Z"}
    many = "INSERT INTO projection_marks (referral_id, written) VALUES (:referral, :at)"
    with pytest.raises(DatabaseError) as refused, engine.begin() as connection:
        connection.execute(text(many), [row, row, row])
    engine.dispose()
    assert "Zebedee" not in str(refused.value) + caplog.text
    assert caplog.records == []
