"""Words from Jinja2 templates, found by language, by format and by the type of what is said.

Every template is compiled when the wording is made, so a missing or broken one, in any language, stops the
worker at start and never holds up a letter. Errors name templates and fields, not what they hold
(reliability brief 2.6).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import cast, get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gateways.one_text import one_text
from gateways.spoken import FILTERS, TEXTED, Filter
from gateways.titles import page_of, titled
from interventions.message import Wire
from interventions.vocabulary import Language, LetterFormat
from interventions.words.correspondence import Envelope, Paper, Saying

TEMPLATES = Path(__file__).parent.parent / "templates"
SHEET = "sheet/page.html.j2"


def kinds_of(union: object) -> tuple[type[Wire], ...]:
    """The types of a discriminated union."""
    return cast(tuple[type[Wire], ...], get_args(get_args(union)[0]))


def names_of(union: object, literal: str) -> tuple[str, ...]:
    """The template names a union of types stands for: the default of each one's `literal` field."""
    return tuple(kind.model_fields[literal].default for kind in kinds_of(union))


TEXTS = names_of(Saying, "text")
PAPERS = names_of(Paper, "paper")
# What the participant reads has words of its own in easy read; a report is read by professionals.
EASY_PAPERS = tuple(
    kind.model_fields["paper"].default
    for kind in kinds_of(Paper)
    if getattr(kind, "reader", "") == "participant"
)


class JinjaWording:
    """The words of `folder`: in each language `texts/`, `papers/` and `easy-read/`, on the sheet of `sheet/`.

    What the catalogue calls things is said in the language of the paper (`gateways/titles.py`).

    `letterhead` is who writes, a line each, and `letterheads` the same in another language; with neither a
    letter comes from "Your support team". Where texts
    `can_be_answered`, a reminder says what "1" and "2" do; where an answer would reach nobody, it does not.

    Raises:
        jinja2.TemplateError: a template is missing in a language, or any one is broken.
        CatalogueError: the titles of a language cannot be read.
    """

    def __init__(
        self,
        folder: Path = TEMPLATES,
        letterhead: Sequence[str] = (),
        *,
        letterheads: Mapping[Language, Sequence[str]] | None = None,
        can_be_answered: bool = False,
    ) -> None:
        translated = letterheads or {}
        self._letterheads = {one: tuple(translated.get(one) or letterhead) for one in Language}
        self._texts: dict[tuple[Language, str], Template] = {}
        self._papers: dict[tuple[Language, str, str], Template] = {}
        self._versions: dict[tuple[Language, str, str], str] = {}
        for language in Language:
            # Set by hand: select_autoescape() looks at the last suffix and would leave .html.j2 unescaped.
            texts = _environment(folder, TEXTED[language], autoescape=False)
            texts.globals["can_be_answered"] = can_be_answered
            papers = _environment(folder, FILTERS[language], autoescape=True)
            papers.filters["titled"] = titled(folder, language)
            papers.get_template(SHEET)
            titles = page_of(folder, language)
            shared = [*_shared(folder), *([titles] if titles else [])]
            for name in TEXTS:
                self._texts[language, name] = texts.get_template(f"{language}/texts/{name}.txt.j2")
            for kind, names in (("papers", PAPERS), ("easy-read", EASY_PAPERS)):
                for name in names:
                    page = f"{language}/{kind}/{name}.html.j2"
                    self._papers[language, kind, name] = papers.get_template(page)
                    self._versions[language, kind, name] = _hash(folder, [folder / page, *shared])

    def text(self, saying: Saying, language: Language) -> str:
        """The text's words: one line for one segment, without HTML.

        Raises:
            ValueError: it says nothing or does not fit one text; names the template only.
            jinja2.UndefinedError: the template asks for a fact the type does not have.
        """
        template = self._texts[language, saying.text]
        return one_text(template.render(_facts(saying)), template=str(template.name))

    def paper(
        self,
        paper: Paper,
        language: Language,
        letter_format: LetterFormat,
        *,
        envelope: Envelope | None = None,
        on: date | None = None,
    ) -> str:
        """The paper as one complete HTML document; everything people wrote is escaped.

        Raises:
            jinja2.UndefinedError: the template asks for a fact the type does not have.
        """
        return self._papers[_which(paper, language, letter_format)].render(
            _facts(paper),
            written_in=language.value,
            letter_format=letter_format.value,
            letterhead=self._letterheads[language],
            envelope=envelope,
            on=on,
        )

    def version(self, paper: Paper, language: Language, letter_format: LetterFormat) -> str:
        """Which words they are: a hash (SHA-256) of the template, of the sheet, the fonts and the titles."""
        return self._versions[_which(paper, language, letter_format)]


def _which(paper: Paper, language: Language, letter_format: LetterFormat) -> tuple[Language, str, str]:
    easy = letter_format is LetterFormat.EASY_READ and paper.paper in EASY_PAPERS
    return language, "easy-read" if easy else "papers", paper.paper


def _environment(folder: Path, filters: Mapping[str, Filter], *, autoescape: bool) -> Environment:
    # Sandboxed, because words are owned by people who do not write Python.
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=autoescape,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(filters)
    return environment


def _shared(folder: Path) -> list[Path]:
    return sorted(path for part in ("sheet", "fonts") for path in (folder / part).glob("*") if path.is_file())


def _hash(folder: Path, files: Iterable[Path]) -> str:
    together = sha256()
    for path in files:
        together.update(path.relative_to(folder).as_posix().encode() + b"\0")
        together.update(sha256(path.read_bytes()).digest())
    return together.hexdigest()


def _facts(said: Wire) -> dict[str, object]:
    return {name: getattr(said, name) for name in type(said).model_fields}
