"""R&M fails one record for days: a person's, if it takes others meanwhile. An outage everybody waits for."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from temporalio.common import MetricMeter
from temporalio.exceptions import ApplicationError
from temporalio.runtime import MetricBuffer, Runtime, TelemetryConfig
from temporalio.testing import ActivityEnvironment

from activities.monitoring import MonitoringActivities, MonitoringErrand
from gateways.remembered_monitoring import RememberedMonitoring
from gateways.remembered_turns import RememberedTurns
from interventions.monitoring.records import AssignmentRecord, CaseNote, MonitoringRecord
from interventions.words.correspondence import Outcome, TellMonitoring

HERS, ANOTHERS, A_THIRDS = (UUID(int=number) for number in (1, 2, 3))
ASKED = datetime(2026, 6, 1, 9, tzinfo=UTC)
GIVE_UP = ASKED + timedelta(days=2)
NOTE = CaseNote(at=ASKED, marker="pause/1", subject="Paused", body="She is afraid of her brother")
ASSIGNED = AssignmentRecord(at=ASKED, caseworker="sam.caseworker")
AWAY = Outcome(result="failed", why="monitoring-away")
A_PERSONS = Outcome(result="refused", why="failing")


@dataclass
class Service:
    """A worker, an R&M that fails every case note with this code, and what each try came to."""

    code: str = "status-500"
    meter: MetricMeter = MetricMeter.noop
    turns: RememberedTurns = field(default_factory=RememberedTurns)

    def __post_init__(self) -> None:
        self.monitoring = RememberedMonitoring(failing={"case-note": self.code})
        self.telling = MonitoringActivities(self.monitoring, self.turns, settling=timedelta())

    def tells(
        self,
        at: datetime,
        referral: UUID = HERS,
        record: MonitoringRecord = NOTE,
        give_up_at: datetime | None = GIVE_UP,
    ) -> Outcome:
        """One try at that time of the server's."""
        environment = ActivityEnvironment()
        environment.metric_meter = self.meter
        environment.info = replace(environment.info, started_time=at)
        errand = TellMonitoring(key="monitoring/0001", record=record, give_up_at=give_up_at)
        try:
            return environment.run(
                self.telling.tell_monitoring, MonitoringErrand(referral_id=referral, errand=errand)
            )
        except ApplicationError as waits:
            return Outcome(result="failed", why=waits.type or "")

    def takes_from(self, referral: UUID, *times: datetime) -> None:
        for at in times:
            assert self.tells(at, referral, ASSIGNED).result == "accepted"


def hours(*after: float) -> list[datetime]:
    """So many hours from when it is to be given up."""
    return [GIVE_UP + timedelta(hours=hour) for hour in after]


MORNING_AND_AFTERNOON = hours(-6, -1)
[NOW] = hours(0.5)


def test_what_fails_while_others_get_through_is_a_persons_when_its_time_is_over() -> None:
    service = Service()
    service.takes_from(ANOTHERS, *MORNING_AND_AFTERNOON)
    assert service.tells(NOW) == A_PERSONS


def test_the_record_behind_it_goes_through() -> None:
    service = Service()
    service.takes_from(ANOTHERS, *MORNING_AND_AFTERNOON)
    assert service.tells(NOW) == A_PERSONS
    assert service.tells(NOW, HERS, ASSIGNED).result == "accepted"


def test_in_an_outage_nobody_is_asked_however_long_it_lasts() -> None:
    service = Service()
    service.takes_from(ANOTHERS, *hours(-60, -50, -49))
    service.monitoring.away = "status-503"
    for at in hours(0.1, 4, 24, 24 * 14):
        assert [service.tells(at, referral) for referral in (HERS, ANOTHERS, A_THIRDS)] == [AWAY] * 3


def test_when_an_outage_is_just_over_one_good_answer_to_another_proves_nothing() -> None:
    service = Service()
    service.takes_from(ANOTHERS, *hours(5, 5.1, 6))
    assert [service.tells(at) for at in hours(5.2, 6.2, 8.9)] == [AWAY] * 3
    service.takes_from(A_THIRDS, *hours(9.5))
    assert service.tells(hours(10)[0]) == A_PERSONS


def test_before_its_time_it_waits() -> None:
    service = Service()
    service.takes_from(ANOTHERS, *MORNING_AND_AFTERNOON)
    assert service.tells(hours(-0.1)[0]) == AWAY


def test_its_own_interventions_records_prove_nothing() -> None:
    """What was told before it got through: that says nothing of R&M today."""
    service = Service()
    service.takes_from(HERS, *MORNING_AND_AFTERNOON)
    assert service.tells(NOW) == AWAY


def test_what_was_taken_longer_ago_proves_nothing() -> None:
    service = Service()
    service.takes_from(ANOTHERS, *hours(-30, -20, -9))
    assert service.tells(NOW) == AWAY
    service.takes_from(ANOTHERS, *hours(0.2))
    assert service.tells(NOW) == AWAY


@pytest.mark.parametrize("code", ["connect", "maintenance", "signed-out", "status-429", "auth-status-500"])
def test_where_r_and_m_was_not_reached_it_did_not_fail_this_one(code: str) -> None:
    service = Service(code)
    service.takes_from(ANOTHERS, *MORNING_AND_AFTERNOON)
    assert service.tells(NOW) == AWAY


@pytest.mark.parametrize("code", ["status-500", "status-504", "not-understood", "cut", "time-out"])
def test_however_it_fails_it(code: str) -> None:
    service = Service(code)
    service.takes_from(ANOTHERS, *MORNING_AND_AFTERNOON)
    assert service.tells(NOW) == A_PERSONS


def test_under_a_policy_pinned_before_it_is_tried_for_ever() -> None:
    service = Service()
    service.takes_from(ANOTHERS, *MORNING_AND_AFTERNOON)
    assert service.tells(NOW, give_up_at=None) == AWAY


def test_a_refusal_is_no_taking() -> None:
    service = Service()
    service.monitoring.refusing = {"assignment": "not-permitted"}
    for at in MORNING_AND_AFTERNOON:
        assert service.tells(at, ANOTHERS, ASSIGNED).result == "refused"
    assert service.tells(NOW) == AWAY


def test_it_is_counted_and_said_by_kind_and_referral(caplog: pytest.LogCaptureFixture) -> None:
    counted = MetricBuffer(100)
    service = Service(meter=Runtime(telemetry=TelemetryConfig(metrics=counted)).metric_meter)
    service.takes_from(ANOTHERS, *MORNING_AND_AFTERNOON)
    service.tells(NOW)
    assert [each.metric.name for each in counted.retrieve_updates() if each.value] == [
        "throughline_monitoring_given_up"
    ]
    said = f"R&M fails a record and takes others: case-note of {HERS} is a person's now (status-500)"
    assert [(each.levelname, each.message) for each in caplog.records] == [("ERROR", said)]
