"""Telling R&M: how long the next look waits, so that what is still under way is not written again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import sleep
from uuid import UUID

import pytest
from temporalio.common import MetricMeter
from temporalio.exceptions import ApplicationError
from temporalio.runtime import MetricBuffer, Runtime, TelemetryConfig
from temporalio.testing import ActivityEnvironment

from activities.monitoring import MonitoringActivities, MonitoringErrand
from activities.ports import MonitoringAway, MonitoringSystem
from activities.turns import Turns
from gateways.remembered_monitoring import RememberedMonitoring
from gateways.remembered_turns import RememberedTurns
from interventions.monitoring.records import AssignmentRecord, MonitoringRecord
from interventions.words.correspondence import Outcome, TellMonitoring

REFERRAL = UUID("5d4d6a0c-6f1c-4f0e-9e0e-0f3f6c9b2a11")
RECORD = AssignmentRecord(at=datetime(2026, 6, 1, 9, tzinfo=UTC), caseworker="SAM.CASEWORKER")


def next_look(
    why: str,
    attempt: int = 1,
    monitoring: MonitoringSystem | None = None,
    meter: MetricMeter = MetricMeter.noop,
) -> timedelta | None:
    """How long after a try that ended so the next one is to wait; None leaves it to the queue."""
    environment = ActivityEnvironment()
    environment.metric_meter = meter
    environment.info = replace(environment.info, attempt=attempt)
    telling = MonitoringActivities(monitoring or RememberedMonitoring(away=why), RememberedTurns())
    told = MonitoringErrand(referral_id=REFERRAL, errand=TellMonitoring(key="monitoring/0001", record=RECORD))
    with pytest.raises(ApplicationError) as failed:
        environment.run(telling.tell_monitoring, told)
    return failed.value.next_retry_delay


@pytest.mark.parametrize("why", ["cut", "time-out", "status-500", "status-503", "not-understood"])
def test_what_may_have_been_taken_is_given_time_to_show(why: str) -> None:
    assert next_look(why) == timedelta(seconds=30)


@pytest.mark.parametrize("why", ["connect", "maintenance", "signed-out", "status-429", "auth-time-out"])
def test_where_nothing_was_taken_the_queue_decides(why: str) -> None:
    assert next_look(why) is None


def test_a_long_outage_is_asked_after_ever_more_rarely() -> None:
    waits = [next_look("status-500", attempt) for attempt in (1, 2, 3, 4, 5, 5000)]
    assert waits == [timedelta(seconds=seconds) for seconds in (30, 60, 120, 240, 300, 300)]


class AsksForPeace(RememberedMonitoring):
    """R&M that answers 429, and says for how long."""

    seconds = 0

    def tell(self, key: str, referral_id: UUID, record: MonitoringRecord) -> Outcome:
        raise MonitoringAway("status-429", timedelta(seconds=self.seconds))


@pytest.mark.parametrize(
    ("asked", "attempt", "waited"),
    [
        pytest.param(90, 1, 90, id="as it asks"),
        pytest.param(0, 1, 5, id="never at once"),
        pytest.param(1, 4, 40, id="ever more rarely, whatever it asks"),
        pytest.param(86_400, 1, 300, id="five minutes at most"),
        pytest.param(1, 5000, 300, id="for days"),
    ],
)
def test_r_and_m_is_left_alone_for_as_long_as_it_asks(asked: int, attempt: int, waited: int) -> None:
    monitoring = AsksForPeace()
    monitoring.seconds = asked
    assert next_look("", attempt, monitoring) == timedelta(seconds=waited)


@pytest.mark.parametrize(
    ("why", "attempt", "counter", "line"),
    [
        pytest.param(
            "signed-out",
            1,
            "throughline_monitoring_signed_out",
            "R&M has signed us out: nothing is told until its secret or token is renewed",
            id="signed out",
        ),
        pytest.param(
            "status-500",
            26,
            "throughline_monitoring_stuck",
            f"R&M has not taken a record for hours: assignment of {REFERRAL} (status-500)",
            id="one record that fails for hours",
        ),
    ],
)
def test_what_does_not_pass_by_itself_is_counted_and_said(
    why: str, attempt: int, counter: str, line: str, caplog: pytest.LogCaptureFixture
) -> None:
    counted = MetricBuffer(100)
    meter = Runtime(telemetry=TelemetryConfig(metrics=counted)).metric_meter
    next_look(why, attempt, meter=meter)
    assert [each.metric.name for each in counted.retrieve_updates() if each.value] == [counter]
    assert [(each.levelname, each.message) for each in caplog.records] == [("ERROR", line)]


@pytest.mark.parametrize("attempt", [25, 27])
def test_what_may_pass_by_itself_is_not_said_and_what_was_said_is_not_said_again(
    attempt: int, caplog: pytest.LogCaptureFixture
) -> None:
    next_look("status-500", attempt)
    assert caplog.records == []


OTHERS = AssignmentRecord(at=RECORD.at, caseworker="KIM.CASEWORKER")
A_LEASE = timedelta(seconds=90)


class Dies(RememberedMonitoring):
    """R&M as a worker meets it that dies in the middle of its calls."""

    def tell(self, key: str, referral_id: UUID, record: MonitoringRecord) -> Outcome:
        raise SystemExit(key)


class LateTurns(RememberedTurns):
    """A database that answers only when the turn is half over."""

    def __init__(self) -> None:
        super().__init__()
        self.given_back: list[timedelta] = []

    def take(self, referral_id: UUID, holder: str, lease: timedelta) -> timedelta:
        answer = super().take(referral_id, holder, lease)
        sleep(0.05)
        return answer

    def leave(self, referral_id: UUID, holder: str, rest: timedelta) -> None:
        super().leave(referral_id, holder, rest)
        self.given_back.append(rest)


def tell(monitoring: MonitoringSystem, turns: Turns, record: AssignmentRecord = RECORD) -> Outcome:
    """One try, on a worker of its own."""
    errand = TellMonitoring(key=f"monitoring/{record.caseworker}", record=record)
    told = MonitoringErrand(referral_id=REFERRAL, errand=errand)
    return ActivityEnvironment().run(MonitoringActivities(monitoring, turns).tell_monitoring, told)


def test_what_is_told_gives_the_turn_back() -> None:
    monitoring, turns = RememberedMonitoring(), RememberedTurns()
    assert [tell(monitoring, turns, record).result for record in (RECORD, OTHERS)] == ["accepted"] * 2


def test_what_is_refused_gives_the_turn_back() -> None:
    monitoring, turns = RememberedMonitoring(), RememberedTurns()
    monitoring.refuse_next(REFERRAL, "clash")
    assert [tell(monitoring, turns).result for _ in range(2)] == ["refused", "accepted"]


@pytest.mark.parametrize(("why", "rests"), [("connect", False), ("time-out", True)])
def test_another_worker_waits_only_where_something_may_have_been_taken(why: str, rests: bool) -> None:
    turns = RememberedTurns()
    with pytest.raises(ApplicationError, match="away"):
        tell(RememberedMonitoring(away=why), turns)
    yet = turns.take(REFERRAL, "another", A_LEASE)
    assert (timedelta(seconds=25) < yet <= timedelta(seconds=30)) if rests else not yet


@pytest.mark.parametrize("record", [RECORD, OTHERS])
def test_who_dies_keeps_the_turn_of_the_whole_intervention_until_r_and_m_has_settled(
    record: AssignmentRecord,
) -> None:
    turns = RememberedTurns()
    with pytest.raises(SystemExit):
        tell(Dies(), turns)
    with pytest.raises(ApplicationError, match="already") as waits:
        tell(RememberedMonitoring(), turns, record)
    wait = waits.value.next_retry_delay
    assert wait
    assert timedelta(seconds=85) < wait <= timedelta(seconds=91)


def test_a_turn_that_came_late_is_given_back_and_nobody_is_called() -> None:
    turns, monitoring = LateTurns(), RememberedMonitoring()
    telling = MonitoringActivities(monitoring, turns, late=timedelta(seconds=0.01))
    errand = TellMonitoring(key="monitoring/0001", record=RECORD)
    with pytest.raises(ApplicationError, match="already"):
        ActivityEnvironment().run(
            telling.tell_monitoring, MonitoringErrand(referral_id=REFERRAL, errand=errand)
        )
    assert (monitoring.written, turns.given_back) == ((), [timedelta()])
