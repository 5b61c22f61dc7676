"""Writing facts down and pinning terms: again adds nothing, and a wrong shelf is asked again."""

from datetime import timedelta

import pytest
from temporalio.exceptions import ApplicationError
from temporalio.runtime import MetricBuffer, Runtime, TelemetryConfig
from temporalio.testing import ActivityEnvironment

from activities.register import Page, RegisterActivities, TermsWanted
from gateways.in_memory import RememberedRegister
from gateways.shelf import Shelf
from interventions.facts import TaskClosed
from tests.gateways.register_entries import AT, REFERRAL, a_referral, an_entry

SHELF = Shelf.from_files()


def test_a_page_is_written_down_once_however_often_it_is_tried() -> None:
    register = RememberedRegister()
    activities = RegisterActivities(register, SHELF)
    page = Page(entries=(an_entry(1), an_entry(2)))
    for _ in range(3):
        ActivityEnvironment().run(activities.write_down, page)
    assert register.written == page.entries


def test_a_page_decided_again_after_its_task_was_lost_is_written_down_beside_the_first() -> None:
    register = RememberedRegister()
    activities = RegisterActivities(register, SHELF)
    later = AT + timedelta(seconds=10)
    again = an_entry(2, TaskClosed(at=later, task="x", how="done"), recorded_at=later)
    for entries in [(an_entry(1), an_entry(2), an_entry(3)), (an_entry(1), again)]:
        ActivityEnvironment().run(activities.write_down, Page(entries=entries))
    assert register.entries(REFERRAL) == (an_entry(1), again)
    assert register.written == (an_entry(1), an_entry(2), an_entry(3), again)


def test_another_fact_at_one_place_and_instant_is_an_alarm_that_names_nobody(
    caplog: pytest.LogCaptureFixture,
) -> None:
    counted = MetricBuffer(100)
    temporal = ActivityEnvironment()
    temporal.metric_meter = Runtime(telemetry=TelemetryConfig(metrics=counted)).metric_meter
    activities = RegisterActivities(RememberedRegister(), SHELF)
    other = an_entry(2, TaskClosed(at=AT, task="x", how="rang Zebedee", by="pp-1"))
    for second in (an_entry(2), an_entry(2), other):
        temporal.run(activities.write_down, Page(entries=(an_entry(1), second)))
    [line] = caplog.records
    assert (line.levelname, line.message) == (
        "ERROR",
        f"the register holds another fact than was told at {REFERRAL}/2",
    )
    updates = [each for each in counted.retrieve_updates() if each.metric.name.endswith("contradicted")]
    assert [each.value for each in updates] == [1]


def test_the_terms_pinned_are_those_on_the_shelf() -> None:
    activities = RegisterActivities(RememberedRegister(), SHELF)
    wanted = TermsWanted(referral=a_referral(), policy="standard")
    assert ActivityEnvironment().run(activities.pin_terms, wanted) == SHELF.terms(a_referral(), "standard")


@pytest.mark.parametrize(
    ("policy", "version", "kind"),
    [
        pytest.param("generous", "seed-v1", "CatalogueError", id="no such policy"),
        pytest.param("standard", "rm-1999-01", "UnknownService", id="no such outcomes version"),
    ],
)
def test_a_shelf_that_lacks_something_is_asked_again_until_it_is_put_right(
    policy: str, version: str, kind: str
) -> None:
    activities = RegisterActivities(RememberedRegister(), SHELF)
    wanted = TermsWanted(referral=a_referral(outcomes_version=version), policy=policy)
    with pytest.raises(ApplicationError) as refused:
        ActivityEnvironment().run(activities.pin_terms, wanted)
    assert refused.value.type == kind
    assert not refused.value.non_retryable
