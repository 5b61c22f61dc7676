"""The suppression list in SQL: beside the register, kept for good, and silent about numbers."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy.exc import DatabaseError

from gateways.sql_register import SqlRegister
from gateways.sql_suppression import SqlSuppression
from tests.gateways.racing import all_at_once
from tests.gateways.register_entries import REFERRAL, an_entry

CRN = "X375690"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "not" / "yet" / "there" / "register.db"


def rows(place: Path) -> list[tuple[object, ...]]:
    """What another program reads in the file."""
    with closing(sqlite3.connect(place)) as connection:
        return connection.execute("SELECT compared, crn FROM suppressed_contacts").fetchall()


def test_whoever_was_entered_is_held_when_the_file_is_opened_again(place: Path) -> None:
    with closing(SqlSuppression.open(f"sqlite:///{place}")) as suppression:
        suppression.suppress(CRN)
    with closing(SqlSuppression.open(f"sqlite:///{place}")) as again:
        assert again.holds(CRN)


def test_a_number_is_kept_as_it_was_first_given(place: Path) -> None:
    with closing(SqlSuppression.open(f"sqlite:///{place}")) as suppression:
        suppression.suppress(" x375690")
        suppression.suppress(CRN)
    assert rows(place) == [(CRN, " x375690")]


def test_it_lies_in_one_database_with_the_register_whichever_is_opened_first(place: Path) -> None:
    url = f"sqlite:///{place}"
    with closing(SqlSuppression.open(url)) as suppression, closing(SqlRegister.open(url)) as register:
        suppression.suppress(CRN)
        register.write([an_entry(1)])
        assert register.entries(REFERRAL) == (an_entry(1),)
        assert suppression.holds(CRN)


def test_many_may_open_a_new_list_and_a_new_register_at_once(tmp_path: Path) -> None:
    for number in range(10):
        url = f"sqlite:///{tmp_path / str(number) / 'register.db'}"
        kinds: list[Callable[[str], SqlSuppression | SqlRegister]] = [SqlSuppression.open, SqlRegister.open]
        opened = all_at_once([partial(kind, url) for kind in kinds for _ in range(4)])
        lists = [each for each in opened if isinstance(each, SqlSuppression)]
        lists[0].suppress(CRN)
        assert [each.holds(CRN) for each in lists] == [True] * 4
        for each in opened:
            each.close()


def test_a_database_error_does_not_repeat_the_number(place: Path) -> None:
    with closing(SqlSuppression.open(f"sqlite:///{place}")) as suppression:
        with closing(sqlite3.connect(place)) as connection, connection:
            connection.execute("DROP TABLE suppressed_contacts")
        for asked in (suppression.suppress, suppression.holds):
            with pytest.raises(DatabaseError, match="no such table") as refused:
                asked(CRN)
            assert CRN not in str(refused.value)
            assert CRN not in repr(refused.value)


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("sqlite://", id="a memory of its own for every thread"),
        pytest.param("mysql://somewhere/register", id="a database we do not know"),
    ],
)
def test_a_list_that_could_not_keep_its_word_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="register"):
        SqlSuppression.open(url)
