"""The report verb: right days, right columns, files that open as they should, and a plain no."""

import json
import re
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gateways.sql_register import SqlRegister
from interventions.days.london import london_date
from interventions.figures.contract import ContractFigures
from interventions.figures.profile import KPI
from interventions.figures.rm_profile import RM
from tests.figures.telling import entries_of
from tests.starter.reported import MARCH, STORIES, lines, read, register_of, typed


def test_a_table_has_a_line_of_headings_and_a_line_an_intervention(register: str) -> None:
    headings, *rows = read(typed(register, *MARCH))
    assert headings == [column.name for column in KPI.columns]
    assert {row[headings.index("assessment_due")] for row in rows} == {"2026-03-16"}
    assert len(rows) == 2


def test_r_and_ms_profile_has_its_27_columns(register: str) -> None:
    headings, *rows = read(typed(register, *MARCH, "--profile", "rm"))
    assert headings == [column.name for column in RM.columns]
    ended = {row[headings.index("referral_end_state")] for row in rows}
    assert (len(headings), ended) == (27, {"completed"})


@pytest.mark.parametrize(("first", "last", "found"), [("02", "02", 2), ("01", "01", 0), ("03", "31", 0)])
def test_both_days_are_included(register: str, first: str, last: str, found: int) -> None:
    days = ("--from", f"2026-03-{first}", "--to", f"2026-03-{last}")
    assert len(read(typed(register, *days))) == 1 + found


def test_half_past_midnight_in_summer_belongs_to_its_london_day(tmp_path: Path) -> None:
    url = register_of(tmp_path, "sent-after-midnight")  # 1 April 00:30, in Greenwich still 31 March
    assert len(read(typed(url, *MARCH))) == 1
    assert len(read(typed(url, "--from", "2026-04-01", "--to", "2026-04-01"))) == 2


def test_one_contract_can_be_asked_for(register: str) -> None:
    assert len(read(typed(register, *MARCH, "--contract", "PRJ_5626"))) == 3
    mistyped = typed(register, *MARCH, "--contract", "PRJ_0000")
    assert len(read(mistyped)) == 1
    assert "no referral of PRJ_0000 was sent on these days" in mistyped.stderr


@pytest.mark.parametrize("profile", ["kpi", "rm"])
def test_days_on_which_nothing_was_sent_have_headings_and_nothing_else(register: str, profile: str) -> None:
    answer = typed(register, "--from", "2025-01-01", "--to", "2025-12-31", "--profile", profile)
    assert len(read(answer)) == 1
    assert answer.stderr == "no referral in the register was sent on these days\n"


def test_json_says_what_it_is_then_each_intervention_then_what_they_come_to(register: str) -> None:
    about, *rows, summary = lines(typed(register, *MARCH, "--json"))
    said = about["report"]
    assert isinstance(said, dict)
    assert isinstance(summary["summary"], dict)
    assert set(summary["summary"]) == set(said["summary_measures"])
    assert (said["profile"], said["from"], said["to"]) == ("kpi", "2026-03-01", "2026-03-31")
    assert all(set(row) == {"intervention"} for row in rows)
    together = ContractFigures.model_validate(summary["summary"])
    assert together.interventions == len(rows) == 2
    assert together.outcomes["outcomes_achieved"] > 0


def test_json_of_r_and_ms_columns_has_nothing_empty_but_null(register: str) -> None:
    _, *rows = lines(typed(register, *MARCH, "--profile", "rm", "--format", "json"))
    row = rows[0]["intervention"]
    assert isinstance(row, dict)
    assert row["end_requested_by_pp_at"] is None
    assert row["saa_attended_on_time"] is True
    assert row["count_of_sessions_expected"] == 5


def test_the_page_says_the_same_numbers(register: str, tmp_path: Path) -> None:
    days = ("--from", "2026-01-01", "--to", "2026-12-31")
    assert typed(register, *days, "--format", "html", "--out", str(tmp_path / "report.html")).exit_code == 0
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "Thursday 1 January 2026 to Thursday 31 December 2026" in page
    assert "Assessment held: 3 of 4 in time" in page


def test_the_page_says_which_contract_it_was_asked_for_when_and_of_what(
    register: str, tmp_path: Path
) -> None:
    before = london_date(datetime.now(UTC))
    words = ("--contract", "PRJ_5626", "--format", "html", "--out", str(tmp_path / "report.html"))
    assert typed(register, *MARCH, *words).exit_code == 0
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "<title>Contract report, PRJ_5626, Sunday 1 March 2026 to Tuesday 31 March 2026</title>" in page
    made = re.search(r'<time datetime="([^"]+)">', page)
    assert made
    assert london_date(datetime.fromisoformat(made[1])) >= before
    facts = sum(len(entries_of(story)) for story in STORIES)
    assert f"{facts:,} facts of 4 interventions" in page


@pytest.mark.parametrize(
    ("words", "no"),
    [
        (("--from", "1 April", "--to", "2026-04-30"), "--from: must be a day like 2026-04-01 [malformed]"),
        (("--from", "2026-04-01", "--to", "2026-04-31"), "--to: must be a day like 2026-04-01 [malformed]"),
        (("--from", "2026-W14-3", "--to", "2026-04-30"), "--from: must be a day like 2026-04-01 [malformed]"),
        (("--from", "2026-04-01", "--to", "2026-03-31"), "--to: must not come before --from [out-of-order]"),
        (
            ("--from", "2026-04-01", "--to", "9999-12-31"),
            "--to: must lie between 2000 and 2100 [out-of-range]",
        ),
        (
            (*MARCH, "--profile", "rm", "--format", "html"),
            "--format: R&M's columns are a table: csv or json [no-such-format]",
        ),
        ((*MARCH, "--out", "/dev/null/report.csv"), "--out: cannot be written: Not a directory [unwritable]"),
    ],
)
def test_what_cannot_be_reported_is_refused_by_option_and_rule(
    register: str, words: Sequence[str], no: str
) -> None:
    answer = typed(register, *words)
    assert (answer.exit_code, answer.stdout, answer.stderr) == (1, "", f"refused: {no}\n")


def test_a_register_that_is_not_there_is_not_an_empty_report(tmp_path: Path) -> None:
    answer = typed(f"sqlite:///{tmp_path / 'nowhere.db'}", *MARCH)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "there is no register at" in answer.stderr
    assert not list(tmp_path.iterdir())


def test_what_this_release_cannot_read_is_said_aloud(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'register.db'}"
    first, *rest = entries_of("family-low")
    with closing(SqlRegister.open(url)) as ours:
        ours.write(rest)  # an account without its beginning
    answer = typed(url, *MARCH)
    assert answer.exit_code == 0
    assert answer.stderr.startswith("interventions this release cannot read: 1;")
    assert first.sequence == 1


def test_a_file_that_is_no_register_is_one_line_without_its_address(tmp_path: Path) -> None:
    (tmp_path / "register.db").write_text("a shopping list, much longer than a header of a database is" * 9)
    answer = typed(f"sqlite:///{tmp_path / 'register.db'}", *MARCH)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.startswith("the register cannot be read (the file is not a database)")


def test_a_formula_in_a_reference_reaches_no_spreadsheet(tmp_path: Path) -> None:
    first, *rest = entries_of("family-low", timedelta(weeks=1))
    fact = first.fact.model_dump(mode="json")
    fact["referral"] |= {"reference": '=cmd|" /C calc"!A0', "contract": '"+1,2"\r\nx'}
    kind = type(first)
    planted = kind.model_validate_json(json.dumps(first.model_dump(mode="json") | {"fact": fact}))
    url = f"sqlite:///{tmp_path / 'register.db'}"
    with closing(SqlRegister.open(url)) as ours:
        ours.write((planted, *rest))

    headings, row = read(typed(url, *MARCH, "--profile", "rm"))

    assert row[headings.index("referral_ref")] == '\'=cmd|" /C calc"!A0'
    assert row[headings.index("contract_ref")] == '\'"+1,2"\r\nx'
