"""Nothing of a person gets out by the side doors: logs, errors, addresses."""

import logging
import traceback

import pytest

from activities.ports import MonitoringAway
from examples.refer_and_monitor.troubles import Kind, Trouble
from interventions.monitoring.records import MonitoringRecord
from tests.refer_and_monitor.telling import Telling
from tests.refer_and_monitor.told import ASSESSED, BOOKED, HELD_2, MOVED, NOTED, PLANNED, STORY


def away_or_not(tell: Telling, record: MonitoringRecord) -> MonitoringAway | None:
    try:
        tell(record)
    except MonitoringAway as away:
        return away
    return None


def test_nothing_of_a_person_gets_into_logs_errors_or_addresses(
    tell: Telling, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    told: list[MonitoringRecord] = [BOOKED, MOVED, ASSESSED, PLANNED, HELD_2, NOTED]
    kinds: list[Kind] = ["refused-after", "wrong-json", "cut-after", "slow", "busy", "no-such-page"]
    said: list[str] = []
    for record, kind in zip(told, kinds, strict=True):
        tell.world.troubles.plan(Trouble(kind, path="referral", after=2))
        away = away_or_not(tell, record)
        said += traceback.format_exception(away) if away else []
        assert (getattr(away, "__cause__", None), getattr(away, "__context__", None)) == (None, None)
        said += [call.path for call in tell.world.calls]
        tell.world.troubles.planned.clear()
        assert tell(record).result == "accepted"
    tokens = tell.world.tokens
    secrets = (tokens.client_secret, tokens.signing_key, tell.gateway.line.reading.bearer())
    ours = (STORY, tell.referral.crn, "Aaron", "Fennimore", "The bus", "At work that day", *secrets)
    logged = [record.getMessage() for record in caplog.records if record.name.split(".")[0] != "asyncio"]
    words = "\n".join([*said, *logged])
    assert len(said) > 20
    assert [word for word in ours if word in words] == []
