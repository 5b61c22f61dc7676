"""What every carrier of letters must keep: page and envelope together, once under a key."""

import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from activities.ports import Letters
from gateways.in_memory import RememberedLetters
from gateways.outbox import Outbox
from interventions.correspondence import Outcome
from interventions.participant import Address
from tests.gateways.racing import all_at_once

KEY = "7d3c1a52-9a55-4f0e-8f31-6c1f0a7b9d10/welcome/1"
HOME = Address(lines=("4 Acacia Row", "Northgate"), postcode="ZZ1 1ZZ")
AWAY = Address(lines=("9 Elsewhere",), postcode="ZZ9 9ZZ")
Posted = tuple[str, tuple[str, ...], str, str]


@dataclass
class Carrier:
    """A carrier under test, and a way to see what it posted."""

    letters: Letters
    folder: Path

    def posted(self) -> list[Posted]:
        if isinstance(self.letters, RememberedLetters):
            posted = self.letters.posted
            return [(each.to, each.address.lines, each.address.postcode, each.page) for each in posted]
        return [on_disk(page) for page in sorted((self.folder / "letters").rglob("*.html"))]


def on_disk(page: Path) -> Posted:
    envelope = json.loads((page.parent / "envelope.json").read_text("utf-8"))
    return (envelope["to"], tuple(envelope["lines"]), envelope["postcode"], page.read_text("utf-8"))


@pytest.fixture(params=["remembered", "outbox"])
def carrier(request: pytest.FixtureRequest, tmp_path: Path) -> Carrier:
    return Carrier(RememberedLetters() if request.param == "remembered" else Outbox(tmp_path), tmp_path)


def test_a_letter_is_posted_as_it_was_handed_over(carrier: Carrier) -> None:
    outcome = carrier.letters.post(KEY, "Siân O'Neil", HOME, "<p>Annwyl Siân</p>\r\n")
    assert outcome.result == "accepted"
    assert outcome.reference
    ((to, lines, postcode, page),) = carrier.posted()
    assert (to, lines, postcode) == ("Siân O'Neil", HOME.lines, HOME.postcode)
    assert page.strip() == "<p>Annwyl Siân</p>"


def test_the_same_key_again_answers_as_the_first_and_posts_nothing(carrier: Carrier) -> None:
    first = carrier.letters.post(KEY, "Siân", HOME, "<p>One</p>")
    assert carrier.letters.post(KEY, "Siân", HOME, "<p>One</p>") == first
    assert carrier.letters.post(KEY, "Dean", AWAY, "<p>Two</p>") == first
    assert carrier.posted() == [("Siân", HOME.lines, HOME.postcode, "<p>One</p>")]


def test_many_at_once_under_one_key_never_put_one_page_in_another_envelope(carrier: Carrier) -> None:
    def post(number: int) -> tuple[Outcome, list[Posted]]:
        home = Address(lines=(f"{number} The Street",), postcode="ZZ1 1ZZ")
        return carrier.letters.post(KEY, f"Person {number}", home, f"<p>{number}</p>"), carrier.posted()

    answers = all_at_once([partial(post, number) for number in range(16)])
    (posted,) = carrier.posted()
    number = posted[0].removeprefix("Person ")
    assert posted == (f"Person {number}", (f"{number} The Street",), "ZZ1 1ZZ", f"<p>{number}</p>")
    assert len({outcome for outcome, _ in answers}) == 1
    assert [seen for _, seen in answers] == [[posted]] * 16


def test_another_key_is_another_letter(carrier: Carrier) -> None:
    outcomes = {carrier.letters.post(f"{KEY}/{number}", "Siân", HOME, "<p/>") for number in range(3)}
    assert len({outcome.reference for outcome in outcomes}) == len(carrier.posted()) == 3
