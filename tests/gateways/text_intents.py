"""Texts to be sent, as the ledger is told of them: plain, valid, overridable."""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from activities.carrying import OutgoingText
from activities.ledger import Caps, Claim, Granted, Held, Ledger
from activities.sending import Arrival, Intent, Receipt, Sending, accepted

REFERRAL = UUID("7d3c1a52-9a55-4f0e-8f31-6c1f0a7b9d10")
OTHER_REFERRAL = UUID("00000000-0000-4000-8000-000000000002")
MOBILE, OTHER_MOBILE = "+447700900123", "+447700900456"
CRN = "X375690"
AT = datetime(2026, 3, 9, 14, tzinfo=UTC)
TODAY = date(2026, 3, 9)
SECOND = timedelta(seconds=1)
LEASE, PATIENCE = timedelta(seconds=30), timedelta(minutes=3)


def an_intent(key: str = "reminder/session-3/1", **changes: Any) -> Intent:
    """A reminder of tomorrow's session."""
    usual: dict[str, Any] = {
        "referral_id": REFERRAL,
        "key": key,
        "recipient_version": 1,
        "crn": CRN,
        "to": MOBILE,
        "said_at": AT,
        "useless_after": AT + timedelta(days=1),
    }
    return Intent(**(usual | changes))


def an_outgoing(key: str, to: str = MOBILE, words: str = "See you at 9am") -> OutgoingText:
    """A text as a carrier is handed it."""
    return OutgoingText(key, sha256(key.encode()).hexdigest()[:32], to, words, timedelta(hours=10))


def a_claim(
    after: timedelta = timedelta(), day: date = TODAY, *, person: int = 3, everybody: int = 99
) -> Claim:
    """A claim made `after` the moment everything here was said."""
    return Claim(AT + after, LEASE, PATIENCE, day, Caps(person, everybody))


def a_planned(ledger: Ledger, key: str = "reminder/session-3/1", **changes: Any) -> Sending:
    return ledger.plan(an_intent(key, **changes))


def granted(answer: Granted | Held | Sending) -> Sending:
    assert isinstance(answer, Granted), answer
    return answer.sending


def a_sent(
    ledger: Ledger, key: str = "reminder/session-3/1", reference: str = "SM1", **changes: Any
) -> Sending:
    sending = granted(ledger.claim(a_planned(ledger, key, **changes).token, a_claim(person=99)))
    return ledger.change(sending.token, lambda each: accepted(each, reference, AT))


def a_receipt(sending: Sending, state: Arrival, reference: str = "SM1", why: str = "") -> Receipt:
    return Receipt(sending.token, reference, state, AT + SECOND, why)
