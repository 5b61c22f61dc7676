"""Filling the ledger of texts from the facts, after it was lost with the register.

The facts tell every text that was asked for, and what its carrier said. Of one they tell no end of, nobody
knows whether it left: it goes in as a text in doubt, so that the next attempt first looks for evidence.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from activities.ledger import Ledger
from activities.sending import Intent, Receipt, Sending, accepted, claimed, given_up, refused, reported
from interventions.days.london import london_date
from interventions.facts import (
    AnyFact,
    Entry,
    ReplyReceived,
    TextsStopped,
    WordAccepted,
    WordDelivered,
    WordFailed,
    WordLapsed,
    WordRequested,
)
from interventions.life.duplicates import says_who
from interventions.vocabulary import ReplyKind, TextsOff
from interventions.words.correspondence import SendText

Way = Callable[[Sending], Sending]
# Why a text was kept back by ourselves; any other reason is its carrier's.
KEPT_BACK = {"suppressed", "stopped", "cap-person"}
AT_ONCE = timedelta()


@dataclass
class Told:
    """A text as the facts have it: what was wanted, and what became of it, in order."""

    intent: Intent
    ends: list[Way] = field(default_factory=list)
    arrival_heard: bool = False

    def way(self, sending: Sending, doubt: datetime) -> Sending:
        """From what the ledger has to what the facts know; in doubt from then on where they know no end."""
        said_at = self.intent.said_at
        taken = claimed(sending, said_at, AT_ONCE, london_date(said_at))
        if taken is sending and not any(end(sending) != sending for end in self.ends):
            return sending
        if not self.ends:
            return replace(taken, doubt_since=doubt, lease_until=doubt)
        for end in self.ends:
            taken = end(taken)
        return taken


def refill_texts(ledger: Ledger, entries: Sequence[Entry], now: datetime) -> int:
    """Enter every text of one intervention, and every STOP and START it heard; how many texts were changed.

    Safe to repeat. While workers run, one that is sent this moment may be sent before its doubt is entered.
    """
    changed = 0
    for told in texts_told(entries):
        before = ledger.plan(told.intent)
        after = ledger.change(before.token, partial(told.way, doubt=now))
        changed += after != before
        if told.arrival_heard:
            ledger.told(before.token)
    for fact in (entry.fact for entry in entries):
        _heed(ledger, fact)
    return changed


def texts_told(entries: Iterable[Entry]) -> tuple[Told, ...]:
    """Every text the facts of one intervention tell of, in the order in which they were asked for."""
    told: list[Told] = []
    crn, latest = "", dict[str, Told]()
    for entry in entries:
        if who := says_who(entry.fact):
            crn = who.participant.crn
        if intent := _intent(entry.referral_id, crn, entry.fact):
            latest[intent.key] = Told(intent)  # where it is addressed anew, that is another text
            told.append(latest[intent.key])
        for key, end in _ends(entry.fact):
            if key in latest:
                latest[key].ends.append(end)
                latest[key].arrival_heard |= isinstance(entry.fact, WordDelivered)
    return tuple(told)


def _intent(referral_id: UUID, crn: str, fact: AnyFact) -> Intent | None:
    if not isinstance(fact, WordRequested) or not isinstance(fact.errand, SendText):
        return None
    text = fact.errand
    return Intent(referral_id, text.key, text.recipient_version, crn, text.to, fact.at, text.useless_after)


def _ends(fact: AnyFact) -> Iterator[tuple[str, Way]]:
    match fact:
        case WordAccepted():
            yield fact.key, partial(accepted, reference=fact.reference, at=fact.at)
        case WordDelivered():
            became = Receipt("", "", "delivered" if fact.arrived else "undelivered", fact.at, fact.code)
            yield fact.key, partial(reported, receipt=became)
        case WordLapsed():
            yield fact.key, partial(given_up, state="expired", why="", at=fact.at)
        case WordFailed(why="unknown"):
            yield fact.key, partial(given_up, state="unknown", why="no-evidence", at=fact.at)
        case WordFailed(why=why) if why in KEPT_BACK:
            yield fact.key, partial(given_up, state="suppressed", why=why, at=fact.at)
        case WordFailed():
            yield fact.key, partial(refused, attempt=1, why=fact.why, at=fact.at)


def _heed(ledger: Ledger, fact: AnyFact) -> None:
    """As the door for texts that come in does."""
    match fact:
        case ReplyReceived(kind=ReplyKind.STOP | ReplyKind.WRONG_PERSON):
            ledger.stop(fact.number, fact.received_at)
        case ReplyReceived(kind=ReplyKind.START):
            ledger.resume(fact.number, fact.received_at)
        case TextsStopped(why=TextsOff.OPTED_OUT):
            ledger.stop(fact.number, fact.at)
