"""One stand-in for all, on real HTTP; every test finds it as new."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from examples.refer_and_monitor.people import practitioner, provider
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.running import StandIn, stand_in
from examples.refer_and_monitor.world import CONTRACTS, World
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from gateways.shelf import Shelf
from tests.refer_and_monitor.reaching import reach
from tests.refer_and_monitor.standing import Standing, over_http, remembered
from tests.refer_and_monitor.telling import Telling

EXAMPLES = Path(__file__).parents[2] / "examples"
# A Wednesday, a week after the referral of `both-pathways.json` was sent.
NOW = datetime(2026, 4, 8, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def running() -> Iterator[StandIn]:
    """R&M on a port of this machine."""
    with stand_in() as standing:
        yield standing


@pytest.fixture
def world(running: StandIn) -> World:
    """R&M as new, on the eighth of April 2026, with two caseworkers and a practitioner."""
    world = running.world
    world.forget()
    world.clock = lambda: NOW
    world.welcome(provider("asha.okoro", 11, *CONTRACTS))
    world.welcome(provider("ben.lister", 12, *CONTRACTS))
    world.welcome(practitioner("natasha.hollis", 928_476))
    return world


@pytest.fixture
def referral(world: World) -> SentReferral:
    """A referral for both pathways, just sent."""
    return world.seed(json.loads((EXAMPLES / "both-pathways.json").read_text("utf-8")))


@pytest.fixture(scope="session")
def gateways(running: StandIn) -> Iterator[Callable[[float], ReferAndMonitor]]:
    """R&M as we reach it, by patience in seconds: one for each, and all put away in the end."""
    opened: dict[float, ReferAndMonitor] = {}

    def patient(seconds: float) -> ReferAndMonitor:
        if seconds not in opened:
            opened[seconds] = reach(running, rm_answer_seconds=seconds)
        return opened[seconds]

    yield patient
    for gateway in opened.values():
        gateway.line.http.close()


@pytest.fixture
def gateway(gateways: Callable[[float], ReferAndMonitor], world: World) -> ReferAndMonitor:
    """R&M as we reach it, with patience."""
    return gateways(30)


@pytest.fixture
def tell(gateway: ReferAndMonitor, world: World, referral: SentReferral) -> Telling:
    return Telling(gateway, world, referral)


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    """Catalogue, policies and calendar as they are."""
    return Shelf.from_files()


@pytest.fixture(params=["remembered", "over HTTP"])
def standing(
    request: pytest.FixtureRequest, gateway: ReferAndMonitor, world: World, referral: SentReferral
) -> Standing:
    """Whatever stands behind the port, one after the other."""
    if request.param == "remembered":
        return remembered(referral.id)
    return over_http(gateway, world, referral)
