"""Whose text it is: the interventions that texted its number, and what each of them may hear of it.

A number may be shared. What one participant wrote is not for another's caseworker to read: where nobody can
tell who wrote, the words stay in the inbox, and each caseworker is asked to find out.
"""

import asyncio
from dataclasses import dataclass
from uuid import UUID

from activities.inbox import InboundText
from activities.ledger import Ledger
from interventions.errors import Refusal
from interventions.messages import TextReply
from interventions.views.status import Status
from interventions.vocabulary import ReplyKind, Stage
from starter.interventions_client import InterventionsClient

# What is said of the number itself is for everybody who texts it.
OF_THE_NUMBER = (ReplyKind.STOP, ReplyKind.START, ReplyKind.WRONG_PERSON)


@dataclass(frozen=True)
class Handover:
    """One intervention, and how it is to hear of the text."""

    referral_id: UUID
    kind: ReplyKind
    shared: bool
    first: bool

    def message(self, text: InboundText, *, answers: bool) -> TextReply:
        """The text as this intervention hears it; only the first may answer."""
        return TextReply(
            reply=text.provider_id,
            received_at=text.received_at,
            number=text.sender,
            kind=self.kind,
            words="" if self.shared else text.words,
            shared=self.shared,
            answers=answers and self.first,
        )


@dataclass(frozen=True)
class Addressing:
    """Who may be meant by a text of this kind.

    Asked again, the answer has to be the same: whom this very text made confirm was asked when it came.
    """

    ledger: Ledger
    service: InterventionsClient
    kind: ReplyKind

    async def handovers(self, text: InboundText) -> tuple[Handover, ...]:
        """Who hears of the text, the one texted last first; nobody where its number is not known."""
        texted = await asyncio.to_thread(self.ledger.recipients, text.sender)
        ours = {each.referral_id: each.key for each in texted if each.said_at <= text.received_at}
        if len(ours) < 2:
            return self._all(tuple(ours), shared=False)
        known = {referral_id: await self._status(referral_id) for referral_id in ours}
        is_open = tuple(each for each, status in known.items() if status and status.stage is not Stage.CLOSED)
        if len(is_open) < 2 or self.kind in OF_THE_NUMBER:
            return self._all(is_open, shared=len(is_open) > 1)
        if self.kind is ReplyKind.CONFIRM:
            asked = [
                each
                for each in is_open
                if (status := known[each])
                and (status.may_confirm or (status.confirmed and each in text.handed_to))
            ]
            if len(asked) == 1:
                return self._all(tuple(asked), shared=False)
        if await self._one_person({each: ours[each] for each in is_open}):
            return self._all(is_open[:1], shared=False)
        return self._all(is_open, shared=True)

    def _all(self, referrals: tuple[UUID, ...], *, shared: bool) -> tuple[Handover, ...]:
        return tuple(
            Handover(referral_id, self.kind, shared, first=number == 0)
            for number, referral_id in enumerate(referrals)
        )

    async def _status(self, referral_id: UUID) -> Status | None:
        """How an intervention stands; None where there is no such intervention any more."""
        try:
            return await asyncio.wait_for(self.service.status(referral_id), 10)
        except Refusal as no:
            if no.rule == "no-such-intervention":
                return None
            raise

    async def _one_person(self, texts: dict[UUID, str]) -> bool:
        """Whether all these interventions are one participant's."""
        sent = [await asyncio.to_thread(self.ledger.find, each, key) for each, key in texts.items()]
        return len({each.intent.crn for each in sent if each}) == 1
