"""The worker that `send_kill` kills: the real activity, ledger and gateway, with a death at each seam.

Nothing in the product knows of seams. Here the ledger and the carrier are wrapped, and a wrapper that has
reached the seam its text is to die at kills the whole process, once for each text.
"""

import asyncio
import os
import signal
import threading
import time as clock
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from temporalio.client import Client
from temporalio.worker import Worker

from activities.carrying import Answer, OutgoingText
from activities.ledger import Caps, Claim, Granted, Held
from activities.sending import Intent, Receipt, Sending
from activities.texting import TextingRules
from activities.texts import TextActivities
from gateways.in_memory import RememberedSuppression
from gateways.remembered_ledger import RememberedLedger
from gateways.sql_ledger import SqlLedger
from gateways.twilio_settings import TwilioSettings
from gateways.twilio_texts import TwilioTexts
from gateways.wording import JinjaWording
from tests.proofs.send_kill_errand import QUEUE
from workflows.contract import DATA_CONVERTER

SEAMS = (
    "before-planning",
    "before-claim",
    "after-claim",
    "before-sending",
    "while-sending",
    "after-accept",
    "after-ledger",
    "while-looking",
)
RULES = TextingRules(
    longest_call=timedelta(seconds=0.5),
    lease=timedelta(seconds=1.2),
    looks=tuple(timedelta(seconds=each) for each in (0, 0.3, 0.8, 1.6, 3)),
    caps=Caps(person=99, everybody=99_999),
)
IN_FLIGHT = 0.03


@dataclass(frozen=True)
class Orders:
    """What a worker process is told: where everything is, and at which seam each number's text dies."""

    temporal: str
    ledger_url: str
    twilio: TwilioSettings
    graves: Path
    seams: dict[str, str]
    forgetful: bool = False

    def dies(self, number: str, seam: str) -> None:
        """Ends this process here and now, if that is this text's seam and it has not died before."""
        if self.seams.get(number) == seam and self.digs(number):
            os.kill(os.getpid(), signal.SIGKILL)
            clock.sleep(60)

    def digs(self, number: str) -> bool:
        """Whether this is the text's first death."""
        try:
            (self.graves / number).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True


class DyingLedger:
    """The ledger, up to where its user dies."""

    def __init__(self, ledger: SqlLedger | RememberedLedger, orders: Orders) -> None:
        self._ledger, self._orders = ledger, orders
        self.receipt, self.known = ledger.receipt, ledger.known
        self.recipients, self.stop, self.resume = ledger.recipients, ledger.stop, ledger.resume
        self.stopped, self.find = ledger.stopped, ledger.find
        self.untold, self.told = ledger.untold, ledger.told
        self._numbers: dict[str, str] = {}

    def plan(self, intent: Intent) -> Sending:
        """Dies before anything is written, or when it finds written that the carrier took the text."""
        self._orders.dies(intent.to, "before-planning")
        sending = self._ledger.plan(intent)
        self._numbers[sending.token] = intent.to
        if sending.was_carried:  # a report was quicker than the worker
            self._orders.dies(intent.to, "after-ledger")
        return sending

    def claim(self, token: str, claim: Claim) -> Granted | Held | Sending:
        """Dies before the claim, or as soon as it is made."""
        self._orders.dies(self._numbers[token], "before-claim")
        answer = self._ledger.claim(token, claim)
        self._orders.dies(self._numbers[token], "after-claim")
        return answer

    def change(self, token: str, way: Callable[[Sending], Sending]) -> Sending:
        """Dies when it is written that the carrier took the text."""
        after = self._ledger.change(token, way)
        if after.was_carried:
            self._orders.dies(after.intent.to, "after-ledger")
        return after


class DyingTexts:
    """The carrier, up to where its user dies."""

    def __init__(self, texts: TwilioTexts, orders: Orders) -> None:
        self._texts, self._orders = texts, orders
        self.traces = texts.traces

    def send(self, text: OutgoingText) -> Answer:
        """Dies before, while or after the text is on its way."""
        self._orders.dies(text.to, "before-sending")
        if self._orders.seams.get(text.to) == "while-sending":
            threading.Timer(IN_FLIGHT, self._orders.dies, (text.to, "while-sending")).start()
        answer = self._texts.send(text)
        self._orders.dies(text.to, "after-accept")
        return answer

    def find(self, text: OutgoingText, since: datetime) -> tuple[str, ...]:
        """Dies when the carrier's list is read."""
        found = self._texts.find(text, since)
        self._orders.dies(text.to, "while-looking")
        return found

    def look_up(self, reference: str) -> Receipt | None:
        """As the carrier does."""
        return self._texts.look_up(reference)


def work(orders: Orders) -> None:
    """Send texts, one at a time, until killed."""
    asyncio.run(_work(orders))


async def _work(orders: Orders) -> None:
    client = await Client.connect(orders.temporal, data_converter=DATA_CONVERTER)
    ledger = RememberedLedger() if orders.forgetful else SqlLedger.open(orders.ledger_url)
    activities = TextActivities(
        texts=DyingTexts(TwilioTexts(orders.twilio, RULES.longest_call), orders),
        wording=JinjaWording(),
        suppression=RememberedSuppression(),
        ledger=DyingLedger(ledger, orders),
        rules=RULES,
    )
    with ThreadPoolExecutor(1) as thread:
        worker = Worker(
            client,
            task_queue=QUEUE,
            activities=[activities.send_text],
            activity_executor=thread,
            max_concurrent_activities=1,
        )
        await worker.run()
