"""A text or paper is a type, and its template has the same name: neither exists without the other."""

import shutil
from pathlib import Path

import pytest
from jinja2 import TemplateError

from gateways.wording import PAPERS, TEMPLATES, TEXTS, JinjaWording
from interventions.vocabulary import Language
from tests.templates import examples


def names_in(folder: str, suffix: str) -> set[str]:
    return {path.name.removesuffix(suffix) for path in (TEMPLATES / folder).iterdir()}


@pytest.mark.parametrize("language", [path.name for path in TEMPLATES.iterdir()])
def test_every_folder_is_a_language_that_can_be_asked_for(language: str) -> None:
    assert language in set(Language)
    assert {path.name for path in (TEMPLATES / language).iterdir()} <= {"texts", "papers", "reports"}


def test_every_text_has_its_template_and_every_template_its_text() -> None:
    assert names_in("en/texts", ".txt.j2") == set(TEXTS)


def test_every_paper_has_its_template_and_every_template_its_paper() -> None:
    assert names_in("en/papers", ".html.j2") - {"page"} == set(PAPERS)


def test_every_text_and_paper_has_an_example_here() -> None:
    assert {example.text for example in examples.SAYINGS} == set(TEXTS)
    assert {example.paper for example in examples.PAPERS} == set(PAPERS)


@pytest.mark.parametrize(
    "missing",
    [
        *(pytest.param(f"en/texts/{name}.txt.j2", id=name) for name in TEXTS),
        *(pytest.param(f"en/papers/{name}.html.j2", id=name) for name in (*PAPERS, "page")),
    ],
)
def test_a_missing_template_is_found_before_anybody_waits_for_its_words(tmp_path: Path, missing: str) -> None:
    shutil.copytree(TEMPLATES, tmp_path / "words")
    (tmp_path / "words" / missing).unlink()
    with pytest.raises(TemplateError, match=Path(missing).name):
        JinjaWording(tmp_path / "words")


def test_a_broken_template_is_found_at_start(tmp_path: Path) -> None:
    shutil.copytree(TEMPLATES, tmp_path / "words")
    (tmp_path / "words/en/papers/welcome.html.j2").write_text("Dear {{ name", "utf-8")
    with pytest.raises(TemplateError):
        JinjaWording(tmp_path / "words")
