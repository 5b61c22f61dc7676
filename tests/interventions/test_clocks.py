"""Every clock: kept to the last second, broken at midnight, warned in time, and able to explain itself."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import NamedTuple

import pytest

from interventions.case import Case
from interventions.conversation import catch_up
from interventions.facts import ClockBreached, ClockWarned
from interventions.messages import ApprovePlan, ReturnPlan, SubmitPlan, SubmitReport
from interventions.vocabulary import ClockState, Role, Stage
from tests.builders import (
    a_case,
    a_case_at,
    a_plan,
    a_referral,
    a_report,
    carried_to,
    clock,
    left_until,
    told,
)
from tests.sayings import PRACTITIONER, WORKER, a_booking, a_record, allocation, at, nobody_came

SECOND = timedelta(seconds=1)


class Promise(NamedTuple):
    """A clock that runs: `due` and `warned` in London, and how the promise is kept at a given instant."""

    name: str
    running: Callable[[], Case]
    due: str
    warned: str | None
    cause: str
    owner: Role
    keep: Callable[[Case, datetime], Case]


def submitted() -> Case:
    case = a_case_at(Stage.ACTION_PLAN)
    return told(case, SubmitPlan(by=WORKER, plan=a_plan(case)), "2026-06-05T10:00")


def returned() -> Case:
    return told(submitted(), ReturnPlan(by=PRACTITIONER, reasons="say more"), "2026-06-08T10:00")


def nothing_booked() -> Case:
    return told(a_case_at(Stage.DELIVERY), a_record(), "2026-06-10T11:15")


def with_a_deadline() -> Case:
    return carried_to(Stage.DELIVERY, a_case(a_referral(completion_deadline=date(2026, 7, 3))))


def assess(case: Case, when: datetime) -> Case:
    return told(told(case, a_booking(when)), a_record(), when)


def finish(case: Case, when: datetime) -> Case:
    """The session that is booked, or was missed, is made the final one at `when`, and held."""
    final = a_booking(when, final=True)
    if case.live[0].starts_at <= case.last_at:
        case = told(case, nobody_came())
    else:
        final = final.model_copy(update={"slot": case.live[0].slot, "moved_by": "provider", "reason": "ill"})
    return told(told(case, final), a_record(reason="agreed"), when)


def plan(case: Case, when: datetime) -> Case:
    later = a_plan(case, dates=({"starts_at": when + timedelta(days=3), "place": "Room 2"},))
    return told(case, SubmitPlan(by=WORKER, plan=later), when)


PROMISES = [
    Promise(
        "allocation",
        a_case,
        "2026-06-04T00:00",
        None,
        "not-allocated",
        Role.OPERATIONS,
        lambda case, when: told(case, allocation(), when),
    ),
    Promise(
        "assessment",
        lambda: a_case_at(Stage.ASSESSMENT),
        "2026-06-16T00:00",
        "2026-06-11T09:00",
        "not-booked",
        Role.CASEWORKER,
        assess,
    ),
    Promise(
        "action-plan",
        lambda: a_case_at(Stage.ACTION_PLAN),
        "2026-06-12T00:00",
        "2026-06-10T09:00",
        "not-submitted",
        Role.CASEWORKER,
        plan,
    ),
    Promise(
        "approval/1",
        submitted,
        "2026-06-13T00:00",
        "2026-06-10T09:00",
        "no-decision",
        Role.PROBATION_PRACTITIONER,
        lambda case, when: told(case, ApprovePlan(by=PRACTITIONER), when),
    ),
    Promise(
        "revision/1",
        returned,
        "2026-06-16T00:00",
        "2026-06-12T09:00",
        "not-submitted",
        Role.CASEWORKER,
        plan,
    ),
    Promise(
        "update/session-1/1",
        lambda: a_case_at(Stage.DELIVERY),
        "2026-06-11T00:00",
        "2026-06-10T17:00",
        "not-recorded",
        Role.CASEWORKER,
        lambda case, when: told(case, nobody_came(), when),
    ),
    Promise(
        "next-session/1",
        nothing_booked,
        "2026-06-13T00:00",
        None,
        "not-booked",
        Role.CASEWORKER,
        lambda case, when: told(case, a_booking("2026-06-20T10:00"), when),
    ),
    Promise(
        "delivery/lifestyle-and-associates",
        lambda: a_case_at(Stage.DELIVERY, held=2),
        "2026-07-09T00:00",
        "2026-07-01T09:00",
        "dose-not-met",
        Role.CASEWORKER,
        finish,
    ),
    Promise(
        "completion-deadline",
        with_a_deadline,
        "2026-07-04T00:00",
        "2026-06-26T09:00",
        "dose-not-met",
        Role.CASEWORKER,
        finish,
    ),
    Promise(
        "report",
        lambda: a_case_at(Stage.END_OF_SERVICE),
        "2026-07-16T00:00",
        "2026-07-14T09:00",
        "not-submitted",
        Role.CASEWORKER,
        lambda case, when: told(case, SubmitReport(by=WORKER, report=a_report(case)), when),
    ),
]
EACH = pytest.mark.parametrize("promise", [pytest.param(promise, id=promise.name) for promise in PROMISES])


@EACH
def test_a_clock_runs_until_its_last_second_and_is_broken_at_midnight(promise: Promise) -> None:
    case, due = promise.running(), at(promise.due)
    still = left_until(case, due - SECOND)
    assert (clock(still, promise.name).state, clock(still, promise.name).due) == (ClockState.RUNNING, due)
    broken = left_until(still, due)
    assert clock(broken, promise.name).state is ClockState.BREACHED
    assert broken.marks[promise.name].cause == promise.cause


@EACH
def test_a_promise_kept_in_the_last_second_is_kept(promise: Promise) -> None:
    kept = promise.keep(promise.running(), at(promise.due) - SECOND)
    assert clock(kept, promise.name).state is ClockState.MET
    assert not kept.marks.get(promise.name, clock(kept, promise.name).mark).breached


@EACH
def test_a_promise_kept_at_midnight_is_kept_late(promise: Promise) -> None:
    late = promise.keep(promise.running(), at(promise.due))
    assert clock(late, promise.name).state is ClockState.MET_LATE
    assert late.marks[promise.name].breached


@EACH
def test_a_warning_comes_at_its_moment_and_goes_when_the_promise_is_kept(promise: Promise) -> None:
    case, task = promise.running(), f"warned/{promise.name}"
    if promise.warned is None:
        assert clock(case, promise.name).warn_at is None
        assert task not in left_until(case, promise.due).tasks
        return
    assert task not in left_until(case, at(promise.warned) - SECOND).tasks
    warned = left_until(case, promise.warned)
    assert (warned.tasks[task].owner, warned.tasks[task].opened_at) == (promise.owner, at(promise.warned))
    kept = promise.keep(warned, at(promise.due) - SECOND)
    assert kept.tasks[task].closed_at is not None


@EACH
def test_a_breach_noticed_days_late_happened_when_it_was_due(promise: Promise) -> None:
    case = promise.running()
    facts = catch_up(case, at(promise.due) + timedelta(days=6, hours=5))
    (breach,) = (f for f in facts if isinstance(f, ClockBreached) and f.clock == promise.name)
    assert (breach.at, breach.due, breach.cause) == (at(promise.due), at(promise.due), promise.cause)
    warnings = [f.at for f in facts if isinstance(f, ClockWarned) and f.clock == promise.name]
    assert warnings == ([at(promise.warned)] if promise.warned else [])


@EACH
def test_operations_hear_of_a_breach_until_it_is_made_good(promise: Promise) -> None:
    broken = left_until(promise.running(), promise.due)
    task = broken.tasks[f"breached/{promise.name}"]
    assert (task.owner, task.about, task.closed_at) == (Role.OPERATIONS, promise.name, None)
    late = promise.keep(promise.running(), at(promise.due) + SECOND)
    assert late.tasks[f"breached/{promise.name}"].closed_at is not None
