"""Where policy stops sessions before the sentence does: nothing is booked after that day."""

from collections.abc import Callable
from datetime import date

import pytest

from interventions.case import Case
from interventions.messages import Message, UndoAmendment
from interventions.vocabulary import ClockState, Stage
from tests.builders import a_case_at, clock, facts_of, left_until, names, refusal, told
from tests.sayings import PRACTITIONER, a_booking, a_record, an_amendment

LAST = date(2026, 6, 10)


def until(last: date = LAST) -> Case:
    """session-1 is on Wednesday 10 June, the last day on which sessions may be delivered."""
    return told(a_case_at(Stage.DELIVERY), an_amendment(latest_delivery=last))


# fmt: off
REFUSED = [
    pytest.param(until, a_booking("2026-06-11T10:00", reason="asked for"), None, "after-latest-delivery", "starts_at", id="a day too late, and no reason opens it"),  # noqa: E501
    pytest.param(until, an_amendment(latest_delivery=date(2026, 6, 1)), None, "date-passed", "latest_delivery", id="a last day that is over"),  # noqa: E501
]
# fmt: on


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_it_is_refused(case: Callable[[], Case], message: Message, when: None, rule: str, field: str) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)


def test_on_the_last_day_itself_sessions_are_delivered() -> None:
    case = until()
    assert [each.slot for each in case.live] == ["session-1"]
    assert "AppointmentBooked" in names(facts_of(case, a_booking("2026-06-10T14:00", reason="two in a day")))


def test_a_session_that_took_place_is_recorded_all_the_same() -> None:
    case = left_until(until(), "2026-06-12T10:00")
    recalled = a_booking("2026-06-11T10:00", record=a_record(), reason="nobody knew")
    assert "ContactRecorded" in names(facts_of(told(case, a_record()), recalled, "2026-06-12T10:00"))


def test_dates_after_it_are_called_off_at_once_and_come_back_with_nobody() -> None:
    case = until(date(2026, 6, 9))
    assert case.live == ()
    undone = told(case, UndoAmendment(by=PRACTITIONER, reason="the wrong case"))
    assert (undone.referral.latest_delivery, undone.live) == (None, ())


def test_its_clock_is_broken_where_sessions_are_still_owed() -> None:
    case = left_until(until(), "2026-06-11T09:00")
    found = clock(case, "latest-delivery")
    assert (found.state, found.mark.cause) == (ClockState.BREACHED, "dose-not-met")
    assert "breached/latest-delivery" in [task.id for task in case.open_tasks]
