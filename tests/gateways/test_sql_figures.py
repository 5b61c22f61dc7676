"""Figures read from a register, in SQLite and in PostgreSQL: one row an intervention, and none forgotten."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import insert

from gateways.sql_figures import SqlFigures
from gateways.sql_projection import SqlProjection
from gateways.sql_register import SqlRegister
from gateways.sql_tables import FactRow
from interventions.facts import Entry
from interventions.figures.imprint import Extent
from interventions.figures.period import Period
from tests.figures.telling import entries_of, row_of

YEAR = Period(first=date(2026, 1, 1), last=date(2026, 12, 31))
STORIES = ("report-late", "lifestyle-low", "both-pathways")


@pytest.fixture
def register(database: str) -> Iterator[SqlRegister]:
    with closing(SqlRegister.open(database)) as ours:
        for story in STORIES:
            ours.write(entries_of(story))
        yield ours


@pytest.fixture
def source(register: SqlRegister) -> SqlFigures:
    figures = SqlFigures(SqlProjection(register.engine))
    assert figures.catch_up() == 0
    return figures


def test_each_row_is_what_the_facts_come_to_in_the_order_sent(source: SqlFigures) -> None:
    nameless = {"referral_id": uuid4(), "service_user_crn": ""}  # a story told again is somebody else's
    told = [row_of(story).model_copy(update=nameless) for story in ("lifestyle-low", "both-pathways")]
    found = [row.model_copy(update=nameless) for row in source.rows(YEAR)]
    assert found[:2] == told
    assert [row.sent_at for row in found] == sorted(row.sent_at for row in found if row.sent_at)


def test_it_says_how_much_it_holds(source: SqlFigures, register: SqlRegister) -> None:
    accounts = [entries_of(story) for story in STORIES]
    held = source.extent()
    assert (held.interventions, held.facts, held.unread) == (3, sum(map(len, accounts)), 0)
    assert held.latest == max(entry.fact.at for account in accounts for entry in account)

    _plant_a_stranger(register)
    assert source.catch_up() == 1
    assert source.extent() == held.model_copy(update={"unread": 1})


def test_an_empty_register_holds_nothing(database: str) -> None:
    with closing(SqlRegister.open(database)) as empty:
        assert SqlFigures(SqlProjection(empty.engine)).extent() == Extent()


def test_only_days_and_contract_asked_for_are_read(source: SqlFigures) -> None:
    september = Period(first=date(2026, 9, 1), last=date(2026, 9, 1))
    assert [row.report_in_time for row in source.rows(september)] == [False]
    assert len(list(source.rows(YEAR, "PRJ_5626"))) == 3
    assert list(source.rows(YEAR, "PRJ_0000")) == []


def test_the_caseload_knows_who_came_before_the_period_and_not_who_came_after(source: SqlFigures) -> None:
    april = Period(first=date(2026, 4, 1), last=date(2026, 4, 30))
    ended = datetime(2026, 4, 16, 9, 0, tzinfo=UTC)
    assert [last for sent, end, last in source.spells(april) if end == ended] == [ended]
    assert len(list(source.spells(april))) == 2
    assert list(source.spells(april, "PRJ_0000")) == []


def test_f16_an_account_told_twice_is_one_row_and_the_later_account_counts(register: SqlRegister) -> None:
    first, *rest = entries_of("withdrawn-ineligible")
    register.write((first, *rest))
    again = [_later(entry) for entry in (first, *rest[:1])]
    register.write(again)  # the workflow's task was lost and decided anew: a shorter account so far

    source = SqlFigures(SqlProjection(register.engine))
    assert source.catch_up() == 0
    rows = [row for row in source.rows(YEAR) if row.referral_id == first.referral_id]

    assert len(rows) == 1
    assert rows[0].end_state is None


def test_what_this_release_cannot_read_is_counted_and_holds_nobody_up(register: SqlRegister) -> None:
    _plant_a_stranger(register)
    source = SqlFigures(SqlProjection(register.engine))

    assert source.catch_up() == 1
    assert len(list(source.rows(YEAR))) == len(STORIES)


def _plant_a_stranger(register: SqlRegister) -> None:
    """A fact of a kind that this release does not know, as a later one would have written it."""
    stranger = {
        "referral_id": str(uuid4()),
        "sequence": 1,
        "kind": "SentToTheMoon",
        "happened_at": datetime(2026, 5, 1, tzinfo=UTC),
        "recorded_at": datetime(2026, 5, 1, tzinfo=UTC),
        "by": "",
        "body": {"fact": "SentToTheMoon"},
    }
    with register.engine.begin() as connection:
        connection.execute(insert(FactRow), stranger)
    SqlProjection(register.engine).rebuild()


def _later(entry: Entry) -> Entry:
    return entry.model_copy(update={"recorded_at": entry.recorded_at + timedelta(days=90)})
