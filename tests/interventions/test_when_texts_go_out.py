"""When a participant is reminded, on nights when clocks change, over holidays, and when plans change."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from interventions.agenda import agenda
from interventions.case import Case
from interventions.messages import CallOff
from interventions.participant import ContactSheet
from interventions.vocabulary import Channel, WithdrawalCode
from tests.builders import a_case, a_referral, asleep_until, left_until, told
from tests.sayings import WORKER, a_booking, a_pause, a_withdrawal, allocation, at

SHEET = ContactSheet(mobile="+447700900101", safe={Channel.TEXT: True})


def booked(starts_at: str, *, booked_at: str, sent: str = "", **policy: Any) -> Case:
    """Allocated and booked at once, at `booked_at`."""
    referral = a_referral("family-low", contact=SHEET, sent=sent or booked_at)
    case = told(a_case(referral, **policy), allocation(), booked_at)
    return told(case, a_booking(starts_at), booked_at)


def due(case: Case) -> dict[str, datetime]:
    return {item.key: item.at for item in agenda(case) if item.key.startswith("reminder/")}


@pytest.mark.parametrize(
    ("starts_at", "booked_at", "goes_out"),
    [
        pytest.param("2026-03-29T10:00", "2026-03-20T10:00", "2026-03-28T10:00", id="clocks go forward"),
        pytest.param("2026-03-30T10:00", "2026-03-20T10:00", "2026-03-29T10:00", id="they went forward"),
        pytest.param(
            "2026-10-25T10:00", "2026-10-16T10:00", "2026-10-24T10:00", id="clocks go back at night"
        ),
        pytest.param(
            "2026-10-26T18:30", "2026-10-16T10:00", "2026-10-25T18:30", id="they went back that day"
        ),
        pytest.param("2026-10-26T08:00", "2026-10-16T10:00", "2026-10-23T18:00", id="on Friday evening"),
        pytest.param("2026-12-29T08:30", "2026-12-18T10:00", "2026-12-24T18:00", id="before Christmas"),
        pytest.param("2026-04-07T08:30", "2026-03-27T10:00", "2026-04-02T18:00", id="before Good Friday"),
        pytest.param("2026-06-05T20:00", "2026-06-01T10:00", "2026-06-04T18:00", id="late in the evening"),
        pytest.param("2026-06-05T10:00", "2026-06-04T23:59", "2026-06-05T09:00", id="booked before midnight"),
        pytest.param("2026-06-05T10:00", "2026-06-05T00:01", "2026-06-05T09:00", id="booked after midnight"),
        pytest.param("2026-06-05T15:00", "2026-06-05T11:00", "2026-06-05T11:00", id="booked late: at once"),
    ],
)
def test_a_reminder_goes_out(starts_at: str, booked_at: str, goes_out: str) -> None:
    case = booked(starts_at, booked_at=booked_at)
    sent = left_until(case, at(goes_out) + timedelta(minutes=1))
    word = sent.words["reminder/assessment/1"]
    assert (word.at, word.state) == (at(goes_out), "requested")
    early = left_until(case, at(goes_out) - timedelta(minutes=1)) if at(goes_out) > case.last_at else case
    assert at(goes_out) == at(booked_at) or "reminder/assessment/1" not in early.words


def test_booked_at_night_for_the_next_morning_nothing_goes_out_too_late() -> None:
    case = left_until(booked("2026-06-05T09:00", booked_at="2026-06-04T22:00"), "2026-06-05T12:00")
    assert "reminder/assessment/1" not in case.words


@pytest.mark.parametrize(
    "happens",
    [
        pytest.param(a_withdrawal(), id="withdrawn"),
        pytest.param(a_withdrawal(WithdrawalCode.DIED), id="a death"),
        pytest.param(CallOff(by=WORKER, slot="assessment", reason="a flood"), id="called off"),
        pytest.param(a_pause("2026-06-20"), id="paused"),
    ],
)
def test_no_reminder_goes_out_after_its_reason_is_gone(happens: Any) -> None:
    case = told(booked("2026-06-10T10:00", booked_at="2026-06-02T10:00"), happens)
    assert due(case) == {}
    assert "reminder/assessment/1" not in left_until(case, "2026-06-10T12:00").words


def test_a_service_that_slept_through_the_meeting_reminds_nobody_of_it() -> None:
    case = asleep_until(booked("2026-06-10T10:00", booked_at="2026-06-02T10:00"), "2026-06-10T12:00")
    assert case.words["reminder/assessment/1"].state == "lapsed"


def test_a_policy_may_remind_earlier_as_well() -> None:
    case = booked("2026-06-12T10:00", booked_at="2026-06-02T10:00", further_reminder_hours=(72, 168))
    assert due(case) == {
        "reminder/assessment/1/168h": at("2026-06-05T10:00"),
        "reminder/assessment/1/72h": at("2026-06-09T10:00"),
        "reminder/assessment/1": at("2026-06-11T10:00"),
    }
    after = left_until(case, "2026-06-12T09:00")
    asked = [word.key for word in after.words.values() if word.errand == "text"]
    assert asked == ["reminder/assessment/1/168h", "reminder/assessment/1/72h", "reminder/assessment/1"]


def test_earlier_reminders_that_are_past_when_a_date_is_made_are_left_out() -> None:
    case = booked("2026-06-04T10:00", booked_at="2026-06-02T10:00", further_reminder_hours=(72, 168, 30))
    assert set(due(case)) == {"reminder/assessment/1/30h", "reminder/assessment/1"}


def test_after_a_long_sleep_one_reminder_goes_out_and_not_three() -> None:
    case = booked("2026-06-12T10:00", booked_at="2026-06-02T10:00", further_reminder_hours=(72, 168))
    awake = asleep_until(case, "2026-06-11T12:00")
    asked = [word.key for word in awake.words.values() if word.state == "requested"]
    assert asked == ["reminder/assessment/1"]
    assert awake.words["reminder/assessment/1/72h"].state == "lapsed"


def test_a_date_that_moves_takes_every_reminder_with_it() -> None:
    case = booked("2026-06-12T10:00", booked_at="2026-06-02T10:00", further_reminder_hours=(72,))
    moved = told(
        case, a_booking("2026-06-15T10:00", slot="assessment", moved_by="provider", reason="a flood")
    )
    assert set(due(moved)) == {"reminder/assessment/2/72h", "reminder/assessment/2"}
