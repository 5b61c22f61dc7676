"""What follows from what R&M shows: once, by R&M, with its history, and undone by nothing but people."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from gateways.remembered_monitoring import RememberedMonitoring
from interventions.case import Case
from interventions.facts import MonitoringSeen, ReferralAmended
from interventions.messages import CloseTask, SubmitPlan, UndoAmendment
from interventions.monitoring.seen import SeenPlan
from interventions.stage import stage
from interventions.vocabulary import RM, Complexity, Role, Stage, WithdrawalCode
from tests.builders import a_case_at, a_plan, facts_of, left_until, names, told
from tests.interventions.monitoring.in_step import a_case_told, told_to
from tests.sayings import PRACTITIONER, WORKER, an_amendment, on
from tests.shown import as_rm_shows, shown

LATER = date(2027, 6, 1)
EARLIER = date(2026, 12, 1)


def open_differences(case: Case) -> list[str]:
    return [task.id for task in case.open_tasks if task.kind == "difference"]


def test_a_changed_deadline_is_taken_over_by_rm_and_keeps_what_was_said_before() -> None:
    case = a_case_at(Stage.DELIVERY)
    facts = facts_of(case, shown(case, completion_deadline=LATER))
    [amended] = [fact for fact in facts if isinstance(fact, ReferralAmended)]
    assert (amended.by, amended.reason) == (RM, "as R&M shows it")
    assert amended.before.completion_deadline is None
    assert amended.after.completion_deadline == LATER
    assert all(fact.by == RM for fact in facts if isinstance(fact, ReferralAmended | MonitoringSeen))


def test_everything_that_changed_at_once_is_taken_over_at_once() -> None:
    case = a_case_at(Stage.ASSESSMENT)
    [chosen] = as_rm_shows(case).selections
    higher = chosen.model_copy(update={"complexity": Complexity.HIGH})
    message = shown(
        case,
        completion_deadline=LATER,
        selections=(higher,),
        accessibility_needs="Uses a wheelchair",
        needs_interpreter=True,
        interpreter_language="Polish",
        practitioner="pp.new",
        practitioner_name="Nia New",
        crn="X999999",
    )
    referral = told(case, message).referral
    assert referral.selections[0].complexity is Complexity.HIGH
    assert (referral.completion_deadline, referral.interpreter_language) == (LATER, "Polish")
    assert referral.accessibility_needs == "Uses a wheelchair"
    assert (referral.practitioner.username, referral.practitioner.name) == ("pp.new", "Nia New")
    assert referral.participant.crn == "X999999"
    assert len(referral.former_crns) == 1


AGAIN: list[Any] = [
    pytest.param({"completion_deadline": LATER}, id="deadline"),
    pytest.param({"completion_deadline": date(2026, 1, 1)}, id="a deadline that can't be taken over"),
    pytest.param({"unavailable": "Not on Fridays"}, id="free text to be read"),
    pytest.param({"assigned_to": "jo.other"}, id="another caseworker"),
    pytest.param({"ended_at": "2026-06-20T10:00", "withdrawal": "MOV"}, id="ended"),
    pytest.param({}, id="nothing"),
]


@pytest.mark.parametrize("changes", AGAIN)
def test_the_same_look_twice_changes_nothing(changes: dict[str, Any]) -> None:
    case = a_case_at(Stage.DELIVERY)
    seen = shown(case, **changes)
    case = told(case, seen)
    assert facts_of(case, seen) == ()
    another_day = left_until(case, case.last_at + timedelta(days=1))
    later = seen.model_copy(update={"seen": seen.seen.model_copy(update={"seen_at": another_day.last_at})})
    assert "MonitoringSeen" not in names(facts_of(another_day, later))


def test_f14_what_can_not_be_taken_over_is_asked_once_and_ends_when_both_agree() -> None:
    case = a_case_at(Stage.DELIVERY)
    case = told(case, shown(case, completion_deadline=date(2026, 1, 1)))
    assert open_differences(case) == ["differs/completion-deadline"]
    assert "date-passed" in case.open_tasks[-1].what
    case = told(case, shown(case, completion_deadline=LATER))
    assert case.referral.completion_deadline == LATER
    assert open_differences(case) == []


def test_what_was_changed_here_is_not_undone_by_looking_at_rm() -> None:
    before = a_case_at(Stage.DELIVERY)
    case = told(before, an_amendment(completion_deadline=LATER))
    case = told(case, shown(case, completion_deadline=EARLIER))
    assert case.referral.completion_deadline == EARLIER  # R&M moved
    case = told(case, an_amendment(completion_deadline=LATER))
    case = told(case, shown(case, completion_deadline=EARLIER))
    assert case.referral.completion_deadline == LATER  # we moved
    assert open_differences(case) == ["differs/completion-deadline"]
    case = told(case, shown(case))
    assert open_differences(case) == []


def test_an_amendment_by_rm_can_be_undone_with_a_reason_and_stays_undone() -> None:
    case = a_case_at(Stage.DELIVERY)
    seen = shown(case, maximum_enforceable_days=3)
    case = told(case, seen)
    case = told(case, UndoAmendment(by=PRACTITIONER, reason="keyed into the wrong case"))
    case = told(case, seen)
    assert case.referral.maximum_enforceable_days != 3
    assert open_differences(case) == ["differs/enforceable-days"]


def test_what_a_person_has_settled_is_not_asked_again_until_rm_moves() -> None:
    case = told(
        a_case_at(Stage.DELIVERY), shown(a_case_at(Stage.DELIVERY), completion_deadline=date(2026, 1, 1))
    )
    case = told(case, CloseTask(by=WORKER, task="differs/completion-deadline", how="a typing error there"))
    assert facts_of(case, shown(case, completion_deadline=date(2026, 1, 1))) == ()
    case = told(case, shown(case, completion_deadline=date(2026, 1, 2)))
    assert len(open_differences(case)) == 1


def test_outcomes_nobody_pinned_are_for_people() -> None:
    """F23: what R&M shows is checked like everything else."""
    case = a_case_at(Stage.ASSESSMENT)
    [chosen] = as_rm_shows(case).selections
    strange = chosen.model_copy(update={"outcomes": (UUID(int=7),)})
    case = told(case, shown(case, selections=(strange,)))
    [task] = open_differences(case)
    assert task.startswith("differs/outcomes/")
    assert case.tasks[task].owner is Role.PROBATION_PRACTITIONER


def _submitted(**policy: Any) -> tuple[Case, RememberedMonitoring]:
    monitoring = RememberedMonitoring()
    case = told_to(monitoring, a_case_told(Stage.ACTION_PLAN, **policy))
    case = told_to(monitoring, told(case, SubmitPlan(by=WORKER, plan=a_plan(case)), on(case, 4)))
    return case, monitoring


def _approved(case: Case, by: str = PRACTITIONER, **changes: Any) -> SeenPlan:
    usual = {"sessions": 5, "submitted_at": case.last_at, "approved_at": case.last_at, "approved_by": by}
    return SeenPlan.model_validate(usual | changes)


def test_rm_approving_by_itself_is_nobodys_approval() -> None:
    """Domain brief 0.1, A19: never silently approved."""
    case, monitoring = _submitted()
    seen = monitoring.see(case.referral.id)
    assert seen is not None
    assert seen.plan is not None
    assert seen.plan.approved_at
    assert facts_of(case, shown(case, plan=seen.plan, assigned_to=WORKER)) == ()
    assert case.plan is None


def test_a_practitioners_approval_in_rm_is_an_approval_by_them() -> None:
    case, _ = _submitted()
    case = told(case, shown(case, plan=_approved(case)))
    assert case.plan is not None
    assert stage(case) is Stage.DELIVERY


NO_APPROVAL: list[Any] = [
    pytest.param({"by_system": True}, id="F1: R&M by itself"),
    pytest.param({"sessions": 4}, id="F5: of another plan"),
    pytest.param({"approved_at": "2026-06-01T10:00"}, id="F2: of an earlier version"),
]


@pytest.mark.parametrize("changes", NO_APPROVAL)
def test_what_is_no_approval_of_this_plan_approves_nothing(changes: dict[str, Any]) -> None:
    case, _ = _submitted()
    assert told(case, shown(case, plan=_approved(case, **changes))).plan is None


def test_a_plan_approved_in_rm_by_its_own_author_is_for_people() -> None:
    case, _ = _submitted()
    case = told(case, shown(case, plan=_approved(case, by=WORKER)))
    assert case.plan is None
    assert open_differences(case) == ["differs/plan-approved"]


def test_an_end_in_rm_ends_it_here_with_its_code() -> None:
    case = a_case_at(Stage.DELIVERY)
    case = told(case, shown(case, ended_at=case.last_at, withdrawal="USE"))
    assert case.withdrawal is not None
    assert case.withdrawal.code is WithdrawalCode.DIED
    assert case.suppressed


def test_an_end_without_a_code_we_know_is_an_end_all_the_same() -> None:
    case = a_case_at(Stage.DELIVERY)
    case = told(case, shown(case, ended_at=case.last_at))
    assert case.withdrawal is not None
    assert case.withdrawal.code is WithdrawalCode.ANOTHER_REASON


def test_keyed_in_and_seen_the_task_is_closed_by_rm() -> None:
    case = a_case_told(Stage.ASSESSMENT, mode="tasks")
    [task] = case.monitoring.by_hand
    case = told(case, shown(case, assigned_to=WORKER))
    assert not case.monitoring.by_hand
    assert case.tasks[task].closed_by == RM
