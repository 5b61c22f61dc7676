"""Dates that are made: the slot they fill, what a reason lets through, and what a move keeps."""
# ruff: noqa: E501 (a table reads a line an example)

from collections.abc import Callable

import pytest

from interventions.case import Case
from interventions.facts import AppointmentBooked
from interventions.messages import Book
from interventions.vocabulary import Pathway, Stage
from tests.builders import a_case_at, facts_of, refusal, told
from tests.interventions.test_booking import (
    LAST_DAY_AHEAD,
    allocated,
    booked,
    eligible_for_a_peer_mentor,
    first_session_booked,
    nothing_booked,
    only_the_final_owed,
    peer_mentor,
)
from tests.sayings import a_booking, a_record, nobody_came

# fmt: off
FILLED = [
    pytest.param(allocated, a_booking("2026-06-04T10:00"), "assessment/1", id="the assessment"),
    pytest.param(allocated, a_booking("2026-06-04T10:00", slot="assessment"), "assessment/1", id="the assessment by name"),
    pytest.param(nothing_booked, a_booking("2026-06-17T10:00"), "session-2/1", id="the next session"),
    pytest.param(first_session_booked, a_booking("2026-06-10T11:00"), "session-2/1", id="the one after the one booked, back to back"),
    pytest.param(first_session_booked, a_booking(LAST_DAY_AHEAD), "session-2/1", id="six months ahead to the day"),
    pytest.param(first_session_booked, a_booking("2026-06-17T10:00", modules=("juggling",), reason="asked for"), "session-2/1", id="off the menu, with a reason"),
    pytest.param(first_session_booked, a_booking("2026-06-17T10:00", contact="phone", place=""), "session-2/1", id="by phone, nowhere in particular"),
    pytest.param(first_session_booked, a_booking("2026-06-12T10:00", slot="session-1", moved_by="participant", reason="at work"), "session-1/2", id="a move"),
    pytest.param(lambda: told(first_session_booked(), a_booking("2026-06-11T10:00")), a_booking("2026-06-17T10:00"), "session-3/1", id="a week after the first: two in each week"),
    pytest.param(lambda: told(first_session_booked(), a_booking("2026-06-11T10:00")), a_booking("2026-06-12T10:00", reason="before leave"), "session-3/1", id="three in a week, with a reason"),
    pytest.param(lambda: told(first_session_booked(), nobody_came(), "2026-06-10T10:20"), a_booking("2026-06-12T10:00"), "session-1/2", id="a session that was missed, before any new one"),
    pytest.param(eligible_for_a_peer_mentor, peer_mentor("2026-06-18T12:00"), "supplement-1/1", id="a supplement has slots of its own"),
]
# fmt: on


@pytest.mark.parametrize(("case", "message", "key"), FILLED)
def test_a_date_fills_its_slot(case: Callable[[], Case], message: Book, key: str) -> None:
    assert booked(case(), message).key == key


# fmt: off
LAST = [
    pytest.param(allocated, a_booking("2026-06-04T10:00", final=True), False, id="an assessment never"),
    pytest.param(nothing_booked, a_booking("2026-06-17T10:00"), False, id="the second of five"),
    pytest.param(nothing_booked, a_booking("2026-06-17T10:00", final=True), True, id="the second of five, ended early"),
    pytest.param(only_the_final_owed, a_booking("2026-07-10T10:00"), True, id="the last one owed"),
    pytest.param(only_the_final_owed, a_booking("2026-07-10T10:00", final=False), False, id="the last one owed, said not to be"),
    pytest.param(only_the_final_owed, a_booking("2026-07-10T10:00", contact="phone", face_to_face_offered=True), True, id="lifestyle: by phone when face to face was offered"),
    pytest.param(lambda: only_the_final_owed("family-low"), a_booking("2026-09-01T10:00", contact="phone", reason="in hospital"), True, id="family: by phone as a recorded exception"),
]
# fmt: on


@pytest.mark.parametrize(("case", "message", "final"), LAST)
def test_the_last_session_is_the_final_one(case: Callable[[], Case], message: Book, final: bool) -> None:
    assert booked(case(), message).final is final


def test_a_moved_final_session_is_still_the_final_one() -> None:
    case = told(nothing_booked(), a_booking("2026-06-24T10:00", final=True))
    moved = a_booking("2026-06-25T10:00", slot="session-2", moved_by="participant", reason="at work")
    assert booked(case, moved).final


def test_no_session_is_booked_behind_the_final_one() -> None:
    case = told(nothing_booked(), a_booking("2026-06-24T10:00", final=True))
    assert refusal(case, a_booking("2026-07-01T10:00")).rule == "final-comes-last"


def test_a_supplement_neither_counts_nor_crowds() -> None:
    """Peer mentor support comes on top of the twelve sessions (A29), so the cadence does not know it."""
    two_this_week = told(eligible_for_a_peer_mentor(), a_booking("2026-06-12T10:00"))
    date = booked(two_this_week, peer_mentor("2026-06-11T12:00"))
    assert (date.counts, date.final) == (False, False)


def test_a_moved_supplement_is_still_a_supplement() -> None:
    case = told(eligible_for_a_peer_mentor(), peer_mentor("2026-06-18T12:00"))
    moved = peer_mentor("2026-06-19T12:00", slot="supplement-1", moved_by="provider", reason="room taken")
    assert (booked(case, moved).key, booked(case, moved).counts) == ("supplement-1/2", False)
    plainly = a_booking(
        "2026-06-19T12:00",
        slot="supplement-1",
        moved_by="provider",
        reason="room taken",
        all_the_same="the group is full; the mentor sees him alone",
    )
    assert not booked(case, plainly).counts


@pytest.mark.parametrize(
    ("message", "key"),
    [
        pytest.param(a_booking("2026-06-25T10:00"), "session-2/1", id="a session is the next session"),
        pytest.param(peer_mentor("2026-06-25T12:00"), "supplement-1/2", id="a supplement takes its place"),
    ],
)
def test_after_a_missed_supplement(message: Book, key: str) -> None:
    case = told(eligible_for_a_peer_mentor(), a_record(), "2026-06-10T11:00")
    case = told(case, peer_mentor("2026-06-18T12:00"))
    case = told(case, nobody_came(), "2026-06-18T12:30")
    assert booked(case, message).key == key


def test_two_pathways_end_with_the_session_that_is_owed_not_with_another() -> None:
    case = a_case_at(Stage.FINAL_SESSION, "both-pathways")
    (final,) = case.live
    assert (final.pathway, final.final) == (Pathway.FAMILY, True)
    moved = a_booking(
        final.starts_at, slot=final.slot, moved_by="provider", reason="swap", pathway=Pathway.LIFESTYLE
    )
    assert not booked(case, moved).final


def test_a_move_says_who_asked_in_the_register() -> None:
    moved = a_booking("2026-06-12T10:00", slot="session-1", moved_by="participant", reason="at work")
    (fact,) = facts_of(first_session_booked(), moved)
    assert isinstance(fact, AppointmentBooked)
    assert (fact.moved_by, fact.reason) == ("participant", "at work")
