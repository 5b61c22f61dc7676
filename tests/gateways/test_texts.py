"""What every carrier of texts must keep: once under a key, whoever asks and however often."""

import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from activities.ports import Texts
from gateways.in_memory import RememberedTexts
from gateways.outbox import Outbox
from interventions.correspondence import Outcome
from tests.gateways.racing import all_at_once

MOBILE, OTHER = "+447700900123", "+447700900456"
KEY = "7d3c1a52-9a55-4f0e-8f31-6c1f0a7b9d10/reminder/session-3/1"


@dataclass
class Carrier:
    """A carrier under test, and a way to see what it carried."""

    texts: Texts
    folder: Path

    def carried(self) -> list[tuple[str, str]]:
        if isinstance(self.texts, RememberedTexts):
            return [(text.to, text.words) for text in self.texts.sent]
        lying = [
            json.loads(path.read_text("utf-8")) for path in sorted((self.folder / "texts").rglob("*.json"))
        ]
        return [(text["to"], text["words"]) for text in lying]


@pytest.fixture(params=["remembered", "outbox"])
def carrier(request: pytest.FixtureRequest, tmp_path: Path) -> Carrier:
    return Carrier(RememberedTexts() if request.param == "remembered" else Outbox(tmp_path), tmp_path)


def test_a_text_is_carried_as_it_was_handed_over(carrier: Carrier) -> None:
    outcome = carrier.texts.send(KEY, MOBILE, "Siân: see you at 9am, café Zoë")
    assert outcome.result == "accepted"
    assert outcome.reference
    assert carrier.carried() == [(MOBILE, "Siân: see you at 9am, café Zoë")]


def test_the_same_key_again_answers_as_the_first_and_carries_nothing(carrier: Carrier) -> None:
    first = carrier.texts.send(KEY, MOBILE, "See you at 9am")
    assert carrier.texts.send(KEY, MOBILE, "See you at 9am") == first
    assert carrier.texts.send(KEY, OTHER, "See you at 10am") == first
    assert carrier.carried() == [(MOBILE, "See you at 9am")]


def test_another_key_is_another_text_though_the_words_are_the_same(carrier: Carrier) -> None:
    other_date, other_person = f"{KEY[:-1]}2", f"a{KEY[1:]}"
    outcomes = [carrier.texts.send(key, MOBILE, "See you") for key in (KEY, other_date, other_person)]
    assert len({outcome.reference for outcome in outcomes}) == 3
    assert carrier.carried() == [(MOBILE, "See you")] * 3


def test_many_at_once_under_one_key_are_one_text_and_the_first_stands(carrier: Carrier) -> None:
    def send(number: int) -> tuple[Outcome, list[tuple[str, str]]]:
        return carrier.texts.send(KEY, MOBILE, f"Caller {number}"), carrier.carried()

    answers = all_at_once([partial(send, number) for number in range(16)])
    ((to, words),) = carrier.carried()
    assert (to, words) in {(MOBILE, f"Caller {number}") for number in range(16)}
    assert len({outcome for outcome, _ in answers}) == 1
    assert [seen for _, seen in answers] == [[(to, words)]] * 16


def test_many_at_once_under_keys_of_their_own_are_all_carried(carrier: Carrier) -> None:
    calls = [partial(carrier.texts.send, f"{KEY}/{number}", MOBILE, f"{number}") for number in range(16)]
    assert {outcome.result for outcome in all_at_once(calls)} == {"accepted"}
    assert sorted(carrier.carried()) == sorted((MOBILE, f"{number}") for number in range(16))


def test_a_number_that_does_not_exist_is_refused_each_time_it_is_asked() -> None:
    texts = RememberedTexts(refusing=frozenset({MOBILE}))
    first = texts.send(KEY, MOBILE, "See you")
    assert (first.result, first.why, first.reference) == ("refused", "invalid-number", "")
    assert texts.send(KEY, OTHER, "See you") == first
    assert texts.send(f"{KEY}/again", OTHER, "See you").result == "accepted"
    assert [text.to for text in texts.refused] == [MOBILE]
    assert [text.to for text in texts.sent] == [OTHER]
