"""The contract report: one page that fetches nothing, read without eyes as well, and honestly drawn."""

import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from gateways.report_page import TEMPLATES, ReportPage
from interventions.figures.contract import ContractFigures
from interventions.figures.imprint import Extent, Imprint
from interventions.figures.period import Period
from interventions.figures.tally import Tally
from tests.figures.telling import counted_by_hand, row_of

YEAR = Period(first=date(2026, 1, 1), last=date(2026, 12, 31))
IMPRINT = Imprint(
    made_at=datetime(2026, 11, 2, 8, 5, tzinfo=UTC),
    register_held=Extent(interventions=20, facts=1234, latest=datetime(2026, 10, 31, 23, 30, tzinfo=UTC)),
)
STYLE = (TEMPLATES / "en" / "reports" / "contract.html.j2").read_text("utf-8")


class Read(HTMLParser):
    """What a page is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.words.append(data)

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.fixture(scope="module")
def figures() -> ContractFigures:
    rows = [row_of(story) for story in counted_by_hand()]
    tally = Tally(YEAR)
    for row in rows:
        tally.add(row)
    return tally.figures(
        (row.sent_at, row.concluded_at, row.as_of) for row in rows if row.sent_at and row.as_of
    )


@pytest.fixture(scope="module")
def page(figures: ContractFigures) -> str:
    return ReportPage().render(figures, IMPRINT)


def test_the_page_fetches_nothing_and_runs_nothing(page: str) -> None:
    read = Read(page)
    assert {"script", "img", "link", "iframe", "object"} & {tag for tag, _ in read.tags} == set()
    assert not re.search(r"https?:|url\(|@import|javascript:", page)
    assert all(anchor["href"].startswith("#") for anchor in read.of("a"))


def test_every_picture_says_in_words_what_it_shows_and_where_its_numbers_are(page: str) -> None:
    read = Read(page)
    named = {attributes["id"] for _, attributes in read.tags if "id" in attributes}
    drawn = read.of("svg")
    assert len(drawn) == 12 + 2  # two are wide, and drawn once more for a small screen
    for svg in drawn:
        assert svg["role"] == "img"
        assert set(svg["aria-labelledby"].split()) <= named
    assert len(read.of("desc")) == len(drawn)
    assert {anchor["href"][1:] for anchor in read.of("a")} <= named


def test_on_a_small_screen_no_picture_is_wide_and_letters_are_at_least_ten_pixels(page: str) -> None:
    small = STYLE[STYLE.index("max-width: 880px") : STYLE.index("@media print")]
    assert "svg.narrow { display: none; }" in STYLE[: STYLE.index("@media screen")]
    assert "svg.wide { display: none; } svg.narrow { display: block; }" in small
    letters = _pixels(r"svg text, svg \.axis { font-size: ([\d.]+)px", small)
    padding = _pixels(r"body { padding: 20px (\d+)px", small)
    drawn = Read(page).of("svg")
    assert [svg["class"] for svg in drawn].count("wide") == 2
    for svg in drawn:
        width = float(svg["viewbox"].split()[2])
        if svg["class"] != "wide":
            assert letters * (390 - 2 * padding) / width >= 10


def _pixels(rule: str, style: str) -> float:
    found = re.search(rule, style)
    assert found, rule
    return float(found[1])


def test_a_table_too_wide_for_a_small_screen_can_be_moved_by_keyboard_and_says_so(page: str) -> None:
    read = Read(page)
    ids = {attributes["id"] for attributes in read.of("caption")}
    regions = [each for each in read.of("div") if each.get("class") == "scroll"]
    assert [each["aria-labelledby"] for each in regions] == ["caption-days", "caption-doses"]
    assert all(each["tabindex"] == "0" and each["role"] == "region" for each in regions)
    assert {each["aria-labelledby"] for each in regions} <= ids
    assert read.text.count("Swipe the table below sideways") == len(regions)


def test_a_name_is_given_once(page: str) -> None:
    ids = [attributes["id"] for _, attributes in Read(page).tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_headings_go_down_one_at_a_time_and_the_language_is_said(page: str) -> None:
    read = Read(page)
    levels = [int(tag[1]) for tag, _ in read.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert read.of("html")[0]["lang"] == "en-GB"
    assert all(heading["scope"] for heading in read.of("th"))
    assert len(read.of("table")) == len(read.of("caption"))


def test_the_page_says_what_was_counted_by_hand(page: str) -> None:
    text = Read(page).text
    assert "Assessment held: 16 of 19 (84%) in time" in text
    assert "Half were held within 5 working days" in text
    assert "61 of 66 contacts took place" in text
    assert "Report in time 5 of 6 of those owed" in text


def head_of(page: str) -> dict[str, str]:
    """What stands above the first number, by its heading."""
    about = re.search(r'<dl class="about">(.*?)</dl>', page, re.DOTALL)
    assert about
    pairs = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", about[1], re.DOTALL)
    return {name: Read(said).text for name, said in pairs}


def test_the_head_says_whose_figures_of_which_days_made_when_and_of_what(page: str) -> None:
    assert head_of(page) == {
        "Contract": "every contract in the register: PRJ_5626",
        "Referrals sent": "Thursday 1 January 2026 to Thursday 31 December 2026, both days included, as "
        "London counts them",
        "Known until": "Sunday 25 October 2026",
        "Made": "Monday 2 November 2026 at 8:05am",
        "Register then": "1,234 facts of 20 interventions, the latest of Saturday 31 October 2026",
    }
    assert "<h1>Contract report: every contract</h1>" in page
    title = "Contract report, every contract, Thursday 1 January 2026 to Thursday 31 December 2026"
    assert f"<title>{title}</title>" in page


def test_the_contract_asked_for_is_in_title_heading_and_head(figures: ContractFigures) -> None:
    asked = IMPRINT.model_copy(update={"contract": "PRJ_<5626>"})
    page = ReportPage().render(figures, asked)
    assert "<title>Contract report, PRJ_&lt;5626&gt;, Thursday 1 January 2026 to" in page
    assert "<h1>Contract report: PRJ_&lt;5626&gt;</h1>" in page
    assert head_of(page)["Contract"] == "PRJ_<5626> only, as asked for"
    nothing = ReportPage().render(Tally(YEAR).figures(), asked)
    assert "No referral of PRJ_<5626> was sent on these days." in Read(nothing).text


def test_many_contracts_are_counted_in_the_head_and_named_in_a_table(figures: ContractFigures) -> None:
    many = {f"PRJ_{number}": number for number in range(1, 8)} | {"": 1}
    page = ReportPage().render(figures.model_copy(update={"contracts": many}), IMPRINT)
    assert head_of(page)["Contract"].endswith("7 of them, in the table by contract")
    text = Read(page).text
    assert "Interventions by contract" in text
    assert "PRJ_7 7 no contract named 1" in text


def test_what_could_not_be_read_is_said_in_the_head(figures: ContractFigures) -> None:
    held = IMPRINT.register_held.model_copy(update={"unread": 3})
    page = ReportPage().render(figures, IMPRINT.model_copy(update={"register_held": held}))
    assert (
        "; 3 could not be read: they are not in the report, or not as they" in head_of(page)["Register then"]
    )


def test_the_same_figures_give_the_same_page(figures: ContractFigures, page: str) -> None:
    assert ReportPage().render(figures, IMPRINT) == page


def test_words_are_escaped(figures: ContractFigures) -> None:
    planted = figures.model_copy(update={"assessment_breach_causes": {"<script>alert(1)</script>": 1}})
    page = ReportPage().render(planted, IMPRINT)
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_days_on_which_nothing_was_sent_make_a_page_without_pictures() -> None:
    read = Read(ReportPage().render(Tally(YEAR).figures(), IMPRINT))
    assert "No referral was sent on these days." in read.text
    assert read.of("svg") == []


def test_a_referral_that_has_only_just_come_makes_a_page() -> None:
    tally = Tally(YEAR)
    tally.add(row_of("sent-after-midnight"))
    read = Read(ReportPage().render(tally.figures(), IMPRINT))
    assert "none due yet" in read.text
    assert "No assessment has been held yet." in read.text


COLOURS = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", STYLE))


def contrast(colour: str, ground: str = "#ffffff") -> float:
    """WCAG 2's ratio of two colours."""
    light, dark = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", ["ink", "quiet"])
def test_words_stand_out_from_the_page(name: str) -> None:
    assert contrast(COLOURS[name]) >= 4.5


@pytest.mark.parametrize("name", ["kept", "late", "missed", "open", "planned", "delivered"])
def test_shapes_stand_out_from_the_page(name: str) -> None:
    assert contrast(COLOURS[name]) >= 3
