"""What the doctor says of R&M."""

from typing import Any

import pytest
from pydantic import SecretStr

from examples.refer_and_monitor.running import StandIn
from examples.refer_and_monitor.troubles import Kind
from examples.refer_and_monitor.world import World
from gateways.refer_and_monitor.settings import MonitoringSettings
from tests.refer_and_monitor.reaching import settings
from worker.checks.monitoring import monitoring

READS, WRITES = ("ok", "answers our client"), ("ok", "answers the delegated user")


def findings(said: MonitoringSettings) -> list[tuple[str, str]]:
    return [(found.ok, found.detail) for found in monitoring(said)]


def test_not_connected_is_well() -> None:
    assert findings(MonitoringSettings()) == [("ok", "not connected: what it must know, people key in")]


def test_connected_it_is_read_and_written_to(running: StandIn, world: World) -> None:
    assert findings(settings(running)) == [READS, WRITES]


@pytest.mark.parametrize(
    "other, expected",
    [
        pytest.param(
            {"rm_user_refresh_token": ""},
            [READS, ("warning", "no delegated user: people key in")],
            id="nobody to write as",
        ),
        pytest.param(
            {"rm_user_refresh_token": SecretStr("taken back")},
            [READS, ("failed", "signed-out")],
            id="the user's token was taken back",
        ),
        pytest.param(
            {"rm_client_secret": SecretStr("guessed")},
            [("failed", "signed-out"), ("failed", "signed-out")],
            id="a wrong secret",
        ),
        pytest.param(
            {"rm_url": "http://127.0.0.1:9"},
            [("failed", "connect"), ("failed", "connect")],
            id="nobody there",
        ),
    ],
)
def test_what_is_wrong_is_said_by_its_code(
    running: StandIn, world: World, other: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert findings(settings(running, **other)) == expected


@pytest.mark.parametrize("kind, why", [("maintenance", "maintenance"), ("wrong-json", "not-understood")])
def test_an_r_and_m_that_is_away_is_told_from_one_that_is_not_ours(
    running: StandIn, world: World, kind: Kind, why: str
) -> None:
    client = settings(running)
    world.troubles.meanwhile = lambda method, path: _only_there(world, path, kind)
    assert ("failed", why) in findings(client)


def _only_there(world: World, path: str, kind: Kind) -> None:
    world.troubles.always = kind if "referral" in path else None
