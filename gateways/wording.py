"""Words from Jinja2 templates, found by language and by the type of what is said.

Every template is compiled when the wording is made, so a missing or broken one stops the worker at start
and never holds up a letter. Errors name templates and fields, not what they hold (reliability brief 2.6).
"""

from collections.abc import Iterable
from pathlib import Path
from typing import cast, get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gateways.one_text import one_text
from gateways.spoken import FILTERS
from interventions.correspondence import Paper, Saying
from interventions.message import Wire
from interventions.vocabulary import Language, LetterFormat

TEMPLATES = Path(__file__).parent.parent / "templates"


def names_of(union: object, literal: str) -> tuple[str, ...]:
    """The template names a union of types stands for: the default of each one's `literal` field."""
    kinds = cast(tuple[type[Wire], ...], get_args(get_args(union)[0]))
    return tuple(kind.model_fields[literal].default for kind in kinds)


TEXTS = names_of(Saying, "text")
PAPERS = names_of(Paper, "paper")
SHEET = "en/papers/page.html.j2"


class JinjaWording:
    """The words of `folder`: `<language>/texts/<text>.txt.j2` and `<language>/papers/<paper>.html.j2`.

    Where a language lacks a template the English one is used, and papers say so at the top.

    Raises:
        jinja2.TemplateError: an English template is missing, or any one is broken.
    """

    def __init__(self, folder: Path = TEMPLATES) -> None:
        # Set by hand: select_autoescape() looks at the last suffix and would leave .html.j2 unescaped.
        texts, papers = _environment(folder, autoescape=False), _environment(folder, autoescape=True)
        papers.get_template(SHEET)
        self._texts = _templates(texts, "texts/{}.txt.j2", TEXTS)
        self._papers = _templates(papers, "papers/{}.html.j2", PAPERS)

    def text(self, saying: Saying, language: Language) -> str:
        """The text's words: one line for one segment, without HTML.

        Raises:
            ValueError: it says nothing or does not fit one text; names the template only.
            jinja2.UndefinedError: the template asks for a fact the type does not have.
        """
        template = self._texts[language, saying.text]
        return one_text(template.render(_facts(saying)), template=str(template.name))

    def paper(self, paper: Paper, language: Language, letter_format: LetterFormat) -> str:
        """The paper as one complete HTML document; everything people wrote is escaped.

        Raises:
            jinja2.UndefinedError: the template asks for a fact the type does not have.
        """
        template = self._papers[language, paper.paper]
        written_in = str(template.name).split("/", 1)[0]
        return template.render(
            _facts(paper), asked_for=language.value, written_in=written_in, letter_format=letter_format.value
        )


def _environment(folder: Path, *, autoescape: bool) -> Environment:
    # Sandboxed, because words are owned by people who do not write Python.
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=autoescape,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(FILTERS)
    return environment


def _templates(
    environment: Environment, path: str, names: Iterable[str]
) -> dict[tuple[Language, str], Template]:
    return {
        (language, name): environment.select_template(
            [f"{language}/{path.format(name)}", f"{Language.ENGLISH}/{path.format(name)}"]
        )
        for language in Language
        for name in names
    }


def _facts(said: Wire) -> dict[str, object]:
    return {name: getattr(said, name) for name in type(said).model_fields}
