"""Sending a text: written down before anything leaves, claimed, handed over, and never twice on a guess.

What may have left waits for evidence: the carrier's report under our token, or its own list. Nobody sleeps
here meanwhile: an attempt ends by saying when the next is worth while (reliability brief 1.3).
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from time import monotonic
from uuid import UUID

from temporalio import activity

from activities.account import Account
from activities.carrying import Answer, CannotLook, OutgoingText, Texts
from activities.ledger import Granted, Held, Ledger
from activities.ports import Suppression, Wording
from activities.sending import (
    Intent,
    Sending,
    accepted,
    claimed_again,
    doubted,
    given_up,
    let_go,
    refused,
)
from activities.texting import TextingRules, next_day, next_look, outcome_of, valid_for
from activities.waiting import SOON, count, now, wait
from interventions.days.send_window import is_open, next_open
from interventions.message import Wire
from interventions.words.correspondence import Outcome, SendText

log = logging.getLogger("texts")
# How far the carrier's clock may be behind ours.
CLOCKS_APART = timedelta(seconds=5)
OPTED_OUT = "opted-out"


class TextErrand(Wire):
    """A text of one intervention, as handed to the messaging queue. `said_at` is the service's own time."""

    referral_id: UUID
    crn: str
    said_at: datetime
    errand: SendText


@dataclass(frozen=True)
class TextActivities:
    """Needs provider credentials, so it has a queue of its own."""

    texts: Texts
    wording: Wording
    suppression: Suppression
    ledger: Ledger
    rules: TextingRules = field(default_factory=TextingRules)
    account: Account | None = None

    @activity.defn
    def send_text(self, text: TextErrand) -> Outcome:
        """Send one text once, unless it has become useless while it waited or nobody may write any more.

        Raises:
            ApplicationError: not yet; its type is a code that says why, its delay when to ask again.
        """
        info = activity.info()  # its times are by the intervention's own clock, virtual or not
        outcome = _Attempt(self, text, text.said_at + (info.started_time - info.scheduled_time)).outcome()
        traced = outcome.result != "accepted" or self.texts.traces(text.errand.to)
        return outcome.model_copy(update={"traced": traced})


class _Attempt:
    """One attempt at one text. `service_time` is what the intervention's clock shows now."""

    def __init__(self, desk: TextActivities, text: TextErrand, service_time: datetime) -> None:
        self._texts, self._ledger, self._rules = desk.texts, desk.ledger, desk.rules
        self._suppression, self._errand, self._account = desk.suppression, text.errand, desk.account
        self._service_time = service_time
        self._intent = Intent(
            referral_id=text.referral_id,
            key=text.errand.key,
            recipient_version=text.errand.recipient_version,
            crn=text.crn,
            to=text.errand.to,
            said_at=text.said_at,
            useless_after=text.errand.useless_after,
        )
        self._sending = self._ledger.plan(self._intent)
        words = desk.wording.text(text.errand.saying, text.errand.language)
        self._outgoing = OutgoingText(
            key=f"{text.referral_id}/{text.errand.key}",
            token=self._sending.token,
            to=text.errand.to,
            words=words,
            valid_for=valid_for(text.errand, service_time),
        )

    def outcome(self) -> Outcome:
        """How the text ended, as far as sending it goes."""
        if self._sending.state == "claimed":
            return self._look_for_evidence()
        if self._sending.state == "planned":
            return self._begin()
        return self._as_it_stands(self._sending)

    def _begin(self) -> Outcome:
        if (ended := self._no_longer_wanted()) is not None:
            return ended
        if not is_open(self._service_time, self._errand):
            return self._waits_for_daytime()
        begun = monotonic()
        kind = self._errand.saying.text
        claim = self._rules.claim(kind, now(), self._service_time)
        match self._ledger.claim(self._sending.token, claim):
            case Granted(sending):
                return self._hand_over(sending, begun)
            case Held(why="cap-everybody"):
                count("throughline_texts_over_cap")
                log.error("the texts of the day are used up; those over the cap wait for tomorrow")
                return self._waits_until("cap-everybody", next_day(self._service_time, self._errand))
            case Held(why, until):  # by then at the latest; as a rule the other is gone in a moment
                raise wait(why, min((until or now()) - now(), self._rules.turn))
            case sending:
                return self._as_it_stands(sending)

    def _hand_over(self, sending: Sending, begun: float) -> Outcome:
        """Send what is ours, after a last look at whether it still is and still may go."""
        self._sending, attempt = sending, sending.attempt
        if (ended := self._no_longer_wanted()) is not None:
            return ended
        if self._ledger.stopped(self._intent.to):
            return self._end(lambda each: given_up(each, "suppressed", "stopped", now()))
        stands = self._ledger.change(sending.token, lambda each: each)
        if (stands.state, stands.attempt) != ("claimed", attempt):
            return self._as_it_stands(stands)
        # A process may have been frozen since it claimed; this clock did not stop (brief R4).
        if monotonic() - begun > (self._rules.lease - self._rules.longest_call).total_seconds():
            self._ledger.change(sending.token, partial(let_go, attempt=attempt))
            raise wait("lease-ended", SOON)
        return self._heard(self._texts.send(self._outgoing), attempt)

    def _heard(self, answer: Answer, attempt: int) -> Outcome:
        token = self._sending.token
        match answer.said:
            case "taken":
                return self._end(lambda each: accepted(each, answer.reference, now()))
            case "refused":
                if answer.why == OPTED_OUT:  # STOP was said to the carrier, and may never have come to us
                    self._ledger.stop(self._intent.to, now())
                return self._end(lambda each: refused(each, attempt, answer.why, now()))
            case "in-doubt":
                since = now()
                self._ledger.change(token, lambda each: doubted(each, attempt, since))
                raise wait(answer.why, self._rules.looks[0])
            case "halted":
                self._ledger.change(token, partial(let_go, attempt=attempt))
                count("throughline_texts_halted")
                log.error("no text can be sent before somebody puts this right: %s", answer.why)
                raise wait(answer.why, answer.after or self._rules.halt)
            case "not-now":
                self._ledger.change(token, partial(let_go, attempt=attempt))
                raise wait(answer.why, answer.after)

    def _look_for_evidence(self) -> Outcome:
        """The text may have left: adopt what the carrier has of it, wait, or decide that there is nothing."""
        sending = self._sending
        until, attempt = sending.lease_until or now(), sending.attempt
        if not sending.doubt_since and until > now():
            raise wait("claimed", until - now())
        sending = self._ledger.change(sending.token, lambda each: doubted(each, attempt, until))
        since = sending.doubt_since or until
        looked_at = now()
        for reference in self._what_the_carrier_has(sending):
            sending = self._ledger.change(sending.token, partial(adopted, reference=reference))
        if sending.second:
            count("throughline_texts_doubled")
            log.error("a text went out twice: %s", self._outgoing.key)
        if sending.state != "claimed":
            return self._as_it_stands(sending)
        if (more := next_look(self._rules.looks, looked_at - since)) is not None:
            raise wait("in-doubt", more)
        return self._without_evidence(sending)

    def _what_the_carrier_has(self, sending: Sending) -> tuple[str, ...]:
        try:
            found = self._texts.find(self._outgoing, (sending.claimed_at or now()) - CLOCKS_APART)
        except CannotLook as cannot:
            raise wait(cannot.why, cannot.after or self._rules.looks[-1]) from None
        others = self._ledger.known(found)
        return tuple(reference for reference in found if reference not in others)

    def _without_evidence(self, sending: Sending) -> Outcome:
        """By policy of the kind: once more, or a person must look."""
        self._sending = sending
        again = self._errand.saying.text in self._rules.sent_again and not sending.resends
        if not again or self._service_time >= self._errand.useless_after:
            count("throughline_texts_unknown")
            log.error("a text may or may not have been sent, there is no evidence: %s", self._outgoing.key)
            return self._end(lambda each: given_up(each, "unknown", "no-evidence", now()))
        if not is_open(self._service_time, self._errand):
            return self._waits_for_daytime()
        begun, granted = monotonic(), False

        def way(each: Sending) -> Sending:
            nonlocal granted
            after = claimed_again(each, sending.attempt, now(), self._rules.lease)
            granted = after is not each
            return after

        mine = self._ledger.change(sending.token, way)
        return self._hand_over(mine, begun) if granted else self._as_it_stands(mine)

    def _no_longer_wanted(self) -> Outcome | None:
        if self._suppression.holds(self._intent.crn):
            return self._end(lambda each: given_up(each, "suppressed", "suppressed", now()))
        if self._service_time >= self._errand.useless_after:
            return self._end(lambda each: given_up(each, "expired", "", now()))
        if self._account and (end := self._account.ends(self._intent, self._errand, self._service_time)):
            return self._end(lambda each: given_up(each, *end, now()))
        return None

    def _waits_for_daytime(self) -> Outcome:
        """An attempt may come long after the errand: after an outage, at three in the morning."""
        return self._waits_until("outside-hours", next_open(self._service_time, self._errand))

    def _waits_until(self, why: str, when: datetime) -> Outcome:
        """Waits until a moment of the service's time; what is of no use by then has expired already."""
        if when >= self._errand.useless_after and self._sending.state == "planned":
            return self._end(lambda each: given_up(each, "expired", why, now()))
        raise wait(why, when - self._service_time)

    def _end(self, way: Callable[[Sending], Sending]) -> Outcome:
        return self._as_it_stands(self._ledger.change(self._sending.token, way))

    def _as_it_stands(self, sending: Sending) -> Outcome:
        """The outcome, or the wait for somebody else's."""
        if (outcome := outcome_of(sending)) is None:
            raise wait("claimed", self._rules.lease)
        return outcome


def adopted(sending: Sending, reference: str) -> Sending:
    """The carrier's list has it: that is as good as its answer."""
    return accepted(sending, reference, now())
