"""Bursts at the door for carriers: fifty receipts at once, as a ratio to an empty route of that server."""

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter
from urllib.parse import urlencode
from uuid import UUID, uuid4

import httpx2

from activities.sending import Sending, accepted
from bench.report import a_database
from examples.twilio.webhooks import signature, status_form
from gateways.remembered_ledger import RememberedInbox
from gateways.sql_ledger import SqlLedger
from interventions.messages import Message
from starter.interventions_client import InterventionsClient
from starter.webhooks.desk import Desk
from tests.gateways.text_intents import AT, a_claim, a_planned, granted
from tests.starter.webhooks.door import ACCOUNT, PUBLIC, TOKEN, a_door

AT_ONCE, BURSTS = 50, 10
Knock = Callable[[Sending], Awaitable[httpx2.Response]]


class Listening(InterventionsClient):
    """Interventions that hear at once: what Temporal takes is not the door's."""

    def __init__(self) -> None:
        """With nobody behind it."""

    async def tell(self, referral_id: UUID, message: Message) -> None:
        """Hear it."""


def run(words: Sequence[str]) -> None:
    """fifty receipts at once at the door: milliseconds and ratio to an empty route (add: postgresql)"""
    kinds = ("sqlite", "postgresql") if "postgresql" in words else ("sqlite",)
    _say(f"{'':12} {'median ms':>10} {'slowest ms':>11} {'to floor':>9}")
    for kind in kinds:
        with tempfile.TemporaryDirectory() as folder, a_database(kind, Path(folder)) as url:
            asyncio.run(_measured(kind, url))


async def _measured(kind: str, url: str) -> None:
    with closing(SqlLedger.open(url)) as ledger:
        bursts = [[_a_sent(ledger) for _ in range(AT_ONCE)] for _ in range(BURSTS)]
        desk = Desk(ledger, RememberedInbox(), Listening(), now=lambda: AT)
        async with a_door(desk) as door, httpx2.AsyncClient(base_url=door.address) as client:
            await _taken(bursts[:1], lambda _: client.get("/live"))
            floor = await _taken(bursts, lambda _: client.get("/live"))
            for status in ("sent", "delivered"):
                _show(f"{kind[:6]} {status}"[:16], await _taken(bursts, _reports(client, status)), floor)
            _show("floor", floor, floor)


def _reports(client: httpx2.AsyncClient, status: str) -> Knock:
    async def knock(text: Sending) -> httpx2.Response:
        path = f"/twilio/status/{text.token}"
        form = status_form(ACCOUNT, text.reference or "", text.intent.to, status, None)
        stamp = signature(f"{PUBLIC}{path}", form, TOKEN)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Twilio-Signature": stamp}
        return await client.post(path, content=urlencode(form), headers=headers)

    return knock


async def _taken(bursts: Sequence[Sequence[Sending]], knock: Knock) -> list[float]:
    """How many milliseconds each answer took, those of one burst asked for together."""

    async def one(text: Sending) -> float:
        began = perf_counter()
        (await knock(text)).raise_for_status()
        return 1000 * (perf_counter() - began)

    return [each for burst in bursts for each in await asyncio.gather(*map(one, burst))]


def _a_sent(ledger: SqlLedger) -> Sending:
    name, number = uuid4(), f"+4477{uuid4().int % 10**8:08}"
    planned = a_planned(ledger, referral_id=name, to=number, crn=name.hex)
    claim = a_claim(person=99, everybody=AT_ONCE * BURSTS)
    sending = granted(ledger.claim(planned.token, claim))
    return ledger.change(sending.token, lambda each: accepted(each, f"SM{name.hex}", AT))


def _show(what: str, taken: list[float], floor: list[float]) -> None:
    ratio = median(taken) / median(floor)
    _say(f"{what:16} {median(taken):8.0f} {max(taken):11.0f} {ratio:9.1f}")


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
