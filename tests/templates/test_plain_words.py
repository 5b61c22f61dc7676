"""Plain words: what a participant reads asks for a nine-year-old's reading at most."""

from collections.abc import Iterator

import pytest

from gateways.wording import JinjaWording
from interventions.vocabulary import Language, LetterFormat
from interventions.words.correspondence import Paper, Saying
from tests.templates.examples import (
    SAYINGS,
    a_closure,
    a_plan_copy,
    a_target,
    a_welcome,
    an_appointment_letter,
)
from tests.templates.reading import read
from tests.templates.reading_age import reading_age, sentences

WORDING = JinjaWording()
# GOV.UK asks for nine; a text of two sentences measures coarsely.
OLDEST, OLDEST_FOR_A_TEXT = 9.0, 9.5
# Names and what people wrote, short: it is our words that are measured.
WHO = {"name": "Jo", "caseworker": "Sam"}
LETTERS: tuple[Paper, ...] = (
    a_welcome(**WHO, services=("Work",)),
    a_welcome(**WHO, services=("Work",), again=True),
    a_plan_copy(**WHO, targets=(a_target(what="Run", measure="Ran", outcome="Fit", owner="Jo"),), doses=()),
    an_appointment_letter(**WHO),
    an_appointment_letter(**WHO, first=True),
    a_closure(**WHO),
)
EVERY_LETTER = pytest.mark.parametrize("paper", LETTERS, ids=lambda paper: paper.paper)


def prose(paper: Paper, form: LetterFormat, language: Language = Language.ENGLISH) -> str:
    """The words of a paper, a line for each paragraph, heading and cell."""
    return "\n".join(lines(paper, form, language))


def lines(paper: Paper, form: LetterFormat, language: Language) -> Iterator[str]:
    for part in read(WORDING.paper(paper, language, form)).elements:
        if part.tag in {"p", "h1", "h2", "li"}:
            yield part.words


@EVERY_LETTER
@pytest.mark.parametrize("form", LetterFormat)
def test_a_nine_year_old_could_read_it(paper: Paper, form: LetterFormat) -> None:
    assert reading_age(prose(paper, form)) <= OLDEST


@EVERY_LETTER
def test_easy_read_is_easier(paper: Paper) -> None:
    easy, standard = prose(paper, LetterFormat.EASY_READ), prose(paper, LetterFormat.STANDARD)
    assert reading_age(easy) < reading_age(standard)
    assert max(len(sentence) for sentence in sentences(easy)) <= 12


@EVERY_LETTER
def test_in_welsh_too_easy_read_has_shorter_sentences(paper: Paper) -> None:
    easy = [len(one) for one in sentences(prose(paper, LetterFormat.EASY_READ, Language.WELSH))]
    standard = [len(one) for one in sentences(prose(paper, LetterFormat.STANDARD, Language.WELSH))]
    assert max(easy) <= min(14, max(standard))
    assert max(standard) <= 25


@pytest.mark.parametrize("saying", SAYINGS, ids=lambda saying: saying.text)
def test_a_text_is_as_plain(saying: Saying) -> None:
    assert reading_age(WORDING.text(saying, Language.ENGLISH)) <= OLDEST_FOR_A_TEXT


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        pytest.param("The cat sat on the mat. The dog ran.", 0, 6, id="a first reader"),
        pytest.param(
            "Participants are required to comply with all obligations communicated by the responsible "
            "practitioner throughout the duration of the rehabilitative intervention.",
            18,
            40,
            id="officialese",
        ),
    ],
)
def test_the_measure_tells_plain_from_pompous(words: str, least: float, most: float) -> None:
    assert least - 5 <= reading_age(words) <= most
    assert reading_age(words) >= least or least == 0
