"""Formal reviews of the outcomes: on which days, one at a time, and none for a time in which nobody could."""

from datetime import date

import pytest

from interventions.case import Case
from interventions.days.london import london_date
from interventions.life.outcome_reviews import review_at
from interventions.messages import CloseTask, Reinstate, Resume
from interventions.vocabulary import Stage, WithdrawalCode
from tests.builders import a_case_at, left_until, told
from tests.sayings import PRACTITIONER, WORKER, a_pause, a_withdrawal


def reviewed(sent: str = "2026-06-01T10:00") -> Case:
    return a_case_at(Stage.DELIVERY, sent=sent, outcome_review_months=1)


def asked(case: Case) -> list[tuple[str, date, bool]]:
    """Each review: its number, the day it was asked for, whether it is still open."""
    found = [task for task in case.tasks.values() if task.id.startswith("outcome-review/")]
    return [(task.id[15:], london_date(task.opened_at), task.closed_at is None) for task in found]


def closed(case: Case, number: int, when: str) -> Case:
    return told(case, CloseTask(by=WORKER, task=f"outcome-review/{number}", how="he works now"), when)


def next_on(case: Case) -> date | None:
    at = review_at(case)
    return at and london_date(at)


def test_each_is_asked_for_on_the_date_of_the_first_plan_and_one_at_a_time() -> None:
    case = left_until(reviewed(), "2026-12-30T10:00")
    assert asked(case) == [("1", date(2026, 7, 8), True)]
    case = closed(case, 1, "2026-12-30T10:00")
    assert next_on(case) == date(2027, 1, 8)


def test_one_that_was_closed_late_is_followed_by_the_next_date_that_comes() -> None:
    case = closed(left_until(reviewed(), "2026-07-08T10:00"), 1, "2026-08-08T10:00")
    assert next_on(case) == date(2026, 9, 8)


@pytest.mark.parametrize(
    ("sent", "dates"),
    [
        pytest.param("2026-01-24T10:00", [date(2026, 2, 28), date(2026, 3, 31)], id="the 31st comes back"),
        pytest.param("2028-01-22T10:00", [date(2028, 2, 29), date(2028, 3, 29)], id="a leap day"),
    ],
)
def test_a_month_is_counted_from_the_first_plan_and_never_drifts(sent: str, dates: list[date]) -> None:
    case = reviewed(sent)
    for number, day in enumerate(dates, start=1):
        assert next_on(case) == day
        case = left_until(case, f"{day}T10:00")
        case = closed(case, number, f"{day}T11:00")


def test_after_a_pause_there_is_one_dated_on_the_return() -> None:
    case = told(reviewed(), a_pause("2026-09-01"), "2026-07-01T10:00")
    assert next_on(case) is None
    case = told(case, Resume(by=WORKER, reason="he is well"), "2026-08-20T10:00")
    assert asked(case) == [("1", date(2026, 8, 20), True)]


def test_after_a_withdrawal_that_was_taken_back_there_is_one_dated_on_that_day() -> None:
    case = told(reviewed(), a_withdrawal(WithdrawalCode.MISTAKEN_OR_DUPLICATE), "2026-07-03T10:00")
    assert next_on(case) is None
    case = told(case, Reinstate(by=PRACTITIONER, reason="it was another case"), "2026-07-09T10:00")
    assert asked(case) == [("1", date(2026, 7, 9), True)]
