"""Whether a plan can be submitted: SMART targets, a dose and a pace near the norm, the first dates."""
# ruff: noqa: E501 (a table reads a line an example)

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from interventions.case import Case
from interventions.messages import DecideEligibility, SubmitPlan
from interventions.promises.action_plan import PlannedDate, PlannedDose
from interventions.promises.dose import within_tolerance
from interventions.promises.smart import may_meet_in_group
from interventions.vocabulary import ContactType, Pathway, Stage
from tests.builders import (
    a_case,
    a_case_at,
    a_plan,
    a_referral,
    a_target,
    carried_to,
    facts_of,
    names,
    refusal,
    told,
)
from tests.sayings import PRACTITIONER, WORKER, a_record, on

STRANGE = UUID("00000000-0000-4000-8000-000000000000")
LOW, GROUP = Pathway.LIFESTYLE, (ContactType.GROUP_WORK,)
Change = Callable[[Case], dict[str, Any]]


def assessed(example: str = "lifestyle-low") -> Case:
    """The assessment was held on Thursday 4 June; the plan is due on Thursday 11 June."""
    return a_case_at(Stage.ACTION_PLAN, example)


def with_a_deadline() -> Case:
    """The referral is to be completed by 1 September."""
    return carried_to(Stage.ACTION_PLAN, a_case(a_referral(completion_deadline=date(2026, 9, 1))))


def mentored() -> Case:
    decided = DecideEligibility(by=PRACTITIONER, module="peer-mentor", eligible=True, reason="at risk")
    return told(assessed("lifestyle-high"), decided)


def two_held() -> Case:
    """Two of five sessions are held and the third is booked."""
    return a_case_at(Stage.DELIVERY, held=2)


def nothing_booked() -> Case:
    """The first session was held on Wednesday 10 June and no other was booked with it."""
    return told(a_case_at(Stage.DELIVERY), a_record(), "2026-06-10T11:15")


def target(**changes: Any) -> Change:
    """The first target of the plan with something changed, beside good ones for the other outcomes."""
    return lambda case: {"targets": (a_target(case, **changes), *a_plan(case).targets[1:])}


def dose(amount: int = 5, per_period: int = 1, **changes: Any) -> Change:
    return lambda case: {"doses": (PlannedDose(pathway=LOW, amount=amount, per_period=per_period),)} | changes


def dates(*days: int, **changes: Any) -> Change:
    return lambda case: {
        "dates": tuple(
            PlannedDate(starts_at=on(case, day), **({"place": "Room 2"} | changes)) for day in days
        )
    }


# fmt: off
NOT_AGREED = [
    pytest.param(assessed, lambda case: {"targets": ()}, "no-targets", "plan.targets", id="no targets"),
    pytest.param(assessed, target(what=" "), "not-specific", "plan.targets[0].what", id="says nothing"),
    pytest.param(assessed, target(measure=""), "not-measurable", "plan.targets[0].measure", id="no measure"),
    pytest.param(assessed, target(owner=""), "no-owner", "plan.targets[0].owner", id="nobody's"),
    pytest.param(assessed, target(outcome=STRANGE), "outcome-not-asked-for", "plan.targets[0].outcome", id="an outcome nobody asked for"),
    pytest.param(assessed, target(by=date(2026, 6, 4)), "date-passed", "plan.targets[0].by", id="by today"),
    pytest.param(with_a_deadline, target(by=date(2026, 9, 2)), "outside-the-service", "plan.targets[0].by", id="a day after the completion deadline"),
    pytest.param(assessed, lambda case: {"targets": a_plan(case).targets[:1]}, "outcome-not-served", "plan.targets", id="an outcome without a target"),
    pytest.param(assessed, lambda case: {"doses": ()}, "one-dose-a-pathway", "plan.doses", id="no dose"),
    pytest.param(assessed, lambda case: {"doses": a_plan(case).doses * 2}, "one-dose-a-pathway", "plan.doses", id="a pathway twice"),
    pytest.param(lambda: assessed("both-pathways"), lambda case: {"doses": a_plan(case).doses[:1]}, "one-dose-a-pathway", "plan.doses", id="one pathway of two"),
    pytest.param(assessed, dose(amount=7), "dose-needs-reason", "plan.doses[0].amount", id="40 % above the norm"),
    pytest.param(assessed, dose(amount=3), "dose-needs-reason", "plan.doses[0].amount", id="40 % below the norm"),
    pytest.param(assessed, dose(per_period=3), "cadence-needs-reason", "plan.doses[0].per_period", id="thrice a week"),
    pytest.param(lambda: assessed("lifestyle-high"), dose(amount=12, per_period=1), "pace-too-slow", "plan.doses[0].per_period", id="twelve in eight weeks at one a week"),
    pytest.param(assessed, lambda case: {"contacts": ()}, "no-contact-type", "plan.contacts", id="no type of contact"),
    pytest.param(lambda: assessed("lifestyle-high"), lambda case: {"contacts": GROUP}, "one-to-one-only", "plan.contacts", id="a group at high lifestyle"),
    pytest.param(assessed, lambda case: {"dates": ()}, "no-dates", "plan.dates", id="no date"),
    pytest.param(assessed, dates(3), "date-passed", "plan.dates[0].starts_at", id="a date this morning"),
    pytest.param(assessed, dates(16, 9), "out-of-order", "plan.dates[1].starts_at", id="dates out of order"),
    pytest.param(assessed, dates(9, 9), "out-of-order", "plan.dates[1].starts_at", id="the same date twice"),
    pytest.param(assessed, dates(9, place=" "), "no-place", "plan.dates[0].place", id="a date in person, and nobody says where"),
    pytest.param(assessed, dates(9, place="", contact="group-work"), "no-place", "plan.dates[0].place", id="a date in a group, and nobody says where"),
    pytest.param(lambda: assessed("both-pathways"), dates(9, pathway=None), "which-pathway", "plan.dates[0].pathway", id="two pathways: for which is the date?"),
    pytest.param(assessed, target(by=date(2027, 6, 2)), "outside-the-service", "plan.targets[0].by", id="a day more than a year after the referral"),
    pytest.param(two_held, dose(amount=1, reason="moves away"), "below-delivered", "plan.doses[0].amount", id="a revision below what is delivered, not even with a reason"),
    pytest.param(two_held, dose(amount=7), "dose-needs-reason", "plan.doses[0].amount", id="a revision that extends, and nobody says why"),
    pytest.param(nothing_booked, lambda case: {"dates": ()}, "no-dates", "plan.dates", id="a revision without a date when none is booked"),
]
REFUSED = [pytest.param(case.values[0], case.values[1], None, *case.values[2:], id=case.id) for case in NOT_AGREED]
# fmt: on


@pytest.mark.parametrize(("case", "changes", "when", "rule", "field"), REFUSED)
def test_a_plan_cannot_be_submitted(
    case: Callable[[], Case], changes: Change, when: None, rule: str, field: str
) -> None:
    here = case()
    no = refusal(here, SubmitPlan(by=WORKER, plan=a_plan(here, **changes(here))), when)
    assert (no.rule, no.field) == (rule, field)


# fmt: off
AGREED = [
    pytest.param(assessed, lambda case: {}, id="as it should be"),
    pytest.param(assessed, target(by=date(2026, 6, 5)), id="by tomorrow"),
    pytest.param(with_a_deadline, target(by=date(2026, 9, 1)), id="by the completion deadline itself"),
    pytest.param(assessed, target(by=date(2027, 6, 1)), id="no deadline: by a year after the referral"),
    pytest.param(two_held, lambda case: {}, id="revised: what is booked stands, and no date is needed"),
    pytest.param(two_held, dose(amount=2, reason="moves away"), id="revised down to just what is delivered"),
    pytest.param(assessed, dates(9, place="", contact="phone"), id="a date by phone, nowhere in particular"),
    pytest.param(assessed, dose(amount=6, per_period=2), id="20 % above the norm"),
    pytest.param(assessed, dose(amount=9, reason="asked for more"), id="far above the norm, with a reason"),
    pytest.param(assessed, dose(per_period=2), id="twice a week"),
    pytest.param(lambda: assessed("lifestyle-high"), dose(amount=12, per_period=1, reason="works away"), id="too slow for its weeks, with a reason"),
    pytest.param(assessed, dose(per_period=4, reason="before work starts"), id="four a week, with a reason"),
    pytest.param(lambda: assessed("lifestyle-medium"), lambda case: {"contacts": GROUP}, id="a group at medium"),
    pytest.param(mentored, lambda case: {"contacts": GROUP}, id="a group at high, for the peer mentor decided on"),
    pytest.param(lambda: assessed("both-pathways"), lambda case: {}, id="both pathways"),
]
# fmt: on


@pytest.mark.parametrize(("case", "changes"), AGREED)
def test_a_plan_can_be_submitted(case: Callable[[], Case], changes: Change) -> None:
    here = case()
    plan = a_plan(here, **changes(here))
    assert names(facts_of(here, SubmitPlan(by=WORKER, plan=plan)))[0] == "PlanSubmitted"


def test_the_refusal_of_a_plan_lists_everything_that_is_wrong() -> None:
    case = assessed()
    empty = a_plan(case, targets=(), doses=(), contacts=(), dates=())
    text = str(refusal(case, SubmitPlan(by=WORKER, plan=empty)))
    for rule in ("no-targets", "outcome-not-served", "one-dose-a-pathway", "no-contact-type", "no-dates"):
        assert f"[{rule}]" in text


@pytest.mark.parametrize(
    ("amount", "within"),
    [
        pytest.param(375, True, id="a quarter above"),
        pytest.param(376, False, id="a minute more"),
        pytest.param(225, True, id="a quarter below"),
        pytest.param(224, False, id="a minute less"),
    ],
)
def test_the_tolerance_includes_both_ends(amount: int, within: bool) -> None:
    assert within_tolerance(amount, 300, 25) is within


def test_a_group_is_open_where_one_pathway_of_the_referral_has_groups() -> None:
    assert may_meet_in_group(assessed("both-pathways"))
    assert not may_meet_in_group(assessed("lifestyle-high"))
