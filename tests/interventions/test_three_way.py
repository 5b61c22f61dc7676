"""A final session of three: both are asked, both answer or do not, and somebody brings them together."""

from datetime import timedelta
from typing import Literal

import pytest

from interventions.case import Case
from interventions.messages import AnswerThreeWay
from interventions.views.status import timeline
from interventions.vocabulary import Stage
from tests.builders import a_case_at, left_until, told
from tests.sayings import PRACTITIONER, WORKER, a_record

TOGETHER, THEIRS = "three-way/together", "three-way/probation-practitioner"
Who = Literal["participant", "practitioner"]


def offered(edition: int = 2) -> Case:
    case = left_until(a_case_at(Stage.FINAL_SESSION, edition=edition), a_case_at(Stage.FINAL_SESSION).last_at)
    assert case.three_way
    return case


def answered(case: Case, **answers: bool) -> Case:
    for who, accepts in answers.items():
        said: Who = "participant" if who == "participant" else "practitioner"
        by = WORKER if said == "participant" else PRACTITIONER
        case = told(case, AnswerThreeWay(by=by, who=said, accepts=accepts))
    return case


@pytest.mark.parametrize(
    ("edition", "answers", "asked"),
    [
        pytest.param(2, {"participant": True, "practitioner": True}, True, id="both would like to"),
        pytest.param(2, {"practitioner": True, "participant": True}, True, id="in either order"),
        pytest.param(2, {"practitioner": True}, False, id="the participant was not asked yet"),
        pytest.param(2, {"participant": False, "practitioner": True}, False, id="the participant would not"),
        pytest.param(1, {"participant": True, "practitioner": True}, False, id="the first edition"),
    ],
)
def test_where_both_would_like_to_meet_somebody_arranges_it(
    edition: int, answers: dict[str, bool], asked: bool
) -> None:
    assert (TOGETHER in answered(offered(edition), **answers).tasks) is asked


def test_it_is_arranged_until_one_changes_their_mind_or_the_final_session_is_held() -> None:
    both = answered(offered(), participant=True, practitioner=True)
    assert TOGETHER in {task.id for task in both.open_tasks}

    assert TOGETHER not in {task.id for task in answered(both, practitioner=False).open_tasks}
    held = told(both, a_record(), both.live[0].ends_at)
    assert TOGETHER not in {task.id for task in held.open_tasks}


def test_the_timeline_says_who_answered_what() -> None:
    case = answered(offered(), practitioner=True)
    assert [line.about for line in timeline(case) if line.fact == "ThreeWayAnswered"] == ["practitioner yes"]


@pytest.mark.parametrize(("edition", "escalates"), [(1, True), (2, False)])
def test_no_answer_is_a_no_and_nobodys_omission(edition: int, escalates: bool) -> None:
    case = a_case_at(Stage.DELIVERY, edition=edition)
    offer = next(task for task in left_until(case, case.last_at).tasks.values() if task.id == THEIRS)
    later = left_until(case, offer.due + timedelta(hours=1))
    assert (f"overdue/{THEIRS}" in later.tasks) is escalates
