"""What came in through the door: written down first, then passed on to the interventions it is about.

Nothing is lost on the way: a text in the inbox, or a receipt in the ledger, that its intervention has not
heard of is handed over again, whichever door took it in. Numbers and words are never logged.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID
from weakref import WeakValueDictionary

from activities.inbox import InboundText, Inbox
from activities.ledger import Ledger, Settled
from activities.sending import Receipt
from interventions.errors import Refusal
from interventions.messages import DeliveryReceipt, Message
from interventions.vocabulary import ReplyKind
from interventions.words.reply_words import reply_kind
from starter.interventions_client import InterventionsClient
from starter.webhooks.addressing import Addressing, Handover
from starter.webhooks.rounds import go_round, pages

log = logging.getLogger("webhooks")
HEARD_WITHIN = timedelta(seconds=10)
AN_HOUR = timedelta(hours=1)
REMEMBERED = 10_000
GONE = ("closed", "no-such-intervention")


def this_moment() -> datetime:
    """This machine's time."""
    return datetime.now(UTC)


@dataclass
class Desk:
    """Ledger and inbox, and the interventions to speak to. `urgent` are the policy's words."""

    ledger: Ledger
    inbox: Inbox
    service: InterventionsClient
    urgent: tuple[str, ...] = ()
    answers_an_hour: int = 2
    now: Callable[[], datetime] = this_moment
    _told: OrderedDict[tuple[UUID, str], str] = field(default_factory=OrderedDict)
    # A lock is kept for as long as somebody holds it or waits for it.
    _one_at_a_time: WeakValueDictionary[str, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    async def enter(self, receipt: Receipt) -> Settled | None:
        """Write a report down; the text's end, where it is known by now.

        Raises:
            NoSuchText: no text was ever to be sent under its token.
        """
        return await asyncio.to_thread(self.ledger.receipt, receipt)

    async def tell(self, settled: Settled) -> bool:
        """Tell the intervention how its text ended, once; whether it has heard."""
        place = (settled.referral_id, settled.key)
        if self._told.get(place) == settled.state:
            return True
        arrived = settled.state == "delivered"
        receipt = DeliveryReceipt(key=settled.key, arrived=arrived, code="" if arrived else settled.why)
        if not await self._said(settled.referral_id, receipt):
            return False  # it stays untold in the ledger
        await asyncio.to_thread(self.ledger.told, settled.token)
        self._told[place] = settled.state
        _forget_the_oldest(self._told)
        return True

    async def keep(self, text: InboundText) -> InboundText:
        """Write a text down, and stop or start texts to its number before anything else happens."""
        kept = await asyncio.to_thread(self.inbox.receive, text)
        await self._heed(kept)
        return kept

    async def _heed(self, text: InboundText) -> None:
        """Stop or start texts to its number, where that is what it says."""
        match reply_kind(text.words, self.urgent):
            case ReplyKind.STOP | ReplyKind.WRONG_PERSON:
                await asyncio.to_thread(self.ledger.stop, text.sender, text.received_at)
            case ReplyKind.START:
                await asyncio.to_thread(self.ledger.resume, text.sender, text.received_at)

    async def hand_over(self, text: InboundText) -> bool:
        """Tell every intervention the text may be for that has not heard of it; whether all have now."""
        lock = self._one_at_a_time.setdefault(text.provider_id, asyncio.Lock())
        async with lock:
            try:
                stands = await asyncio.to_thread(self.inbox.receive, text)
                if stands.heard_by_all:
                    return True
                if heard := await self._hand_over(stands):
                    await asyncio.to_thread(self.inbox.heard, text.provider_id)
                return heard
            except Exception as error:  # noqa: BLE001 - whatever it was, the text is kept and tried again
                log.warning("a text waits to be handed over: %s", type(error).__name__)
                return False

    async def hand_over_what_waits(self) -> None:
        """Hand over again whatever somebody has not heard of, however old and however much it is.

        Safe beside other doors: what two of them hand over is heard once.
        """
        async for page in pages(self.inbox.waiting):  # every STOP is in force before anything else
            for text in page:
                await self._heed(text)
        there = self.service.is_there
        await go_round(self.inbox.waiting, lambda text: text.sender, self._hand_over_in_turn, there)
        # Those just entered may be on their way this moment.
        ends = partial(self.ledger.untold, self.now() - HEARD_WITHIN)
        await go_round(ends, lambda end: end.referral_id, self._tell_in_turn, there)

    async def _hand_over_in_turn(self, texts: Sequence[InboundText]) -> bool:
        """Hand over one sender's texts until nobody at all hears one; whether each was heard by somebody."""
        for text in texts:
            if await self.hand_over(text):
                continue
            if not (await asyncio.to_thread(self.inbox.receive, text)).handed_to:
                return False
        return True

    async def _tell_in_turn(self, ends: Sequence[Settled]) -> bool:
        """Tell one intervention of the ends of its texts until it does not hear; whether it heard all."""
        for end in ends:
            if not await self.tell(end):
                return False
        return True

    async def _hand_over(self, text: InboundText) -> bool:
        addressing = Addressing(self.ledger, self.service, reply_kind(text.words, self.urgent))
        planned = await addressing.handovers(text)
        if not planned:
            log.info("a text came from a number that no intervention has texted, or none that is open")
        answers = await self._may_answer(text)
        all_heard = True
        for handover in planned:
            all_heard &= await self._hand_to(text, handover, answers=answers)
        return all_heard

    async def _hand_to(self, text: InboundText, handover: Handover, *, answers: bool) -> bool:
        if handover.referral_id in text.handed_to:
            return True
        reply = handover.message(text, answers=answers)
        if not await self._said(handover.referral_id, reply):
            return False
        if reply.answers and reply.kind is ReplyKind.URGENT:
            await asyncio.to_thread(self.inbox.answered, text.provider_id, self.now())
        await asyncio.to_thread(self.inbox.handed, text.provider_id, [handover.referral_id])
        return True

    async def _may_answer(self, text: InboundText) -> bool:
        """Two machines never talk for long (reliability brief R22)."""
        since = self.now() - AN_HOUR
        answered = await asyncio.to_thread(self.inbox.answers_since, text.sender, since)
        return answered < self.answers_an_hour

    async def _said(self, referral_id: UUID, message: Message) -> bool:
        """Whether the intervention has heard it, or is over and never will."""
        try:
            await asyncio.wait_for(self.service.tell(referral_id, message), HEARD_WITHIN.total_seconds())
        except Refusal as no:
            log.info("nobody is there to hear it: %s", no.rule)
            return no.rule in GONE
        except Exception as error:  # noqa: BLE001 - the server may be away in many ways; it is tried again
            log.warning("an intervention could not be told: %s", type(error).__name__)
            return False
        return True


def _forget_the_oldest(known: OrderedDict[Any, Any]) -> None:
    """What is forgotten is only done again: whoever hears it twice knows it."""
    while len(known) > REMEMBERED:
        known.popitem(last=False)
