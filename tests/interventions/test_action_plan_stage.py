"""Stage 3: the plan is submitted, decided on, in force, and copied to the participant."""
# ruff: noqa: E501 (a table reads a line an example)

from collections.abc import Callable
from typing import Any

import pytest

from interventions.case import Case
from interventions.facts import PlanApproved
from interventions.messages import ApprovePlan, Message, ReturnPlan, SubmitPlan
from interventions.promises.action_plan import PlannedDate
from interventions.stage import stage
from interventions.vocabulary import ApprovalMode, Pathway, Stage
from interventions.words.correspondence import ActionPlanCopy, PostLetter
from tests.builders import a_case_at, a_plan, facts_of, left_until, names, refusal, told
from tests.sayings import PRACTITIONER, WORKER, a_booking, on

APPROVE = ApprovePlan(by=PRACTITIONER)
RETURN = ReturnPlan(by=PRACTITIONER, reasons="say more about work")


def assessed() -> Case:
    return a_case_at(Stage.ACTION_PLAN)


def submitted(**changes: Any) -> Case:
    """A plan lies with the practitioner since Friday 5 June."""
    case = assessed()
    return told(case, SubmitPlan(by=WORKER, plan=a_plan(case, **changes)), on(case, 4))


def submitted_by(username: str) -> Case:
    case = assessed()
    return told(case, SubmitPlan(by=username, plan=a_plan(case)), on(case, 4))


def dates(*days: int, **changes: Any) -> tuple[PlannedDate, ...]:
    return tuple(
        PlannedDate(starts_at=on(assessed(), day), **({"place": "Room 2"} | changes)) for day in days
    )


# fmt: off
REFUSED = [
    pytest.param(submitted, SubmitPlan(by=WORKER, plan=a_plan(assessed(), reason="more")), None, "awaits-decision", "", id="a second plan while one awaits its decision"),
    pytest.param(assessed, APPROVE, None, "no-plan", "", id="approve, and there is no plan"),
    pytest.param(assessed, RETURN, None, "no-plan", "", id="return, and there is no plan"),
    pytest.param(lambda: told(submitted(), RETURN), RETURN, None, "no-plan", "", id="return what was returned"),
    pytest.param(lambda: told(submitted(), RETURN), APPROVE, None, "no-plan", "", id="approve what was returned"),
    pytest.param(lambda: told(submitted(), APPROVE), ApprovePlan(by=PRACTITIONER, version=2), None, "no-plan", "", id="in force, and another version is approved"),
    pytest.param(submitted, ApprovePlan(by=PRACTITIONER, version=2), None, "other-version", "version", id="approve another version"),
    pytest.param(submitted, ReturnPlan(by=PRACTITIONER, version=2, reasons="no"), None, "other-version", "version", id="return another version"),
    pytest.param(submitted, ApprovePlan(by=WORKER), None, "own-plan", "by", id="the caseworker approves their own"),
    pytest.param(submitted, ReturnPlan(by=WORKER, reasons="second thoughts"), None, "own-plan", "by", id="the caseworker returns their own"),
    pytest.param(lambda: submitted_by("jo.standin"), ApprovePlan(by="jo.standin"), None, "own-plan", "by", id="who stood in for the caseworker approves it"),
    pytest.param(lambda: submitted_by("jo.standin"), ReturnPlan(by="jo.standin", reasons="no"), None, "own-plan", "by", id="who stood in for the caseworker returns it"),
    pytest.param(lambda: submitted_by("jo.standin"), ApprovePlan(by=WORKER), None, "own-plan", "by", id="the caseworker approves what another submitted for them"),
]
# fmt: on


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_it_may_not_be_said_of_a_plan(
    case: Callable[[], Case], message: Message, when: str | None, rule: str, field: str
) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)


def test_a_submitted_plan_waits_and_the_practitioner_is_asked() -> None:
    case = submitted()
    assert (stage(case), case.plan) == (Stage.ACTION_PLAN, None)
    assert [task.id for task in case.open_tasks] == ["decide/plan/1"]
    assert [task.id for task in told(case, APPROVE).open_tasks if task.kind == "plan"] == []


def test_a_plan_is_never_approved_by_silence() -> None:
    case = left_until(submitted(), "2026-12-01T00:00")
    assert stage(case) is Stage.ACTION_PLAN
    assert [line.about for line in case.journal if "Clock" in line.fact] == [
        "approval/1",
        "approval/1 (no-decision)",
    ]


def test_a_returned_plan_is_revised_and_submitted_as_the_next_version() -> None:
    returned = told(submitted(), RETURN, "2026-06-08T10:00")
    assert [task.id for task in returned.open_tasks] == ["revise/plan/1"]
    again = told(returned, SubmitPlan(by=WORKER, plan=a_plan(returned)), "2026-06-09T09:00")
    assert [task.id for task in again.open_tasks] == ["decide/plan/2"]
    assert [(plan.number, plan.decision) for plan in again.plans] == [(1, "returned"), (2, "awaited")]


def test_approving_again_changes_nothing() -> None:
    case = told(submitted(), ApprovePlan(by=PRACTITIONER, version=1))
    assert facts_of(case, APPROVE) == ()
    assert facts_of(case, ApprovePlan(by=WORKER, version=1)) == ()


def test_under_auto_approval_it_is_in_force_at_once() -> None:
    case = a_case_at(Stage.ACTION_PLAN, approval_mode=ApprovalMode.AUTO)
    facts = facts_of(case, SubmitPlan(by=WORKER, plan=a_plan(case)))
    assert names(facts)[:3] == ["PlanSubmitted", "PlanApproved", "AppointmentBooked"]
    assert [fact.by for fact in facts if isinstance(fact, PlanApproved)] == [""]


def test_the_participant_gets_a_copy_with_how_often_how_and_when() -> None:
    case = told(submitted(), APPROVE)
    letter = case.outbox["plan-copy/1"]
    assert isinstance(letter, PostLetter)
    assert isinstance(letter.paper, ActionPlanCopy)
    (line,) = letter.paper.doses
    assert (line.amount, line.frequency) == ("5 sessions", "once a week")
    assert letter.paper.contacts == a_plan(assessed()).contacts
    assert [date.starts_at for date in letter.paper.dates] == [on(case, 9)]


def test_the_dates_of_the_plan_become_appointments_all_of_them() -> None:
    """Five sessions weekly is the whole service: the fifth date is the final session's."""
    case = told(submitted(dates=dates(9, 16, 23, 30, 37)), APPROVE)
    assert [date.key for date in case.live] == [f"session-{number}/1" for number in range(1, 6)]
    assert [date.final for date in case.live] == [False] * 4 + [True]


def test_a_date_that_passed_while_the_plan_lay_there_is_a_task() -> None:
    case = told(submitted(dates=dates(9, 16)), APPROVE, "2026-06-11T10:00")
    assert [date.key for date in case.live] == ["session-1/1"]
    (task,) = (task for task in case.open_tasks if task.kind == "booking")
    assert task.what == (
        "The approved plan's date on Wednesday 10 June at 10am could not be booked: "
        "its time had come before the plan was approved. Book another"
    )


# fmt: off
PLANNED = [
    pytest.param(dates(9, 10, 11), "too-often", id="three in a week"),
    pytest.param(dates(9, modules=("juggling",)), "not-on-menu", id="off the menu"),
    pytest.param(dates(9, place=""), "no-place", id="in person, nowhere"),
    pytest.param(dates(9, pathway=Pathway.FAMILY), "which-pathway", id="a pathway not referred to"),
]
# fmt: on


@pytest.mark.parametrize(("planned", "rule"), PLANNED)
def test_the_dates_of_a_plan_keep_the_rules_of_booking(planned: tuple[PlannedDate, ...], rule: str) -> None:
    plan = SubmitPlan(by=WORKER, plan=a_plan(assessed(), dates=planned))
    assert refusal(assessed(), plan, on(assessed(), 4)).rule == rule


def test_sessions_may_not_start_before_approval() -> None:
    no = refusal(submitted(), a_booking("2026-06-10T10:00"))
    assert str(no) == "sessions start when the action plan is approved [not-in-this-stage]"
