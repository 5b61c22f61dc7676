"""What every send ledger must keep: a text once, claimed by one, and what is known of it never lost."""

from datetime import date, timedelta
from functools import partial
from typing import Any, cast

import pytest

from activities.ledger import Granted, Held, Ledger
from activities.sending import (
    Receipt,
    Sending,
    accepted,
    claimed_again,
    doubted,
    let_go,
    refused,
)
from tests.gateways.racing import all_at_once
from tests.gateways.text_intents import (
    AT,
    CRN,
    LEASE,
    MOBILE,
    OTHER_MOBILE,
    OTHER_REFERRAL,
    PATIENCE,
    REFERRAL,
    TODAY,
    a_claim,
    a_planned,
    a_sent,
    an_intent,
    granted,
)

SECOND = timedelta(seconds=1)


def test_a_text_planned_twice_is_one_text_with_one_token(ledger: Ledger) -> None:
    first = a_planned(ledger)
    assert (first.state, first.attempt, len(first.token)) == ("planned", 0, 32)
    assert a_planned(ledger, said_at=AT + SECOND, to=OTHER_MOBILE) == first


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"key": "reminder/session-3/2"}, id="another date of the meeting"),
        pytest.param({"recipient_version": 2}, id="another version of the contact sheet"),
        pytest.param({"referral_id": OTHER_REFERRAL}, id="another intervention"),
    ],
)
def test_another_identity_is_another_text(ledger: Ledger, changes: dict[str, Any]) -> None:
    assert a_planned(ledger, **{"key": "reminder/session-3/1"} | changes).token != a_planned(ledger).token


def test_one_of_many_who_claim_at_once_may_send(ledger: Ledger) -> None:
    token = a_planned(ledger).token
    answers = all_at_once([partial(ledger.claim, token, a_claim()) for _ in range(8)])
    assert len([each for each in answers if isinstance(each, Granted)]) == 1
    others = [each for each in answers if not isinstance(each, Granted)]
    assert {cast(Sending, each).state for each in others} == {"claimed"}
    assert ledger.plan(an_intent()).lease_until == AT + LEASE


def test_texts_to_one_number_go_one_at_a_time_and_to_another_at_once(ledger: Ledger) -> None:
    first = granted(ledger.claim(a_planned(ledger).token, a_claim()))
    second, elsewhere = a_planned(ledger, "reminder/session-4/1"), a_planned(ledger, "x", to=OTHER_MOBILE)
    assert ledger.claim(second.token, a_claim()) == Held("number-busy", AT + LEASE + PATIENCE)
    granted(ledger.claim(elsewhere.token, a_claim()))
    ledger.change(first.token, lambda each: accepted(each, "SM1", AT))
    granted(ledger.claim(second.token, a_claim()))


def test_a_text_taken_without_a_reference_keeps_others_to_its_number_waiting(ledger: Ledger) -> None:
    a_sent(ledger, reference="")
    second = a_planned(ledger, "reminder/session-4/1").token
    assert ledger.claim(second, a_claim()) == Held("number-busy", AT + LEASE + PATIENCE)
    ledger.receipt(Receipt(a_planned(ledger).token, "SM1", "accepted", AT))
    granted(ledger.claim(second, a_claim()))


def test_a_text_nobody_came_back_to_does_not_hold_its_number_for_ever(ledger: Ledger) -> None:
    granted(ledger.claim(a_planned(ledger).token, a_claim()))
    second = a_planned(ledger, "reminder/session-4/1").token
    granted(ledger.claim(second, a_claim(LEASE + PATIENCE)))


def test_many_texts_to_one_number_at_once_are_claimed_by_one(ledger: Ledger) -> None:
    tokens = [a_planned(ledger, f"reminder/session-{number}/1").token for number in range(8)]
    answers = all_at_once([partial(ledger.claim, token, a_claim()) for token in tokens])
    assert sorted(type(each).__name__ for each in answers) == ["Granted", *["Held"] * 7]


def test_the_fourth_text_of_a_person_in_a_day_is_not_sent_and_tomorrow_is_another_day(ledger: Ledger) -> None:
    for number in range(3):
        a_sent_within = granted(ledger.claim(a_planned(ledger, f"word/{number}").token, a_claim()))
        ledger.change(a_sent_within.token, lambda each: accepted(each, each.token, AT))
    fourth = ledger.claim(a_planned(ledger, "word/4").token, a_claim())
    assert isinstance(fourth, Sending)
    assert (fourth.state, fourth.why) == ("suppressed", "cap-person")
    someone_else = a_planned(ledger, "word/5", crn="X000001", referral_id=OTHER_REFERRAL)
    granted(ledger.claim(someone_else.token, a_claim()))
    ledger.change(someone_else.token, lambda each: accepted(each, "SM5", AT))
    granted(ledger.claim(a_planned(ledger, "word/6").token, a_claim(day=date(2026, 3, 10))))


def test_a_person_is_one_however_the_case_number_is_typed(ledger: Ledger) -> None:
    a_sent(ledger)
    again = a_planned(ledger, "word/2", crn=f" {CRN.lower()}")
    assert ledger.claim(again.token, a_claim(person=1)).why == "cap-person"  # type: ignore[union-attr]


def test_the_cap_for_all_is_kept_by_many_at_once_and_holds_the_rest_till_another_day(ledger: Ledger) -> None:
    texts = [
        a_planned(ledger, f"word/{number}", crn=f"X{number}", to=f"+4477009001{number:02}")
        for number in range(12)
    ]
    calls = [partial(ledger.claim, text.token, a_claim(everybody=5)) for text in texts]
    answers = all_at_once(calls)
    assert sum(isinstance(each, Granted) for each in answers) == 5
    assert [each for each in answers if not isinstance(each, Granted)] == [Held("cap-everybody")] * 7
    (held, *_) = [text for text, each in zip(texts, answers, strict=True) if isinstance(each, Held)]
    granted(ledger.claim(held.token, a_claim(day=date(2026, 3, 10), everybody=5)))


def test_a_text_claimed_again_takes_no_second_place_of_its_day(ledger: Ledger) -> None:
    text = a_planned(ledger)
    for _ in range(3):
        sending = granted(ledger.claim(text.token, a_claim(person=1, everybody=1)))
        ledger.change(text.token, partial(let_go, attempt=sending.attempt))


def test_a_stopped_number_gets_no_text_until_it_resumes(ledger: Ledger) -> None:
    ledger.stop(MOBILE, AT)
    answer = ledger.claim(a_planned(ledger).token, a_claim())
    assert isinstance(answer, Sending)
    assert (answer.state, answer.why) == ("suppressed", "stopped")
    assert ledger.stopped(MOBILE)
    assert not ledger.stopped(OTHER_MOBILE)
    ledger.resume(MOBILE, AT + SECOND)
    assert not ledger.stopped(MOBILE)
    granted(ledger.claim(a_planned(ledger, "another").token, a_claim()))


def test_the_last_word_of_a_number_counts_in_whatever_order_its_words_are_entered(ledger: Ledger) -> None:
    ledger.resume(MOBILE, AT + SECOND)
    ledger.stop(MOBILE, AT)
    assert not ledger.stopped(MOBILE)
    ledger.stop(MOBILE, AT + SECOND)
    assert ledger.stopped(MOBILE)


def test_a_refused_text_stays_refused_and_is_not_claimed_again(ledger: Ledger) -> None:
    sending = granted(ledger.claim(a_planned(ledger).token, a_claim()))
    ledger.change(sending.token, lambda each: refused(each, each.attempt, "invalid-number", AT))
    again = ledger.claim(sending.token, a_claim())
    assert isinstance(again, Sending)
    assert (again.state, again.why, again.was_carried) == ("failed", "invalid-number", False)


def test_of_many_who_would_send_a_text_in_doubt_again_one_may(ledger: Ledger) -> None:
    sending = granted(ledger.claim(a_planned(ledger).token, a_claim()))
    ledger.change(sending.token, partial(doubted, attempt=sending.attempt, since=AT))
    later = AT + PATIENCE

    def once_more() -> int:
        def way(each: Sending) -> Sending:
            return claimed_again(each, sending.attempt, later, LEASE)

        return ledger.change(sending.token, way).resends

    all_at_once([once_more for _ in range(8)])
    stands = ledger.plan(an_intent())
    assert (stands.attempt, stands.resends, stands.lease_until) == (2, 1, later + LEASE)


def test_a_late_account_of_an_earlier_attempt_changes_nothing(ledger: Ledger) -> None:
    sending = granted(ledger.claim(a_planned(ledger).token, a_claim()))
    ledger.change(sending.token, partial(let_go, attempt=1))
    second = granted(ledger.claim(sending.token, a_claim(SECOND)))
    for way in (partial(let_go, attempt=1), partial(doubted, attempt=1, since=AT)):
        assert ledger.change(sending.token, way) == second


def test_a_text_that_was_never_planned_cannot_be_claimed_or_changed(ledger: Ledger) -> None:
    with pytest.raises(LookupError):
        ledger.claim("0" * 32, a_claim())
    with pytest.raises(LookupError):
        ledger.change("0" * 32, lambda each: each)


def test_the_day_a_text_counts_towards_is_the_services_own(ledger: Ledger) -> None:
    assert granted(ledger.claim(a_planned(ledger).token, a_claim())).day == TODAY


def test_a_text_is_found_by_its_key_the_latest_where_it_was_addressed_anew(ledger: Ledger) -> None:
    assert ledger.find(REFERRAL, "reminder/session-3/1") is None
    first = a_planned(ledger)
    assert ledger.find(REFERRAL, "reminder/session-3/1") == first
    anew = a_planned(ledger, recipient_version=2)
    a_planned(ledger, referral_id=OTHER_REFERRAL)
    assert ledger.find(REFERRAL, "reminder/session-3/1") == anew
    assert ledger.find(REFERRAL, "reminder/session-3") is None
