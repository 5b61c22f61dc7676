"""A sweep while Temporal is away gives up early, and deaf interventions keep nobody else waiting."""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID, uuid4

from activities.inbox import InboundText
from activities.ledger import AT_ONCE
from gateways.remembered_ledger import RememberedInbox, RememberedLedger
from interventions.messages import Message, TextReply
from starter.interventions_client import InterventionsClient
from starter.webhooks.desk import Desk
from starter.webhooks.rounds import TOGETHER
from tests.gateways.text_intents import AT, a_receipt, a_sent
from tests.starter.webhooks.door import OURS

A_MINUTE = timedelta(minutes=1)


@dataclass
class Deaf(InterventionsClient):
    """Interventions that cannot be told anything: these, or all of them. Keeps whom it was tried with."""

    only: set[UUID] = field(default_factory=set)
    tried: list[UUID] = field(default_factory=list)
    heard: dict[UUID, list[str]] = field(default_factory=dict)

    async def is_there(self) -> bool:
        """Where all of them are deaf, it is the server that is away."""
        return bool(self.only)

    async def tell(self, referral_id: UUID, message: Message) -> None:
        """Hear it, or be away."""
        self.tried.append(referral_id)
        if not self.only or referral_id in self.only:
            raise ConnectionError
        if isinstance(message, TextReply):
            self.heard.setdefault(referral_id, []).append(message.reply)


@dataclass
class Evening:
    """A desk with texts that wait, from people who were texted."""

    service: Deaf
    ledger: RememberedLedger = field(default_factory=RememberedLedger)
    inbox: RememberedInbox = field(default_factory=RememberedInbox)

    def texts_wait(self, senders: int, each: int = 1) -> list[UUID]:
        """So many people, and so many texts of each; whose interventions they are."""
        people = {f"+4477009{number:05}": uuid4() for number in range(senders)}
        for mobile, referral_id in people.items():
            a_sent(self.ledger, reference=f"to{mobile}", to=mobile, referral_id=referral_id)
            for number in range(each):
                at = AT + timedelta(seconds=number + 1)
                self.inbox.receive(InboundText(f"SM{mobile}-{number}", mobile, OURS, "hello", at))
        return list(people.values())

    async def sweep(self) -> int:
        """How much still waits after one."""
        desk = Desk(self.ledger, self.inbox, self.service, now=lambda: AT + A_MINUTE)
        await desk.hand_over_what_waits()
        return len(self.inbox.waiting()) + len(self.ledger.untold(desk.now()))


async def test_while_nobody_listens_a_sweep_tries_some_senders_once_and_stops() -> None:
    evening = Evening(Deaf())
    everybody = evening.texts_wait(senders=TOGETHER + 5, each=3)
    assert await evening.sweep() == 3 * (TOGETHER + 5)
    assert sorted(evening.service.tried) == sorted(everybody[:TOGETHER])


async def test_receipts_are_tried_though_no_text_was_heard() -> None:
    evening = Evening(Deaf())
    evening.texts_wait(senders=1)
    (text,) = evening.ledger.texts
    evening.ledger.receipt(a_receipt(text, "delivered", text.reference or ""))
    assert await evening.sweep() == 2
    assert evening.service.tried == [text.intent.referral_id] * 2


async def test_one_that_is_deaf_keeps_its_own_texts_waiting_and_nobody_elses() -> None:
    evening = Evening(Deaf())
    deaf, *others = evening.texts_wait(senders=TOGETHER + 5, each=2)
    evening.service.only = {deaf}
    assert await evening.sweep() == 2
    assert sorted(evening.service.tried) == sorted([deaf, *others, *others])
    assert [text.provider_id[-2:] for text in evening.inbox.waiting()] == ["-0", "-1"]


async def test_more_deaf_ones_than_are_told_at_once_keep_nobody_behind_them_waiting() -> None:
    evening = Evening(Deaf())
    people = evening.texts_wait(senders=2 * TOGETHER + 5, each=2)
    deaf, others = people[: TOGETHER + 3], people[TOGETHER + 3 :]
    evening.service.only = set(deaf)
    assert await evening.sweep() == 2 * len(deaf)
    assert sorted(evening.service.heard) == sorted(others)
    assert evening.service.tried.count(deaf[0]) == 1


async def test_receipts_behind_those_of_deaf_ones_are_heard() -> None:
    evening = Evening(Deaf(only={uuid4() for _ in range(TOGETHER)}))
    for number, referral_id in enumerate([*evening.service.only, *evening.service.only, uuid4()]):
        text = a_sent(evening.ledger, f"word/{number}", f"SM{number}", referral_id=referral_id)
        evening.ledger.receipt(a_receipt(text, "delivered", f"SM{number}"))
    assert await evening.sweep() == 2 * TOGETHER
    assert len(evening.service.tried) == TOGETHER + 1


async def test_after_a_long_outage_more_than_a_page_of_texts_is_heard_each_senders_in_order() -> None:
    evening = Evening(Deaf(only={uuid4()}))
    one, other = evening.texts_wait(senders=2, each=AT_ONCE)
    assert await evening.sweep() == 0
    assert sorted(evening.service.tried) == sorted([one, other] * AT_ONCE)
    assert evening.service.heard[one] == [f"SM+447700900000-{number}" for number in range(AT_ONCE)]
