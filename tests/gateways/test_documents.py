"""What every keeper of documents must keep: one page under a key, and the first one stands."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from activities.ports import Documents
from gateways.in_memory import RememberedDocuments
from gateways.outbox import Outbox
from interventions.words.correspondence import Outcome
from tests.gateways.papers import printed
from tests.gateways.racing import all_at_once

KEY = "7d3c1a52-9a55-4f0e-8f31-6c1f0a7b9d10/end-of-service-report"


@dataclass
class Keeper:
    """A keeper under test, and a way to see what it kept."""

    documents: Documents
    folder: Path

    def kept(self) -> list[str]:
        if isinstance(self.documents, RememberedDocuments):
            return [document.printed.content.decode() for document in self.documents.kept]
        return [path.read_text("utf-8") for path in sorted((self.folder / "documents").rglob("*.pdf"))]


@pytest.fixture(params=["remembered", "outbox"])
def keeper(request: pytest.FixtureRequest, tmp_path: Path) -> Keeper:
    return Keeper(RememberedDocuments() if request.param == "remembered" else Outbox(tmp_path), tmp_path)


def test_a_document_is_kept_as_it_was_handed_over(keeper: Keeper) -> None:
    outcome = keeper.documents.keep(KEY, printed("<p>Siân came every week</p>"))
    assert outcome.result == "accepted"
    assert outcome.reference
    assert keeper.kept() == ["<p>Siân came every week</p>"]


def test_the_same_key_again_answers_as_the_first_and_keeps_the_first(keeper: Keeper) -> None:
    first = keeper.documents.keep(KEY, printed("<p>One</p>"))
    assert keeper.documents.keep(KEY, printed("<p>One</p>")) == first
    assert keeper.documents.keep(KEY, printed("<p>Two</p>")) == first
    assert keeper.kept() == ["<p>One</p>"]


def test_many_at_once_under_one_key_are_one_document_and_the_first_stands(keeper: Keeper) -> None:
    def keep(number: int) -> tuple[Outcome, list[str]]:
        return keeper.documents.keep(KEY, printed(f"<p>{number}</p>")), keeper.kept()

    answers = all_at_once([partial(keep, number) for number in range(16)])
    (page,) = keeper.kept()
    assert len({outcome for outcome, _ in answers}) == 1
    assert [seen for _, seen in answers] == [[page]] * 16


def test_another_key_is_another_document(keeper: Keeper) -> None:
    outcomes = {keeper.documents.keep(f"{KEY}/{number}", printed("<p/>")) for number in range(3)}
    assert len({outcome.reference for outcome in outcomes}) == len(keeper.kept()) == 3
