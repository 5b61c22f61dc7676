"""The pictures of the report: from nought, in the right units, and few numbers said as numbers."""

from datetime import UTC, date, datetime

import pytest

from gateways import report_pictures as pictures
from gateways.report_drawing import Bar, Picture, Series, bars, columns, top_of
from gateways.report_tables import tables
from gateways.report_words import month_in_words, of_all, percent
from interventions.figures.contract import ContractFigures, DoseTotals, Month
from interventions.figures.period import Period
from interventions.figures.share import Share
from interventions.figures.tally import Tally
from tests.figures.telling import row_of

YEAR = Period(first=date(2026, 1, 1), last=date(2026, 12, 31))


def test_of_few_the_numbers_are_shown_and_of_many_a_percentage_that_does_not_flatter() -> None:
    assert of_all(Share()) == "none due yet"
    assert of_all(Share(yes=3, of=4)) == "3 of 4"
    assert of_all(Share(yes=31, of=40)) == "31 of 40 (78%)"
    assert (percent(999, 1000), percent(1000, 1000)) == ("over 99%", "100%")
    assert (percent(1, 1000), percent(0, 1000)) == ("under 1%", "0%")
    assert month_in_words("2026-04") == "Apr 2026"


@pytest.mark.parametrize("values", [[1], [3, 0, 7], [120, 4, 99], [0, 0], [100_000, 1]])
def test_columns_begin_at_nought_and_are_as_high_as_their_numbers(values: list[int]) -> None:
    drawn = columns(
        Picture("p", "t", "d", 490, 210),
        [str(number) for number in range(len(values))],
        [Series("kept", values)],
        across="days",
        up="contacts",
    )
    (base,) = (line.y1 for line in drawn.lines if line.kind == "base")
    end, _ = top_of(max(values))
    assert "0" in {label.words for label in drawn.labels}
    assert [round(block.y + block.height - base, 6) for block in drawn.blocks] == [0] * len(drawn.blocks)
    heights = [block.height for block in drawn.blocks]
    assert heights == pytest.approx([value / end * (base - 26) for value in values if value])
    assert {"days", "contacts"} <= {label.words for label in drawn.labels}
    assert {str(value) for value in values if 0 < value < 100_000} <= {label.words for label in drawn.labels}


def test_a_number_without_room_in_its_column_is_left_to_the_table() -> None:
    months = [str(number) for number in range(24)]
    drawn = columns(
        Picture("p", "t", "d", 490, 210),
        months,
        [Series("kept", [7] * 12 + [1234] * 12)],
        across="month",
        up="n",
    )
    assert [label.words for label in drawn.labels if label.kind == "value"] == ["7"] * 12


def test_a_million_is_written_out() -> None:
    drawn = columns(
        Picture("p", "t", "d", 490, 210), ["a"], [Series("kept", [1_000_000])], across="a", up="n"
    )
    assert {"1000000", "800000"} <= {label.words for label in drawn.labels}


def test_names_without_room_beside_their_bars_stand_above_them() -> None:
    rows = [(name, [Bar(value, "kept", str(value))]) for name, value in (("Took place", 5), ("Did not", 2))]
    drawn = bars(Picture("p", "t", "d", 490, 200), rows, across="contacts", margin=2)
    for name, block in zip(("Took place", "Did not"), drawn.blocks, strict=True):
        (label,) = (label for label in drawn.labels if label.words == name)
        assert (label.anchor, label.x) == ("start", block.x + 2)
        assert block.y - 10 < label.y < block.y
    first, second = drawn.blocks
    assert first.y + first.height < second.y - 20


def test_bars_begin_at_nought_and_a_norm_stands_where_its_number_is() -> None:
    rows = [("low", [Bar(5, "planned", "5 planned"), Bar(2.5, "delivered", "2.5 delivered")])]
    drawn = bars(Picture("p", "t", "d", 490, 120), rows, across="sessions", margin=100, ticks=[5])
    planned, delivered = drawn.blocks
    assert (planned.x, planned.width) == (100, delivered.width * 2)
    (norm,) = (line for line in drawn.lines if line.kind == "marker")
    assert norm.x1 == pytest.approx(planned.x + planned.width)


@pytest.mark.parametrize("largest", [0, 1, 4, 5, 6, 11, 49, 51, 365, 99_999])
def test_an_axis_ends_at_a_whole_mark_not_below_its_largest(largest: float) -> None:
    end, step = top_of(largest)
    assert end >= max(1, largest)
    assert end % step == 0
    assert end / step <= 5


def test_days_beyond_the_last_column_are_counted_and_the_line_stands_after_the_tenth() -> None:
    figures = ContractFigures(
        period=YEAR,
        assessment_days={2: 4, 10: 3, 11: 2, 40: 1, 90: 1},
        assessment_days_late={11: 2, 40: 1, 90: 1},
        assessment_days_allowed={10: 14},
    )
    drawn = pictures.assessment_days(figures)
    (line,) = (line for line in drawn.lines if line.kind == "marker")
    late = [block for block in drawn.blocks if block.series == "late"]
    assert all(block.x > line.x1 for block in late)
    assert all(block.x < line.x1 for block in drawn.blocks if block.series == "kept")
    assert {"over", "25"} <= {label.words for label in drawn.labels}
    assert "7 within 10 working days and 4 later" in drawn.description


def test_the_line_is_the_policys_and_one_that_was_given_more_time_is_not_late() -> None:
    figures = ContractFigures(
        period=YEAR,
        assessment_days={7: 2, 9: 1, 10: 1},
        assessment_days_late={9: 1},
        assessment_days_allowed={8: 4},
    )
    drawn = pictures.assessment_days(figures)
    assert [label.words for label in drawn.labels if label.kind == "marker"] == ["8 working days"]
    assert "3 within 8 working days and 1 later" in drawn.description


def test_where_policies_differ_no_line_is_drawn() -> None:
    figures = ContractFigures(period=YEAR, assessment_days={7: 2}, assessment_days_allowed={8: 1, 10: 1})
    drawn = pictures.assessment_days(figures)
    assert not [line for line in drawn.lines if line.kind == "marker"]
    assert "2 within the working days allowed and 0 later" in drawn.description


def test_a_month_in_which_nothing_was_due_keeps_its_place() -> None:
    figures = ContractFigures(period=YEAR, clocks={"report": {"2026-11": (1, 0, 0), "2027-02": (0, 1, 1)}})
    (drawn,) = pictures.clocks_by_month(figures)
    words = [label.words for label in drawn.labels if label.kind == "label" and label.anchor == "middle"]
    assert words == ["Nov", "2026", "Dec", "Jan", "2027", "Feb"]


def test_what_was_met_ahead_of_its_month_is_in_the_title_and_explained_beside_the_columns() -> None:
    tally = Tally(YEAR)
    tally.add(row_of("withdrawn-not-engaged"))  # the report came on 30 June, and was due on 3 July
    figures = tally.figures()
    assert (figures.report_in_time, figures.clocks_met_ahead) == (Share(yes=1, of=1), {"report": 1})
    drawn = {picture.name: picture for picture in pictures.clocks_by_month(figures)}
    report = drawn["clock-report"]
    assert report.title == "End-of-service report: 1 of 1 in time"
    assert report.blocks == []
    assert report.note == "1 of them was met before the month it is due in: in no column."
    assert report.note in report.description
    assert drawn["clock-assessment"].note == ""
    (table,) = (table for table in tables(figures) if table.name == "clocks")
    assert table.rows[-1] == ("End-of-service report", "after Jun 2026", 1, 0, 0)


def test_each_pathway_is_drawn_in_the_unit_of_its_contract() -> None:
    dose = DoseTotals(
        ended=2,
        norm_sessions=10,
        norm_minutes=600,
        planned_sessions=10,
        planned_minutes=600,
        delivered_sessions=7,
        delivered_minutes=450,
    )
    both = {"lifestyle-and-associates/low": dose, "family-and-significant-others/low": dose}
    lifestyle, family = pictures.doses(ContractFigures(period=YEAR, doses=both))
    assert "3.5 delivered" in {label.words for label in lifestyle.labels}
    assert "3.8 delivered" in {label.words for label in family.labels}
    assert family.title == "Family and significant others, hours"


def test_the_caseload_of_each_month_is_drawn() -> None:
    months = {"2026-01": Month(received=3, open=3), "2026-02": Month(closed=1, open=2)}
    known = datetime(2026, 2, 20, tzinfo=UTC)
    drawn = pictures.caseload(ContractFigures(period=YEAR, known_until=known, caseload=months))
    assert [label.words for label in drawn.labels if label.kind == "value"] == ["3", "2"]
    assert "Lowest 2, highest 3, last 2." in drawn.description
