"""Only what the carrier signed comes in (reliability brief S9)."""

from collections.abc import AsyncIterator
from random import Random
from typing import Any
from urllib.parse import urlencode

import pytest
import pytest_asyncio
from pydantic import SecretStr
from temporalio.testing import WorkflowEnvironment
from twilio.request_validator import HMAC_SHA256, RequestValidator

from examples.twilio.webhooks import inbound_form, signature
from gateways.remembered_ledger import RememberedInbox, RememberedLedger
from gateways.twilio_post import TwilioPost
from starter.interventions_client import InterventionsClient
from starter.webhooks.desk import Desk
from tests.starter.webhooks.door import ACCOUNT, OURS, PUBLIC, SETTINGS, TOKEN, Carrier, a_door, as_kept

PATH, URL = "/twilio/inbound", f"{PUBLIC}/twilio/inbound"
FORM = inbound_form(ACCOUNT, f"SM{1:032}", "+447700900123", OURS, "Yes, \u00e0 bient\u00f4t & thanks")
POST = TwilioPost(SETTINGS)
SIGNED = signature(URL, FORM, TOKEN)


def genuine(
    form: list[tuple[str, str]],
    stamp: str = SIGNED,
    path: str = PATH,
    post: TwilioPost = POST,
    **headers: str,
) -> bool:
    given = {"x-twilio-signature": stamp} | {name.replace("_", "-"): value for name, value in headers.items()}
    return post.is_genuine(path, form, given)


@pytest_asyncio.fixture(loop_scope="session")
async def door(temporal: WorkflowEnvironment) -> AsyncIterator[tuple[Carrier, RememberedInbox]]:
    inbox = RememberedInbox()
    desk = Desk(RememberedLedger(), inbox, InterventionsClient(temporal.client))
    async with a_door(desk) as carrier:
        yield carrier, inbox


def test_what_the_carrier_signed_is_genuine() -> None:
    assert genuine(list(FORM.items()))
    assert RequestValidator(TOKEN).validate(URL, FORM, SIGNED)


@pytest.mark.parametrize("seed", range(10))
def test_two_thousand_genuine_ones_come_in_and_as_many_altered_ones_do_not(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 (altered forms, no secret)
    for number in range(200):
        words = "".join(chr(chance.randrange(32, 0x2FF)) for _ in range(chance.randrange(1, 40)))
        form = FORM | {"Body": words, "MessageSid": f"SM{number:032}"}
        stamp = signature(URL, form, TOKEN)
        assert genuine(list(form.items()), stamp)
        assert not genuine(*altered(chance, dict(form), stamp))


def altered(chance: Random, form: dict[str, str], stamp: str) -> tuple[list[tuple[str, str]], str, str]:
    """Something changed in the form, the signature or the path."""
    name = chance.choice(sorted(form))
    match chance.randrange(7):
        case 0:
            form[name] = form[name] + "x"
        case 1:
            del form[name]
        case 2:
            form["Extra"] = "1"
        case 3:
            return [*form.items(), (name, form[name])], stamp, PATH
        case 4:
            place = chance.randrange(len(stamp) - 2)
            stamp = stamp[:place] + chr(ord(stamp[place]) ^ 1) + stamp[place + 1 :]
        case 5:
            return list(form.items()), stamp, f"{PATH}{chance.choice(('/', '?x=1', '//', '%20'))}"
        case _:
            stamp = chance.choice(("", "x", stamp[:-1], f"{stamp}=", stamp.swapcase(), "\u00e9" * 28))
    return list(form.items()), stamp, PATH


@pytest.mark.parametrize("url", [URL.replace("https", "http"), URL.replace(".example", ".evil"), f"{URL}/"])
def test_a_signature_for_another_address_is_none_here(url: str) -> None:
    assert not genuine(list(FORM.items()), signature(url, FORM, TOKEN))


def test_with_a_webhook_key_only_its_own_signature_counts() -> None:
    post = TwilioPost(SETTINGS.model_copy(update={"webhook_key": SecretStr("shared")}))
    stamp = RequestValidator("shared").compute_signature(URL, FORM, HMAC_SHA256)
    named: dict[str, Any] = {
        "x_twilio_webhooks_signature_settings": "key=webhooks_sharedkey_1,algorithm=HMAC_SHA256"
    }
    assert genuine(list(FORM.items()), stamp, post=post, **named)
    assert not genuine(list(FORM.items()), stamp, post=post)
    assert not genuine(list(FORM.items()), SIGNED, post=post)
    assert not genuine(list(FORM.items()), stamp, **named)


def test_without_an_account_nothing_is_genuine() -> None:
    post = TwilioPost(SETTINGS.model_copy(update={"auth_token": SecretStr("")}))
    assert not genuine(list(FORM.items()), signature(URL, FORM, ""), post=post)


async def test_through_the_door_come_the_genuine_and_nobody_else(
    door: tuple[Carrier, RememberedInbox],
) -> None:
    carrier, inbox = door
    for signed in ("", "forged", signature(URL, FORM | {"Body": "STOP"}, TOKEN)):
        answer = await carrier.posts(PATH, FORM, signed=signed)
        assert (answer.status_code, answer.content) == (403, b"")
    assert (await carrier.posts(PATH, FORM | {"Body": "STOP"}, signed=SIGNED)).status_code == 403
    answer = await carrier.posts(PATH, FORM)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/xml; charset=utf-8")
    assert answer.text == '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'
    assert as_kept(inbox, FORM["MessageSid"]).words == FORM["Body"]


async def test_what_is_too_large_or_no_form_is_turned_away(door: tuple[Carrier, RememberedInbox]) -> None:
    carrier, _ = door
    large = urlencode(FORM | {"Body": "x" * 70_000})
    assert (await carrier.posts(PATH, FORM, body=large)).status_code == 413
    many = "&".join(f"f{number}=1" for number in range(500))
    assert (await carrier.posts(PATH, FORM, body=many)).status_code == 403
    assert (await carrier.posts(PATH, FORM, body="%%%")).status_code == 403


async def test_an_unknown_token_is_not_there_and_nothing_is_said_of_it(
    door: tuple[Carrier, RememberedInbox],
) -> None:
    carrier, _ = door
    form = {"MessageSid": "SM1", "MessageStatus": "delivered"}
    answer = await carrier.posts("/twilio/status/nobodys", form)
    assert (answer.status_code, answer.content) == (404, b"")


async def test_a_report_of_nothing_we_keep_is_taken_and_left(door: tuple[Carrier, RememberedInbox]) -> None:
    carrier, _ = door
    form = {"MessageSid": "SM1", "MessageStatus": "carried by a pigeon"}
    assert (await carrier.posts("/twilio/status/anybodys", form)).status_code == 200


async def test_a_text_without_its_id_is_turned_away(door: tuple[Carrier, RememberedInbox]) -> None:
    carrier, _ = door
    form = {name: value for name, value in FORM.items() if name != "MessageSid"}
    assert (await carrier.posts(PATH, form)).status_code == 400


@pytest.mark.parametrize("path", ["/docs", "/openapi.json", "/redoc", "/twilio", "/"])
async def test_there_is_no_other_door(door: tuple[Carrier, RememberedInbox], path: str) -> None:
    carrier, _ = door
    assert (await carrier.posts(path, {})).status_code in (404, 405)
