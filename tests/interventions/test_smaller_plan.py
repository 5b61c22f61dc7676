"""Less than was planned, where plans are in force at once: a decision all the same (domain brief 2.2)."""

from typing import Any

import pytest

from interventions.messages import SubmitPlan
from interventions.promises.dose import ledgers
from interventions.vocabulary import ApprovalMode, Stage
from tests.builders import a_case_at, a_plan, told
from tests.interventions.test_revised_plan import proposed
from tests.sayings import WORKER


@pytest.mark.parametrize(
    ("amount", "switched", "in_force"),
    [
        pytest.param(4, True, 5, id="less: the practitioner decides"),
        pytest.param(6, True, 6, id="more: at once"),
        pytest.param(4, False, 4, id="less, under an older policy: at once"),
    ],
)
def test_where_plans_are_in_force_at_once_a_smaller_one_still_waits(
    amount: int, switched: bool, in_force: int
) -> None:
    auto: dict[str, Any] = {"approval_mode": ApprovalMode.AUTO, "reductions_are_decided": switched}
    case = a_case_at(Stage.ACTION_PLAN, **auto)
    case = told(case, SubmitPlan(by=WORKER, plan=a_plan(case)))
    case = proposed(case, amount, when="2026-06-08T10:00")
    assert [account.planned for account in ledgers(case)] == [in_force]
    assert ("decide/plan/2" in case.tasks) is (in_force != amount)
