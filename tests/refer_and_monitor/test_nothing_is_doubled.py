"""Every trouble at every call of every activity: after retries there is one of everything (F3, F4)."""

from collections.abc import Callable
from typing import get_args

import pytest

from activities.ports import MonitoringAway
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.troubles import Kind, Trouble
from examples.refer_and_monitor.world import World
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from interventions.words.correspondence import Outcome
from tests.refer_and_monitor.bookkeeping import Saved, holdings
from tests.refer_and_monitor.told import JOURNEY

PATIENT, HASTY = 30.0, 0.5
LONGER_THAN_HASTY = 1.5
TRIES = 20


def told(gateway: ReferAndMonitor, world: World, referral: SentReferral, step: str) -> Outcome:
    """Tell R&M until it has an answer, as the queue does."""
    record = JOURNEY[step]
    world.clock = lambda: record.at
    for _ in range(TRIES):
        try:
            return gateway.tell(f"{referral.id}/{step}", referral.id, record)
        except MonitoringAway:
            continue
    raise AssertionError(f"{step}: R&M was away {TRIES} times")


def up_to(gateway: ReferAndMonitor, world: World, referral: SentReferral, step: str) -> Saved:
    """The world as it is just before that step."""
    for before in JOURNEY:
        if before == step:
            break
        assert told(gateway, world, referral, before).result == "accepted"
    return Saved.of(world)


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("step", JOURNEY)
def test_a_trouble_at_any_call_leaves_one_of_everything(
    gateways: Callable[[float], ReferAndMonitor],
    world: World,
    referral: SentReferral,
    step: str,
    kind: Kind,
) -> None:
    patient = gateways(PATIENT)
    before = up_to(patient, world, referral, step)
    before.restore(world)
    outcome = told(patient, world, referral, step)
    wanted, calls = holdings(world, referral.id), len(world.calls)
    assert (outcome.result, calls > 1) == ("accepted", True)
    world.troubles.seconds = LONGER_THAN_HASTY
    gateway = gateways(HASTY) if kind in ("slow", "dripping") else patient
    for call in range(calls):
        before.restore(world)
        world.troubles.plan(Trouble(kind, after=call))
        again = told(gateway, world, referral, step)
        assert (call, again.result) == (call, "accepted")
        assert (call, holdings(world, referral.id)) == (call, wanted)


@pytest.mark.parametrize("step", JOURNEY)
def test_told_again_it_only_reads(
    gateway: ReferAndMonitor, world: World, referral: SentReferral, step: str
) -> None:
    up_to(gateway, world, referral, step)
    first = told(gateway, world, referral, step)
    before = holdings(world, referral.id)
    world.calls.clear()
    assert told(gateway, world, referral, step) == first
    assert {call.method for call in world.calls} == {"GET"}
    assert holdings(world, referral.id) == before
