"""Clocks over Easter, Christmas, both clock changes and midnight, and how they explain themselves."""

from datetime import timedelta

import pytest

from interventions.agenda import clocks
from interventions.case import Case
from interventions.messages import ApprovePlan, ReturnPlan, SubmitPlan
from interventions.vocabulary import ClockState, Stage
from tests.builders import a_case, a_case_at, a_plan, a_referral, clock, left_until, told
from tests.sayings import PRACTITIONER, WORKER, a_booking, at, on

EVERY_CLOCK = {
    "allocation",
    "assessment",
    "assessment-date",
    "assessment-early-target",
    "action-plan",
    "approval",
    "revision",
    "update",
    "next-session",
    "delivery",
    "completion-deadline",
    "three-way-offer",
    "report",
}


@pytest.mark.parametrize(
    ("sent", "due", "skipped"),
    [
        pytest.param(
            "2026-04-02T16:40",
            "2026-04-21T00:00",
            [
                "Good Friday",
                "Saturday",
                "Sunday",
                "Easter Monday",
                "Saturday",
                "Sunday",
                "Saturday",
                "Sunday",
            ],
            id="the day before Good Friday",
        ),
        pytest.param(
            "2026-12-18T10:00",
            "2027-01-07T00:00",
            [
                *("Saturday", "Sunday", "Christmas Day", "Saturday", "Sunday"),
                *("Boxing Day (substitute day)", "New Year's Day", "Saturday", "Sunday"),
            ],
            id="the week before Christmas",
        ),
        pytest.param(
            "2026-03-27T10:00",
            "2026-04-15T00:00",
            [
                *("Saturday", "Sunday", "Good Friday", "Saturday", "Sunday"),
                *("Easter Monday", "Saturday", "Sunday"),
            ],
            id="the Friday before the clocks go forward",
        ),
        pytest.param(
            "2026-10-23T10:00",
            "2026-11-07T00:00",
            ["Saturday", "Sunday"] * 2,
            id="the Friday before the clocks go back",
        ),
        pytest.param(
            "2026-06-01T23:59:59", "2026-06-16T00:00", ["Saturday", "Sunday"] * 2, id="summer, to midnight"
        ),
        pytest.param(
            "2026-06-02T00:00", "2026-06-17T00:00", ["Saturday", "Sunday"] * 2, id="summer, at midnight"
        ),
        pytest.param(
            "2026-12-01T23:59:59", "2026-12-16T00:00", ["Saturday", "Sunday"] * 2, id="winter, to midnight"
        ),
        pytest.param(
            "2026-12-02T00:00", "2026-12-17T00:00", ["Saturday", "Sunday"] * 2, id="winter, at midnight"
        ),
    ],
)
def test_ten_working_days_from_the_london_day_sent(sent: str, due: str, skipped: list[str]) -> None:
    case = a_case(a_referral(sent=sent))
    assessment = clock(case, "assessment")
    assert assessment.due == at(due)
    assert [day.why for day in assessment.skipped] == skipped
    for day in assessment.skipped:
        assert f"{day.day.day} {day.day:%B} ({day.why})" in assessment.explanation
    assert clock(left_until(case, at(due) - timedelta(seconds=1)), "assessment").state is ClockState.RUNNING
    assert clock(left_until(case, due), "assessment").state is ClockState.BREACHED


def test_a_clock_explains_itself_in_a_sentence() -> None:
    case = a_case(a_referral(sent="2026-04-02T16:40"))
    assert clock(case, "assessment").explanation == (
        "assessment held within 10 working days of the referral, from Thursday 2 April 2026, not counting "
        "3 April (Good Friday), 4 April (Saturday), 5 April (Sunday), 6 April (Easter Monday), "
        "11 April (Saturday), 12 April (Sunday), 18 April (Saturday), 19 April (Sunday): "
        "due by the end of Monday 20 April 2026"
    )


@pytest.mark.parametrize(
    ("sent", "length"),
    [
        pytest.param("2026-03-20T10:00", timedelta(hours=13), id="the Sunday the clocks go forward"),
        pytest.param("2026-10-16T10:00", timedelta(hours=13), id="the Sunday the clocks go back"),
        pytest.param("2026-12-23T10:00", timedelta(hours=13), id="New Year's Day"),
    ],
)
def test_the_update_is_due_at_london_midnight_after_ten_in_the_morning(sent: str, length: timedelta) -> None:
    """The first session is at 10am nine days after the referral was sent: 14 hours before midnight."""
    case = a_case_at(Stage.DELIVERY, sent=sent)
    (session,) = case.live
    update = clock(case, f"update/{session.key}")
    assert update.due - session.ends_at == length
    assert update.warn_at == on(case, 9, "17:00")


def test_a_session_over_midnight_belongs_to_the_day_it_began() -> None:
    moved = a_booking("2026-06-10T23:30", slot="session-1", moved_by="participant", reason="night shift")
    case = told(a_case_at(Stage.DELIVERY), moved)
    assert clock(case, "update/session-1/2").due == at("2026-06-11T00:00")


def everything() -> list[Case]:
    """Cases that between them have every clock there is."""
    deadline = a_case(a_referral(completion_deadline=on(a_case(), 90).date()))
    gap = left_until(a_case_at(Stage.DELIVERY, "both-pathways", held=2), "2026-12-01T00:00")
    returned = told(
        a_case_at(Stage.ACTION_PLAN), SubmitPlan(by=WORKER, plan=a_plan(a_case_at(Stage.ACTION_PLAN)))
    )
    returned = told(returned, ReturnPlan(by=PRACTITIONER, reasons="more"))
    no_date = told(
        told(returned, SubmitPlan(by=WORKER, plan=a_plan(returned))),
        ApprovePlan(by=PRACTITIONER),
        on(returned, 12),
    )
    return [deadline, gap, no_date, *(a_case_at(stage, "lifestyle-high") for stage in Stage)]


def test_every_clock_there_is_explains_itself() -> None:
    seen = [found for case in everything() for found in clocks(case)]
    assert {found.name.split("/")[0] for found in seen} == EVERY_CLOCK
    for found in seen:
        assert found.explanation.startswith(f"{found.rule}, from ")
        assert ": due by the end of " in found.explanation
        assert found.cause != "not-done" or not found.watched


@pytest.mark.parametrize("stage", list(Stage))
def test_a_clock_has_a_name_of_its_own(stage: Stage) -> None:
    names = [found.name for found in clocks(a_case_at(stage, "both-pathways"))]
    assert len(names) == len(set(names))


def test_a_warning_is_not_dated_before_the_service_knew_of_the_person() -> None:
    case = a_case(a_referral(completion_deadline=on(a_case(), 2).date()))
    warned = left_until(case, case.received_at)
    assert [task.opened_at for task in warned.open_tasks] == [case.received_at]
