"""A house that hears of carriers' requests: a stage, a ledger, an inbox, and whoever was referred to it."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from activities.inbox import InboundText, Inbox
from activities.ledger import Ledger
from activities.sending import Sending
from demo.story import parse_story
from demo.temporal_theatre import TemporalTheatre
from interventions.facts import AnyFact, ReplyReceived
from interventions.promises.policy import load_policy
from interventions.referral import Referral
from interventions.views.status import Status
from starter.interventions_client import InterventionsClient
from starter.webhooks.desk import Desk
from tests.stories.staging import YEARS_LATER, Stage, performed, referral_of

REMINDED = """story     Reminded of the first meeting
referral  family-low
sent      Mon 1 Jun 2026 10:00

Tue 2 Jun 10:00    operations    allocates Priya Nair
                   caseworker    books Mon 8 Jun 14:00
Sun 7 Jun 14:05    then          text reminder/assessment/1 accepted
"""
NOON = datetime.fromisoformat("2026-06-07T15:00:00+01:00") + YEARS_LATER
URGENT = load_policy().urgent_words
SHARED = "+447700900555"


@dataclass
class House:
    """A stage with its ledger and inbox, and whoever was referred to it."""

    stage: Stage
    ledger: Ledger
    inbox: Inbox

    @property
    def service(self) -> InterventionsClient:
        return InterventionsClient(self.stage.client)

    def desk(self, service: InterventionsClient | None = None, now: datetime = NOON) -> Desk:
        return Desk(self.ledger, self.inbox, service or self.service, URGENT, now=lambda: now)

    async def participant(self, story: str = REMINDED, mobile: str = "+447700900321") -> Referral:
        """Somebody who was referred, and whatever the story says."""
        told = parse_story(story, "told", YEARS_LATER)
        referral = referral_of(told, self.stage.shelf)
        person = referral.participant
        sheet = person.contact.model_copy(update={"mobile": mobile})
        person = person.model_copy(update={"contact": sheet})
        referral = referral.model_copy(update={"participant": person})
        await performed(told, referral, TemporalTheatre.on(self.stage.client, self.stage.register))
        return referral

    def text_to(self, referral: Referral) -> Sending:
        sending = self.ledger.find(referral.id, "reminder/assessment/1")
        assert sending is not None
        return sending

    def came(self, provider_id: str) -> InboundText:
        """A text as the inbox has it: handed in again, it stands."""
        return self.inbox.receive(InboundText(provider_id, "", "", "was not kept", NOON))

    async def sees(self, referral: Referral, so: Callable[[Status], bool]) -> Status:
        """How the intervention stands once it is so."""
        return await eventually(lambda: self.service.status(referral.id), so)

    async def facts(self, referral: Referral) -> list[AnyFact]:
        """What the register has of it, once all that the intervention knows by now is written there."""
        entries = self.stage.register.entries
        await self.sees(referral, lambda status: len(entries(referral.id)) >= status.facts)
        return [entry.fact for entry in entries(referral.id)]

    async def replies(self, referral: Referral) -> list[str]:
        """The texts that came in, as it heard them: it may be told of one twice, and hears it once."""
        return [fact.reply for fact in await self.facts(referral) if isinstance(fact, ReplyReceived)]


async def eventually(look: Callable[[], Awaitable[Status]], so: Callable[[Status], bool]) -> Status:
    deadline = time.monotonic() + 30
    while not so(found := await look()):
        assert time.monotonic() < deadline, "it never came to that"
        await asyncio.sleep(0.02)
    return found


def has_task(task: str) -> Callable[[Status], bool]:
    return lambda status: task in tasks(status)


def tasks(status: Status) -> set[str]:
    return {task.id for task in status.tasks}
