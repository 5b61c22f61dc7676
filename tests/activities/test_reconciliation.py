"""A look at a batch while R&M will not show one of it: the others are read, and that one is named."""

import asyncio
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities.ports import MonitoringAway
from activities.reconciliation import Batch, ReconciliationActivities
from gateways.in_memory import RememberedRegister
from gateways.remembered_monitoring import RememberedMonitoring
from interventions.facts import CaseworkerAllocated
from interventions.monitoring.reconciliation import Reconciled
from interventions.monitoring.seen import SeenReferral
from interventions.views.case_line import case_of
from tests.builders import a_referral
from tests.figures.telling import entries_of
from tests.shown import as_rm_shows

FIVE = tuple(uuid4() for _ in range(5))


class Troubled(RememberedMonitoring):
    """R&M that falls over a few of its referrals whenever it is asked for them."""

    def __init__(self, *troubled: UUID) -> None:
        super().__init__()
        self.troubled = troubled
        self.asked: list[UUID] = []
        for each in FIVE:
            self.show(SeenReferral(referral_id=each, seen_at=a_referral().sent_at))

    def see(self, referral_id: UUID) -> SeenReferral | None:
        self.asked.append(referral_id)
        if referral_id in self.troubled:
            raise MonitoringAway("status-500")
        return super().see(referral_id)


class Nobody:
    """Interventions of which none has begun: whoever is told of one is told too soon."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"{name} is not asked for")


async def looked(
    monitoring: RememberedMonitoring,
    attempt: int,
    ids: tuple[UUID, ...] = FIVE,
    register: RememberedRegister | None = None,
) -> Reconciled:
    activities = ReconciliationActivities(monitoring, register or RememberedRegister(), Nobody())
    temporal = ActivityEnvironment()
    temporal.info = replace(temporal.info, attempt=attempt)
    found: Reconciled = await temporal.run(activities.look, Batch(referral_ids=ids))
    return found


async def test_one_that_is_not_shown_keeps_nobody_behind_it_waiting() -> None:
    found = await looked(Troubled(FIVE[1]), attempt=2)
    assert (found.looked, found.unread, found.unreadable) == (5, 1, (FIVE[1],))
    assert not found.agreeing


async def test_the_first_trouble_is_waited_out() -> None:
    with pytest.raises(ApplicationError, match="status-500"):
        await looked(Troubled(FIVE[1]), attempt=1)


async def test_where_none_is_shown_it_is_r_and_m_that_is_away() -> None:
    with pytest.raises(ApplicationError, match="status-500"):
        await looked(Troubled(*FIVE), attempt=7)


@pytest.mark.parametrize("why", ["connect", "maintenance", "signed-out", "auth-status-500"])
async def test_what_would_meet_any_of_them_is_not_put_down_to_one(why: str) -> None:
    monitoring = Troubled()
    monitoring.away = why
    with pytest.raises(ApplicationError, match=why):
        await looked(monitoring, attempt=7)
    assert monitoring.asked == [FIVE[0]]


async def test_two_in_trouble_side_by_side_are_passed_by_within_a_few_tries() -> None:
    for attempt in range(2, 6):
        try:
            found = await looked(Troubled(*FIVE[:2]), attempt)
        except ApplicationError:
            continue
        assert found.unreadable == FIVE[:2]
        return
    pytest.fail("nobody behind them was ever read")


async def test_f13_a_caseworker_r_and_m_has_in_capitals_is_ours() -> None:
    entries = await asyncio.to_thread(entries_of, "lifestyle-low")
    allocated = next(n for n, each in enumerate(entries, 1) if isinstance(each.fact, CaseworkerAllocated))
    monitoring, register = RememberedMonitoring(), RememberedRegister()
    register.write(entries[:allocated])
    case = case_of(entries[:allocated])
    assert case.caseworker
    monitoring.show(as_rm_shows(case, assigned_to=case.caseworker.username.upper()))
    found = await looked(monitoring, 1, (case.referral.id,), register)
    assert (found.looked, found.agreeing) == (1, True)
