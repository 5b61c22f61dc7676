"""A sweep while Temporal is away gives up early, and one deaf intervention keeps nobody else waiting."""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID, uuid4

from activities.inbox import InboundText
from gateways.remembered_ledger import RememberedInbox, RememberedLedger
from interventions.messages import Message
from starter.interventions_client import InterventionsClient
from starter.webhooks.desk import TOGETHER, Desk
from tests.gateways.text_intents import AT, a_receipt, a_sent
from tests.starter.webhooks.door import OURS

A_MINUTE = timedelta(minutes=1)


@dataclass
class Deaf(InterventionsClient):
    """Interventions that cannot be told anything: these, or all of them. Keeps whom it was tried with."""

    only: set[UUID] = field(default_factory=set)
    tried: list[UUID] = field(default_factory=list)

    async def tell(self, referral_id: UUID, message: Message) -> None:
        """Hear it, or be away."""
        self.tried.append(referral_id)
        if not self.only or referral_id in self.only:
            raise ConnectionError


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
        return await Desk(
            self.ledger, self.inbox, self.service, now=lambda: AT + A_MINUTE
        ).hand_over_what_waits()


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
