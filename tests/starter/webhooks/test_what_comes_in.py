"""From the carrier's request to the intervention that hears it: once, in whatever order, and never lost."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_asyncio
from temporalio.client import Client
from temporalio.testing import WorkflowEnvironment

from activities.inbox import InboundText
from gateways.remembered_ledger import RememberedInbox, RememberedLedger
from gateways.shelf import Shelf
from interventions.facts import ReplyReceived, WordDelivered
from interventions.messages import TextReply
from interventions.vocabulary import ReplyKind
from starter.interventions_client import InterventionsClient
from tests.starter.webhooks.door import OURS, Carrier, a_door
from tests.starter.webhooks.house import NOON, SHARED, House, has_task, tasks
from tests.stories.conftest import a_stage
from workflows.contract import DATA_CONVERTER


@pytest_asyncio.fixture(loop_scope="session")
async def house(temporal: WorkflowEnvironment) -> AsyncIterator[House]:
    ledger = RememberedLedger()
    async with a_stage(temporal, Shelf.from_files(), ledger=ledger) as stage:
        yield House(stage, ledger, RememberedInbox())


@pytest_asyncio.fixture(loop_scope="session")
async def carrier(house: House) -> AsyncIterator[Carrier]:
    async with a_door(house.desk()) as at_the_door:
        yield at_the_door


async def test_a_yes_confirms_and_said_again_is_answered_alike_and_heard_once(
    house: House, carrier: Carrier
) -> None:
    referral = await house.participant()
    for _ in range(3):
        assert await carrier.hands_in("SM1", "+447700900321", "Yes") == 200
    status = await house.sees(referral, lambda status: status.confirmed == ("assessment",))
    assert tasks(status) == set()
    assert await carrier.hands_in("SM1", "+447700900321", "Yes") == 200
    assert await carrier.hands_in("SM2", "+447700900321", "where is it?") == 200
    await house.sees(referral, lambda status: "reply/2" in tasks(status))
    assert await house.replies(referral) == ["SM1", "SM2"]


async def test_a_receipt_is_entered_and_heard_once_whatever_comes_after_it(
    house: House, carrier: Carrier
) -> None:
    referral = await house.participant()
    text = house.text_to(referral)
    for status in ("sent", "delivered", "delivered", "sent", "undelivered"):
        assert await carrier.reports(text.token, status, sid=text.reference) == 200
    shown = await house.sees(referral, lambda status: status.texts_under_way[0].progress == "arrived")
    assert tasks(shown) == set()
    assert house.text_to(referral).state == "delivered"
    assert [fact.arrived for fact in await house.facts(referral) if isinstance(fact, WordDelivered)] == [True]


async def test_a_text_that_did_not_arrive_becomes_the_caseworkers_task(
    house: House, carrier: Carrier
) -> None:
    referral = await house.participant()
    text = house.text_to(referral)
    assert await carrier.reports(text.token, "undelivered", sid=text.reference, code=30006) == 200
    status = await house.sees(referral, lambda status: bool(status.texts_off))
    assert status.texts_off == "the number does not work"
    assert tasks(status) == {"undelivered/reminder/assessment/1"}


async def test_stop_is_in_force_before_it_is_answered_and_an_old_one_does_not_undo_a_later_start(
    house: House, carrier: Carrier
) -> None:
    referral, mobile = await house.participant(), "+447700900321"
    assert await carrier.hands_in("SM1", mobile, "STOP") == 200
    assert house.ledger.stopped(mobile)
    await house.sees(referral, lambda status: bool(status.texts_off))
    later = replace(house.came("SM1"), provider_id="SM2", words="START", handed_to=())
    await house.desk().keep(replace(later, received_at=NOON + timedelta(minutes=1)))
    assert await carrier.hands_in("SM1", mobile, "STOP") == 200
    assert not house.ledger.stopped(mobile)
    await house.sees(referral, lambda status: not status.texts_off)


async def test_of_two_who_share_a_number_the_one_who_was_reminded_has_confirmed(
    house: House, carrier: Carrier
) -> None:
    one = await house.participant(mobile=SHARED)
    other = await house.participant(mobile=SHARED)
    assert await carrier.hands_in("SM1", SHARED, "1") == 200
    for referral in (one, other):
        status = await house.sees(referral, lambda status: "shared-reply/1" in tasks(status))
        assert status.confirmed == ()
    reference = house.text_to(one)
    await house.service.tell(one.id, a_confirmation(SHARED))
    await house.sees(one, lambda status: status.confirmed == ("assessment",))
    assert reference.intent.to == SHARED
    assert await carrier.hands_in("SM3", SHARED, "yes") == 200
    status = await house.sees(other, lambda status: status.confirmed == ("assessment",))
    assert await house.replies(one) == ["SM1", "SM2"]


@pytest.mark.parametrize("noted", [True, False], ids=["heard by all", "the door died before it was noted"])
async def test_whose_yes_it_was_does_not_change_when_it_is_handed_over_again(
    noted: bool, house: House
) -> None:
    """A sweep that began before the yes was heard has it still in hand."""
    house.inbox = RememberedInbox() if noted else DiesBeforeItNotes()
    one = await house.participant(mobile=SHARED)
    other = await house.participant(mobile=SHARED)
    await house.service.tell(one.id, a_confirmation(SHARED))
    await house.sees(one, lambda status: status.confirmed == ("assessment",))
    yes = await house.desk().keep(InboundText("SM3", SHARED, OURS, "yes", NOON))
    assert await house.desk().hand_over(yes)
    await house.sees(other, lambda status: status.confirmed == ("assessment",))
    assert await house.desk().hand_over(yes)
    assert await house.replies(other) == ["SM3"]
    assert await house.replies(one) == ["SM2"]


class DiesBeforeItNotes(RememberedInbox):
    """Whoever has heard a text is noted, and never that everybody has."""

    def heard(self, provider_id: str) -> None:
        """Note nothing."""


def a_confirmation(number: str) -> TextReply:
    return TextReply(reply="SM2", received_at=NOON, number=number, kind=ReplyKind.CONFIRM, words="1")


async def test_what_somebody_wrote_from_a_shared_number_is_in_nobodys_case(
    house: House, carrier: Carrier
) -> None:
    both = [await house.participant(mobile=SHARED), await house.participant(mobile=SHARED)]
    assert await carrier.hands_in("SM1", SHARED, "my umbrella") == 200
    for referral in both:
        await house.sees(referral, lambda status: "shared-reply/1" in tasks(status))
        facts = await house.facts(referral)
        assert [fact.words for fact in facts if isinstance(fact, ReplyReceived)] == [""]
        history = await house.service.handle(referral.id).fetch_history()
        assert "umbrella" not in str(history.events)


async def test_urgent_words_from_a_shared_number_are_answered_once_and_told_to_both(
    house: House, carrier: Carrier
) -> None:
    both = [await house.participant(mobile=SHARED), await house.participant(mobile=SHARED)]
    for number in range(1, 5):
        assert await carrier.hands_in(f"SM{number}", SHARED, "suicide") == 200
        for referral in both:
            await house.sees(referral, has_task(f"urgent/{number}"))
    keys = [(referral.id, f"emergency/sm{number}") for referral in both for number in range(1, 5)]
    sent = [found for place in keys if (found := house.ledger.find(*place))]
    assert len(sent) == 2
    assert {each.intent.referral_id for each in sent} < {referral.id for referral in both}


async def test_while_the_server_is_away_a_text_is_kept_and_handed_over_at_the_next_start(
    house: House,
) -> None:
    referral = await house.participant()
    nowhere = await Client.connect("127.0.0.1:1", data_converter=DATA_CONVERTER, lazy=True)
    async with AsyncExitStack() as stack:
        away = await stack.enter_async_context(a_door(house.desk(InterventionsClient(nowhere))))
        assert await away.hands_in("SM1", "+447700900321", "Yes") == 200
        assert (house.came("SM1").words, house.came("SM1").handed_to) == ("Yes", ())
    async with a_door(house.desk()):
        await house.sees(referral, lambda status: status.confirmed == ("assessment",))
    assert house.came("SM1").handed_to == (referral.id,)


async def test_a_text_from_a_number_nobody_knows_is_kept_and_goes_nowhere(
    house: House, carrier: Carrier
) -> None:
    assert await carrier.hands_in("SM1", "+447700900999", "who are you") == 200
    assert house.came("SM1").words == "who are you"
    await house.desk().hand_over_what_waits()
    assert house.inbox.waiting() == ()


async def test_a_text_to_an_intervention_that_is_over_is_kept_and_asked_about_no_more(house: House) -> None:
    referral = await house.participant()
    await house.service.handle(referral.id).terminate("the story ends here")
    text = InboundText("SM1", "+447700900321", OURS, "thank you", NOON)
    assert await house.desk().hand_over(await house.desk().keep(text))
    assert house.came("SM1").handed_to == (referral.id,)
