"""Who has read what is known of risk, and what waits until they have."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from interventions.case import Case
from interventions.facts import RiskRead
from interventions.messages import Book, CloseTask
from interventions.vocabulary import Stage
from tests.builders import a_case_at, facts_of, refusal, told
from tests.sayings import WORKER, a_booking, a_record, allocation

MEETING = "2026-06-10T14:00"
SAMUEL = {"caseworker": "samuel.obi", "name": "Samuel Obi", "reason": "leave"}


def in_writing(**said: Any) -> Book:
    return a_booking(MEETING, **said)


def taken_over() -> Case:
    """Samuel Obi has the case; no date stands."""
    return told(a_case_at(Stage.ASSESSMENT), allocation(**SAMUEL))


# fmt: off
REFUSED = [
    pytest.param(lambda: a_case_at(Stage.ASSESSMENT), in_writing(risk_read=False), None, "read-the-risk-first", "risk_read", id="the first date"),  # noqa: E501
    pytest.param(taken_over, in_writing(risk_read=False), None, "read-the-risk-first", "risk_read", id="of whoever took over"),  # noqa: E501
]
# fmt: on


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_a_date_waits_until_the_caseworker_has_read(
    case: Callable[[], Case], message: Book, when: None, rule: str, field: str
) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)

    after = told(case(), message.model_copy(update={"risk_read": True}))

    assert after.caseworker
    assert after.risk_read_by == (after.caseworker.username,)


@pytest.mark.parametrize(
    ("policy", "referral"),
    [
        pytest.param({"risk_is_read_first": False}, {}, id="an older policy"),
        pytest.param({}, {"supplementary_risk_id": None}, id="nothing came with the referral"),
    ],
)
def test_where_nothing_is_to_be_read_a_date_is_made_at_once(
    policy: dict[str, bool], referral: dict[str, None]
) -> None:
    case = a_case_at(Stage.ASSESSMENT, **policy)
    case = case.model_copy(update={"referral": case.referral.model_copy(update=referral)})

    case = told(case, in_writing(risk_read=False))

    assert case.assessment.live
    assert case.risk_read_by == ()


def test_it_is_said_once() -> None:
    case = told(a_case_at(Stage.ASSESSMENT), in_writing())
    move = {"slot": "assessment", "moved_by": "participant", "reason": "work"}

    again = facts_of(case, a_booking("2026-06-11T14:00", **move))

    assert not any(isinstance(fact, RiskRead) for fact in again)


def test_a_meeting_that_took_place_is_never_kept_off_the_record() -> None:
    case = a_case_at(Stage.ASSESSMENT)

    case = told(case, in_writing(risk_read=False, record=a_record()), "2026-06-10T16:00")

    assert case.assessed
    assert case.risk_read_by == ()


def test_whoever_takes_over_reads_before_the_date_that_stands() -> None:
    case = told(a_case_at(Stage.ASSESSMENT), in_writing())
    (standing,) = case.live
    early = standing.starts_at - timedelta(hours=20)

    (asked,) = [each for each in told(case, allocation(**SAMUEL), early).open_tasks if each.about == "risk"]

    assert (asked.person, asked.due) == ("samuel.obi", standing.starts_at)


def test_and_is_not_asked_where_no_date_stands() -> None:
    assert not any(task.about == "risk" for task in taken_over().open_tasks)


def test_what_nobody_read_is_asked_of_the_third_once() -> None:
    case = told(told(a_case_at(Stage.ASSESSMENT), in_writing()), allocation(**SAMUEL))
    case = told(case, allocation(caseworker="ada.bell", name="Ada Bell", reason="illness"))

    (asked,) = [task for task in case.open_tasks if task.about == "risk"]
    assert asked.person == "ada.bell"

    case = told(case, CloseTask(by="ada.bell", task=asked.id, how="read"))
    assert case.risk_read_by == (WORKER, "ada.bell")
