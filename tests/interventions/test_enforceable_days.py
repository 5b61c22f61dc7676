"""Days the order can ask for: how they are counted, and what it takes to go beyond them."""

from collections.abc import Callable

import pytest

from interventions.case import Case
from interventions.meetings.enforceable_days import days
from interventions.messages import Message, SubmitPlan
from interventions.vocabulary import Stage
from tests.builders import a_case_at, a_plan, facts_of, names, refusal, told
from tests.sayings import WORKER, a_booking, a_record, an_amendment, nobody_came


def with_days(most: int, here: Stage = Stage.DELIVERY, **policy: bool) -> Case:
    """session-1 is booked for Wednesday 10 June, where sessions have begun."""
    return told(a_case_at(here, **policy), an_amendment(maximum_enforceable_days=most))


def a_planned(case: Case, **changes: str) -> SubmitPlan:
    return SubmitPlan(by=WORKER, plan=a_plan(case, **changes))


# fmt: off
REFUSED = [
    pytest.param(lambda: with_days(1), a_booking("2026-06-17T10:00"), None, "beyond-enforceable-days", "starts_at", id="a second day"),  # noqa: E501
    pytest.param(lambda: with_days(4, Stage.ACTION_PLAN), a_planned(a_case_at(Stage.ACTION_PLAN)), None, "beyond-enforceable-days", "plan.doses", id="a plan of five sessions for four days"),  # noqa: E501
]
# fmt: on


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_a_day_too_many_is_refused_unless_somebody_says_why(
    case: Callable[[], Case], message: Message, when: None, rule: str, field: str
) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)


def test_a_reason_opens_it() -> None:
    assert names(facts_of(with_days(1), a_booking("2026-06-17T10:00", reason="he asked for it")))
    planning = with_days(4, Stage.ACTION_PLAN)
    assert names(facts_of(planning, a_planned(planning, reason="he wants the fifth himself")))


def test_two_sessions_on_a_day_are_one_day_and_a_moved_one_leaves_its_own() -> None:
    case = with_days(1)
    assert names(facts_of(case, a_booking("2026-06-10T14:00")))
    move = a_booking("2026-06-12T10:00", slot="session-1", moved_by="participant", reason="at work")
    assert len(set(days(told(case, move)))) == 1


def test_who_did_not_come_has_not_done_a_day() -> None:
    missed = told(with_days(1), nobody_came(), "2026-06-10T11:30")
    assert names(facts_of(missed, a_booking("2026-06-17T10:00")))
    held = told(with_days(1), a_record(), "2026-06-10T11:30")
    assert refusal(held, a_booking("2026-06-17T10:00")).rule == "beyond-enforceable-days"


def test_a_case_pinned_before_days_were_counted_goes_on_as_it_was() -> None:
    older = with_days(1, enforceable_days_count=False)
    assert names(facts_of(older, a_booking("2026-06-17T10:00")))
