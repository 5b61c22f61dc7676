"""The send ledger and the inbox in memory, with the manners of the real ones."""

import secrets
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from threading import RLock
from typing import TypeVar
from uuid import UUID

from activities.inbox import InboundText
from activities.ledger import (
    AT_ONCE,
    Claim,
    Granted,
    Held,
    NoSuchText,
    Recipient,
    Settled,
    Surroundings,
    claim_of,
    is_stopped,
    settled,
)
from activities.sending import ARRIVED, Intent, Receipt, Sending, reported
from gateways.case_number import compared

EVERYBODY = ""
Waiting = TypeVar("Waiting")


class RememberedLedger:
    """Every text there is to be, by what it is and by its token."""

    def __init__(self) -> None:
        self._tokens: dict[tuple[UUID, str, int], str] = {}
        self._texts: dict[str, Sending] = {}
        self._stopped: dict[str, datetime] = {}
        self._resumed: dict[str, datetime] = {}
        self._taken: Counter[tuple[date, str]] = Counter()
        self._ends_told: set[str] = set()
        self._lock = RLock()

    @property
    def texts(self) -> tuple[Sending, ...]:
        """Every text, in the order it was planned."""
        with self._lock:
            return tuple(self._texts.values())

    def plan(self, intent: Intent) -> Sending:
        """Write the text down; there already, it stands."""
        intent = replace(intent, crn=compared(intent.crn))
        with self._lock:
            place = (intent.referral_id, intent.key, intent.recipient_version)
            token = self._tokens.setdefault(place, secrets.token_hex(16))
            return self._texts.setdefault(token, Sending(intent, token))

    def find(self, referral_id: UUID, key: str) -> Sending | None:
        """The text under this key, the latest where it was addressed anew."""
        named = [
            each for each in self.texts if (each.intent.referral_id, each.intent.key) == (referral_id, key)
        ]
        return max(named, key=lambda each: each.intent.recipient_version, default=None)

    def claim(self, token: str, claim: Claim) -> Granted | Held | Sending:
        """Take a planned text.

        Raises:
            LookupError: there is no such text.
        """
        with self._lock:
            sending = self._texts[token]
            answer = claim_of(sending, claim, self._around(sending, claim))
            after = answer.sending if isinstance(answer, Granted) else answer
            if isinstance(after, Sending):
                self._texts[token] = after
                if after.day != sending.day:
                    self._taken.update([(claim.day, sending.intent.crn), (claim.day, EVERYBODY)])
            return answer

    def change(self, token: str, way: Callable[[Sending], Sending]) -> Sending:
        """Take the text one of its ways.

        Raises:
            LookupError: there is no such text.
        """
        with self._lock:
            self._texts[token] = way(self._texts[token])
            return self._texts[token]

    def receipt(self, receipt: Receipt) -> Settled | None:
        """Enter a report, found by its token or else by the carrier's reference.

        Raises:
            NoSuchText: the report names a token, and there is none such.
        """
        with self._lock:
            known = {each.reference: each.token for each in self._texts.values() if each.reference}
            token = receipt.token or known.get(receipt.reference)
            if token is None:
                return None
            if token not in self._texts:
                raise NoSuchText("token: no such text in the ledger")
            return settled(self.change(token, lambda sending: reported(sending, receipt)))

    def untold(self, entered_before: datetime, after: Settled | None = None) -> tuple[Settled, ...]:
        """Ends entered before an instant that their interventions have not heard of, the earliest first."""
        unheard = (each for each in self.texts if each.state in ARRIVED and each.token not in self._ends_told)
        ends = [end for each in unheard if (end := settled(each)) and end.settled_at < entered_before]
        return _a_page(ends, after, lambda end: (end.settled_at, end.token))

    def told(self, token: str) -> None:
        """Note that the intervention has heard how this text ended."""
        with self._lock:
            self._ends_told.add(token)

    def known(self, references: Iterable[str]) -> frozenset[str]:
        """Which references belong to texts in the ledger."""
        ours = {reference for each in self.texts for reference in (each.reference, each.second) if reference}
        return frozenset(references) & ours

    def recipients(self, number: str) -> tuple[Recipient, ...]:
        """The interventions that have texted this number, the latest first."""
        ours = [
            each.intent
            for each in self.texts
            if each.intent.to == number and each.attempt and each.state not in ("planned", "suppressed")
        ]
        latest = {each.referral_id: each for each in sorted(ours, key=lambda intent: intent.said_at)}
        found = (Recipient(each.referral_id, each.key, each.said_at) for each in latest.values())
        return tuple(sorted(found, key=lambda each: each.said_at, reverse=True))

    def stop(self, number: str, at: datetime) -> None:
        """No text goes to this number, unless it resumed later than `at`."""
        with self._lock:
            self._stopped[number] = max(at, self._stopped.get(number, at))

    def resume(self, number: str, at: datetime) -> None:
        """Texts may go to this number again, unless it stopped at `at` or later."""
        with self._lock:
            self._resumed[number] = max(at, self._resumed.get(number, at))

    def stopped(self, number: str) -> bool:
        """Whether the number has been stopped and not resumed."""
        with self._lock:
            return is_stopped(self._stopped.get(number), self._resumed.get(number))

    def _around(self, sending: Sending, claim: Claim) -> Surroundings:
        intent = sending.intent
        leases = [
            other.lease_until
            for other in self._texts.values()
            if other.intent.to == intent.to and other.is_untraced and other.token != sending.token
        ]
        leased = max((lease for lease in leases if lease), default=None)
        return Surroundings(
            stopped=self.stopped(intent.to),
            busy_until=leased + claim.patience if leased else None,
            by_person=self._taken[claim.day, intent.crn],
            by_everybody=self._taken[claim.day, EVERYBODY],
        )


class RememberedInbox:
    """Every text that came in, by its provider id."""

    def __init__(self) -> None:
        self._texts: dict[str, InboundText] = {}
        self._lock = RLock()

    def receive(self, text: InboundText) -> InboundText:
        """Keep a text once under its provider id; what stands."""
        with self._lock:
            kept = replace(text, words=text.words.replace("\0", ""), heard_by_all=False)
            return self._texts.setdefault(text.provider_id, kept)

    def waiting(self, after: InboundText | None = None) -> tuple[InboundText, ...]:
        """Texts not yet heard by all they may be for, the earliest first."""
        with self._lock:
            texts = [text for text in self._texts.values() if not text.heard_by_all]
        return _a_page(texts, after, lambda text: (text.received_at, text.provider_id))

    def heard(self, provider_id: str) -> None:
        """Note that everybody it may be for has heard of it."""
        with self._lock:
            self._texts[provider_id] = replace(self._texts[provider_id], heard_by_all=True)

    def handed(self, provider_id: str, to: Iterable[UUID]) -> None:
        """Note that these interventions have heard of it; those noted before stay."""
        with self._lock:
            text = self._texts[provider_id]
            both = tuple(sorted({*text.handed_to, *to}, key=str))
            self._texts[provider_id] = replace(text, handed_to=both)

    def answered(self, provider_id: str, at: datetime) -> None:
        """Note that it got an automatic answer; the first time stands."""
        with self._lock:
            text = self._texts[provider_id]
            self._texts[provider_id] = replace(text, answered_at=text.answered_at or at)

    def answers_since(self, sender: str, since: datetime) -> int:
        """How many automatic answers a number has had since an instant."""
        with self._lock:
            times = [each.answered_at for each in self._texts.values() if each.sender == sender]
        return sum(at is not None and at >= since for at in times)


def _a_page(
    all_of_them: Iterable[Waiting], after: Waiting | None, place: Callable[[Waiting], tuple[datetime, str]]
) -> tuple[Waiting, ...]:
    """The first that come after one, by their places."""
    begin = place(after) if after else None
    these = sorted((each for each in all_of_them if begin is None or place(each) > begin), key=place)
    return tuple(these[:AT_ONCE])
