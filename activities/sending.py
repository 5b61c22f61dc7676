"""One text from intention to arrival: the states it passes through, and the only ways from one to the next.

Every way is a pure function from a sending to a sending, and leaves alone what it does not apply to, so
that each may be taken twice and late (reliability brief 1.3, R9). The ledgers only keep what comes out.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal
from uuid import UUID

# planned: nothing has left. claimed: somebody may be sending it now, or it is in doubt whether it left.
# accepted: the carrier took it. delivered, undelivered, failed: how that ended; failed also: refused at once.
# suppressed: must not be sent. expired: too late. unknown: no evidence either way, a person must look.
State = Literal[
    "planned",
    "claimed",
    "accepted",
    "delivered",
    "undelivered",
    "failed",
    "suppressed",
    "expired",
    "unknown",
]
Arrival = Literal["accepted", "delivered", "undelivered", "failed"]
GivenUp = Literal["suppressed", "expired", "unknown"]
ARRIVED = frozenset({"delivered", "undelivered", "failed"})


@dataclass(frozen=True)
class Intent:
    """A text somebody wants sent. Referral, key and recipient version are its identity; no run, no attempt.

    `to` is E.164; `said_at` and `useless_after` are the service's own time.
    """

    referral_id: UUID
    key: str
    recipient_version: int
    crn: str
    to: str
    said_at: datetime
    useless_after: datetime


@dataclass(frozen=True)
class Sending:
    """A text as the ledger knows it.

    `token` stands in the address the carrier reports to, and says nothing by itself. `day` is the London day
    whose caps it counts towards. `second` is the carrier's reference of another text under this token: then
    it went out twice.
    """

    intent: Intent
    token: str
    state: State = "planned"
    reference: str = ""
    second: str = ""
    why: str = ""
    attempt: int = 0
    resends: int = 0
    day: date | None = None
    claimed_at: datetime | None = None
    lease_until: datetime | None = None
    doubt_since: datetime | None = None
    settled_at: datetime | None = None

    @property
    def was_carried(self) -> bool:
        """Whether the carrier took it, however it ended."""
        return self.state in ("accepted", "delivered", "undelivered") or bool(
            self.state == "failed" and self.reference
        )

    @property
    def is_untraced(self) -> bool:
        """Whether the carrier may hold it under a reference we do not know."""
        return self.state == "claimed" or (self.state == "accepted" and not self.reference)


@dataclass(frozen=True)
class Receipt:
    """What the carrier reports of one text; `why` is a code, `token` may be empty where it knows none."""

    token: str
    reference: str
    state: Arrival
    seen_at: datetime
    why: str = ""


def claimed(sending: Sending, at: datetime, lease: timedelta, day: date) -> Sending:
    """Somebody takes what is planned, for the length of a lease."""
    if sending.state != "planned":
        return sending
    return replace(
        sending,
        state="claimed",
        attempt=sending.attempt + 1,
        day=day,
        claimed_at=at,
        lease_until=at + lease,
        doubt_since=None,
    )


def accepted(sending: Sending, reference: str, at: datetime) -> Sending:
    """The carrier took it: evidence, which counts whoever brings it and whatever was believed before."""
    if not sending.was_carried:
        return replace(sending, state="accepted", reference=reference, why="", settled_at=at)
    if not sending.reference:
        return replace(sending, reference=reference)
    if reference and reference != sending.reference:
        return replace(sending, second=reference)
    return sending


def refused(sending: Sending, attempt: int, why: str, at: datetime) -> Sending:
    """The carrier will not take it, now or ever."""
    if not _in_hand(sending, attempt):
        return sending
    return replace(sending, state="failed", why=why, settled_at=at)


def let_go(sending: Sending, attempt: int) -> Sending:
    """It certainly did not leave: it is planned again, for the next who asks."""
    if not _in_hand(sending, attempt):
        return sending
    return replace(sending, state="planned", lease_until=None, doubt_since=None)


def doubted(sending: Sending, attempt: int, since: datetime) -> Sending:
    """It may have left. Nobody sends it again before there has been time for evidence."""
    if not _in_hand(sending, attempt) or sending.doubt_since:
        return sending
    return replace(sending, doubt_since=since, lease_until=since)


def claimed_again(sending: Sending, attempt: int, at: datetime, lease: timedelta) -> Sending:
    """No evidence came: the one who asks first takes it once more."""
    if not _in_hand(sending, attempt) or not sending.doubt_since:
        return sending
    return replace(
        sending,
        attempt=sending.attempt + 1,
        resends=sending.resends + 1,
        lease_until=at + lease,
        doubt_since=None,
    )


def given_up(sending: Sending, state: GivenUp, why: str, at: datetime) -> Sending:
    """It is not to be sent, or nobody knows whether it was."""
    if sending.state not in ("planned", "claimed"):
        return sending
    return replace(sending, state=state, why=why, settled_at=at)


def reported(sending: Sending, receipt: Receipt) -> Sending:
    """What the carrier reports: the first end it reports of a text stands, in whatever order reports come."""
    known = accepted(sending, receipt.reference, receipt.seen_at)
    about_this_one = receipt.reference in ("", known.reference)
    if known.state != "accepted" or receipt.state == "accepted" or not about_this_one:
        return known
    return replace(known, state=receipt.state, why=receipt.why, settled_at=receipt.seen_at)


def _in_hand(sending: Sending, attempt: int) -> bool:
    return sending.state == "claimed" and sending.attempt == attempt
