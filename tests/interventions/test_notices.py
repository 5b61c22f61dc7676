"""What somebody else decides on a case: its caseworker is told, and whether anything is owed."""

from datetime import timedelta

import pytest

from interventions.case import Case
from interventions.messages import Message, Reinstate, Resume
from interventions.task import Task
from interventions.vocabulary import RM, Role, Stage, WithdrawalCode
from tests.builders import a_case_at, left_until, told
from tests.sayings import PRACTITIONER, a_pause, a_withdrawal


def notices(case: Case) -> list[Task]:
    return [task for task in case.open_tasks if task.kind == "notice"]


NOTICES = [
    pytest.param([a_withdrawal(WithdrawalCode.NOT_ENGAGED)], "withdrawn", id="withdrawn"),
    pytest.param([a_withdrawal(WithdrawalCode.DIED)], "withdrawn", id="died"),
    pytest.param(
        [a_withdrawal(WithdrawalCode.NOT_ENGAGED), Reinstate(by=PRACTITIONER, reason="a mistake")],
        "reinstated",
        id="taken back",
    ),
    pytest.param([a_pause("2026-08-01", by=PRACTITIONER)], "paused", id="paused"),
    pytest.param(
        [a_pause("2026-08-01", by=PRACTITIONER), Resume(by=PRACTITIONER, reason="well again")],
        "resumed",
        id="resumed",
    ),
]


@pytest.mark.parametrize(("said", "news"), NOTICES)
@pytest.mark.parametrize("edition", [1, 2])
def test_the_caseworker_learns_what_somebody_else_decided(
    said: list[Message], news: str, edition: int
) -> None:
    case = a_case_at(Stage.DELIVERY, edition=edition)
    for message in said:
        case = told(case, message)
    found = [(task.about, task.owner) for task in notices(case)]
    assert found == ([(news, Role.CASEWORKER)] if edition == 2 else [])


def test_a_pause_that_a_mistake_ended_goes_on_and_nothing_is_to_be_booked() -> None:
    case = told(a_case_at(Stage.DELIVERY), a_pause("2026-08-01"))
    case = told(case, a_withdrawal(WithdrawalCode.NOT_ENGAGED))
    case = told(case, Reinstate(by=PRACTITIONER, reason="a mistake"))
    (told_so,) = notices(case)
    assert told_so.what.endswith("the service is paused again, as before")


def test_what_was_done_in_r_and_m_they_are_mailed() -> None:
    case = told(a_case_at(Stage.DELIVERY), a_withdrawal(WithdrawalCode.NOT_ENGAGED, by=RM))
    assert notices(case) == []


def test_a_notice_says_whether_a_report_is_owed() -> None:
    before, after = a_case_at(Stage.ASSESSMENT), a_case_at(Stage.DELIVERY, held=1)
    said = a_withdrawal(WithdrawalCode.NOT_ENGAGED)
    (nothing,), (report,) = notices(told(before, said)), notices(told(after, said))
    assert nothing.what.endswith("(NOT): nothing more is owed")
    assert report.what.endswith("(NOT): write the end-of-service report")


def test_a_notice_ends_with_what_it_told_of() -> None:
    case = told(a_case_at(Stage.DELIVERY), a_pause("2026-08-01", by=PRACTITIONER))
    case = told(case, a_withdrawal(WithdrawalCode.NOT_ENGAGED))
    assert [task.about for task in notices(case)] == ["withdrawn"]
    closed = left_until(case, case.last_at + timedelta(days=10))
    assert closed.ending
    assert notices(closed) == []
