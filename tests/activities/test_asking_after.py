"""What became of a text: the ledger knows, or the carrier is asked and then the ledger knows."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities.asking_after import ReceiptActivities, ReceiptErrand
from activities.carrying import CannotLook
from activities.sending import Arrival, Intent, Receipt, Sending, accepted, given_up
from gateways.remembered_ledger import RememberedLedger
from gateways.remembered_texts import RememberedTexts
from interventions.words.correspondence import AskReceipt, Outcome

NOW = datetime(2026, 6, 3, 9, tzinfo=UTC)
KEY = "reminder/assessment/1"


@dataclass
class Carrier(RememberedTexts):
    """A carrier that says this of every text, or can't be asked."""

    says: Arrival | None = None
    why: str = ""
    reachable: bool = True
    asked: int = 0

    def look_up(self, reference: str) -> Receipt | None:
        self.asked += 1
        if not self.reachable:
            raise CannotLook("down")
        return Receipt("", reference, self.says, NOW, self.why) if self.says else None


def a_taken_text(ledger: RememberedLedger, referral_id: UUID, version: int = 1) -> Sending:
    later = NOW + timedelta(days=1)
    intent = Intent(referral_id, KEY, version, "X123456", "+447700900123", NOW, later)
    return ledger.change(ledger.plan(intent).token, lambda each: accepted(each, f"SM{version}", NOW))


async def ask(ledger: RememberedLedger, carrier: Carrier, referral_id: UUID) -> Outcome:
    errand = ReceiptErrand(referral_id=referral_id, errand=AskReceipt(key=f"receipt/{KEY}", about=KEY))
    return ActivityEnvironment().run(ReceiptActivities(carrier, ledger).ask_receipt, errand)


@pytest.mark.parametrize(
    ("says", "why", "outcome"),
    [
        pytest.param("delivered", "", Outcome(result="arrived"), id="arrived"),
        pytest.param("undelivered", "30003", Outcome(result="did-not-arrive", why="30003"), id="did not"),
        pytest.param("failed", "30006", Outcome(result="did-not-arrive", why="30006"), id="failed"),
        pytest.param("accepted", "", Outcome(result="accepted"), id="on its way"),
        pytest.param(None, "", Outcome(result="accepted"), id="unknown to it"),
    ],
)
async def test_the_carrier_is_asked_and_its_answer_is_entered(
    says: Arrival | None, why: str, outcome: Outcome
) -> None:
    ledger, carrier, referral_id = RememberedLedger(), Carrier(says=says, why=why), uuid4()
    a_taken_text(ledger, referral_id)
    assert await ask(ledger, carrier, referral_id) == outcome
    found = ledger.find(referral_id, KEY)
    assert found is not None
    assert found.state == (says or "accepted")


async def test_what_the_ledger_knows_nobody_is_asked() -> None:
    ledger, carrier, referral_id = RememberedLedger(), Carrier(says="undelivered"), uuid4()
    sent = a_taken_text(ledger, referral_id)
    ledger.receipt(Receipt(sent.token, sent.reference, "delivered", NOW))
    assert (await ask(ledger, carrier, referral_id)).result == "arrived"
    assert carrier.asked == 0


async def test_of_a_text_addressed_anew_the_latest_counts() -> None:
    ledger, referral_id = RememberedLedger(), uuid4()
    old, _ = a_taken_text(ledger, referral_id), a_taken_text(ledger, referral_id, version=2)
    ledger.receipt(Receipt(old.token, old.reference, "undelivered", NOW))
    assert (await ask(ledger, Carrier(says="delivered"), referral_id)).result == "arrived"


async def test_of_a_text_that_never_left_nothing_is_known() -> None:
    ledger, carrier, referral_id = RememberedLedger(), Carrier(says="delivered"), uuid4()
    assert (await ask(ledger, carrier, referral_id)).result == "accepted"
    intent = Intent(referral_id, KEY, 1, "X123456", "+447700900123", NOW, NOW)
    token = ledger.plan(intent).token
    ledger.change(token, lambda each: given_up(each, "unknown", "no-evidence", NOW))
    assert (await ask(ledger, carrier, referral_id)).result == "accepted"
    assert carrier.asked == 0


async def test_a_carrier_that_cannot_be_asked_is_asked_again() -> None:
    ledger, referral_id = RememberedLedger(), uuid4()
    a_taken_text(ledger, referral_id)
    with pytest.raises(ApplicationError) as failed:
        await ask(ledger, Carrier(reachable=False), referral_id)
    assert (failed.value.type, failed.value.non_retryable) == ("down", False)
