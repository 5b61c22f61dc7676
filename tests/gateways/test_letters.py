"""What every carrier of letters must keep: page and envelope together, once under a key."""

import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from activities.ports import Letters
from gateways.in_memory import RememberedLetters
from gateways.outbox import Outbox
from interventions.words.correspondence import Envelope, Outcome
from tests.gateways.papers import envelope, printed
from tests.gateways.racing import all_at_once

KEY = "7d3c1a52-9a55-4f0e-8f31-6c1f0a7b9d10/welcome/1"
HOME = envelope("").address
Posted = tuple[str, tuple[str, ...], str, str]


@dataclass
class Carrier:
    """A carrier under test, and a way to see what it posted."""

    letters: Letters
    folder: Path

    def posted(self) -> list[Posted]:
        if isinstance(self.letters, RememberedLetters):
            posted = self.letters.posted
            return [seen(each.envelope, each.printed.content) for each in posted]
        return [on_disk(page) for page in sorted((self.folder / "letters").rglob("*.pdf"))]


def seen(outside: Envelope, content: bytes) -> Posted:
    return (outside.to, outside.address.lines, outside.address.postcode, content.decode())


def on_disk(page: Path) -> Posted:
    outside = json.loads((page.parent / "envelope.json").read_text("utf-8"))
    return (outside["to"], tuple(outside["lines"]), outside["postcode"], page.read_text("utf-8"))


@pytest.fixture(params=["remembered", "outbox"])
def carrier(request: pytest.FixtureRequest, tmp_path: Path) -> Carrier:
    return Carrier(RememberedLetters() if request.param == "remembered" else Outbox(tmp_path), tmp_path)


def test_a_letter_is_posted_as_it_was_handed_over(carrier: Carrier) -> None:
    outcome = carrier.letters.post(KEY, envelope("Siân O'Neil"), printed("<p>Annwyl Siân</p>\r\n"))
    assert outcome.result == "accepted"
    assert outcome.reference
    ((to, lines, postcode, page),) = carrier.posted()
    assert (to, lines, postcode) == ("Siân O'Neil", HOME.lines, HOME.postcode)
    assert page.strip() == "<p>Annwyl Siân</p>"


def test_the_same_key_again_answers_as_the_first_and_posts_nothing(carrier: Carrier) -> None:
    first = carrier.letters.post(KEY, envelope("Siân"), printed("<p>One</p>"))
    assert carrier.letters.post(KEY, envelope("Siân"), printed("<p>One</p>")) == first
    assert carrier.letters.post(KEY, envelope("Dean", "9 Elsewhere"), printed("<p>Two</p>")) == first
    assert carrier.posted() == [("Siân", HOME.lines, HOME.postcode, "<p>One</p>")]


def test_many_at_once_under_one_key_never_put_one_page_in_another_envelope(carrier: Carrier) -> None:
    def post(number: int) -> tuple[Outcome, list[Posted]]:
        outside = envelope(f"Person {number}", f"{number} The Street")
        return carrier.letters.post(KEY, outside, printed(f"<p>{number}</p>")), carrier.posted()

    answers = all_at_once([partial(post, number) for number in range(16)])
    (posted,) = carrier.posted()
    number = posted[0].removeprefix("Person ")
    assert posted == (f"Person {number}", (f"{number} The Street",), "ZZ1 1ZZ", f"<p>{number}</p>")
    assert len({outcome for outcome, _ in answers}) == 1
    assert [seen for _, seen in answers] == [[posted]] * 16


def test_another_key_is_another_letter(carrier: Carrier) -> None:
    outcomes = {
        carrier.letters.post(f"{KEY}/{number}", envelope("Siân"), printed("<p/>")) for number in range(3)
    }
    assert len({outcome.reference for outcome in outcomes}) == len(carrier.posted()) == 3
