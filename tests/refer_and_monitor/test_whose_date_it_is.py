"""A date that somebody made in R&M is not replaced unseen, whatever stands behind the port (decision 12)."""

from typing import Any

import pytest

from interventions.monitoring.records import AssessmentBooking, SessionBooking
from interventions.vocabulary import Attended
from tests.refer_and_monitor.standing import Standing
from tests.refer_and_monitor.told import ASSESSED, BOOKED, BOOKED_1, MOVED, PLANNED, at

THEIRS = {"starts_at": at(24), "moved_by": "provider", "reason": "The room"}


def somebody_makes(standing: Standing, record: AssessmentBooking | SessionBooking) -> None:
    """Somebody moves it in R&M, where whose date it was is not known."""
    assert standing.tell(record.model_copy(update={**THEIRS, "instead_of": None})).result == "accepted"


def test_f22_a_date_somebody_made_there_is_not_replaced_by_a_later_move_of_ours(standing: Standing) -> None:
    standing.tell(BOOKED)
    somebody_makes(standing, MOVED)
    ours = MOVED.model_copy(update={"starts_at": at(28), "instead_of": (BOOKED.starts_at,)})
    writes = standing.writes()
    outcome = standing.tell(ours)
    assert (outcome.result, outcome.why, standing.writes()) == ("refused", "differs", writes)
    assert [date.starts_at for date in standing.see().assessments] == [at(24)]


def test_f22_nor_is_one_for_a_session(standing: Standing) -> None:
    standing.tell(BOOKED, MOVED, ASSESSED, PLANNED, BOOKED_1)
    somebody_makes(standing, BOOKED_1)
    ours = BOOKED_1.model_copy(update={"starts_at": at(28), "instead_of": (BOOKED_1.starts_at,)})
    outcome = standing.tell(ours)
    assert (outcome.result, outcome.why) == ("refused", "differs")
    shown = standing.see().sessions[0].appointment
    assert shown is not None
    assert shown.starts_at == at(24)


def test_f22_nor_is_one_that_was_there_before_our_first(standing: Standing) -> None:
    somebody_makes(standing, MOVED)
    outcome = standing.tell(BOOKED.model_copy(update={"at": at(10), "starts_at": at(28), "instead_of": ()}))
    assert (outcome.result, outcome.why) == ("refused", "differs")


def test_f22_nor_by_what_became_of_ours(standing: Standing) -> None:
    """It lies before ours, and nobody has said what became of it."""
    standing.tell(BOOKED)
    somebody_makes(standing, MOVED)
    held = {"at": at(28, 12), "starts_at": at(28), "instead_of": (BOOKED.starts_at,)}
    outcome = standing.tell(ASSESSED.model_copy(update=held))
    assert (outcome.result, outcome.why) == ("refused", "differs")


OURS: list[Any] = [
    pytest.param((BOOKED.starts_at,), id="the one it replaces"),
    pytest.param((BOOKED.starts_at, at(16)), id="an earlier one, the last was never taken"),
    pytest.param(None, id="not known whose: as before"),
]


@pytest.mark.parametrize("instead_of", OURS)
def test_a_date_of_ours_is_replaced(standing: Standing, instead_of: Any) -> None:
    standing.tell(BOOKED)
    assert standing.tell(MOVED.model_copy(update={"instead_of": instead_of})).result == "accepted"
    assert [date.starts_at for date in standing.see().assessments] == [MOVED.starts_at]


def test_a_date_at_our_time_is_ours_however_long_somebody_made_it(standing: Standing) -> None:
    standing.tell(BOOKED.model_copy(update={"minutes": 30}))
    assert standing.tell(BOOKED.model_copy(update={"instead_of": ()})).result == "accepted"
    assert [date.minutes for date in standing.see().assessments] == [60]


def test_a_date_that_came_is_in_nobodys_way(standing: Standing) -> None:
    missed = ASSESSED.model_copy(update={"attended": Attended.NO, "held": False, "absence": "No answer"})
    standing.tell(BOOKED, MOVED, missed)
    new = {"at": at(16), "starts_at": at(22), "moved_by": "", "reason": "", "instead_of": ()}
    assert standing.tell(MOVED.model_copy(update=new)).result == "accepted"
