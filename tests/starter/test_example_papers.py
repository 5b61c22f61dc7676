"""The plan and the report we ship carry the referral they belong to from its assessment to its end."""

from datetime import date, timedelta

from interventions.agenda import clocks
from interventions.end_of_service import EndOfServiceReport
from interventions.messages import ApprovePlan, SubmitPlan, SubmitReport
from interventions.promises.action_plan import ActionPlan
from interventions.stage import stage
from interventions.vocabulary import ClockState, Ending, Stage
from starter.faults import read_paper
from tests.builders import a_case, a_referral, carried_to, told
from tests.sayings import PRACTITIONER, WORKER, a_record, next_session
from tests.starter.documents import EXAMPLES


def test_the_shipped_plan_and_report_take_the_shipped_referral_to_its_end() -> None:
    plan = read_paper(EXAMPLES / "plans" / "lifestyle-low.json", ActionPlan, name="plan")
    report = read_paper(EXAMPLES / "reports" / "lifestyle-low.json", EndOfServiceReport, name="report")
    referral = a_referral(sent="2026-03-02T09:42", completion_deadline=date(2026, 7, 31))

    case = carried_to(Stage.ACTION_PLAN, a_case(referral))
    case = told(case, SubmitPlan(by=WORKER, plan=plan), "2026-03-10T15:00")
    case = told(case, ApprovePlan(by=PRACTITIONER), "2026-03-12T09:30")
    assert [each.slot for each in case.live] == ["session-1", "session-2", "session-3"]
    assert [task.kind for task in case.open_tasks if task.kind == "booking"] == []

    while stage(case) is not Stage.END_OF_SERVICE:
        now = case.live[0].starts_at + timedelta(minutes=75)
        case = told(case, a_record(), now)
        if not case.live and stage(case) is not Stage.END_OF_SERVICE:
            case = told(case, next_session(case), now)
    case = told(case, SubmitReport(by=WORKER, report=report))

    assert case.ending is Ending.COMPLETED
    assert {clock.state for clock in clocks(case) if clock.watched} == {ClockState.MET}
