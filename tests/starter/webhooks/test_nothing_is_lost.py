"""A door that dies between writing down and passing on: the next one passes it on, and it is heard once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest_asyncio
from temporalio.client import Client
from temporalio.testing import WorkflowEnvironment

from activities.inbox import InboundText
from activities.sending import Receipt
from gateways.shelf import Shelf
from gateways.sql_engine import open_engine
from gateways.sql_inbox import SqlInbox
from gateways.sql_ledger import SqlLedger
from interventions.facts import WordDelivered
from interventions.referral import Referral
from interventions.views.status import Status
from starter.interventions_client import InterventionsClient
from starter.webhooks.desk import Desk
from tests.starter.webhooks.door import OURS, a_door
from tests.starter.webhooks.house import NOON, URGENT, House
from tests.stories.conftest import a_stage
from workflows.contract import DATA_CONVERTER

A_MINUTE, MOBILE = timedelta(minutes=1), "+447700900321"


@dataclass
class Doors:
    """A house whose ledger and inbox lie in a database, where every door finds them."""

    house: House
    ledger: SqlLedger
    inbox: SqlInbox

    def desk(self, now: datetime, service: InterventionsClient | None = None) -> Desk:
        """The desk of a process that has just begun: it remembers nothing."""
        return Desk(self.ledger, self.inbox, service or self.house.service, URGENT, now=lambda: now)

    async def receipts(self, referral: Referral) -> list[bool]:
        return [fact.arrived for fact in await self.house.facts(referral) if isinstance(fact, WordDelivered)]


@pytest_asyncio.fixture(loop_scope="session")
async def doors(temporal: WorkflowEnvironment, database: str) -> AsyncIterator[Doors]:
    engine = open_engine(database)
    ledger, inbox = SqlLedger(engine), SqlInbox(engine)
    async with a_stage(temporal, Shelf.from_files(), ledger=ledger) as stage:
        yield Doors(House(stage, ledger, inbox), ledger, inbox)
    engine.dispose()


async def nowhere() -> InterventionsClient:
    return InterventionsClient(await Client.connect("127.0.0.1:1", data_converter=DATA_CONVERTER, lazy=True))


def arrived(status: Status) -> bool:
    return status.texts_under_way[0].progress == "arrived"


async def test_a_receipt_stored_by_a_door_that_died_is_told_once_by_the_next(doors: Doors) -> None:
    referral = await doors.house.participant()
    text = doors.house.text_to(referral)
    assert await doors.desk(NOON).enter(Receipt(text.token, text.reference, "delivered", NOON))
    one, other = doors.desk(NOON + A_MINUTE), doors.desk(NOON + A_MINUTE)
    await asyncio.gather(one.hand_over_what_waits(), other.hand_over_what_waits())
    await doors.house.sees(referral, arrived)
    assert doors.ledger.untold(NOON + A_MINUTE) == ()
    assert await doors.receipts(referral) == [True]


async def test_a_receipt_that_came_while_the_server_was_away_is_told_when_it_is_back(doors: Doors) -> None:
    referral = await doors.house.participant()
    text = doors.house.text_to(referral)
    async with a_door(doors.desk(NOON, await nowhere())) as carrier:
        assert await carrier.reports(text.token, "delivered", sid=text.reference) == 200
    await doors.desk(NOON + A_MINUTE, await nowhere()).hand_over_what_waits()
    assert len(doors.ledger.untold(NOON + A_MINUTE)) == 1
    async with a_door(doors.desk(NOON + A_MINUTE)):
        await doors.house.sees(referral, arrived)
    assert await doors.receipts(referral) == [True]


async def test_a_receipt_that_was_told_is_not_told_again(doors: Doors) -> None:
    referral = await doors.house.participant()
    text = doors.house.text_to(referral)
    settled = await doors.desk(NOON).enter(Receipt(text.token, text.reference, "delivered", NOON))
    assert settled is not None
    assert await doors.desk(NOON).tell(settled)
    await doors.house.sees(referral, arrived)
    assert doors.ledger.untold(NOON + A_MINUTE) == ()


async def test_a_stop_stored_by_a_door_that_died_is_in_force_and_heard_however_late(doors: Doors) -> None:
    referral = await doors.house.participant()
    doors.inbox.receive(InboundText("SM1", MOBILE, OURS, "STOP", NOON))
    a_month_on = NOON + timedelta(days=30)
    away = doors.desk(a_month_on, await nowhere())
    await away.hand_over_what_waits()
    assert [text.provider_id for text in doors.inbox.waiting()] == ["SM1"]
    assert doors.ledger.stopped(MOBILE)
    one, other = doors.desk(a_month_on), doors.desk(a_month_on)
    await asyncio.gather(one.hand_over_what_waits(), other.hand_over_what_waits())
    await doors.house.sees(referral, lambda status: bool(status.texts_off))
    assert doors.inbox.waiting() == ()
    assert await doors.house.replies(referral) == ["SM1"]


async def test_what_was_heard_is_not_handed_over_again(doors: Doors) -> None:
    await doors.house.participant()
    for number, sender in enumerate((MOBILE, "+447700900999")):
        text = InboundText(f"SM{number}", sender, OURS, "hello", NOON)
        assert await doors.desk(NOON).hand_over(await doors.desk(NOON).keep(text))
    assert doors.inbox.waiting() == ()


async def test_a_server_that_is_away_is_told_from_one_that_is_there(doors: Doors) -> None:
    assert await doors.house.service.is_there()
    assert not await (await nowhere()).is_there()
