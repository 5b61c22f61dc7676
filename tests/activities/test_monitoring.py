"""Telling R&M: how long the next look waits, so that what is still under way is not written again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities.monitoring import MonitoringActivities, MonitoringErrand
from gateways.remembered_monitoring import RememberedMonitoring
from interventions.correspondence import TellMonitoring
from interventions.monitoring.records import AssignmentRecord

REFERRAL = UUID("5d4d6a0c-6f1c-4f0e-9e0e-0f3f6c9b2a11")
RECORD = AssignmentRecord(at=datetime(2026, 6, 1, 9, tzinfo=UTC), caseworker="SAM.CASEWORKER")


def next_look(why: str, attempt: int = 1) -> timedelta | None:
    """How long after a try that ended so the next one is to wait; None leaves it to the queue."""
    environment = ActivityEnvironment()
    environment.info = replace(environment.info, attempt=attempt)
    telling = MonitoringActivities(RememberedMonitoring(away=why))
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
