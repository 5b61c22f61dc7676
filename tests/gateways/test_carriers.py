"""What every carrier of texts must keep, behind the ledger: once under a key, however often it is asked."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from temporalio.exceptions import ApplicationError

from tests.activities.text_desk import KEY, MOBILE, REFERRAL
from tests.gateways.carriers import CARRIERS, Carrier
from tests.gateways.racing import all_at_once
from tests.gateways.text_intents import OTHER_REFERRAL

OTHER = "+447700900456"
WORDS = "Reminder: we are meeting on Tuesday 10 March at 2pm, in person."


@pytest.fixture(params=sorted(CARRIERS))
def carrier(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Carrier]:
    with CARRIERS[request.param](tmp_path) as opened:
        yield opened


def test_a_text_is_carried_as_it_was_handed_over(carrier: Carrier) -> None:
    outcome = carrier.desk.sends()
    assert outcome.result == "accepted"
    assert outcome.reference
    ((to, words),) = carrier.carried()
    assert (to, words[: len(WORDS)]) == (MOBILE, WORDS)


def test_the_same_key_again_answers_as_the_first_and_carries_nothing(carrier: Carrier) -> None:
    first = carrier.desk.sends()
    assert carrier.desk.sends() == first
    assert carrier.desk.sends(KEY, OTHER) == first
    assert [to for to, _ in carrier.carried()] == [MOBILE]


def test_another_key_is_another_text_though_the_words_are_the_same(carrier: Carrier) -> None:
    outcomes = [
        carrier.desk.sends(),
        carrier.desk.sends("reminder/session-3/2"),
        carrier.desk.sends(referral_id=OTHER_REFERRAL),
    ]
    assert len({outcome.reference for outcome in outcomes}) == 3
    assert [to for to, _ in carrier.carried()] == [MOBILE] * 3


def test_many_at_once_under_one_key_are_one_text(carrier: Carrier) -> None:
    answers = all_at_once([carrier.desk.sends for _ in range(8)])
    assert len(set(answers)) == 1
    assert len(carrier.carried()) == 1


def test_many_at_once_under_keys_of_their_own_are_all_carried(carrier: Carrier) -> None:
    numbers = [f"+4477009001{number:02}" for number in range(8)]
    calls = [
        partial(carrier.desk.sends, f"word/{number}", number_to, crn=f"X{number}")
        for number, number_to in enumerate(numbers)
    ]
    assert {outcome.result for outcome in all_at_once(calls)} == {"accepted"}
    assert sorted(to for to, _ in carrier.carried()) == numbers


def test_a_text_taken_is_one_the_carrier_knows(carrier: Carrier) -> None:
    outcome = carrier.desk.sends()
    found = carrier.desk.texts.look_up(outcome.reference)
    assert found is not None
    assert found.reference == outcome.reference
    assert carrier.desk.texts.look_up("texts/nothing/of-the-kind") is None


def test_a_worker_that_died_in_the_act_left_one_text_and_no_more(carrier: Carrier) -> None:
    with pytest.raises(KeyboardInterrupt):
        carrier.dies_before_it_is_written_down()
    assert carrier.desk.sends().result == "accepted"
    assert len(carrier.carried()) == 1


def test_a_worker_that_died_before_it_sent_left_none_and_one_follows(carrier: Carrier) -> None:
    with pytest.raises(KeyboardInterrupt):
        carrier.dies_before_it_is_sent()
    with pytest.raises(ApplicationError, match="claimed"):
        carrier.desk.tries_once()
    first, again = carrier.desk.sends(), carrier.desk.sends()
    assert (first.result, again) == ("accepted", first)
    assert len(carrier.carried()) == 1
    assert carrier.desk.entry().intent.referral_id == REFERRAL
