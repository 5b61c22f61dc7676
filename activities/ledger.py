"""The send ledger: every text there is to be, written down before anything leaves, and what became of it.

A row is found again by its business key, so a second worker, a reset or a new run finds the first's
(reliability brief 1.3). `activities/sending.py` has its states.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, Protocol
from uuid import UUID

from activities.sending import Intent, Receipt, Sending, State, claimed, given_up

# How many ends, or texts that came in, are read at once.
AT_ONCE = 500


@dataclass(frozen=True)
class Caps:
    """How many texts may go out in one London day: to one person, and to all together."""

    person: int
    everybody: int


@dataclass(frozen=True)
class Claim:
    """Who asks for a text asks at `at`, for a `lease`, on the service's London day `day`, under `caps`.

    `patience` is how long a text in doubt keeps others to the same number waiting: two in doubt at once
    could not be told apart in the carrier's list.
    """

    at: datetime
    lease: timedelta
    patience: timedelta
    day: date
    caps: Caps


@dataclass(frozen=True)
class Surroundings:
    """What else counts when a text is claimed: the number, and how many places of the day are taken."""

    stopped: bool
    busy_until: datetime | None
    by_person: int
    by_everybody: int


@dataclass(frozen=True)
class Granted:
    """The text is the caller's to send, until its lease ends."""

    sending: Sending


@dataclass(frozen=True)
class Held:
    """It has to wait: another text to the number is being sent, or the day's texts are used up."""

    why: Literal["number-busy", "cap-everybody"]
    until: datetime | None = None


@dataclass(frozen=True)
class Settled:
    """A text whose end the carrier has reported: whose it was, and how it ended."""

    referral_id: UUID
    key: str
    state: State
    why: str
    settled_at: datetime
    token: str = ""


@dataclass(frozen=True)
class Recipient:
    """An intervention that has texted a number, with its latest text and when that was said."""

    referral_id: UUID
    key: str
    said_at: datetime


class NoSuchText(LookupError):
    """The ledger has no text under this token."""


class Ledger(Protocol):
    """Every text, and the numbers that want none. Safe to share among threads and processes."""

    def plan(self, intent: Intent) -> Sending:
        """Write the text down, unless it is there: then answer what stands."""
        ...

    def find(self, referral_id: UUID, key: str) -> Sending | None:
        """The text under this key, the latest where it was addressed anew; None where there is none."""
        ...

    def claim(self, token: str, claim: Claim) -> Granted | Held | Sending:
        """Take a planned text to send it. A `Sending` answers that it was not planned, or may not be sent."""
        ...

    def change(self, token: str, way: Callable[[Sending], Sending]) -> Sending:
        """Take the text one of the ways of `activities/sending.py`; what stands now."""
        ...

    def receipt(self, receipt: Receipt) -> Settled | None:
        """Enter a report, found by token or else by reference; the text's end, each time it is known.

        None: nobody knows the reference, or the text has not ended.

        Raises:
            NoSuchText: the report names a token, and there is none such.
        """
        ...

    def untold(self, entered_before: datetime, after: Settled | None = None) -> tuple[Settled, ...]:
        """Ends entered before an instant that their interventions have not heard of, the earliest first.

        At most `AT_ONCE`, for after an outage there may be many: those that come `after` an end, if given.
        """
        ...

    def told(self, token: str) -> None:
        """Note that the intervention has heard how this text ended."""
        ...

    def known(self, references: Iterable[str]) -> frozenset[str]:
        """Which of the carrier's references belong to texts in the ledger."""
        ...

    def recipients(self, number: str) -> tuple[Recipient, ...]:
        """The interventions that have texted this number (E.164), the latest first."""
        ...

    def stop(self, number: str, at: datetime) -> None:
        """No text goes to this number, unless it resumed later than `at`."""
        ...

    def resume(self, number: str, at: datetime) -> None:
        """Texts may go to this number again, unless it stopped at `at` or later."""
        ...

    def stopped(self, number: str) -> bool:
        """Whether the number has been stopped and not resumed."""
        ...


def claim_of(sending: Sending, claim: Claim, around: Surroundings) -> Granted | Held | Sending:
    """Whether a text may be sent now. Asked with everything it looks at locked."""
    if sending.state != "planned":
        return sending
    if around.stopped:
        return given_up(sending, "suppressed", "stopped", claim.at)
    if around.busy_until and around.busy_until > claim.at:
        return Held("number-busy", around.busy_until)
    if sending.day != claim.day:
        if around.by_person >= claim.caps.person:
            return given_up(sending, "suppressed", "cap-person", claim.at)
        if around.by_everybody >= claim.caps.everybody:
            return Held("cap-everybody")
    return Granted(claimed(sending, claim.at, claim.lease, claim.day))


def is_stopped(stopped_at: datetime | None, resumed_at: datetime | None) -> bool:
    """Whether the last word of a number was STOP, in whatever order its words were entered."""
    return stopped_at is not None and (resumed_at is None or stopped_at >= resumed_at)


def settled(sending: Sending) -> Settled | None:
    """The end of a text that was carried, if it is known."""
    if not sending.was_carried or sending.state == "accepted" or sending.settled_at is None:
        return None
    intent = sending.intent
    of_whom = (intent.referral_id, intent.key)
    return Settled(*of_whom, sending.state, sending.why, sending.settled_at, sending.token)
