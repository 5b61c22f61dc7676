"""What a practitioner changes in R&M, read over HTTP and taken over: every difference issue 5 names."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.running import StandIn
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from interventions.case import Case
from interventions.messages import MonitoringShown
from interventions.monitoring.differences import Difference, differences
from interventions.monitoring.seen import SeenReferral
from interventions.referral import Selection
from interventions.vocabulary import Complexity, Pathway, WithdrawalCode
from tests.builders import a_case, a_referral, told
from tests.refer_and_monitor.caller import caseworker

LIFESTYLE = "b84f4eb7-4db0-477e-8c59-21027b3262c5"
HIGH = "005566a2-ca85-471c-9ac0-38f3aa749092"
ONE_OUTCOME = "d0d077f9-9832-41ac-ad89-fc4a915dee0f"

Change = Callable[[StandIn, SentReferral], None]


def looked_at(gateway: ReferAndMonitor, referral: SentReferral) -> SeenReferral:
    seen = gateway.see(referral.id)
    assert seen is not None
    return seen


def by_practitioner(path: str, body: dict[str, Any]) -> Change:
    """Changed by R&M's own door for it."""

    def change(running: StandIn, referral: SentReferral) -> None:
        answer = caseworker(running, "NATASHA.HOLLIS")("POST", f"/sent-referral/{referral.id}/{path}", body)
        assert answer.status_code < 300

    return change


def written(**fields: Any) -> Change:
    """As R&M shows it after its other doors for amending, in the form the practitioner filled in."""
    return lambda _, referral: referral.document["referral"].update(fields)


def sent(**fields: Any) -> Change:
    """As R&M shows it beside that form."""
    return lambda _, referral: referral.document.update(fields)


def outcomes(_: StandIn, referral: SentReferral) -> None:
    [wanted] = [
        each
        for each in referral.document["referral"]["desiredOutcomes"]
        if each["serviceCategoryId"] == LIFESTYLE
    ]
    wanted["desiredOutcomesIds"] = [ONE_OUTCOME]


SENT_BY = {"username": "KIT.ROWE", "authSource": "delius", "userId": "2500928477"}


def _chosen(case: Case) -> Selection:
    chosen = case.referral.selection(Pathway.LIFESTYLE)
    assert chosen is not None
    return chosen


CHANGES: list[Any] = [
    pytest.param(
        by_practitioner("referral-details", {"completionDeadline": "2027-01-15"}),
        "completion-deadline",
        lambda case: case.referral.completion_deadline == date(2027, 1, 15),
        id="deadline",
    ),
    pytest.param(
        by_practitioner("referral-details", {"maximumEnforceableDays": 12}),
        "enforceable-days",
        lambda case: case.referral.maximum_enforceable_days == 12,
        id="enforceable days",
    ),
    pytest.param(
        by_practitioner(f"service-category/{LIFESTYLE}/amend-complexity-level", {"complexityLevelId": HIGH}),
        "complexity/lifestyle-and-associates",
        lambda case: _chosen(case).complexity is Complexity.HIGH,
        id="complexity",
    ),
    pytest.param(
        outcomes,
        "outcomes/lifestyle-and-associates",
        lambda case: _chosen(case).outcomes == (UUID(ONE_OUTCOME),),
        id="desired outcomes",
    ),
    pytest.param(
        written(accessibilityNeeds="Uses a wheelchair"),
        "accessibility-needs",
        lambda case: case.referral.accessibility_needs == "Uses a wheelchair",
        id="accessibility needs",
    ),
    pytest.param(
        written(additionalNeedsInformation="Cares for his mother"),
        "additional-needs",
        lambda case: case.referral.additional_needs == "Cares for his mother",
        id="other needs",
    ),
    pytest.param(
        written(needsInterpreter=True, interpreterLanguage="Polish"),
        "interpreter",
        lambda case: case.referral.interpreter_language == "Polish",
        id="interpreter",
    ),
    pytest.param(
        written(whenUnavailable="Not on Fridays"),
        "unavailable-times",
        lambda case: any(task.about == "unavailable-times" for task in case.open_tasks),
        id="when unavailable, which a person reads",
    ),
    pytest.param(
        sent(sentBy=SENT_BY),
        "practitioner",
        lambda case: case.referral.practitioner.username == "KIT.ROWE",
        id="practitioner",
    ),
    pytest.param(
        written(ppName="Kit Rowe"),
        "practitioner-name",
        lambda case: case.referral.practitioner.name == "Kit Rowe",
        id="practitioner's name, all that R&M lets anybody amend",
    ),
    pytest.param(
        sent(serviceUserCRN="X999999"),
        "case-number",
        lambda case: case.referral.participant.crn == "X999999",
        id="F22 case number merged",
    ),
    pytest.param(
        by_practitioner(
            "withdraw-referral",
            {"code": "MOV", "comments": "Moved", "withdrawalState": "PRE_ICA_WITHDRAWAL"},
        ),
        "ended",
        lambda case: case.withdrawal is not None and case.withdrawal.code is WithdrawalCode.MOVED,
        id="ended",
    ),
]


@pytest.fixture
def case(referral: SentReferral) -> Case:
    """Ours of the same referral, with the deadline the practitioner gave."""
    return a_case(a_referral("both-pathways", sent=referral.sent_at, completion_deadline=date(2026, 12, 18)))


@pytest.mark.parametrize(("change", "topic", "taken_over"), CHANGES)
def test_what_is_changed_there_is_the_one_difference_and_is_followed(
    running: StandIn,
    gateway: ReferAndMonitor,
    referral: SentReferral,
    case: Case,
    change: Change,
    topic: str,
    taken_over: Callable[[Case], bool],
) -> None:
    assert differences(case, looked_at(gateway, referral)) == ()
    assert not taken_over(case)
    change(running, referral)
    seen = looked_at(gateway, referral)
    assert differences(case, seen) == (Difference(topic, "change"),)
    after = told(case, MonitoringShown(seen=seen))
    assert taken_over(after)
    again = looked_at(gateway, referral)
    assert [one for one in differences(after, again) if one.kind == "change"] == []
