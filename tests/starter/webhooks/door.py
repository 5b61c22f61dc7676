"""A door that is open on loopback, and a carrier that knocks at it with its signature."""

import asyncio
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import httpx2
import uvicorn
from pydantic import SecretStr

from activities.inbox import InboundText, Inbox
from examples.twilio.webhooks import inbound_form, signature, status_form
from gateways.twilio_post import TwilioPost
from gateways.twilio_settings import TwilioSettings
from starter.webhooks.app import build_app
from starter.webhooks.desk import Desk

ACCOUNT, TOKEN = f"AC{0:032}", "a-token-for-tests"
OURS, PUBLIC = "+447700900001", "https://texts.example"
SETTINGS = TwilioSettings(
    account_sid=ACCOUNT,
    auth_token=SecretStr(TOKEN),
    sender=OURS,
    public_url=PUBLIC,
    webhook_key=SecretStr(""),
)


@dataclass(frozen=True)
class Carrier:
    """Whoever knocks at the door that listens at `address`."""

    address: str

    async def posts(
        self, path: str, form: Mapping[str, str], *, signed: str | None = None, body: str | None = None
    ) -> httpx2.Response:
        """One form, signed for our public address unless `signed` says otherwise."""
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Host": "evil.example"}
        stamp = signature(f"{PUBLIC}{path}", form, TOKEN) if signed is None else signed
        if stamp:
            headers["X-Twilio-Signature"] = stamp
        content = urlencode(form) if body is None else body
        async with httpx2.AsyncClient(base_url=self.address) as client:
            return await client.post(path, content=content, headers=headers)

    async def reports(self, token: str, status: str, *, sid: str = "SM1", code: int | None = None) -> int:
        """A status callback; the HTTP status it is answered with."""
        form = status_form(ACCOUNT, sid, "+447700900123", status, code)
        return (await self.posts(f"/twilio/status/{token}", form)).status_code

    async def hands_in(self, sid: str, sender: str, words: str) -> int:
        """A text somebody sent; the HTTP status it is answered with."""
        form = inbound_form(ACCOUNT, sid, sender, OURS, words)
        return (await self.posts("/twilio/inbound", form)).status_code


@asynccontextmanager
async def a_door(
    desk: Desk, settings: TwilioSettings = SETTINGS, again_after: timedelta = timedelta(milliseconds=50)
) -> AsyncIterator[Carrier]:
    """The door, open on a port of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        config = uvicorn.Config(
            build_app(desk, TwilioPost(settings), again_after=again_after),
            log_level="critical",
            access_log=False,
            lifespan="on",
            ws="none",
        )
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[free]))
        while not server.started:
            await asyncio.sleep(0.01)
        try:
            yield Carrier(f"http://127.0.0.1:{free.getsockname()[1]}")
        finally:
            server.should_exit = True
            await serving


def as_kept(inbox: Inbox, provider_id: str) -> InboundText:
    """A text as the inbox has it: handed in again, what came first stands."""
    again = InboundText(provider_id, "", "", "nothing was kept", datetime(2026, 1, 1, tzinfo=UTC))
    return inbox.receive(again)
