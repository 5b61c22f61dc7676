"""The press: a PDF that anybody can have read to them, the same each time, made of nothing from elsewhere."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import outloud
import pikepdf
import pytest
from weasyprint.urls import FatalURLFetchingError

from gateways.press import FONTS, WeasyPress
from gateways.wording import JinjaWording
from interventions.vocabulary import Language, LetterFormat
from interventions.words.correspondence import Paper
from tests.gateways.papers import envelope
from tests.templates.examples import (
    PAPERS,
    a_plan_copy,
    a_report,
    a_welcome,
    an_appointment_letter,
    an_outcome,
)

PRESS, WORDING = WeasyPress(), JinjaWording()
HEAD = '<!DOCTYPE html><html lang="en"><head><title>T</title>'
EVERY_WAY = [
    pytest.param(paper, language, form, id=f"{paper.paper} {language} {form}")
    for paper in (*PAPERS[2:4], *PAPERS[5:])
    for language, form in zip((*Language, Language.WELSH), LetterFormat, strict=True)
]


def pdf(
    paper: Paper, language: Language = Language.ENGLISH, form: LetterFormat = LetterFormat.STANDARD
) -> bytes:
    to = envelope("Callum Redfearn")
    return PRESS.pdf(WORDING.paper(paper, language, form, envelope=to, on=date(2026, 3, 2)))


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content))


def tags(node: Any) -> Iterator[Any]:
    """Every structure element below, in order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from tags(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from tags(node.get("/K", pikepdf.Array()))


def fonts(book: pikepdf.Pdf) -> Iterator[Any]:
    for sheet in book.pages:
        for font in sheet.Resources.get("/Font", {}).values():
            yield font.DescendantFonts[0].FontDescriptor


def spoken(content: bytes) -> str:
    """What a reader finds in the PDF, on one line."""
    return " ".join(outloud_text(content).split())


def outloud_text(content: bytes) -> str:
    done = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize(("paper", "language", "form"), EVERY_WAY)
def test_a_paper_is_tagged_titled_in_its_language_and_carries_its_fonts(
    paper: Paper, language: Language, form: LetterFormat
) -> None:
    with opened(pdf(paper, language, form)) as book:
        assert str(book.Root.Lang) == language
        assert book.Root.MarkInfo.Marked
        assert book.Root.ViewerPreferences.DisplayDocTitle
        assert str(book.docinfo["/Title"])
        assert b"pdfuaid:part" in book.Root.Metadata.read_bytes()
        found = [str(part.S) for part in tags(book.Root.StructTreeRoot.K)]
        assert found.count("/H1") == 1
        headers = [part for part in tags(book.Root.StructTreeRoot.K) if str(part.S) == "/TH"]
        assert {str(part.A.Scope) for part in headers} <= {"/Column", "/Row"}
        descriptors = list(fonts(book))
        assert {str(font.FontName).split("+")[1] for font in descriptors} <= OURS
        assert all("/FontFile2" in font or "/FontFile3" in font for font in descriptors)


OURS = {"Open-Sans", "Open-Sans-Bold", "DejaVu-Sans"}


def test_the_picture_of_the_timetable_is_a_figure_with_words() -> None:
    with opened(pdf(a_plan_copy())) as book:
        (figure,) = (part for part in tags(book.Root.StructTreeRoot.K) if str(part.S) == "/Figure")
        assert "Tuesday 10 March at 2pm" in str(figure.Alt)


def test_the_same_page_gives_the_same_bytes_here_and_in_another_process(tmp_path: Path) -> None:
    page = WORDING.paper(a_plan_copy(), Language.WELSH, LetterFormat.EASY_READ)
    (tmp_path / "page.html").write_text(page, "utf-8")
    code = (
        "import hashlib, pathlib, sys; from gateways.press import WeasyPress;"
        "page = pathlib.Path(sys.argv[1]).read_text('utf-8');"
        "print(hashlib.sha256(WeasyPress().pdf(page)).hexdigest())"
    )
    elsewhere = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "page.html")],
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
        text=True,
    )
    here = {sha256(PRESS.pdf(page)).hexdigest() for _ in range(3)}
    assert here == {elsewhere.stdout.strip()}


@pytest.mark.parametrize(
    "asks",
    [
        pytest.param('<img alt="x" src="file://{secret}">', id="a file as a picture"),
        pytest.param('<img alt="x" src="http://127.0.0.1:9/x.png">', id="the network"),
        pytest.param('<link rel="attachment" href="file://{secret}">', id="a file attached"),
        pytest.param('<a rel="attachment" href="file://{secret}">x</a>', id="a file attached to a link"),
        pytest.param('<link rel="stylesheet" href="file://{secret}">', id="a style sheet"),
        pytest.param("<style>@import url(file://{secret});</style>", id="an import"),
        pytest.param('<p style="background: url(file://{secret})">x</p>', id="a background"),
        pytest.param(
            "<style>@font-face {{ font-family: x; src: url(file://{secret}) }}</style>", id="a font"
        ),
        pytest.param('<img alt="x" src="data:text/html;base64,eA==">', id="data that is no drawing"),
    ],
)
def test_a_page_that_asks_for_something_from_elsewhere_stops_the_press(tmp_path: Path, asks: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the name of somebody", "utf-8")
    with pytest.raises(FatalURLFetchingError, match="may not ask") as stopped:
        PRESS.pdf(f"{HEAD}</head><body>{asks.format(secret=secret)}</body></html>")
    assert str(secret) not in str(stopped.value)


def test_signs_that_no_font_has_are_said_in_words_and_unseen_ones_are_left_out() -> None:
    name = "Zoë 🎉 \u202eevil\u202c Ŵyn\u200b 王"
    words = spoken(pdf(a_welcome(name=name)))
    assert "Zoë (party popper) evil Ŵyn (cjk unified ideograph-738b)" in words


def test_another_script_is_drawn_and_embedded() -> None:
    content = pdf(a_welcome(name="ანა კობა"))
    assert "ანა კობა" in spoken(content)
    with opened(content) as book:
        assert any("DejaVu-Sans" in str(font.FontName) for font in fonts(book))


def test_ten_thousand_letters_flow_over_pages_and_none_is_lost() -> None:
    numbered = [f"note{number}" for number in range(1300)]
    long = " ".join(numbered)
    assert len(long) > 10_000
    content = pdf(a_report(next_steps=long, outcomes=(an_outcome(progress=long),)))
    words = "".join(outloud_text(content).split())
    assert [note for note in numbered if words.count(note) < 2] == []
    with opened(content) as book:
        assert len(book.pages) > 4


@pytest.mark.parametrize("form", [LetterFormat.STANDARD, LetterFormat.LARGE_PRINT])
@pytest.mark.parametrize("language", Language)
def test_a_long_account_of_an_outcome_has_the_width_of_the_page_and_leaves_none_nearly_empty(
    language: Language, form: LetterFormat
) -> None:
    content = pdf(a_report(outcomes=(an_outcome(progress="word " * 2000),)), language, form)
    *pages, _last = outloud_text(content).rstrip("\f").split("\f")
    assert len(pages) >= 2
    # Page one holds the heads as well; a page of large print holds about 250 words.
    assert min(page.count("word") for page in pages[1:-1]) > 200
    assert pages[0].count("word") > 20


def test_template_code_and_markup_in_a_name_reach_the_paper_as_they_were_written() -> None:
    words = spoken(pdf(a_welcome(name='{{ 7*7 }} <b>O\'Neil</b> & "Co" {% if x %}')))
    assert '{{ 7*7 }} <b>O\'Neil</b> & "Co" {% if x %}' in words


def test_a_checker_of_accessibility_finds_no_error_in_two_of_them(tmp_path: Path) -> None:
    """Advisory beyond this: the checker is young, and some of its warnings are a matter of taste."""
    papers = {
        "plan.pdf": pdf(a_plan_copy()),
        "letter.pdf": pdf(an_appointment_letter(), Language.WELSH, LetterFormat.LARGE_PRINT),
    }
    for name, content in papers.items():
        (tmp_path / name).write_bytes(content)
    beside = Path(sys.executable).parent / "outloud"
    done = subprocess.run(
        [str(beside), "--layer", "conformance", str(tmp_path)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    assert outloud.__name__ == "outloud"


def test_the_fonts_are_ours_licensed_and_small() -> None:
    files = {path.name: path.stat().st_size for path in FONTS.iterdir()}
    assert sum(files.values()) < 2_000_000
    assert {"OpenSans-LICENCE.txt", "DejaVuSans-LICENCE.txt"} <= set(files)


def test_a_worker_that_prints_nothing_never_loads_the_press() -> None:
    vendors = ("weasyprint", "icalendar", "fontTools")
    code = f"import sys, worker.wiring; print([name for name in {vendors} if name in sys.modules])"
    answer = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
        text=True,
    )
    assert answer.stdout.strip() == "[]"
