"""Every carrier of texts behind a ledger, a way to see what it carried, and a way to die beside it."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from activities.carrying import Answer, OutgoingText, Texts
from examples.twilio.account import Account
from examples.twilio.running import stand_in
from gateways.notify.client import NotifyClient
from gateways.notify.settings import NotifySettings
from gateways.notify.texts import NotifyTexts
from gateways.outbox import Outbox
from gateways.remembered_texts import RememberedTexts
from gateways.twilio_settings import TwilioSettings
from gateways.twilio_texts import TwilioTexts
from interventions.words.correspondence import Outcome
from tests.activities.text_desk import TextDesk
from tests.gateways.notify_stand_in import KEY, TEMPLATE, NotifyAccount, notify_stand_in

SENDER = "+447700900999"


class DiesAfterwards:
    """Sends, and then nobody is left to hear the answer."""

    def __init__(self, texts: Texts, *, sends: bool) -> None:
        self.find, self.look_up, self.traces = texts.find, texts.look_up, texts.traces
        self._texts, self._sends = texts, sends

    def send(self, text: OutgoingText) -> Answer:
        """Hand the text over or not, and end like a process that is killed."""
        if self._sends:
            self._texts.send(text)
        raise KeyboardInterrupt


@dataclass
class Carrier:
    """A carrier under test."""

    desk: TextDesk
    carried: Callable[[], list[tuple[str, str]]]

    def dies_before_it_is_written_down(self) -> Outcome:
        """An attempt whose worker dies when the text has left."""
        return replace(self.desk, texts=DiesAfterwards(self.desk.texts, sends=True)).tries_once()

    def dies_before_it_is_sent(self) -> Outcome:
        """An attempt whose worker dies when it has claimed the text."""
        return replace(self.desk, texts=DiesAfterwards(self.desk.texts, sends=False)).tries_once()


@contextmanager
def remembered(_: Path) -> Iterator[Carrier]:
    """The carrier in memory."""
    desk = TextDesk(RememberedTexts())
    yield Carrier(desk, desk.carried)


@contextmanager
def outbox(folder: Path) -> Iterator[Carrier]:
    """The outbox on disk."""

    def lying() -> list[tuple[str, str]]:
        files = sorted((folder / "texts").rglob("*.json"))
        texts = [json.loads(path.read_text("utf-8")) for path in files]
        return [(text["to"], text["words"]) for text in texts]

    yield Carrier(TextDesk(Outbox(folder)), lying)


@contextmanager
def twilio(
    _: Path, account: Account | None = None, longest_call: float = 0.3, **changes: Any
) -> Iterator[Carrier]:
    """Twilio's gateway on the stand-in; a call takes so many seconds at most."""
    with stand_in(account) as there:
        given: dict[str, Any] = {
            "account_sid": there.account.sid,
            "auth_token": SecretStr(there.account.auth_token),
            "sender": SENDER,
            "public_url": "http://127.0.0.1:1",
            "base_url": there.url,
        }
        settings = TwilioSettings(**(given | changes))
        texts = TwilioTexts(settings, longest_call=timedelta(seconds=longest_call))
        yield Carrier(TextDesk(texts), lambda: there.account.taken)
        texts.close()


@contextmanager
def notify(_: Path) -> Iterator[Carrier]:
    """GOV.UK Notify's gateway on its stand-in."""
    account = NotifyAccount()
    with notify_stand_in(account) as url:
        settings = NotifySettings(api_key=SecretStr(KEY), base_url=url, text_template=TEMPLATE)
        client = NotifyClient(settings, longest_call=timedelta(milliseconds=300))
        yield Carrier(TextDesk(NotifyTexts(client, TEMPLATE)), account.texts)
        client.close()


CARRIERS: dict[str, Callable[[Path], AbstractContextManager[Carrier]]] = {
    "notify": notify,
    "outbox": outbox,
    "remembered": remembered,
    "twilio": twilio,
}
