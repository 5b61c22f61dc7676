"""The ledger of texts was lost with the register: what the facts tell of texts goes in again."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from activities.carrying import OutgoingText
from activities.ledger import Claim, Ledger
from activities.sending import Sending
from gateways.remembered_ledger import RememberedLedger
from gateways.remembered_texts import RememberedTexts
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
from interventions.vocabulary import ReplyKind, TextsOff
from tests.activities.text_desk import KEY, MOBILE, REFERRAL, SAID_AT, TextDesk, a_reminder
from tests.figures.telling import entries_of
from worker.refilling_texts import refill_texts

MINUTE = timedelta(minutes=1)
NOW = SAID_AT + 90 * MINUTE
ASKED = WordRequested(at=SAID_AT, errand=a_reminder())
TAKEN = WordAccepted(at=SAID_AT + MINUTE, key=KEY, reference="SM1")


def told(*facts: AnyFact, referral_id: UUID = REFERRAL) -> tuple[Entry, ...]:
    """An account that begins with a referral, and goes on like this."""
    first, *_ = entries_of("lifestyle-low")
    return tuple(
        Entry(referral_id=referral_id, sequence=number, recorded_at=fact.at, fact=fact)
        for number, fact in enumerate((first.fact, *facts), start=1)
    )


def entered(*facts: AnyFact, ledger: Ledger | None = None) -> Sending:
    """The text as it stands once these facts are entered."""
    ledger = ledger or RememberedLedger()
    refill_texts(ledger, told(*facts), NOW)
    found = ledger.find(REFERRAL, KEY)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("ends", "state", "why"),
    [
        pytest.param((TAKEN,), "accepted", "", id="the carrier took it"),
        pytest.param((TAKEN, WordDelivered(at=NOW, key=KEY, arrived=True)), "delivered", "", id="it arrived"),
        pytest.param(
            (TAKEN, WordDelivered(at=NOW, key=KEY, arrived=False, code="30005")),
            "undelivered",
            "30005",
            id="it did not",
        ),
        pytest.param((WordLapsed(at=NOW, key=KEY),), "expired", "", id="too late"),
        pytest.param((WordFailed(at=NOW, key=KEY, why="landline"),), "failed", "landline", id="refused"),
        pytest.param((WordFailed(at=NOW, key=KEY, why="stopped"),), "suppressed", "stopped", id="STOP"),
        pytest.param(
            (WordFailed(at=NOW, key=KEY, why="unknown"),), "unknown", "no-evidence", id="nobody knows"
        ),
    ],
)
def test_a_text_goes_in_as_it_ended(ends: tuple[AnyFact, ...], state: str, why: str) -> None:
    text = entered(ASKED, *ends)
    assert (text.state, text.why, text.attempt) == (state, why, 1)
    assert (text.intent.to, text.intent.said_at) == (MOBILE, SAID_AT)
    assert text.reference == ("SM1" if TAKEN in ends else "")


def test_what_the_intervention_has_heard_is_not_told_it_again() -> None:
    ledger = RememberedLedger()
    entered(ASKED, TAKEN, WordDelivered(at=NOW, key=KEY, arrived=True), ledger=ledger)
    assert ledger.untold(NOW + MINUTE) == ()


def test_whoever_answers_finds_the_intervention_that_texted_them() -> None:
    ledger = RememberedLedger()
    entered(ASKED, TAKEN, ledger=ledger)
    assert [each.referral_id for each in ledger.recipients(MOBILE)] == [REFERRAL]


class ListedByNumber(RememberedTexts):
    """As Twilio's list, which knows nothing of our token."""

    def find(self, text: OutgoingText, since: datetime) -> tuple[str, ...]:
        """Every text to the number."""
        return tuple(reference for reference, (sent, _) in self._taken.items() if sent.to == text.to)


def test_a_text_that_had_left_when_the_ledger_was_lost_is_found_and_does_not_go_again() -> None:
    desk = TextDesk(ListedByNumber())
    taken = desk.sends()
    desk.ledger = RememberedLedger()
    text = entered(ASKED, ledger=desk.ledger)
    assert (text.state, text.doubt_since) == ("claimed", NOW)
    assert desk.sends() == taken
    assert len(desk.carried()) == 1


def test_a_text_that_had_not_left_goes_after_all() -> None:
    desk = TextDesk()
    entered(ASKED, ledger=desk.ledger)
    assert desk.sends().result == "accepted"
    assert len(desk.carried()) == 1


def a_claim(desk: TextDesk) -> Claim:
    return desk.rules.claim("session-reminder", NOW, SAID_AT)


def in_hand(ledger: Ledger) -> None:
    token = ledger.plan(entered(ASKED).intent).token
    ledger.claim(token, a_claim(TextDesk()))


def carried(ledger: Ledger) -> None:
    entered(ASKED, TAKEN, ledger=ledger)


@pytest.mark.parametrize("before", [in_hand, carried])
def test_what_the_ledger_knows_better_stays(before: Callable[[Ledger], None]) -> None:
    ledger = RememberedLedger()
    before(ledger)
    stands = ledger.find(REFERRAL, KEY)
    assert refill_texts(ledger, told(ASKED), NOW) == 0
    assert ledger.find(REFERRAL, KEY) == stands


def test_entered_twice_it_is_one_text_and_nothing_new() -> None:
    ledger = RememberedLedger()
    assert [refill_texts(ledger, told(ASKED, TAKEN), NOW) for _ in range(2)] == [1, 0]
    assert len(ledger.texts) == 1


def test_a_backup_that_knew_it_only_as_planned_learns_how_it_ended() -> None:
    ledger = RememberedLedger()
    ledger.plan(entered(ASKED).intent)
    assert entered(ASKED, TAKEN, ledger=ledger).state == "accepted"


def test_a_text_addressed_anew_is_another_text() -> None:
    ledger, anew = RememberedLedger(), a_reminder(to="+447700900456", recipient_version=2)
    gone = WordFailed(at=NOW, key=KEY, why="landline")
    asked_anew = WordRequested(at=NOW, errand=anew)
    assert refill_texts(ledger, told(ASKED, gone, asked_anew, TAKEN), NOW) == 2
    assert [each.state for each in ledger.texts] == ["failed", "accepted"]


@pytest.mark.parametrize(
    ("said", "stopped"),
    [
        pytest.param((ReplyKind.STOP,), True, id="STOP"),
        pytest.param((ReplyKind.WRONG_PERSON,), True, id="somebody else"),
        pytest.param((ReplyKind.STOP, ReplyKind.START), False, id="STOP, then START"),
        pytest.param((ReplyKind.OTHER,), False, id="anything else"),
    ],
)
def test_stop_and_start_are_in_force_again(said: tuple[ReplyKind, ...], stopped: bool) -> None:
    ledger = RememberedLedger()
    replies = [
        ReplyReceived(at=at, reply=f"SM{number}", received_at=at, number=MOBILE, kind=kind)
        for number, kind in enumerate(said)
        for at in [SAID_AT + number * MINUTE]
    ]
    refill_texts(ledger, told(*replies), NOW)
    assert ledger.stopped(MOBILE) is stopped


def test_a_stop_that_was_said_to_the_carrier_alone_is_in_force_again() -> None:
    ledger = RememberedLedger()
    refill_texts(ledger, told(TextsStopped(at=SAID_AT, number=MOBILE, why=TextsOff.OPTED_OUT)), NOW)
    assert ledger.stopped(MOBILE)
