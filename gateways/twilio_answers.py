"""Twilio's codes in our words, translated here and nowhere else (reliability brief 1.3, R5).

What may have been taken is never called refused: a time-out, a cut connection and any 5xx are in doubt.
A code nobody has met is a refusal, which ends in a person's task and never in a loop.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from activities.carrying import Answer
from activities.sending import Arrival, Receipt

INVALID, LANDLINE, OPTED_OUT, BLOCKED = "invalid-number", "landline", "opted-out", "blocked"
UNREACHABLE, FILTERED, WORDS, CARRIER = "unreachable", "filtered", "words-refused", "carrier-error"

# The number or the words: no, now and ever. https://www.twilio.com/docs/api/errors
REFUSED = {
    21211: INVALID,
    21217: INVALID,
    21214: INVALID,
    21265: INVALID,
    21408: "country-not-allowed",
    21610: OPTED_OUT,
    21612: UNREACHABLE,
    21614: LANDLINE,
    21617: WORDS,
    21619: WORDS,
    21635: LANDLINE,
    30003: UNREACHABLE,
    30004: BLOCKED,
    30005: INVALID,
    30006: LANDLINE,
    30007: FILTERED,
    30008: CARRIER,
    30410: CARRIER,
    30450: FILTERED,
    63038: "daily-limit",
}
# Our account or our set-up: nothing can be sent to anybody until a person puts it right.
HALTED = {
    10001: "account-not-active",
    20003: "account-refused",
    20005: "account-not-active",
    20006: "account-refused",
    20404: "account-wrong",
    21212: "sender-wrong",
    21603: "sender-missing",
    21606: "sender-wrong",
    21608: "trial-account",
    21609: "callback-wrong",
    21659: "sender-wrong",
    21660: "sender-wrong",
    21701: "sender-wrong",
    21703: "no-sender",
    21705: "service-wrong",
    30002: "account-suspended",
    90010: "account-not-active",
}
NOT_NOW = {
    14107: "rate-limited",
    20429: "rate-limited",
    21611: "queue-full",
    30001: "queue-full",
    30022: "rate-limited",
}
EXPIRED_ON_THE_WAY = {30036: "expired", 30410: CARRIER}

STATUSES: Mapping[str, Arrival] = {
    "accepted": "accepted",
    "scheduled": "accepted",
    "queued": "accepted",
    "sending": "accepted",
    "sent": "accepted",
    "delivered": "delivered",
    "read": "delivered",
    "undelivered": "undelivered",
    "failed": "failed",
    "canceled": "failed",
}


def answer_of(status: int, code: int | None, after: timedelta | None = None) -> Answer:
    """What an answer that is not a success means, by its HTTP status and Twilio's own code."""
    if code in NOT_NOW or (code not in REFUSED and status == 429):
        return Answer("not-now", why=NOT_NOW.get(code or 0, "rate-limited"), after=after)
    if status >= 500 or status == 408:
        return Answer("in-doubt", why="provider-error")
    if code in HALTED:
        return Answer("halted", why=HALTED[code or 0])
    if code in REFUSED:
        return Answer("refused", why=REFUSED[code or 0])
    if status in (401, 403, 404) or status < 400:
        return Answer("halted", why="account-refused" if status in (401, 403) else "address-wrong")
    return Answer("refused", why=f"code-{code}" if code else f"status-{status}")


def why_of(code: int | None) -> str:
    """Why a text did not arrive, as our code; empty where Twilio gives none."""
    if not code:
        return ""
    return EXPIRED_ON_THE_WAY.get(code) or REFUSED.get(code) or HALTED.get(code) or f"code-{code}"


def receipt_of(
    token: str, reference: str, status: str, code: int | None, seen_at: datetime
) -> Receipt | None:
    """A status callback or a message looked up, in our words; None for a status of no meaning to us.

    `token` is the end of the callback's path, `reference` its MessageSid, `status` its MessageStatus and
    `code` its ErrorCode.
    """
    state = STATUSES.get(status.lower())
    if state is None or not reference:
        return None
    return Receipt(
        token, reference, state, seen_at, why_of(code) if state in ("undelivered", "failed") else ""
    )
