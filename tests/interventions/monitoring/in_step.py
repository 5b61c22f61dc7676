"""A case that is told to R&M, and R&M's answers to it, on the pure core."""

from datetime import datetime, timedelta
from typing import Any

from gateways.remembered_monitoring import RememberedMonitoring
from interventions.agenda import agenda
from interventions.case import Case
from interventions.conversation import catch_up, hear
from interventions.evolve import evolve_all
from interventions.messages import ApprovePlan, ErrandReported, SubmitPlan, SubmitReport
from interventions.monitoring.records import MonitoringRecord
from interventions.stage import stage
from interventions.vocabulary import Stage
from interventions.words.correspondence import Outcome, TellMonitoring
from tests.builders import a_case_at, a_plan, a_report, told
from tests.sayings import PRACTITIONER, WORKER, a_booking, a_record, allocation, next_session, on


def a_case_told(wanted: Stage = Stage.REFERRAL, mode: str = "write", **arguments: Any) -> Case:
    """A case of that stage under a policy that keeps R&M in step; nothing was answered yet."""
    return a_case_at(wanted, monitoring=mode, **arguments)


def under_way(case: Case) -> list[TellMonitoring]:
    """What is on its way to R&M: never more than one."""
    return [errand for errand in case.outbox.values() if isinstance(errand, TellMonitoring)]


def waiting(case: Case) -> list[str]:
    """The kinds of record that R&M does not have yet, in order."""
    return [each.record.record for each in case.monitoring.untold]


def answered(case: Case, outcome: Outcome, now: datetime | None = None) -> Case:
    """The case after R&M's answer to what is under way."""
    [errand] = under_way(case)
    message = ErrandReported(key=errand.key, outcome=outcome)
    return evolve_all(case, hear(case, message, now or case.last_at))


def taken(case: Case) -> Case:
    """R&M takes what is under way."""
    return answered(case, Outcome(result="accepted", reference="R1"))


def refused(case: Case, why: str) -> Case:
    """R&M refuses what is under way, by this code."""
    return answered(case, Outcome(result="refused", why=why))


def told_to(monitoring: RememberedMonitoring, case: Case) -> Case:
    """Everything that waits is told to `monitoring`, which is there."""
    case = evolve_all(case, catch_up(case, case.last_at))
    while found := under_way(case):
        errand = found[0]
        case = answered(case, monitoring.tell(errand.key, case.referral.id, errand.record))
    return case


def a_journey_told(monitoring: RememberedMonitoring) -> Case:
    """A whole journey, R&M told of each step as it is taken."""
    case = told_to(monitoring, told(a_case_told(), allocation()))
    case = told_to(monitoring, told(case, a_booking(on(case, 3)), on(case, 1)))
    case = told_to(monitoring, told(case, a_record(), on(case, 3, "11:30")))
    case = told_to(monitoring, told(case, SubmitPlan(by=WORKER, plan=a_plan(case)), on(case, 4)))
    case = told_to(monitoring, told(case, ApprovePlan(by=PRACTITIONER), on(case, 7)))
    while stage(case) is not Stage.END_OF_SERVICE:
        now = case.live[0].starts_at + timedelta(minutes=75)
        case = told_to(monitoring, told(case, a_record(), now))
        if stage(case) is not Stage.END_OF_SERVICE:
            case = told_to(monitoring, told(case, next_session(case), now))
    return told_to(monitoring, told(case, SubmitReport(by=WORKER, report=a_report(case))))


def all_records(case: Case) -> list[MonitoringRecord]:
    """Everything that waits, taken one by one by an R&M that says yes to it all."""
    records = []
    case = evolve_all(case, catch_up(case, case.last_at))
    while found := under_way(case):
        records.append(found[0].record)
        case = taken(case)
    assert not [due for due in agenda(case) if due.key.startswith("monitoring/")]
    return records
