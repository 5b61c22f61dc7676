"""What an alarm may watch: counted by the meter a worker has, and logged without anybody's number."""

from datetime import timedelta

import pytest
from temporalio.exceptions import ApplicationError
from temporalio.runtime import MetricBuffer, Runtime, TelemetryConfig

from activities.carrying import Answer
from activities.ledger import Caps
from gateways.remembered_texts import RememberedTexts
from tests.activities.text_desk import MOBILE, TextDesk, quick

OVER_CAP = "the texts of the day are used up; those over the cap wait for tomorrow"
HALTED = "no text can be sent before somebody puts this right: account-wrong"


def over_the_cap() -> TextDesk:
    desk = TextDesk(rules=quick(caps=Caps(person=3, everybody=1)))
    desk.sends("reminder/session-2/1")
    return desk


def refused_our_account() -> TextDesk:
    answer = Answer("halted", why="account-wrong", after=timedelta(minutes=1))
    return TextDesk(RememberedTexts(trouble=lambda _: answer))


@pytest.mark.parametrize(
    ("desk", "counter", "line"),
    [
        pytest.param(over_the_cap(), "throughline_texts_over_cap", OVER_CAP, id="the day is used up"),
        pytest.param(refused_our_account(), "throughline_texts_halted", HALTED, id="our account is refused"),
    ],
)
def test_each_time_it_is_tried_it_is_counted_and_said(
    desk: TextDesk, counter: str, line: str, caplog: pytest.LogCaptureFixture
) -> None:
    counted = MetricBuffer(100)
    desk.meter = Runtime(telemetry=TelemetryConfig(metrics=counted)).metric_meter
    for _ in range(2):
        with pytest.raises(ApplicationError):
            desk.tries_once()
    updates = [each for each in counted.retrieve_updates() if each.metric.name == counter]
    assert sum(each.value for each in updates) == 2
    assert [(each.levelname, each.message) for each in caplog.records] == [("ERROR", line)] * 2
    assert MOBILE not in caplog.text
