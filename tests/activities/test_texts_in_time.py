"""Sending a text while something else happens: a freeze, a STOP, a flood, a cry for help."""

import time
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from random import Random
from threading import Lock

import pytest
from temporalio.exceptions import ApplicationError

from activities.carrying import Answer, OutgoingText
from activities.ledger import Caps, Claim, Granted, Held
from activities.sending import Sending
from gateways.remembered_ledger import RememberedLedger
from gateways.remembered_texts import RememberedTexts
from interventions.words.correspondence import EmergencyText, Outcome
from tests.activities.text_desk import MOBILE, SAID_AT, TextDesk, a_reminder, quick
from tests.gateways.racing import all_at_once


class FreezingLedger(RememberedLedger):
    """A worker on it stands still, once, when it has claimed a text: its lease runs out meanwhile."""

    frozen = False

    def claim(self, token: str, claim: Claim) -> Granted | Held | Sending:
        """Claim, and stand still."""
        answer = super().claim(token, claim)
        if not self.frozen:
            self.frozen = True
            time.sleep(claim.lease.total_seconds())
        return answer


def test_a_worker_that_was_frozen_after_it_claimed_sends_nothing_and_the_next_does() -> None:
    desk = TextDesk(ledger=FreezingLedger(), rules=quick(lease=timedelta(milliseconds=400)))
    with pytest.raises(ApplicationError, match="lease-ended"):
        desk.tries_once()
    assert (desk.carried(), desk.entry().state) == ([], "planned")
    assert desk.sends().result == "accepted"
    assert len(desk.carried()) == 1


def test_a_worker_that_wakes_when_another_has_taken_over_sends_nothing() -> None:
    desk = TextDesk(ledger=FreezingLedger(), rules=quick(lease=timedelta(milliseconds=400)))
    outcomes = all_at_once([desk.sends, desk.sends, desk.sends])
    assert {outcome.result for outcome in outcomes} == {"accepted"}
    assert len(desk.carried()) == 1


@dataclass
class Listening:
    """A carrier that notes which numbers had said STOP, as far as the ledger knew, before it was asked."""

    ledger: RememberedLedger
    told_stop: set[str] = field(default_factory=set)
    asked_in_spite: list[str] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def stop(self, number: str) -> None:
        """The number says STOP, and no text is under way as it does."""
        with self.lock:
            self.ledger.stop(number, SAID_AT)
            self.told_stop.add(number)

    def __call__(self, text: OutgoingText) -> Answer | None:
        """A text is handed over."""
        if text.to in self.told_stop:
            self.asked_in_spite.append(text.to)
        return None


def test_of_a_thousand_texts_none_goes_to_a_number_that_had_said_stop() -> None:
    ledger, dice = RememberedLedger(), Random(7)  # noqa: S311 - the same race each time
    carrier = Listening(ledger)
    desk = TextDesk(RememberedTexts(trouble=carrier), ledger, rules=quick(caps=Caps(9, 9_999)))
    numbers = [f"+447700900{number:03}" for number in range(1000)]
    said: dict[str, str] = {}
    for number in numbers:
        steps = [partial(carrier.stop, number), partial(send_to, desk, number, said)]
        dice.shuffle(steps)
        for step in steps:
            step()
    assert carrier.asked_in_spite == []
    assert set(said.values()) == {"accepted", "stopped"}
    assert len(desk.carried()) == list(said.values()).count("accepted")


def send_to(desk: TextDesk, number: str, said: dict[str, str]) -> None:
    outcome = desk.sends(f"word/{number[-3:]}", number, crn=f"X{number[-3:]}")
    said[number] = outcome.why or outcome.result


def test_help_in_an_emergency_is_held_by_no_cap() -> None:
    desk = TextDesk(rules=quick(caps=Caps(person=1, everybody=1)))
    assert desk.sends().result == "accepted"
    assert desk.sends("reminder/session-4/1") == Outcome(result="refused", why="cap-person")
    for number in range(2):
        help_now = a_reminder(f"emergency/{number}", saying=EmergencyText())
        assert desk.tries_once(help_now).result == "accepted"
    assert [to for to, _ in desk.carried()] == [MOBILE] * 3
