"""Where R&M's account and ours differ: a table of named examples."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from interventions.case import Case
from interventions.messages import MonitoringShown
from interventions.monitoring.differences import Difference, differences
from interventions.monitoring.seen import SeenAppointment, SeenPlan, SeenSelection, SeenSession
from interventions.vocabulary import Complexity, Pathway, Stage
from tests.builders import a_case_at, facts_of, told
from tests.interventions.monitoring.in_step import a_case_told
from tests.sayings import an_amendment
from tests.shown import as_rm_shows

LIFESTYLE = Pathway.LIFESTYLE
SOMEBODY = UUID("00000000-0000-4000-8000-00000000000a")


def _chosen(case: Case, **changes: Any) -> tuple[SeenSelection, ...]:
    [chosen] = as_rm_shows(case).selections
    return (chosen.model_copy(update=changes),)


CHANGED: list[Any] = [
    pytest.param(lambda _: {"completion_deadline": date(2026, 12, 1)}, "completion-deadline", id="deadline"),
    pytest.param(lambda _: {"maximum_enforceable_days": 3}, "enforceable-days", id="enforceable days"),
    pytest.param(
        lambda case: {"selections": _chosen(case, complexity=Complexity.HIGH)},
        f"complexity/{LIFESTYLE}",
        id="complexity",
    ),
    pytest.param(
        lambda case: {"selections": _chosen(case, outcomes=(SOMEBODY,))},
        f"outcomes/{LIFESTYLE}",
        id="desired outcomes",
    ),
    pytest.param(lambda _: {"accessibility_needs": "Uses a wheelchair"}, "accessibility-needs", id="access"),
    pytest.param(lambda _: {"additional_needs": "Carer"}, "additional-needs", id="other needs"),
    pytest.param(
        lambda _: {"needs_interpreter": True, "interpreter_language": "Polish"},
        "interpreter",
        id="interpreter",
    ),
    pytest.param(lambda _: {"unavailable": "Not on Fridays"}, "unavailable-times", id="when unavailable"),
    pytest.param(lambda _: {"practitioner": "pp.new"}, "practitioner", id="practitioner"),
    pytest.param(lambda _: {"crn": "X999999"}, "case-number", id="F22: case number merged"),
    pytest.param(lambda case: {"ended_at": case.last_at, "withdrawal": "MOV"}, "ended", id="ended"),
]


@pytest.mark.parametrize(("changes", "topic"), CHANGED)
def test_what_rm_changed_is_followed(changes: Callable[[Case], dict[str, Any]], topic: str) -> None:
    case = a_case_at(Stage.ASSESSMENT)
    assert differences(case, as_rm_shows(case, **changes(case))) == (Difference(topic, "change"),)


def test_under_a_policy_of_before_a_practitioners_name_is_not_compared() -> None:
    case = a_case_at(Stage.ASSESSMENT, monitoring_names_practitioner=False)
    seen = as_rm_shows(case, practitioner_name="Nia New")
    assert (differences(case, seen), facts_of(case, MonitoringShown(seen=seen))) == ((), ())


def test_the_same_account_differs_in_nothing() -> None:
    for example in ("lifestyle-low", "family-high", "both-pathways"):
        case = a_case_at(Stage.DELIVERY, example=example)
        assert differences(case, as_rm_shows(case)) == ()


NOT_GIVEN = ["completion_deadline", "accessibility_needs", "needs_interpreter", "practitioner", "unavailable"]


@pytest.mark.parametrize("field", NOT_GIVEN)
def test_what_rm_does_not_give_is_no_difference(field: str) -> None:
    case = told(a_case_at(Stage.ASSESSMENT), an_amendment(completion_deadline=date(2027, 6, 1)))
    seen = as_rm_shows(case, **{field: None})
    assert differences(case, seen) == ()


def test_outcomes_in_another_order_are_the_same_outcomes() -> None:
    case = a_case_at(Stage.ASSESSMENT, example="family-low")
    [chosen] = as_rm_shows(case).selections
    turned = chosen.model_copy(update={"outcomes": tuple(reversed(chosen.outcomes))})
    assert differences(case, as_rm_shows(case, selections=(turned,))) == ()


def test_what_changed_here_only_stands_until_people_settle_it() -> None:
    before = a_case_at(Stage.ASSESSMENT)
    case = told(before, an_amendment(interpreter_language="Polish"))
    assert differences(case, as_rm_shows(before)) == (Difference("interpreter", "stands"),)


def _meeting(case: Case, **changes: Any) -> SeenAppointment:
    usual = {"starts_at": case.last_at + timedelta(days=3), "minutes": 60}
    return SeenAppointment.model_validate(usual | changes)


PROGRESS: list[Any] = [
    pytest.param(lambda _: {"assigned_to": "jo.other"}, "caseworker", id="F7: another caseworker"),
    pytest.param(
        lambda case: {"sessions": (SeenSession(number=1, appointment=_meeting(case)),)},
        "date/session-1",
        id="F6: another date",
    ),
    pytest.param(
        lambda case: {"sessions": (SeenSession(number=2, appointment=_meeting(case)),)},
        "date/session-2",
        id="F6: a date for a session that has none here",
    ),
    pytest.param(
        lambda case: {"assessments": (_meeting(case, starts_at=case.received_at, submitted=True),)},
        "record/assessment",
        id="F1: what became of a meeting, known to R&M alone",
    ),
    pytest.param(lambda case: {"report_submitted_at": case.last_at}, "report", id="a report"),
]


@pytest.mark.parametrize(("changes", "topic"), PROGRESS)
def test_what_rm_knows_alone_is_for_people(changes: Callable[[Case], dict[str, Any]], topic: str) -> None:
    case = a_case_at(Stage.DELIVERY)
    assert differences(case, as_rm_shows(case, **changes(case))) == (Difference(topic, "stands"),)


def test_what_rm_is_still_to_be_told_is_no_difference() -> None:
    case = a_case_told(Stage.DELIVERY, mode="tasks")
    seen = as_rm_shows(case, assigned_to="jo.other", assessments=(_meeting(case),))
    assert differences(case, seen) == ()


KEYED_IN: list[Any] = [
    pytest.param("assignment", lambda case: {"assigned_to": "sam.caseworker"}, id="assigned"),
    pytest.param(
        "assessment-booking",
        lambda case: {"assessments": (_as_recorded(case, "assessment-booking"),)},
        id="assessment booked",
    ),
    pytest.param(
        "assessment-feedback",
        lambda case: {"assessments": (_as_recorded(case, "assessment-feedback", submitted=True),)},
        id="assessment recorded",
    ),
    pytest.param(
        "plan",
        lambda case: {"plan": SeenPlan(sessions=5, submitted_at=case.last_at, by_system=True)},
        id="plan submitted",
    ),
    pytest.param("report", lambda case: {"report_submitted_at": case.last_at}, id="report submitted"),
]


def _as_recorded(case: Case, kind: str, **changes: Any) -> SeenAppointment:
    record = next(one.record for one in case.monitoring.by_hand.values() if one.record.record == kind)
    return _meeting(case, starts_at=record.starts_at, **changes)  # type: ignore[union-attr]


@pytest.mark.parametrize(("kind", "changes"), KEYED_IN)
def test_what_was_keyed_in_is_seen(kind: str, changes: Callable[[Case], dict[str, Any]]) -> None:
    case = a_case_told(Stage.CLOSED, mode="tasks")
    [task] = [task for task, one in case.monitoring.by_hand.items() if one.record.record == kind]
    found = differences(case, as_rm_shows(case, **changes(case)))
    assert Difference(task, "keyed-in") in found
    assert Difference(task, "keyed-in") not in differences(case, as_rm_shows(case))
