"""The current state: what the facts say and nothing else, however often it is read off them."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from uuid import UUID

import pytest
from sqlalchemy import delete, select, text
from sqlalchemy.orm import Session

from gateways.sql_case_tables import InterventionRow, MarkRow, TaskRow
from gateways.sql_projection import Brought, SqlProjection
from gateways.sql_register import SqlRegister
from interventions.facts import Entry
from interventions.figures.intervention import Figures, figures
from interventions.views.case_line import EDITION, case_line
from tests.figures.telling import entries_of
from tests.gateways.another_hand import PLANTED, another_release_writes
from tests.gateways.racing import all_at_once

STORIES = ("lifestyle-low", "both-pathways", "family-high", "case-number-merged")


@pytest.fixture
def register(database: str) -> Iterator[SqlRegister]:
    opened = SqlRegister.open(database)
    yield opened
    opened.close()


@pytest.fixture
def state(register: SqlRegister) -> SqlProjection:
    return SqlProjection(register.engine)


def everything(state: SqlProjection) -> list[dict[str, object]]:
    """Every row of the current state, as it lies there."""
    with state.engine.connect() as connection:
        orders = {"interventions": "referral_id", "tasks": "referral_id, task_id"}
        found = [
            connection.execute(text(f"SELECT * FROM {table} ORDER BY {by}")).mappings()  # noqa: S608
            for table, by in orders.items()
        ]
        return [dict(row) for rows in found for row in rows]


def written(register: SqlRegister, entries: Sequence[Entry], pages: int = 5) -> None:
    for start in range(0, len(entries), pages):
        register.write(entries[start : start + pages])


def again_and_again(state: SqlProjection) -> None:
    for _ in range(20):
        state.catch_up()


def row(state: SqlProjection, referral_id: UUID) -> InterventionRow:
    with Session(state.engine) as session:
        return session.get_one(InterventionRow, str(referral_id))


@pytest.mark.parametrize("story", STORIES)
def test_a_row_says_where_the_intervention_stands(
    register: SqlRegister, state: SqlProjection, story: str
) -> None:
    entries = entries_of(story)
    written(register, entries)
    assert state.catch_up() == Brought(read=1, unread=0)
    line, stands = case_line(entries), row(state, entries[0].referral_id)
    assert (stands.stage, stands.ending, stands.sequence) == (line.stage, line.ending, len(entries))
    assert (stands.pathways, stands.crn) == ([*line.pathways], line.crn)
    assert (stands.sent_at, stands.ended_at, stands.last_at) == (line.sent_at, line.ended_at, line.last_at)
    assert Figures.model_validate(stands.figures) == figures(entries)
    with Session(state.engine) as session:
        tasks = session.scalars(select(TaskRow)).all()
    assert {task.task_id: task.closed_at for task in tasks} == {t.id: t.closed_at for t in line.tasks}
    assert stands.open_tasks == sum(task.closed_at is None for task in tasks)


def test_a_task_says_whom_it_is_for_and_as_what(register: SqlRegister, state: SqlProjection) -> None:
    entries = entries_of("responsible-officer")
    written(register, entries)
    state.catch_up()
    with Session(state.engine) as session:
        rows = {task.task_id: task for task in session.scalars(select(TaskRow))}
    asked = {task.id: (task.person, task.chosen_as) for task in case_line(entries).tasks}
    assert {name: (task.person, task.chosen_as) for name, task in rows.items()} == asked
    assert "responsible-officer" in {task.chosen_as for task in rows.values()}
    assert all(task.person for task in rows.values() if task.chosen_as)


def test_rebuilding_it_from_the_facts_changes_nothing(register: SqlRegister, state: SqlProjection) -> None:
    for story in STORIES:
        written(register, entries_of(story))
        state.catch_up()
    before = everything(state)
    assert state.rebuild() == Brought(read=len(STORIES), unread=0)
    assert everything(state) == before
    with state.engine.begin() as connection:
        for table in (MarkRow, InterventionRow, TaskRow):
            connection.execute(delete(table))
    state.rebuild()
    assert everything(state) == before


def test_it_is_the_same_however_the_facts_came(register: SqlRegister, state: SqlProjection) -> None:
    entries = entries_of("both-pathways")
    written(register, entries, pages=1)
    state.catch_up()
    before = everything(state)
    register.write(entries)
    assert state.catch_up() == Brought(read=1, unread=0)
    assert everything(state) == before


def test_what_is_written_is_marked_until_it_is_read_and_not_longer(
    register: SqlRegister, state: SqlProjection
) -> None:
    first, *rest = entries_of("lifestyle-low")
    register.write([first])
    again = SqlProjection(register.engine)  # a worker that died in between left nothing behind but the mark
    assert again.catch_up() == Brought(1, 0)
    assert state.catch_up() == Brought(0, 0)
    register.write(rest)
    assert state.catch_up() == Brought(1, 0)
    assert row(state, first.referral_id).sequence == len(rest) + 1


def test_a_fact_this_release_does_not_know_holds_up_no_other_intervention(
    register: SqlRegister, state: SqlProjection
) -> None:
    known, strange = entries_of("lifestyle-low"), entries_of("family-low")
    register.write(strange[:-1])
    state.catch_up()
    register.write(known)
    body = {"fact": "AddedLater", "at": strange[-1].fact.at.isoformat(), "name": PLANTED}
    another_release_writes(register.engine, strange[-1], body)
    assert state.catch_up() == Brought(read=1, unread=1)
    assert state.unread() == 1
    assert row(state, known[0].referral_id).stage == "closed"
    assert row(state, strange[0].referral_id).sequence == len(strange) - 1
    assert state.catch_up() == Brought(0, 0)


def test_a_slow_reader_does_not_undo_what_a_quicker_one_did(
    register: SqlRegister, state: SqlProjection
) -> None:
    entries = entries_of("lifestyle-low")
    register.write(entries[:5])
    slow = state._read(MarkRow.written > MarkRow.projected, "")
    register.write(entries[5:])
    state.catch_up()
    state._write(slow)
    assert row(state, entries[0].referral_id).sequence == len(entries)
    assert state.catch_up() == Brought(0, 0)


def test_several_may_write_and_catch_up_at_once(register: SqlRegister, state: SqlProjection) -> None:
    told = [entries_of(story) for story in STORIES]
    calls = [partial(written, register, entries, 1) for entries in told]
    all_at_once([*calls, *[partial(again_and_again, state)] * 3])
    state.catch_up()
    for entries in told:
        assert row(state, entries[0].referral_id).sequence == len(entries)
    before = everything(state)
    state.rebuild()
    assert everything(state) == before


def test_several_may_rebuild_it_at_once(register: SqlRegister, state: SqlProjection) -> None:
    first, *_ = entries_of("lifestyle-low")
    # In the table they lie the other way round than they are read.
    everybody = [UUID(int=number) for number in range(150, 0, -1)]
    for each in everybody:
        register.write([first.model_copy(update={"referral_id": each})])

    def rebuild() -> None:
        for _ in range(5):
            state.rebuild()

    all_at_once([rebuild] * 3)
    assert [state.known(each) for each in everybody] == [1] * len(everybody)


def test_rows_another_release_read_are_read_again_before_figures_are_taken(
    register: SqlRegister, state: SqlProjection
) -> None:
    entries = entries_of("lifestyle-low")
    register.write(entries)
    state.catch_up()
    with register.engine.begin() as connection:
        connection.execute(text("UPDATE projection_marks SET edition = 'another'"))
        connection.execute(text("UPDATE interventions SET figures = '{}', stage = 'referral'"))
    assert state.catch_up() == Brought(0, 0)
    assert state.catch_up_for_reading() == Brought(1, 0)
    assert row(state, entries[0].referral_id).stage == "closed"
    with Session(state.engine) as session:
        assert session.scalars(select(MarkRow.edition)).all() == [EDITION]


def test_figures_are_streamed_by_the_instant_sent(register: SqlRegister, state: SqlProjection) -> None:
    told = sorted((entries_of(story) for story in STORIES), key=lambda entries: case_line(entries).sent_at)
    for entries in told:
        register.write(entries)
    state.catch_up_for_reading()
    first, last = case_line(told[0]).sent_at, case_line(told[-1]).sent_at
    rows = [Figures.model_validate_json(line) for line in state.figures(first, last)]
    assert rows == [figures(entries) for entries in told if case_line(entries).sent_at < last]


def test_the_current_state_holds_nothing_that_anybody_wrote(
    register: SqlRegister, state: SqlProjection
) -> None:
    entries = entries_of("both-pathways")
    register.write(entries)
    state.catch_up()
    person = case_line(entries)
    shown = json.dumps(everything(state), default=str)
    referral = entries[0].fact.referral  # type: ignore[union-attr]
    assert person.reference in shown
    for private in (referral.participant.last_name, referral.further_information or "\0"):
        assert private not in shown
