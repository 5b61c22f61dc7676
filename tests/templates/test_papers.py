"""Papers: what each says, in which format, and that anybody can read them."""

from itertools import pairwise

import pytest

from gateways.wording import JinjaWording
from interventions.correspondence import Paper
from interventions.vocabulary import ContactType, Language, LetterFormat
from tests.templates.examples import LETTERS, PAPERS, a_date, a_plan_copy, a_report, a_welcome
from tests.templates.reading import Page, read
from tests.templates.words import ABOUT_THE_LAW, CRN, telling

WORDING = JinjaWording()
EVERY_PAPER = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.paper)


def page(
    paper: Paper, language: Language = Language.ENGLISH, form: LetterFormat = LetterFormat.STANDARD
) -> Page:
    return read(WORDING.paper(paper, language, form))


def said(page: Page) -> str:
    return " ".join(page.only("main").words.split())


def test_a_welcome_introduces_the_caseworker_and_the_support() -> None:
    letter = page(a_welcome(services=("Lifestyle and associates", "Family and significant others")))
    assert letter.only("h1").words == "Meet your caseworker"
    assert "Dear Callum Redfearn," in said(letter)
    assert "Your caseworker is Priya Nandakumar." in said(letter)
    assert [item.words for item in letter.all("li")] == [
        "Lifestyle and associates",
        "Family and significant others",
    ]
    assert "changed" not in letter.only("title").words


def test_a_second_welcome_says_that_the_caseworker_has_changed() -> None:
    letter = page(a_welcome(again=True, caseworker="Tomos Bevan"))
    assert letter.only("h1").words == letter.only("title").words == "Your caseworker has changed"
    assert "Your new caseworker is Tomos Bevan." in said(letter)
    assert "first meeting" not in said(letter)


def test_a_plan_sets_out_the_next_dates_clearly() -> None:
    rows = page(a_plan_copy()).rows()
    assert rows[:3] == [
        ["Day", "Time", "How long", "How", "Where"],
        ["Tuesday 10 March 2026", "2pm", "1 hour", "In person", "Room 2, Northgate House"],
        ["Tuesday 14 July 2026", "9am", "1 hour 30 minutes", "By phone", "Your caseworker will tell you"],
    ]


def test_a_plan_says_what_by_when_whose_job_how_much_and_how() -> None:
    plan = page(a_plan_copy())
    assert [
        "Go to the Tuesday allotment group",
        "Spends time with people who are good for them",
        "Gone at least four times",
        "Thursday 30 April 2026",
        "Callum",
    ] in plan.rows()
    assert ["Lifestyle and associates", "5 sessions", "once a week"] in plan.rows()
    assert [item.words for item in plan.all("li")] == ["In person", "By phone"]
    assert "the plan you made with Priya Nandakumar (version 2)" in said(plan)


def test_a_plan_without_dates_does_not_show_an_empty_table() -> None:
    plan = page(a_plan_copy(dates=()))
    assert "Your caseworker will tell you the date of your next appointment." in said(plan)
    assert len(plan.all("table")) == 2


@pytest.mark.parametrize("contact", ContactType)
def test_a_plan_names_every_way_to_meet(contact: ContactType) -> None:
    plan = page(a_plan_copy(contacts=(contact,), dates=(a_date(contact=contact),)))
    assert [item.words for item in plan.all("li")] == [plan.rows()[1][3]]


def test_a_report_gives_a_level_for_each_outcome_and_what_comes_next() -> None:
    report = page(a_report())
    assert report.rows()[1][1:3] == [
        "Partially achieved",
        "Came every week.\nSpoke in the group from the third.",
    ]
    assert report.rows()[2][1:3] == ["Not achieved", "Nothing recorded"]
    assert ["Lifestyle and associates", "5 sessions"] in report.rows()
    for words in ("FS5178PE", "Sessions held in all: 5", "Keeps his place", "Help with a tenancy."):
        assert words in said(report)


@EVERY_PAPER
def test_a_page_is_whole_and_can_be_found_by_a_screen_reader(paper: Paper) -> None:
    sheet = page(paper)
    assert (sheet.stray, sheet.left_open) == ([], [])
    assert sheet.doctype == "DOCTYPE html"
    assert sheet.only("html").attributes["lang"] == "en"
    assert sheet.only("title").words == sheet.only("h1").words != ""
    levels = [int(element.tag[1]) for element in sheet.elements if element.tag in {"h1", "h2", "h3", "h4"}]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@EVERY_PAPER
def test_every_table_is_captioned_and_every_heading_in_it_says_what_it_heads(paper: Paper) -> None:
    sheet = page(paper)
    assert len(sheet.all("caption")) == len(sheet.all("table"))
    assert {cell.attributes.get("scope") for cell in sheet.all("th")} <= {"col", "row"}
    assert all(len(row) == len(table[0]) for table in sheet.tables() for row in table)


@EVERY_PAPER
@pytest.mark.parametrize(
    ("form", "size"),
    [
        pytest.param(LetterFormat.STANDARD, "12pt", id="standard"),
        pytest.param(LetterFormat.LARGE_PRINT, "18pt", id="large print"),
        pytest.param(LetterFormat.EASY_READ, "14pt", id="easy read"),
    ],
)
def test_a_page_is_set_in_the_format_its_reader_needs(paper: Paper, form: LetterFormat, size: str) -> None:
    sheet = page(paper, form=form)
    rule = "body {" if form is LetterFormat.STANDARD else f"body.{form} {{"
    assert sheet.only("body").attributes["class"] == form
    (style,) = (line for line in sheet.only("style").words.splitlines() if line.startswith(rule))
    assert f"font-size: {size};" in style


@EVERY_PAPER
def test_nothing_on_a_page_is_set_smaller_than_its_body(paper: Paper) -> None:
    sizes = [part.split(";")[0].strip() for part in page(paper).only("style").words.split("font-size:")[1:]]
    assert all(float(size.removesuffix("em")) >= 1 for size in sizes if size.endswith("em"))
    assert {size for size in sizes if not size.endswith("em")} == {"12pt", "14pt", "18pt"}


@EVERY_PAPER
def test_a_page_fetches_nothing(paper: Paper) -> None:
    html = WORDING.paper(paper, Language.ENGLISH, LetterFormat.STANDARD).lower()
    assert not [part for part in ("http", "url(", "@import", "<script", "<link", "<img") if part in html]


@EVERY_PAPER
def test_whoever_asked_for_welsh_sees_how_to_get_it(paper: Paper) -> None:
    (note,) = (item for item in page(paper, Language.WELSH).all("p") if item.attributes.get("class"))
    thing = "report" if paper.paper == "end-of-service-report" else "letter"
    assert "ar gael yn Gymraeg" in note.words
    assert f"This {thing} is available in Welsh: ask" in note.words
    assert [item.words for item in page(paper, Language.WELSH).all("span")] == [note.words.split(" / ")[0]]
    assert "Gymraeg" not in said(page(paper, Language.ENGLISH))


@pytest.mark.parametrize("paper", LETTERS, ids=lambda p: p.paper)
@pytest.mark.parametrize("language", Language)
def test_no_letter_speaks_of_probation_or_offence(paper: Paper, language: Language) -> None:
    words = said(page(paper, language))
    assert telling(words, ABOUT_THE_LAW) == []
    assert not CRN.search(words)
