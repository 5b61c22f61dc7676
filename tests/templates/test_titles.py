"""What the catalogue calls things is said in Welsh in a Welsh paper: all of it, and nothing else."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from gateways.titles import Titles, titled
from gateways.wording import TEMPLATES, JinjaWording
from interventions.desk import read_page
from interventions.errors import CatalogueError
from interventions.promises.catalogue import PATHWAYS, PathwayPage
from interventions.vocabulary import Language, LetterFormat, Unit
from interventions.words.correspondence import DoseLine, Paper
from tests.templates.examples import a_plan_copy, a_report, a_target, a_welcome, an_outcome
from tests.templates.reading import read

WELSH = read_page(TEMPLATES / "cy/catalogue.toml", Titles)
PAGES = [read_page(path, PathwayPage) for path in sorted(PATHWAYS.glob("*.toml"))]
LIFESTYLE, FAMILY = "Lifestyle and associates", "Family and significant others"
IN_TOUCH = "Is engaged in the community"
DOSE = DoseLine(
    service=LIFESTYLE, amount="5 sessions", frequency="once a week", unit=Unit.SESSIONS, number=5, times=1
)
TELLING: tuple[Paper, ...] = (
    a_welcome(services=(LIFESTYLE, FAMILY)),
    a_plan_copy(targets=(a_target(outcome=IN_TOUCH),), doses=(DOSE,)),
    a_report(services=(LIFESTYLE, FAMILY), outcomes=(an_outcome(outcome=IN_TOUCH),), doses=(DOSE,)),
)


@pytest.mark.parametrize(
    ("translated", "called"),
    [
        pytest.param(WELSH.services, {page.title for page in PAGES}, id="services"),
        pytest.param(
            WELSH.outcomes,
            {row.title for page in PAGES for rows in page.outcomes.values() for row in rows},
            id="outcomes",
        ),
        pytest.param(
            WELSH.sessions,
            {row.title for page in PAGES for level in page.complexity.values() for row in level.menu},
            id="sessions",
        ),
    ],
)
def test_every_title_of_the_catalogue_has_its_welsh_and_no_welsh_is_of_anything_else(
    translated: dict[str, str], called: set[str]
) -> None:
    assert called - set(translated) == set(), "without a Welsh wording"
    assert set(translated) - called == set(), "not, or no longer, in the catalogue"


def test_no_welsh_title_is_the_english_one_or_stands_for_two_things() -> None:
    titles = WELSH.all()
    assert [english for english, welsh in titles.items() if welsh == english] == []
    assert [welsh for welsh, times in Counter(titles.values()).items() if times > 1] == []


@pytest.mark.parametrize("paper", TELLING, ids=lambda paper: paper.paper)
@pytest.mark.parametrize("form", LetterFormat)
def test_a_welsh_paper_names_services_and_outcomes_in_welsh(paper: Paper, form: LetterFormat) -> None:
    page = read(JinjaWording().paper(paper, Language.WELSH, form))
    words = page.only("main").words
    assert WELSH.services[LIFESTYLE] in words
    assert (WELSH.outcomes[IN_TOUCH] in words) is (paper.paper != "welcome")
    assert [english for english in WELSH.all() if english in words] == []
    assert [part.words for part in page.elements if part.attributes.get("lang") == "en"] == []


@pytest.mark.parametrize("form", LetterFormat)
def test_a_title_pinned_before_the_catalogue_changed_stays_and_is_marked_english(form: LetterFormat) -> None:
    old = "Friends & <others>"
    page = read(JinjaWording().paper(a_welcome(services=(old, LIFESTYLE)), Language.WELSH, form))
    assert [item.words for item in page.all("li")][:2] == [old, WELSH.services[LIFESTYLE]]
    assert [part.words for part in page.elements if part.attributes.get("lang") == "en"] == [old]


def test_an_english_paper_says_the_catalogues_own_words() -> None:
    assert titled(TEMPLATES, Language.ENGLISH)(LIFESTYLE) == LIFESTYLE


@pytest.mark.parametrize(
    ("row", "why"),
    [
        pytest.param(f'"{LIFESTYLE}" = " "', "services.Lifestyle and associates", id="empty"),
        pytest.param(f'"{LIFESTYLE}" = ', "not TOML", id="broken"),
        pytest.param('[titles]\n"Work" = "Gwaith"', "titles: Extra inputs", id="unknown part"),
    ],
)
def test_a_faulty_page_of_titles_stops_a_worker_at_start(tmp_path: Path, row: str, why: str) -> None:
    words = tmp_path / "words"
    shutil.copytree(TEMPLATES, words, ignore=shutil.ignore_patterns("*.ttf"))
    (words / "cy/catalogue.toml").write_text(f"[outcomes]\n[sessions]\n[services]\n{row}\n", "utf-8")
    with pytest.raises(CatalogueError, match=rf"^catalogue\.toml: .*{why}"):
        JinjaWording(words)


def test_other_titles_make_another_version_of_a_welsh_paper_only(tmp_path: Path) -> None:
    words = tmp_path / "words"
    shutil.copytree(TEMPLATES, words)
    page = words / "cy/catalogue.toml"
    page.write_text(page.read_text("utf-8").replace("chymdeithion", "ffrindiau"), "utf-8")
    as_it_is, changed = JinjaWording(), JinjaWording(words)
    same = {
        language: as_it_is.version(paper, language, LetterFormat.STANDARD)
        == changed.version(paper, language, LetterFormat.STANDARD)
        for language in Language
        for paper in TELLING
    }
    assert same == {Language.ENGLISH: True, Language.WELSH: False}
