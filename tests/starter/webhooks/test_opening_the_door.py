"""`python -m starter webhooks`, as an operator runs it."""

import asyncio
import os
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx2

from examples.twilio.webhooks import inbound_form, signature
from gateways.sql_inbox import SqlInbox
from tests.starter.webhooks.door import ACCOUNT, OURS, PUBLIC, TOKEN, Carrier, as_kept

HOUSE = Path(__file__).parents[3]


def a_free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@asynccontextmanager
async def opened(**settings: str) -> AsyncIterator[tuple[asyncio.subprocess.Process, Carrier]]:
    """The verb, running, with no Temporal server anywhere."""
    port = a_free_port()
    environment = {**os.environ, "TEMPORAL_ADDRESS": f"127.0.0.1:{a_free_port()}", **settings}
    command = (sys.executable, "-m", "starter", "webhooks", "--port", str(port))
    pipe = asyncio.subprocess.PIPE
    running = await asyncio.create_subprocess_exec(
        *command, cwd=HOUSE, env=environment, stdout=pipe, stderr=pipe
    )
    try:
        yield running, Carrier(f"http://127.0.0.1:{port}")
    finally:
        if running.returncode is None:
            running.terminate()
        await running.wait()


async def is_open(carrier: Carrier) -> bool:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            async with httpx2.AsyncClient(base_url=carrier.address) as client:
                return (await client.get("/live")).text == "open"
        except httpx2.TransportError:
            await asyncio.sleep(0.05)
    return False


async def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        asked = [sys.executable, "-m", "starter", "webhooks", "--port", str(port)]
        ended = await asyncio.create_subprocess_exec(
            *asked, cwd=HOUSE, env={**os.environ, **twilio(tmp_path)}, stderr=asyncio.subprocess.PIPE
        )
        _, err = await ended.communicate()

    assert ended.returncode == 2
    assert err.decode() == (
        f"127.0.0.1:{port} cannot be listened on: Address already in use"
        " - stop what listens there, or give another --host or --port\n"
    )


async def test_a_setting_that_is_wrong_is_named_as_it_is_set(tmp_path: Path) -> None:
    wrong = {**twilio(tmp_path), "THROUGHLINE_TWILIO_ACCOUNT_SID": "nonsense"}
    async with opened(**wrong) as (running, _):
        _, err = await running.communicate()

    assert running.returncode == 2
    assert err.decode().startswith("a setting is wrong: THROUGHLINE_TWILIO_ACCOUNT_SID: must match pattern")
    assert "nonsense" not in err.decode()


def twilio(tmp_path: Path) -> dict[str, str]:
    return {
        "THROUGHLINE_REGISTER_URL": f"sqlite:///{tmp_path / 'register.db'}",
        "THROUGHLINE_TWILIO_ACCOUNT_SID": ACCOUNT,
        "THROUGHLINE_TWILIO_AUTH_TOKEN": TOKEN,
        "THROUGHLINE_TWILIO_SENDER": OURS,
        "THROUGHLINE_TWILIO_PUBLIC_URL": PUBLIC,
    }


async def test_the_door_opens_without_a_server_and_keeps_what_comes_in(tmp_path: Path) -> None:
    settings = twilio(tmp_path)
    async with opened(**settings) as (running, carrier):
        assert await is_open(carrier)
        assert await carrier.hands_in("SM1", "+447700900321", "my umbrella") == 200
        form = inbound_form(ACCOUNT, "SM2", "+447700900321", OURS, "forged")
        assert (await carrier.posts("/twilio/inbound", form, signed="forged")).status_code == 403
        assert (await carrier.posts("/docs", form)).status_code == 404
        running.terminate()
        said = b"".join(await running.communicate()).decode()
    inbox = SqlInbox.open(settings["THROUGHLINE_REGISTER_URL"])
    assert as_kept(inbox, "SM1").words == "my umbrella"
    inbox.close()
    assert not [secret for secret in (TOKEN, "umbrella", "7700900321", "forged") if secret in said]


async def test_without_an_account_nobody_is_let_in(tmp_path: Path) -> None:
    async with opened(THROUGHLINE_REGISTER_URL=f"sqlite:///{tmp_path / 'register.db'}") as (_, carrier):
        assert await is_open(carrier)
        form = inbound_form(ACCOUNT, "SM1", "+447700900321", OURS, "hello")
        empty = signature("/twilio/inbound", form, "")
        assert (await carrier.posts("/twilio/inbound", form, signed=empty)).status_code == 403


async def test_half_an_account_is_a_clear_line_without_its_secret(tmp_path: Path) -> None:
    settings = twilio(tmp_path) | {"THROUGHLINE_TWILIO_SENDER": ""}
    async with opened(**settings) as (running, _):
        out, error = await running.communicate()
    said = (out + error).decode()
    assert running.returncode == 2
    assert "THROUGHLINE_TWILIO_SENDER" in said
    assert TOKEN not in said
    assert "Traceback" not in said
