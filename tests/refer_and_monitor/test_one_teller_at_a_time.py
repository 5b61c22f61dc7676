"""Two workers tell R&M the same record at once, as after a reset: it holds one of everything."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from functools import partial
from time import sleep

import pytest
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities.monitoring import MonitoringActivities, MonitoringErrand
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.world import World
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from gateways.sql_turns import SqlTurns
from interventions.words.correspondence import Outcome, TellMonitoring
from tests.gateways.racing import all_at_once
from tests.refer_and_monitor.bookkeeping import holdings
from tests.refer_and_monitor.test_nothing_is_doubled import told, up_to
from tests.refer_and_monitor.told import JOURNEY

PATIENT, HASTY, LATE = 30.0, 0.3, 0.6
SETTLING = timedelta(seconds=1.5)
TRIES, A_BREATH = 400, 0.05


@pytest.fixture
def two(database: str) -> Iterator[tuple[SqlTurns, SqlTurns]]:
    """The turns, as two processes have them: nothing in common but the database."""
    with ExitStack() as stack:
        opened = [SqlTurns.open(database) for _ in range(2)]
        for one in opened:
            stack.callback(one.close)
        yield opened[0], opened[1]


def tell_once(turns: SqlTurns, gateway: ReferAndMonitor, referral: SentReferral, step: str) -> Outcome:
    """One try of the activity."""
    telling = MonitoringActivities(gateway, turns, SETTLING)
    errand = TellMonitoring(key=f"monitoring/{step}", record=JOURNEY[step])
    load = MonitoringErrand(referral_id=referral.id, errand=errand)
    return ActivityEnvironment().run(telling.tell_monitoring, load)


def tell_hastily(turns: SqlTurns, gateway: ReferAndMonitor, referral: SentReferral, step: str) -> Outcome:
    """Try after try, in far less time than each failure asks for."""
    for _ in range(TRIES):
        try:
            return tell_once(turns, gateway, referral, step)
        except ApplicationError:
            sleep(A_BREATH)
    raise AssertionError(f"{step}: no answer in {TRIES} tries")


@pytest.mark.parametrize("step", JOURNEY)
def test_who_comes_at_any_call_of_another_waits_and_calls_nobody(
    gateways: Callable[[float], ReferAndMonitor],
    world: World,
    referral: SentReferral,
    two: tuple[SqlTurns, SqlTurns],
    step: str,
) -> None:
    gateway = gateways(PATIENT)
    before = up_to(gateway, world, referral, step)
    told(gateway, world, referral, step)
    wanted = holdings(world, referral.id)
    before.restore(world)
    refusals: list[ApplicationError] = []

    def comes_too(method: str, path: str) -> None:
        with pytest.raises(ApplicationError, match="already") as refused:
            tell_once(two[1], gateways(HASTY), referral, step)
        refusals.append(refused.value)

    world.troubles.meanwhile = comes_too
    assert tell_once(two[0], gateway, referral, step).result == "accepted"
    world.troubles.meanwhile, calls = None, len(world.calls)
    assert len(refusals) == calls > 1
    assert all(no.next_retry_delay and no.next_retry_delay > SETTLING for no in refusals)
    assert tell_once(two[1], gateway, referral, step).result == "accepted"
    assert {call.method for call in world.calls[calls:]} == {"GET"}
    assert holdings(world, referral.id) == wanted


@pytest.mark.parametrize("step", JOURNEY)
def test_a_write_r_and_m_takes_late_is_seen_by_whoever_comes_next(
    gateways: Callable[[float], ReferAndMonitor],
    world: World,
    referral: SentReferral,
    two: tuple[SqlTurns, SqlTurns],
    step: str,
) -> None:
    before = up_to(gateways(PATIENT), world, referral, step)
    before.restore(world)
    told(gateways(PATIENT), world, referral, step)
    wanted = holdings(world, referral.id)
    writes = [number for number, call in enumerate(world.calls) if call.method != "GET"]
    assert writes
    for late in writes:
        before.restore(world)
        world.troubles.meanwhile = _dawdling_at(world, late)
        tellers = [partial(tell_hastily, turns, gateways(HASTY), referral, step) for turns in two]
        assert {outcome.result for outcome in all_at_once(tellers)} == {"accepted"}
        assert (late, holdings(world, referral.id)) == (late, wanted)


def _dawdling_at(world: World, late: int) -> Callable[[str, str], None]:
    """R&M hears that call only when whoever made it has given up."""
    world.calls.clear()

    def meanwhile(method: str, path: str) -> None:
        world.troubles.dawdles = LATE if len(world.calls) == late + 1 else 0.0

    return meanwhile
