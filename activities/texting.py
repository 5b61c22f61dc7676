"""The rules of sending texts: how long to wait for what, how many a day, what may be sent again."""

import sys
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from activities.ledger import Caps, Claim
from activities.sending import Sending
from interventions.days.london import LONDON, at_london, london_date
from interventions.days.send_window import next_open
from interventions.words.correspondence import Outcome, SendText

ONE_HOUR, ONE_DAY = timedelta(hours=1), timedelta(days=1)
LONGEST_VALID = timedelta(seconds=36_000)
USUAL_CAPS = Caps(person=3, everybody=2_000)
NO_CAPS = Caps(person=sys.maxsize, everybody=sys.maxsize)


@dataclass(frozen=True)
class TextingRules:
    """Time-outs: of a call to the carrier, below a claim's lease, below an attempt (`workflows/patience.py`).

    `looks` say when to look for evidence of a text in doubt, counted from the doubt. After the last, a kind
    in `sent_again` goes out once more and any other becomes a person's task. `halt` is how long to leave a
    carrier alone that refuses our account, `turn` how soon to ask again whether a number is free. Help in an
    emergency is `uncapped`, and better had twice than not.
    """

    longest_call: timedelta = timedelta(seconds=10)
    lease: timedelta = timedelta(seconds=30)
    looks: tuple[timedelta, ...] = tuple(timedelta(seconds=each) for each in (0, 5, 20, 60, 120))
    halt: timedelta = timedelta(minutes=10)
    turn: timedelta = timedelta(seconds=5)
    caps: Caps = USUAL_CAPS
    sent_again: frozenset[str] = frozenset({"assessment-reminder", "session-reminder", "emergency"})
    uncapped: frozenset[str] = frozenset({"emergency"})

    def claim(self, kind: str, at: datetime, service_time: datetime) -> Claim:
        """A claim on a text of a kind: `at` is this machine's time, `service_time` the intervention's."""
        patience = self.looks[-1] + self.lease
        caps = NO_CAPS if kind in self.uncapped else self.caps
        return Claim(at, self.lease, patience, london_date(service_time), caps)


def next_look(looks: tuple[timedelta, ...], since_doubt: timedelta) -> timedelta | None:
    """How long until the next look; None when the last has been taken."""
    ahead = [look - since_doubt for look in looks if look > since_doubt]
    return min(ahead, default=None)


def next_day(service_time: datetime, errand: SendText) -> datetime:
    """When the next London day's texts may go out."""
    tomorrow: date = london_date(service_time) + ONE_DAY
    return next_open(at_london(tomorrow, time(3)), errand)


def valid_for(errand: SendText, service_time: datetime) -> timedelta:
    """How long a carrier may go on trying: while it is of use, and to an hour after phones may ring."""
    closing = datetime.combine(service_time.astimezone(LONDON).date(), errand.send_until)
    last = min(errand.useless_after, at_london(closing.date(), closing.time()) + ONE_HOUR)
    return max(timedelta(seconds=1), min(LONGEST_VALID, last - service_time))


def outcome_of(sending: Sending) -> Outcome | None:
    """What the intervention hears of a text; None while it is not decided."""
    if sending.was_carried:
        return Outcome(result="accepted", reference=sending.reference)
    match sending.state:
        case "failed" | "suppressed":
            return Outcome(result="refused", why=sending.why)
        case "expired":
            return Outcome(result="expired")
        case "unknown":
            return Outcome(result="failed", why="unknown")
    return None
