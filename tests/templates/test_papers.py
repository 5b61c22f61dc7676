"""Papers: what each says, in which format, and that anybody can read them."""

import re
from base64 import b64decode
from itertools import pairwise

import pytest

from gateways.wording import JinjaWording
from interventions.vocabulary import ContactType, Language, LetterFormat
from interventions.words.correspondence import Paper
from tests.gateways.papers import envelope
from tests.templates.examples import (
    LETTERS,
    PAPERS,
    a_date,
    a_plan_copy,
    a_report,
    a_welcome,
    an_appointment_letter,
)
from tests.templates.reading import Page, read
from tests.templates.words import ABOUT_THE_LAW, ABOUT_THE_LAW_IN_WELSH, CRN, telling

WORDING = JinjaWording()
SEEN = ("letterhead", "address")
EVERY_LANGUAGE = pytest.mark.parametrize("language", Language)
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
    assert plan.only("h3").words == "Go to the Tuesday allotment group"
    assert [part.words for part in plan.all("dd")] == [
        "Spends time with people who are good for them",
        "Gone at least four times",
        "Thursday 30 April 2026",
        "Callum",
    ]
    assert ["Lifestyle and associates", "5 sessions", "once a week"] in plan.rows()
    assert [item.words for item in plan.all("li")] == ["In person", "By phone"]
    assert "the plan you made with Priya Nandakumar (version 2)" in said(plan)


def test_a_plan_without_dates_does_not_show_an_empty_table() -> None:
    plan = page(a_plan_copy(dates=()))
    assert "Your caseworker will tell you the date of your next appointment." in said(plan)
    assert len(plan.all("table")) == 1


@pytest.mark.parametrize("contact", ContactType)
def test_a_plan_names_every_way_to_meet(contact: ContactType) -> None:
    plan = page(a_plan_copy(contacts=(contact,), dates=(a_date(contact=contact),)))
    assert [item.words for item in plan.all("li")] == [plan.rows()[1][3]]


def test_a_report_gives_a_level_for_each_outcome_and_what_comes_next() -> None:
    report = page(a_report())
    told = [part.words for part in report.all("dd")]
    assert len(report.all("h3")) == 2
    assert told[4:7] == [
        "Partially achieved",
        "Came every week.\nSpoke in the group from the third.",
        "A reference for volunteering.",
    ]
    assert told[7:9] == ["Not achieved", "Nothing recorded"]
    assert ["Lifestyle and associates", "5 sessions"] in report.rows()
    for words in ("FS5178PE", "Sessions held in all: 5", "Keeps his place", "Help with a tenancy."):
        assert words in said(report)


def test_large_print_sets_each_date_out_by_itself_in_wide_lines() -> None:
    plan = page(a_plan_copy(), form=LetterFormat.LARGE_PRINT)
    assert [caption.words for caption in plan.all("caption")][:2] == [
        "Tuesday 10 March 2026",
        "Tuesday 14 July 2026",
    ]
    assert plan.rows()[0] == ["Time", "2pm"]
    assert max(len(row) for row in plan.rows()) == 2


def test_the_picture_of_the_timetable_says_in_words_what_it_shows() -> None:
    picture = page(a_plan_copy()).only("img").attributes
    assert str(picture["alt"]).endswith("Tuesday 10 March at 2pm; Tuesday 14 July at 9am.")
    drawn = b64decode(str(picture["src"]).split(",")[1]).decode()
    assert ("10 Mar" in drawn, "14 Jul" in drawn, ">2pm<" in drawn) == (True, True, True)


def test_an_appointment_letter_sets_out_one_date() -> None:
    letter = page(an_appointment_letter(first=True))
    assert letter.only("h1").words == "Your first meeting"
    assert letter.rows() == [
        ["Day", "Tuesday 10 March 2026"],
        ["Time", "2pm"],
        ["How long", "1 hour"],
        ["How", "In person"],
        ["Where", "Room 2, Northgate House"],
    ]


def test_in_welsh_the_words_and_the_dates_are_welsh_and_what_is_not_says_so() -> None:
    plan = page(a_plan_copy(), Language.WELSH)
    assert plan.rows()[1][:4] == ["Dydd Mawrth 10 Mawrth 2026", "2yp", "1 awr", "Wyneb yn wyneb"]
    english = [part.words for part in plan.elements if part.attributes.get("lang") == "en"]
    assert english == ["Spends time with people who are good for them"]


@EVERY_PAPER
@pytest.mark.parametrize("form", LetterFormat)
def test_the_envelope_shows_a_name_and_an_address_and_who_writes_and_nothing_else(
    paper: Paper, form: LetterFormat
) -> None:
    wording = JinjaWording(letterhead=("Your support team", "1 Mill Lane"))
    sheet = read(wording.paper(paper, Language.ENGLISH, form, envelope=envelope("Callum Redfearn")))
    top = [part.words.splitlines() for part in sheet.elements if part.attributes.get("class") in SEEN]
    assert top == [
        ["Your support team", "1 Mill Lane"],
        ["Callum Redfearn", "4 Acacia Row", "Northgate", "ZZ1 1ZZ"],
    ]


@pytest.mark.parametrize(
    ("welsh", "language", "who"),
    [
        pytest.param(("Eich tîm cymorth",), Language.WELSH, "Eich tîm cymorth", id="welsh"),
        pytest.param((), Language.WELSH, "Your support team", id="welsh, where nothing else is said"),
        pytest.param(("Eich tîm cymorth",), Language.ENGLISH, "Your support team", id="english"),
    ],
)
def test_a_welsh_letter_has_a_letterhead_of_its_own(
    welsh: tuple[str, ...], language: Language, who: str
) -> None:
    wording = JinjaWording(letterhead=("Your support team",), letterheads={Language.WELSH: welsh})
    letter = wording.paper(a_welcome(), language, LetterFormat.STANDARD, envelope=envelope("Callum Redfearn"))
    tops = [part.words for part in read(letter).elements if part.attributes.get("class") == "letterhead"]
    assert tops == [who]


@EVERY_PAPER
@EVERY_LANGUAGE
@pytest.mark.parametrize("form", LetterFormat)
def test_a_page_is_whole_and_can_be_found_by_a_screen_reader(
    paper: Paper, language: Language, form: LetterFormat
) -> None:
    sheet = page(paper, language, form)
    assert (sheet.stray, sheet.left_open) == ([], [])
    assert sheet.doctype == "DOCTYPE html"
    assert sheet.only("html").attributes["lang"] == language
    assert sheet.only("title").words == sheet.only("h1").words != ""
    assert sheet.only("body").attributes["class"] == form
    levels = [int(element.tag[1]) for element in sheet.elements if element.tag in {"h1", "h2", "h3", "h4"}]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert len(sheet.all("caption")) == len(sheet.all("table"))
    assert {cell.attributes.get("scope") for cell in sheet.all("th")} <= {"col", "row"}
    assert all(len(row) == len(table[0]) for table in sheet.tables() for row in table)
    assert all(picture.attributes["alt"] for picture in sheet.all("img"))


@EVERY_PAPER
@EVERY_LANGUAGE
@pytest.mark.parametrize("form", LetterFormat)
def test_a_page_asks_for_nothing_from_elsewhere(paper: Paper, language: Language, form: LetterFormat) -> None:
    html = WORDING.paper(paper, language, form).lower()
    outside = html.replace("http://www.w3.org/2000/svg", "").replace("data:image/svg+xml;base64", "")
    assert not [part for part in ("http", "file:", "@import", "<script", "<link", "url('") if part in outside]


@pytest.mark.parametrize(
    ("form", "size"),
    [
        pytest.param(LetterFormat.STANDARD, 12, id="standard"),
        pytest.param(LetterFormat.LARGE_PRINT, 18, id="large print"),
        pytest.param(LetterFormat.EASY_READ, 16, id="easy read"),
    ],
)
def test_a_page_is_set_in_the_size_its_reader_needs(form: LetterFormat, size: int) -> None:
    style = page(a_plan_copy(), form=form).only("style").words
    rule = "body {" if form is LetterFormat.STANDARD else f"body.{form} {{"
    (line,) = (line for line in style.splitlines() if line.startswith(rule))
    assert f"font-size: {size}pt;" in style[style.index(line) :].split("}")[0]
    relative = [float(size) for size in re.findall(r"font-size: ([\d.]+)em", style)]
    assert min(relative) >= 1


@pytest.mark.parametrize("paper", LETTERS, ids=lambda p: p.paper)
@pytest.mark.parametrize("form", LetterFormat)
@EVERY_LANGUAGE
def test_no_letter_speaks_of_probation_or_offence(
    paper: Paper, form: LetterFormat, language: Language
) -> None:
    words = said(page(paper, language, form))
    assert telling(words, ABOUT_THE_LAW + ABOUT_THE_LAW_IN_WELSH) == []
    assert not CRN.search(words)
