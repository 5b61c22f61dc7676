"""What counts as a leap of the clock under a text, and what as a text's wait."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from temporalio.api.enums.v1 import EventType, TimeoutType
from temporalio.api.history.v1 import HistoryEvent

from activities.texts import TextErrand
from tests.activities.text_desk import CRN, KEY, REFERRAL, SAID_AT, a_reminder
from tests.proofs.run_on import InHand, ran_on
from workflows.contract import DATA_CONVERTER

TWO = datetime(2054, 3, 3, 14, tzinfo=UTC)
TO_THE_NEXT_TRY = timedelta(minutes=2, seconds=47)
FIVE = timedelta(minutes=5)
ITS_TIME_WAS_UP = "TIMEOUT_TYPE_START_TO_CLOSE"


def asked_for(activity: str = "send_text") -> HistoryEvent:
    """The reminder is handed to the messaging queue, as the first event of all."""
    event = HistoryEvent(event_id=1, event_type=EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)
    scheduled = event.activity_task_scheduled_event_attributes
    scheduled.activity_type.name = activity
    text = TextErrand(referral_id=REFERRAL, crn=CRN, said_at=SAID_AT, errand=a_reminder())
    scheduled.input.payloads.extend(DATA_CONVERTER.payload_converter.to_payloads([text]))
    return event


def begun(attempt: int = 1, failed: str = "") -> HistoryEvent:
    event = HistoryEvent(event_type=EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED)
    started = event.activity_task_started_event_attributes
    started.scheduled_event_id, started.attempt = 1, attempt
    if failed == ITS_TIME_WAS_UP:
        started.last_failure.timeout_failure_info.timeout_type = TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE
    elif failed:
        started.last_failure.application_failure_info.type = failed
    return event


def done() -> HistoryEvent:
    event = HistoryEvent(event_type=EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED)
    event.activity_task_completed_event_attributes.scheduled_event_id = 1
    return event


def the_clock_leaps(by: timedelta = TO_THE_NEXT_TRY) -> HistoryEvent:
    event = HistoryEvent(event_type=EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED)
    leap = event.workflow_execution_time_skipping_transitioned_event_attributes
    leap.wall_clock_time.FromDatetime(TWO)
    leap.target_time.FromDatetime(TWO + by)
    return event


@pytest.mark.parametrize(
    ("history", "leapt"),
    [
        pytest.param([asked_for(), begun(), done()], timedelta(0), id="nothing leapt"),
        pytest.param(
            [asked_for(), the_clock_leaps(), begun(), done()],
            TO_THE_NEXT_TRY,
            id="under a text that is on its way",
        ),
        pytest.param(
            [asked_for(), the_clock_leaps(), the_clock_leaps(FIVE), begun(), done()],
            TO_THE_NEXT_TRY + FIVE,
            id="twice",
        ),
        pytest.param(
            [the_clock_leaps(FIVE), asked_for(), begun(), done(), the_clock_leaps(FIVE)],
            timedelta(0),
            id="before and after the text",
        ),
    ],
)
def test_a_leap_counts_while_the_text_is_in_hand(history: Iterable[HistoryEvent], leapt: timedelta) -> None:
    assert ran_on(history) == {KEY: InHand(leapt)}


@pytest.mark.parametrize(
    ("tries", "failed", "unlived"),
    [
        pytest.param(1, "", TO_THE_NEXT_TRY, id="one try"),
        pytest.param(2, "number-busy", timedelta(0), id="its turn had not come: a wait"),
        pytest.param(2, ITS_TIME_WAS_UP, timedelta(0), id="its worker was gone: a wait"),
    ],
)
def test_what_lay_between_two_tries_is_a_wait(tries: int, failed: str, unlived: timedelta) -> None:
    history = [asked_for(), the_clock_leaps(), begun(tries, failed), done()]

    text = ran_on(history)[KEY]

    assert text == InHand(TO_THE_NEXT_TRY, tries, failed)
    assert text.unlived == unlived


def test_a_violation_says_how_often_it_was_tried_and_why() -> None:
    (text,) = ran_on([asked_for(), the_clock_leaps(), begun(2, "number-busy"), done()]).values()

    assert str(text) == "tried 2 times (number-busy), the clock leapt 0:02:47"


@pytest.mark.parametrize(
    "history",
    [
        pytest.param([asked_for(), the_clock_leaps(), begun()], id="not taken yet"),
        pytest.param([asked_for("tell_monitoring"), the_clock_leaps(), begun(), done()], id="no text"),
    ],
)
def test_and_never_otherwise(history: Iterable[HistoryEvent]) -> None:
    assert ran_on(history) == {}
