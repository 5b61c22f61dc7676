"""The wording is strict: what people wrote stays words, and a fault names its template and nothing else."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from gateways.wording import TEMPLATES, JinjaWording
from interventions.vocabulary import Language, LetterFormat
from interventions.words.correspondence import Paper
from tests.templates.examples import (
    PAPERS,
    a_closure,
    a_date,
    a_plan_copy,
    a_report,
    a_session_reminder,
    a_target,
    a_welcome,
    an_appointment_letter,
    an_outcome,
)
from tests.templates.reading import read

HOSTILE = """<b>O'Neil & "co"</b>"""
CODE = "{{ 7*7 }}{% for x in range(9) %}!{% endfor %}{# gone #}"
PLANTED = "Zebedee Quillfeather"


def papers_saying(words: str) -> list[Paper]:
    """Every paper, with `words` in every field that somebody writes."""
    target = a_target(what=words, measure=words, outcome=words, owner=words)
    dose = {"service": words, "amount": words, "frequency": words}
    outcome = an_outcome(outcome=words, progress=words, further_work=words)
    remarks = dict.fromkeys(("next_steps", "further_support", "further_information", "reference"), words)
    who: dict[str, object] = {"name": words, "caseworker": words}
    return [
        a_welcome(**who, services=(words,)),
        a_welcome(**who, services=(words,), again=True),
        a_plan_copy(**who, targets=(target,), doses=(dose,), dates=(a_date(place=words),)),
        an_appointment_letter(**who, date=a_date(place=words)),
        a_closure(**who),
        a_report(**who, **remarks, services=(words,), outcomes=(outcome,), doses=(dose,)),
    ]


def wording_with(folder: Path, template: str, words: str) -> JinjaWording:
    """The shipped words, but for one template."""
    shutil.copytree(TEMPLATES, folder / "words", ignore=shutil.ignore_patterns("*.ttf"))
    (folder / "words/en" / template).write_text(words, "utf-8")
    return JinjaWording(folder / "words")


@pytest.mark.parametrize("paper", papers_saying(HOSTILE), ids=lambda paper: paper.paper)
def test_markup_in_what_people_wrote_stays_words(paper: Paper) -> None:
    html = JinjaWording().paper(paper, Language.ENGLISH, LetterFormat.STANDARD)
    assert "<b>" not in html
    assert HOSTILE in read(html).only("main").words
    assert read(html).stray == []


@pytest.mark.parametrize("paper", papers_saying(CODE), ids=lambda paper: paper.paper)
def test_template_code_in_what_people_wrote_is_never_run(paper: Paper) -> None:
    html = JinjaWording().paper(paper, Language.ENGLISH, LetterFormat.STANDARD)
    assert CODE in read(html).only("main").words
    assert "49" not in html


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.paper)
def test_every_fact_that_somebody_wrote_reaches_the_page(paper: Paper) -> None:
    page = read(JinjaWording().paper(paper, Language.ENGLISH, LetterFormat.STANDARD))
    unseen = {"paper", *("slot", "unit", "period")}
    written = [words for words in leaves(paper.model_dump(exclude={"paper"}), unseen) if words]
    assert written
    assert [words for words in written if words not in page.only("main").words] == []


def leaves(facts: object, unseen: set[str]) -> Iterator[str]:
    """Every plain string in a model's facts, but for those that are not for reading."""
    if type(facts) is str:
        yield facts
    elif isinstance(facts, dict):
        yield from (
            words for name, fact in facts.items() if name not in unseen for words in leaves(fact, unseen)
        )
    elif isinstance(facts, tuple):
        yield from (words for fact in facts for words in leaves(fact, unseen))


def test_a_fact_the_type_does_not_have_is_an_error_and_not_a_blank(tmp_path: Path) -> None:
    wording = wording_with(tmp_path, "papers/welcome.html.j2", "Dear {{ name }}, of {{ town }}")
    with pytest.raises(UndefinedError, match="town") as refused:
        wording.paper(a_welcome(name=PLANTED), Language.ENGLISH, LetterFormat.STANDARD)
    assert PLANTED not in str(refused.value)


def test_a_template_cannot_reach_behind_the_facts(tmp_path: Path) -> None:
    wording = wording_with(tmp_path, "papers/welcome.html.j2", "{{ name.__class__.__mro__ }}")
    with pytest.raises((SecurityError, UndefinedError)) as refused:
        wording.paper(a_welcome(name=PLANTED), Language.ENGLISH, LetterFormat.STANDARD)
    assert PLANTED not in str(refused.value)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        pytest.param("{{ 'a' * 161 }}", "takes 161 characters; a text holds 160", id="too long"),
        pytest.param("Ll\N{LATIN SMALL LETTER W WITH CIRCUMFLEX}", "cannot carry", id="outside the alphabet"),
        pytest.param(" \n\u200b ", "says nothing", id="empty"),
    ],
)
def test_a_text_that_does_not_fit_is_refused_by_its_template(tmp_path: Path, words: str, why: str) -> None:
    wording = wording_with(tmp_path, "texts/session-reminder.txt.j2", words)
    with pytest.raises(ValueError, match=why) as refused:
        wording.text(a_session_reminder(), Language.ENGLISH)
    assert str(refused.value).startswith("en/texts/session-reminder.txt.j2: ")
    assert "aaa" not in str(refused.value)


def test_texts_are_tidied_and_not_escaped_as_html(tmp_path: Path) -> None:
    hidden = "Tea\r\n\t& \u202e{{ \"'cake'\" }}\u200b  <now>\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}please\x07"
    wording = wording_with(tmp_path, "texts/session-reminder.txt.j2", hidden)
    assert wording.text(a_session_reminder(), Language.ENGLISH) == "Tea & 'cake' <now> please"
