"""What the catalogue calls things, in the language of a paper (decision 17).

The catalogue is English and pinned; its translations are words, and lie with the words: a page
`templates/<language>/catalogue.toml`, from the English title to the other one.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

from jinja2 import TemplateNotFound
from markupsafe import Markup, escape
from pydantic import Field

from interventions.desk import read_page
from interventions.message import Desk
from interventions.vocabulary import Language

PAGE = "catalogue.toml"
Words = Annotated[str, Field(min_length=1, pattern=r"\S")]


class Titles(Desk):
    """The catalogue's titles in one language, each under the English one, word for word."""

    services: dict[Words, Words]
    outcomes: dict[Words, Words]
    sessions: dict[Words, Words]

    def all(self) -> dict[str, str]:
        """Every title, whatever it names."""
        return self.services | self.outcomes | self.sessions


def page_of(folder: Path, language: Language) -> Path | None:
    """Where `folder` keeps the titles of that language; None for English, which is the catalogue's own."""
    return None if language is Language.ENGLISH else folder / language / PAGE


def titled(folder: Path, language: Language) -> Callable[[str], str]:
    """The filter that says a title in that language, escaped; one without a translation is marked English.

    A case pins its titles when it starts, so a paper may hold one that the page no longer knows.

    Raises:
        jinja2.TemplateNotFound: the language has no page.
        CatalogueError: the page cannot be read, a part is missing, or a title is empty.
    """
    page = page_of(folder, language)
    if page is None:
        return str
    if not page.is_file():
        raise TemplateNotFound(f"{language}/{PAGE}")
    known = read_page(page, Titles).all()

    def say(title: str) -> str:
        own = known.get(title)
        return escape(own) if own else Markup('<span lang="en">{}</span>').format(title)

    return say
