"""The first dates of a plan: what booking says no to is said at submission, and what comes later in words."""
# ruff: noqa: E501 (a table reads a line an example)

from datetime import datetime, timedelta
from typing import Any

import pytest

from interventions.case import Case
from interventions.messages import ApprovePlan, DecideEligibility, Pause, SubmitPlan
from interventions.promises.action_plan import PlannedDate
from interventions.referral import Unavailable
from interventions.vocabulary import ApprovalMode, Pathway, PauseReason, Stage
from tests.builders import a_case_at, a_plan, facts_of, names, refusal, told
from tests.sayings import PRACTITIONER, WORKER, an_amendment, at, on

APPROVE = ApprovePlan(by=PRACTITIONER)


def assessed(example: str = "lifestyle-low", edition: int = 2, **policy: Any) -> Case:
    """The assessment was held on Thursday 4 June."""
    return a_case_at(Stage.ACTION_PLAN, example, edition=edition, **policy)


def date(starts_at: str | datetime, **changes: Any) -> PlannedDate:
    usual = {"starts_at": at(starts_at), "place": "Room 2"}
    return PlannedDate.model_validate(usual | changes)


def a_plan_of(case: Case, *dates: PlannedDate, **changes: Any) -> SubmitPlan:
    return SubmitPlan(by=WORKER, plan=a_plan(case, dates=dates, **changes))


TUESDAY = date("2026-06-09T10:00")
# fmt: off
OBJECTIONS = [
    pytest.param("lifestyle-low", [TUESDAY, date("2026-06-16T10:00", modules=("bogus",))], [("plan.dates[1].modules", "not-on-menu")], id="a module that is not on the menu"),
    pytest.param("lifestyle-low", [TUESDAY, date("2026-06-09T10:30")], [("plan.dates[1].starts_at", "clash")], id="two dates half an hour apart"),
    pytest.param("lifestyle-low", [TUESDAY, date("2028-06-13T10:00")], [("plan.dates[1].starts_at", "too-far-ahead")], id="a date in two years"),
    pytest.param("lifestyle-low", [date("2026-06-09T10:00", contact="group-work")], [], id="a group whose risk nobody has decided on yet"),
    pytest.param("lifestyle-high", [date("2026-06-09T10:00", contact="group-work")], [("plan.dates[0].contact", "wrong-format")], id="a group in a service that is one to one"),
    pytest.param("lifestyle-low", [date("2026-06-09T10:00", pathway=Pathway.FAMILY)], [("plan.dates[0].pathway", "which-pathway")], id="a pathway that was not referred to"),
    pytest.param("lifestyle-low", [date(f"2026-06-{day}T10:00") for day in ("09", "10", "11")], [("plan.dates[2].starts_at", "too-often")], id="three in a week"),
    pytest.param("lifestyle-low", [date("2026-06-09T10:00", place=" ")], [("plan.dates[0].place", "no-place")], id="nowhere, and it is said once"),
    pytest.param("lifestyle-low", [date("2026-06-09T10:00", modules=("bogus",)), date("2028-06-13T10:00")], [("plan.dates[0].modules", "not-on-menu"), ("plan.dates[1].starts_at", "too-far-ahead")], id="everything that is wrong at once"),
    pytest.param("lifestyle-low", [date("2026-06-09T10:00", modules=("bogus",), all_the_same="he asked for it")], [], id="off the menu, all the same"),
    pytest.param("lifestyle-low", [date(f"2026-{day}T10:00") for day in ("06-09", "06-16", "06-23", "06-30", "07-07", "07-14")], [("plan.dates[5]", "dose-is-met")], id="a date more than the dose"),
]
# fmt: on


@pytest.mark.parametrize(("example", "dates", "found"), OBJECTIONS)
def test_the_dates_are_tried_when_the_plan_is_submitted(
    example: str, dates: list[PlannedDate], found: list[tuple[str, str]]
) -> None:
    case = assessed(example)
    message = a_plan_of(case, *dates)
    if found:
        findings = refusal(case, message).findings
        assert [(field, rule) for field, rule, _ in findings] == found
    else:
        assert names(facts_of(case, message)) == ["PlanSubmitted", "TaskOpened"]


@pytest.mark.parametrize(
    "second",
    [date("2026-06-16T10:00", modules=("bogus",)), date("2026-06-09T10:30"), date("2028-06-13T10:00")],
)
def test_under_the_first_edition_they_were_not(second: PlannedDate) -> None:
    case = assessed(edition=1)
    case = told(told(case, a_plan_of(case, TUESDAY, second)), APPROVE)
    (task,) = (task for task in case.open_tasks if task.kind == "booking")
    assert task.id == f"planned-date/1/{second.starts_at.isoformat()}"
    assert task.what.startswith("A date of the approved plan could not be booked (")


def test_a_time_the_participant_cannot_come_is_refused_with_the_plan() -> None:
    case = told(assessed(), an_amendment(unavailable_times=(Unavailable(weekday=1),)))
    no = refusal(case, a_plan_of(case, TUESDAY))
    assert (no.field, no.rule) == ("plan.dates[0].starts_at", "unavailable")


def test_what_was_decided_against_is_known_already() -> None:
    said_no = DecideEligibility(by=PRACTITIONER, module="group-risk", eligible=False, reason="threats")
    case = told(assessed(), said_no)
    no = refusal(case, a_plan_of(case, date("2026-06-09T10:00", contact="group-work")))
    assert (no.field, no.rule) == ("plan.dates[0].contact", "no-risk-sign-off")


def test_a_plan_that_is_in_force_at_once_waits_for_nobodys_decision() -> None:
    case = assessed(approval_mode=ApprovalMode.AUTO)
    no = refusal(case, a_plan_of(case, date("2026-06-09T10:00", contact="group-work")))
    assert no.rule == "no-risk-sign-off"


def paused(case: Case) -> Case:
    until = on(case, 30).date()
    return told(case, Pause(by=WORKER, why=PauseReason.ILLNESS, review_on=until, reason="in hospital"))


def test_a_plan_is_submitted_in_a_pause_and_its_date_is_asked_for_in_words() -> None:
    case = paused(assessed())
    case = told(told(case, a_plan_of(case, TUESDAY, date("2026-06-16T18:30"))), APPROVE)
    tasks = {task.id: task.what for task in case.open_tasks if task.kind == "booking"}
    assert tasks == {
        "planned-date/1/1": (
            "The approved plan's date on Tuesday 9 June at 10am could not be booked: "
            "the service is paused. Book another"
        ),
        "planned-date/1/2": (
            "The approved plan's date on Tuesday 16 June at 6:30pm could not be booked: "
            "the service is paused. Book another"
        ),
    }


def test_what_came_about_before_the_decision_is_said_in_words() -> None:
    case = assessed()
    case = told(case, a_plan_of(case, TUESDAY))
    case = told(case, an_amendment(unavailable_times=(Unavailable(weekday=1),)))
    case = told(case, APPROVE, case.last_at + timedelta(hours=1))
    (task,) = (task for task in case.open_tasks if task.kind == "booking")
    assert "could not be booked: the participant can't come then. Book another" in task.what
    assert not case.live
