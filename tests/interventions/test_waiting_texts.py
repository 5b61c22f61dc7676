"""A reminder its carrier has not taken yet: shortly before its date a person is asked to make sure."""

import pytest

from interventions.agenda import agenda
from interventions.messages import ErrandReported, Message
from interventions.vocabulary import Role
from interventions.words.correspondence import Outcome
from tests.builders import left_until, told
from tests.interventions.test_receipts import REMINDER, TAKEN, reminded
from tests.sayings import a_booking, at

WAITING = f"waiting/{REMINDER}"
MOVED = a_booking("2026-06-08T10:00", slot="assessment", moved_by="provider", reason="a flood")
GONE = ErrandReported(key=REMINDER, outcome=TAKEN)
TURNED_DOWN = ErrandReported(key=REMINDER, outcome=Outcome(result="refused", why="landline"))


def test_of_a_morning_date_a_person_is_asked_on_the_evening_before() -> None:
    """Four hours before ten in the morning nobody rings: so it is the working evening before."""
    case = reminded()
    (due,) = [item for item in agenda(case) if item.key == WAITING]
    assert due.at == at("2026-06-03T18:00")
    task = left_until(case, "2026-06-03T18:00").tasks[WAITING]
    assert (task.owner, task.due) == (Role.CASEWORKER, at("2026-06-04T00:00"))


@pytest.mark.parametrize(
    "said", [GONE, TURNED_DOWN, MOVED], ids=["it left", "it was refused", "the date moved"]
)
def test_the_question_closes_by_itself(said: Message) -> None:
    case = told(left_until(reminded(), "2026-06-03T18:00"), said)
    assert WAITING not in [task.id for task in case.open_tasks]
    assert WAITING not in [item.key for item in agenda(case)]


def test_nobody_is_asked_of_what_left_or_under_an_older_policy() -> None:
    assert WAITING not in [item.key for item in agenda(told(reminded(), GONE))]
    assert WAITING not in [item.key for item in agenda(reminded(waiting_reminder_hours=None))]


def test_one_for_a_date_made_late_has_an_hour_to_leave() -> None:
    soon = a_booking("2026-06-03T13:00", slot="assessment", moved_by="provider", reason="a room is free")
    case = told(reminded(), soon, "2026-06-03T10:30")
    later = "waiting/reminder/assessment/2"
    assert {item.key: item.at for item in agenda(case)}[later] == at("2026-06-03T11:30")
    assert left_until(case, "2026-06-03T11:30").tasks[later].due == at("2026-06-03T13:00")
