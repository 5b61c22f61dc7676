"""Who a task is for: whoever has the role when it is asked, with the reason; open tasks follow the role."""

from interventions.case import Case
from interventions.messages import CaseworkerGone, SubmitPlan
from interventions.referral import Practitioner
from interventions.views.status import status
from interventions.vocabulary import Role, Stage
from tests.builders import a_case_at, a_plan, left_until, told
from tests.sayings import WORKER, allocation, an_amendment

OFFICER = Practitioner(username="ro.new", name="Ruth Osei")


def asked(case: Case, owner: Role) -> set[tuple[str, str]]:
    """Who is asked by open tasks of that role, and as what."""
    return {(task.person, task.chosen_as) for task in case.open_tasks if task.owner is owner}


def plan_submitted() -> Case:
    case = a_case_at(Stage.ACTION_PLAN)
    return told(case, SubmitPlan(by=WORKER, plan=a_plan(case)))


def test_the_practitioner_who_referred_is_asked_where_nobody_else_is_responsible() -> None:
    case = plan_submitted()
    assert asked(case, Role.PROBATION_PRACTITIONER) == {(case.referral.practitioner.username, "referrer")}


def test_the_responsible_officer_is_asked_instead_and_open_tasks_follow() -> None:
    case = told(plan_submitted(), an_amendment(responsible_officer=OFFICER))
    assert asked(case, Role.PROBATION_PRACTITIONER) == {("ro.new", "responsible-officer")}


def test_another_practitioner_takes_the_open_tasks_over() -> None:
    case = told(plan_submitted(), an_amendment(practitioner=Practitioner(username="pp.next")))
    assert asked(case, Role.PROBATION_PRACTITIONER) == {("pp.next", "referrer")}


def test_the_caseworkers_tasks_follow_from_one_to_the_next() -> None:
    case = left_until(a_case_at(Stage.ASSESSMENT), "2026-06-12T10:00")
    assert asked(case, Role.CASEWORKER) == {(WORKER, "allocated")}
    gone = told(case, CaseworkerGone(by="ops.example", reason="left"))
    assert asked(gone, Role.CASEWORKER) == {("", "")}
    next_one = told(gone, allocation(caseworker="jo.next", name="Jo Next", reason="left"))
    assert asked(next_one, Role.CASEWORKER) == {("jo.next", "allocated")}


def test_operations_are_a_team() -> None:
    case = left_until(a_case_at(Stage.REFERRAL), "2026-06-04T10:00")
    assert asked(case, Role.OPERATIONS) == {("", "")}


def test_a_task_that_was_closed_keeps_who_was_asked() -> None:
    case = plan_submitted()
    task = next(each for each in case.open_tasks if each.owner is Role.PROBATION_PRACTITIONER)
    later = told(case, an_amendment(responsible_officer=OFFICER))
    assert later.tasks[task.id].person == "ro.new"
    assert {each.person for each in status(later).tasks} == {""}
