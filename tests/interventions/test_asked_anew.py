"""A clock that gets a new day warns and breaches anew, and people are asked anew, whatever they answered."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from interventions.case import Case
from interventions.messages import CallOff, CloseTask, Reinstate, Resume
from interventions.vocabulary import Stage
from tests.builders import a_case_at, clock, left_until, told
from tests.sayings import PRACTITIONER, WORKER, a_pause, a_withdrawal, an_amendment

DELIVERY = "delivery/lifestyle-and-associates"
EDITIONS = pytest.mark.parametrize("edition", [1, 2])


def done(case: Case, task: str) -> Case:
    """Somebody answers the task that stands open."""
    assert task in [each.id for each in case.open_tasks]
    return told(case, CloseTask(by="ops.lead", task=task, how="spoken about with the practitioner"))


def times_asked(case: Case, task: str) -> int:
    return [(line.fact, line.about) for line in case.journal].count(("TaskOpened", task))


def one_held(edition: int) -> Case:
    case = a_case_at(Stage.DELIVERY, held=1, edition=edition)
    return told(case, CallOff(by=WORKER, slot=case.live[0].slot, reason="the room is flooded"))


def more_time(edition: int) -> Case:
    """The weeks are over, operations looked at it, and the four more are agreed; those pass too."""
    case = one_held(edition)
    missed = clock(case, DELIVERY).due
    case = left_until(case, missed)
    case = done(done(case, f"breached/{DELIVERY}"), f"warned/{DELIVERY}")
    case = told(case, an_amendment(delivery_until=(missed + timedelta(days=28)).date()))
    return left_until(case, missed + timedelta(days=30))


def put_off(edition: int) -> Case:
    """The referral's deadline comes near, the caseworker asks, and it is put off; the new one comes near."""
    case = one_held(edition)
    case = told(case, an_amendment(completion_deadline=date(2026, 6, 15)))
    case = done(case, "warned/completion-deadline")
    case = told(case, an_amendment(completion_deadline=date(2026, 8, 10)))
    return left_until(case, "2026-08-10T12:00")


def back_from_hospital(edition: int) -> Case:
    """The plan is nearly due, the caseworker answers; after ten days of a pause it is nearly due again."""
    case = a_case_at(Stage.ACTION_PLAN, edition=edition)
    case = left_until(case, clock(case, "action-plan").warn_at or case.last_at)
    case = done(case, "warned/action-plan")
    case = told(case, a_pause("2026-07-01"))
    case = told(case, Resume(by=WORKER), case.last_at + timedelta(days=10))
    return left_until(case, clock(case, "action-plan").due - timedelta(hours=1))


def moved_twice(edition: int) -> Case:
    """They moved away and were referred there; that fell through, they came back, and moved away again."""
    case = told(a_case_at(Stage.ASSESSMENT, edition=edition), a_withdrawal())
    case = done(case, "refer-again")
    case = told(case, Reinstate(by=PRACTITIONER, reason="the flat fell through"))
    return told(case, a_withdrawal(), case.last_at + timedelta(days=3))


AGAIN = [
    pytest.param(more_time, f"warned/{DELIVERY}", id="warned of the day that was agreed"),
    pytest.param(more_time, f"breached/{DELIVERY}", id="the day that was agreed was missed"),
    pytest.param(put_off, "warned/completion-deadline", id="the deadline was put off"),
    pytest.param(back_from_hospital, "warned/action-plan", id="a pause moved the plan's day"),
    pytest.param(moved_twice, "refer-again", id="moved away a second time"),
]


@EDITIONS
@pytest.mark.parametrize(("life", "task"), AGAIN)
def test_what_happens_again_is_asked_for_again(life: Callable[[int], Case], task: str, edition: int) -> None:
    case = life(edition)

    assert times_asked(case, task) == edition
    assert (case.tasks[task].closed_at is None) is (edition == 2)


def test_an_open_task_is_not_asked_for_twice() -> None:
    """Nobody answered: the warning of the old day closes by itself as the clock gets its new one."""
    case = told(one_held(2), an_amendment(completion_deadline=date(2026, 6, 15)))
    case = told(case, an_amendment(completion_deadline=date(2026, 8, 10)))
    assert case.tasks["warned/completion-deadline"].closed_at == case.last_at

    assert times_asked(left_until(case, "2026-08-10T12:00"), "warned/completion-deadline") == 2


def test_an_open_warning_says_the_new_day() -> None:
    """Both days are too near for the old warning to close in between."""
    case = told(one_held(2), an_amendment(completion_deadline=date(2026, 6, 15)))
    case = told(case, an_amendment(completion_deadline=date(2026, 6, 16)))

    task = case.tasks["warned/completion-deadline"]
    assert task.closed_at is None
    assert task.what.endswith("by the end of Tuesday 16 June 2026")


@EDITIONS
def test_operations_hear_of_a_task_that_is_late_a_second_time(edition: int) -> None:
    case = told(a_case_at(Stage.ASSESSMENT, edition=edition), a_withdrawal())
    case = left_until(case, case.tasks["refer-again"].due)
    case = done(done(case, "overdue/refer-again"), "refer-again")
    case = told(case, Reinstate(by=PRACTITIONER, reason="the flat fell through"))
    case = told(case, a_withdrawal(), case.last_at + timedelta(days=1))

    case = left_until(case, case.last_at + timedelta(days=4))

    assert times_asked(case, "overdue/refer-again") == edition
