"""A text or paper is a type, and its template has the same name, in every language."""

import shutil
from pathlib import Path

import pytest
from jinja2 import TemplateError

from gateways.wording import EASY_PAPERS, PAPERS, TEMPLATES, TEXTS, JinjaWording
from interventions.vocabulary import Language
from tests.templates import examples

SHARED = {"sheet", "fonts"}
EVERY_LANGUAGE = pytest.mark.parametrize("language", Language)
TRANSLATED = [
    f"{language}/{folder}/{name}"
    for language in Language
    for folder, names in (
        ("texts", [f"{text}.txt.j2" for text in TEXTS]),
        ("papers", [f"{paper}.html.j2" for paper in PAPERS]),
        ("easy-read", [f"{paper}.html.j2" for paper in EASY_PAPERS]),
    )
    for name in names
]


def names_in(folder: str, suffix: str) -> set[str]:
    return {path.name.removesuffix(suffix) for path in (TEMPLATES / folder).iterdir()}


def test_every_folder_is_a_language_that_can_be_asked_for_or_shared_by_all() -> None:
    assert {path.name for path in TEMPLATES.iterdir()} == SHARED | set(Language)


@EVERY_LANGUAGE
def test_a_language_has_texts_papers_and_easy_read(language: Language) -> None:
    found = {path.name for path in (TEMPLATES / language).iterdir()}
    # The contract report is English; so are the catalogue's own titles, which other languages translate.
    own = {"reports"} if language is Language.ENGLISH else {"catalogue.toml"}
    assert found == {"texts", "papers", "easy-read"} | own


@EVERY_LANGUAGE
def test_every_text_and_paper_has_its_template_and_every_template_its_type(language: Language) -> None:
    assert names_in(f"{language}/texts", ".txt.j2") == set(TEXTS)
    assert names_in(f"{language}/papers", ".html.j2") == set(PAPERS)
    assert names_in(f"{language}/easy-read", ".html.j2") == set(EASY_PAPERS)


def test_whatever_the_participant_reads_has_an_easy_read() -> None:
    assert set(PAPERS) - set(EASY_PAPERS) == {"end-of-service-report"}


def test_every_text_and_paper_has_an_example_here() -> None:
    assert {example.text for example in examples.SAYINGS} == set(TEXTS)
    assert {example.paper for example in examples.PAPERS} == set(PAPERS)


@pytest.mark.parametrize("missing", [*TRANSLATED, "cy/catalogue.toml", "sheet/page.html.j2"])
def test_a_missing_translation_is_found_before_anybody_waits_for_its_words(
    tmp_path: Path, missing: str
) -> None:
    shutil.copytree(TEMPLATES, tmp_path / "words", ignore=shutil.ignore_patterns("*.ttf"))
    (tmp_path / "words" / missing).unlink()
    with pytest.raises(TemplateError, match=Path(missing).name):
        JinjaWording(tmp_path / "words")


def test_a_broken_template_is_found_at_start(tmp_path: Path) -> None:
    shutil.copytree(TEMPLATES, tmp_path / "words", ignore=shutil.ignore_patterns("*.ttf"))
    (tmp_path / "words/cy/papers/welcome.html.j2").write_text("Annwyl {{ name", "utf-8")
    with pytest.raises(TemplateError):
        JinjaWording(tmp_path / "words")
