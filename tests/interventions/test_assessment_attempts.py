"""Dates for the assessment that come to nothing, again and again: somebody decides how to go on."""

import pytest

from interventions.case import Case
from interventions.messages import CloseTask
from interventions.vocabulary import NoSessionReason, Role, Stage
from tests.builders import a_case_at, told
from tests.sayings import PRACTITIONER, a_booking, nobody_came

EXCUSED, THEIRS, OURS = NoSessionReason.ACCEPTABLE, NoSessionReason.UNACCEPTABLE, NoSessionReason.LOGISTICS
TRIES = [
    pytest.param((EXCUSED, EXCUSED), {}, None, id="two"),
    pytest.param((EXCUSED, EXCUSED, EXCUSED), {}, "attempts/assessment", id="three"),
    pytest.param((EXCUSED, OURS, EXCUSED), {}, None, id="three, one of them the provider's fault"),
    pytest.param(
        (THEIRS, EXCUSED, THEIRS), {}, "attempts/assessment", id="three, never two in a row unexcused"
    ),
    pytest.param(
        (EXCUSED, THEIRS, THEIRS), {}, "absence/assessment/3", id="the last two unexcused: asked once"
    ),
    pytest.param((EXCUSED,) * 5, {"assessment_attempts": None}, None, id="no limit"),
]


def after(reasons: tuple[NoSessionReason, ...], **policy: None) -> Case:
    case = a_case_at(Stage.ASSESSMENT, **policy)
    for day, reason in enumerate(reasons, start=3):
        case = told(case, a_booking(f"2026-06-{day:02}T14:00"))
        case = told(case, nobody_came(no_session_reason=reason), f"2026-06-{day:02}T15:10")
    return case


@pytest.mark.parametrize(("reasons", "policy", "asked"), TRIES)
def test_the_practitioner_is_asked_once_there_were_enough(
    reasons: tuple[NoSessionReason, ...], policy: dict[str, None], asked: str | None
) -> None:
    tasks = [
        task.id for task in after(reasons, **policy).open_tasks if task.owner is Role.PROBATION_PRACTITIONER
    ]
    assert tasks == ([asked] if asked else [])


def test_whoever_has_answered_is_not_asked_again() -> None:
    case = after((EXCUSED,) * 3)
    case = told(case, CloseTask(by=PRACTITIONER, task="attempts/assessment", how="one more, by phone"))
    case = told(case, a_booking("2026-06-09T14:00"))
    case = told(case, nobody_came(no_session_reason=EXCUSED), "2026-06-09T15:10")
    assert "attempts/assessment" not in [task.id for task in case.open_tasks]
