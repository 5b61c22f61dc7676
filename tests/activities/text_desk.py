"""The activity that sends texts, over a ledger and a carrier, tried again whenever it says when."""

import time as clock
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from temporalio.common import MetricMeter
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities.account import Account
from activities.carrying import Texts
from activities.ledger import Ledger
from activities.sending import Sending
from activities.texting import TextingRules
from activities.texts import TextActivities, TextErrand
from gateways.in_memory import RememberedSuppression
from gateways.remembered_ledger import RememberedLedger
from gateways.remembered_texts import RememberedTexts
from gateways.wording import JinjaWording
from interventions.vocabulary import Language
from interventions.words.correspondence import Outcome, SendText
from tests.templates.examples import a_session_reminder

REFERRAL = UUID("7d3c1a52-9a55-4f0e-8f31-6c1f0a7b9d10")
CRN, MOBILE = "X375690", "+447700900123"
SAID_AT = datetime(2026, 3, 9, 14, tzinfo=UTC)
STARTS_AT = datetime(2026, 3, 10, 14, tzinfo=UTC)
KEY = "reminder/session-3/1"
WORDING = JinjaWording()


def quick(**changes: object) -> TextingRules:
    """The rules with every wait in milliseconds, and in the same order."""
    milliseconds = timedelta(milliseconds=1)
    rules = TextingRules(
        longest_call=300 * milliseconds,
        lease=600 * milliseconds,
        looks=tuple(each * milliseconds for each in (0, 20, 60, 120)),
        halt=10 * milliseconds,
        turn=20 * milliseconds,
    )
    return replace(rules, **changes)  # type: ignore[arg-type]


def a_reminder(key: str = KEY, to: str = MOBILE, **changes: object) -> SendText:
    """A reminder of tomorrow's session."""
    saying = a_session_reminder(starts_at=STARTS_AT)
    reminder = SendText(key=key, to=to, language=Language.ENGLISH, saying=saying, useless_after=STARTS_AT)
    return reminder.model_copy(update=changes)


@dataclass
class TextDesk:
    """`sends` tries until there is an outcome; `tries_once` may raise instead."""

    texts: Texts = field(default_factory=RememberedTexts)
    ledger: Ledger = field(default_factory=RememberedLedger)
    suppression: RememberedSuppression = field(default_factory=RememberedSuppression)
    rules: TextingRules = field(default_factory=quick)
    account: Account | None = None
    meter: MetricMeter = MetricMeter.noop

    def tries_once(
        self,
        errand: SendText | None = None,
        *,
        said_at: datetime = SAID_AT,
        waited: timedelta = timedelta(),
        crn: str = CRN,
        referral_id: UUID = REFERRAL,
    ) -> Outcome:
        """What one attempt says of a reminder said at `said_at`, which has `waited` since."""
        temporal = ActivityEnvironment()
        temporal.metric_meter = self.meter
        here = datetime.now(UTC)
        temporal.info = replace(temporal.info, scheduled_time=here - waited, started_time=here)
        text = TextErrand(referral_id=referral_id, crn=crn, said_at=said_at, errand=errand or a_reminder())
        activities = TextActivities(
            self.texts, WORDING, self.suppression, self.ledger, self.rules, self.account
        )
        return temporal.run(activities.send_text, text)

    def sends(
        self,
        key: str = KEY,
        to: str = MOBILE,
        *,
        said_at: datetime = SAID_AT,
        waited: timedelta = timedelta(),
        crn: str = CRN,
        referral_id: UUID = REFERRAL,
    ) -> Outcome:
        """What becomes of it in the end; waits over a second are not waited, and fail."""
        for _ in range(100):
            try:
                return self.tries_once(
                    a_reminder(key, to), said_at=said_at, waited=waited, crn=crn, referral_id=referral_id
                )
            except ApplicationError as later:
                delay = later.next_retry_delay or timedelta(milliseconds=20)
                if delay > timedelta(seconds=2):
                    raise AssertionError(f"{later.type}: asks for {delay}") from later
                clock.sleep(delay.total_seconds())
        raise AssertionError("a hundred attempts, and no outcome")

    def carried(self) -> list[tuple[str, str]]:
        """To whom which words went, where the carrier is one that remembers."""
        assert isinstance(self.texts, RememberedTexts)
        return [(text.to, text.words) for text in self.texts.sent]

    def entry(self, key: str = KEY) -> Sending:
        """What the ledger has on a text."""
        assert isinstance(self.ledger, RememberedLedger)
        (found,) = [each for each in self.ledger.texts if each.intent.key == key]
        return found


ALWAYS = {"send_from": time.min, "send_until": time.max}
