"""An answer that drips in: each vendor's call has one end, and says what is certain when it comes.

Every answer here is a good one that comes whole to whoever waits for it, and no drop is late by itself.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Literal

import httpx2
import pytest
from pydantic import SecretStr

from activities.carrying import Answer
from activities.ports import MonitoringAway
from examples.twilio.account import Account
from gateways.notify.client import NoAnswer, NotifyClient
from gateways.notify.settings import NotifySettings
from gateways.one_end import over_after, with_one_end
from gateways.refer_and_monitor.calling import ask, open_http
from tests.gateways.carriers import twilio
from tests.gateways.dripping import Drips, dripping
from tests.gateways.notify_stand_in import KEY, TEMPLATE
from tests.gateways.text_intents import an_outgoing

PATIENCE = 0.6
LONG, NEARLY = 1.5, 0.4
HEAD = pytest.param(LONG, 0, id="its headers drip")
BODY = pytest.param(0, LONG, id="its body drips")
BOTH = pytest.param(NEARLY, NEARLY, id="headers and body together take too long")


@pytest.mark.parametrize(("head", "body"), [HEAD, BODY, BOTH])
def test_an_answer_of_r_and_m_has_one_end(head: float, body: float) -> None:
    with dripping(Drips(head, body, body=b'{"id": "something"}')) as drips, open_http(5, 30) as http:
        with pytest.raises(MonitoringAway) as away:
            ask(http, "POST", drips.url, PATIENCE, json={})
        assert (away.value.why, drips.heard) == ("time-out", ["POST"])


def test_what_comes_in_time_is_heard_though_it_drips() -> None:
    with dripping(Drips(0.1, 0.1, body=b'{"id": "something"}')) as drips, open_http(5, 30) as http:
        answers = [ask(http, "GET", drips.url, 30).content for _ in range(2)]
    assert answers == [drips.body] * 2


@pytest.mark.parametrize(("head", "body", "said"), [(LONG, 0, "in-doubt"), (0, LONG, "taken")])
def test_an_answer_of_twilios_has_one_end_and_a_yes_is_a_yes(
    head: float, body: float, said: Literal["in-doubt", "taken"], tmp_path: Path
) -> None:
    message = json.dumps(Account().take({"To": "+447700900123", "Body": "Hello"}).as_json("AC1")).encode()
    with (
        dripping(Drips(head, body, status=201, body=message)) as drips,
        twilio(tmp_path, longest_call=PATIENCE, base_url=drips.url) as carrier,
    ):
        answer = carrier.desk.texts.send(an_outgoing("a/b"))
        # Without its number: a text whose answer was read to the end has one.
        assert answer == Answer(said, why="no-answer" if said == "in-doubt" else "")
        assert drips.heard == ["POST"]


@contextmanager
def notify(url: str) -> Iterator[NotifyClient]:
    settings = NotifySettings(api_key=SecretStr(KEY), base_url=url, text_template=TEMPLATE)
    client = NotifyClient(settings, timedelta(seconds=PATIENCE))
    yield client
    client.close()


@pytest.mark.parametrize(("head", "body"), [HEAD, BODY, BOTH])
def test_an_answer_of_notifys_has_one_end(head: float, body: float) -> None:
    taken = Drips(head, body, status=201, body=b'{"id": "something"}')
    with dripping(taken) as drips, notify(drips.url) as client:
        with pytest.raises(NoAnswer):
            client.send("sms", {})
        assert drips.heard == ["POST"]


def test_a_call_through_a_proxy_has_the_same_end() -> None:
    with dripping(Drips(LONG)) as drips:
        http = with_one_end(httpx2.Client(proxy=drips.url, timeout=30))
        with http, over_after(PATIENCE), pytest.raises(httpx2.ReadTimeout):
            http.get("http://somewhere.invalid/")
        assert drips.heard == ["GET"]


def test_a_call_whose_time_is_over_is_not_begun() -> None:
    with dripping(Drips()) as drips, with_one_end(httpx2.Client()) as http:
        with over_after(0), pytest.raises(httpx2.ConnectTimeout):
            http.post(drips.url)
        assert drips.heard == []
        assert http.post(drips.url).status_code == 200
