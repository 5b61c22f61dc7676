"""What people settled with R&M, and when they are asked again: named examples, before and now."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from interventions.case import Case
from interventions.facts import MonitoringSeen
from interventions.messages import CloseTask
from interventions.monitoring.differences import Difference, sides
from interventions.monitoring.seen import SeenAppointment, SeenSession
from interventions.vocabulary import RM, Stage
from tests.builders import a_case_at, facts_of, told
from tests.interventions.monitoring.test_applying import open_differences
from tests.sayings import WORKER
from tests.shown import shown

A_DAY = timedelta(days=1)
BEFORE = 1
NOW = 2

Shown = dict[str, Any]


def a_date(case: Case, days: int, **changes: Any) -> Shown:
    """R&M has a second session, so many days after the last thing that happened here."""
    date = {"starts_at": case.last_at + days * A_DAY, "minutes": 60} | changes
    return {"sessions": (SeenSession(number=2, appointment=SeenAppointment.model_validate(date)),)}


def delivering(edition: int = NOW) -> Case:
    return a_case_at(Stage.DELIVERY, edition=edition)


def looked(case: Case, changes: Shown, when: datetime | None = None) -> Case:
    return told(case, shown(case, **changes), when)


def settled(case: Case, *, by: str = WORKER) -> Case:
    """Whoever was asked says that it is right as it is."""
    [task] = open_differences(case)
    return told(case, CloseTask(by=by, task=task, how="ours is right"))


START = a_case_at(Stage.DELIVERY)
MOVES = [
    pytest.param({"assigned_to": "a.other"}, {"assigned_to": "b.other"}, id="the caseworker"),
    pytest.param(a_date(START, 4), a_date(START, 5), id="a date"),
    pytest.param(
        a_date(START, -3, submitted=True, attended="yes"),
        a_date(START, -2, submitted=True, attended="yes"),
        id="what became of a meeting",
    ),
    pytest.param(
        {"report_submitted_at": START.last_at},
        {"report_submitted_at": START.last_at + A_DAY},
        id="the report",
    ),
]


@pytest.mark.parametrize(("first", "then"), MOVES)
def test_what_was_settled_is_asked_again_when_rm_moves(first: Shown, then: Shown) -> None:
    case = settled(looked(delivering(), first))
    assert open_differences(looked(case, first)) == []
    case = looked(case, then)
    assert len(open_differences(case)) == 1
    assert facts_of(case, shown(case, **then)) == ()
    case = settled(case)
    assert open_differences(looked(case, then)) == []
    assert len(open_differences(looked(case, first))) == 1


@pytest.mark.parametrize(("first", "then"), MOVES)
def test_it_was_never_asked_again_before(first: Shown, then: Shown) -> None:
    case = settled(looked(delivering(BEFORE), first))
    assert open_differences(looked(case, then)) == []


@pytest.mark.parametrize(("edition", "asked"), [(BEFORE, 0), (NOW, 1)])
@pytest.mark.parametrize(("first", "then"), MOVES)
def test_what_agreed_again_and_differs_anew_is_new(
    first: Shown, then: Shown, edition: int, asked: int
) -> None:
    case = looked(looked(delivering(edition), first), {})
    assert case.tasks[f"differs/{_topic(case)}"].closed_by == RM
    assert len(open_differences(looked(case, first))) == asked


def _topic(case: Case) -> str:
    [task] = [task for task in case.tasks.values() if task.kind == "difference"]
    return task.about


def test_what_people_settled_agrees_and_differs_as_it_did_is_asked_again() -> None:
    other = {"assigned_to": "a.other"}
    case = looked(settled(looked(delivering(), other)), {})
    assert len(open_differences(looked(case, other))) == 1


def test_a_move_while_the_task_is_open_is_settled_with_it() -> None:
    """Whoever closes it has seen what R&M shows by then."""
    case = looked(looked(delivering(), a_date(START, 4)), a_date(START, 5))
    case = settled(case)
    assert open_differences(looked(case, a_date(START, 5))) == []


def test_a_report_that_is_concluded_on_is_the_same_report() -> None:
    case = settled(looked(delivering(), {"report_submitted_at": START.last_at}))
    concluded = {"report_submitted_at": START.last_at, "concluded_at": START.last_at + A_DAY}
    assert open_differences(looked(case, concluded)) == []


def test_two_topics_are_settled_apart() -> None:
    case = looked(delivering(), {"assigned_to": "a.other"})
    case = settled(looked(case, {"assigned_to": "a.other"}))
    case = looked(case, {"assigned_to": "a.other"} | a_date(START, 4))
    assert open_differences(case) == ["differs/date/session-2"]


def test_of_rms_side_only_a_fingerprint_is_kept_apart_from_what_it_showed() -> None:
    [seen, *_] = facts_of(delivering(), shown(delivering(), assigned_to="a.other"))
    assert isinstance(seen, MonitoringSeen)
    assert seen.standing.keys() == {"caseworker"}
    assert "other" not in seen.standing["caseworker"]
    again = facts_of(delivering(BEFORE), shown(delivering(BEFORE), assigned_to="a.other"))[0]
    assert isinstance(again, MonitoringSeen)
    assert again.standing == {}


def test_a_set_is_told_apart_by_its_members() -> None:
    one, two = UUID(int=1), UUID(int=2)
    outcomes = [
        Difference("outcomes", "stands", frozenset(each)) for each in ((one, two), (two, one), (one,))
    ]
    first, same, other = (sides([each]) for each in outcomes)
    assert first == same != other


def test_several_meetings_of_one_slot_are_one_side() -> None:
    both = [Difference("record/assessment", "stands", each) for each in (1, 2)]
    assert sides(both) != sides(both[:1])
