"""The days of a report at their edges: one day, none, both nights the clocks change, days to come."""

import json
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from gateways.sql_register import SqlRegister
from interventions.facts import Entry
from interventions.figures.contract import ContractFigures, Month
from tests.figures.telling import entries_of
from tests.starter.reported import lines, read, typed

# The last and the first second of a London day around 29 March and 25 October 2026, in London's own words.
SENT = (
    "2026-03-28T23:59:59+00:00",
    "2026-03-29T00:00:00+00:00",
    "2026-03-29T00:59:59+00:00",
    "2026-03-29T02:00:00+01:00",  # a second later
    "2026-03-29T23:59:59+01:00",
    "2026-03-30T00:00:00+01:00",  # in Greenwich still the 29th
    "2026-10-24T23:59:59+01:00",
    "2026-10-25T00:00:00+01:00",  # in Greenwich still the 24th
    "2026-10-25T01:30:00+01:00",
    "2026-10-25T01:30:00+00:00",  # an hour later
    "2026-10-25T23:59:59+00:00",
    "2026-10-26T00:00:00+00:00",
)


def sent_at(instant: str) -> tuple[Entry]:
    """An account of nothing but a referral, sent and written down then."""
    entry, *_ = entries_of("withdrawn-ineligible")
    said = entry.model_dump(mode="json") | {"recorded_at": instant}
    said["fact"] |= {"at": instant, "referral": said["fact"]["referral"] | {"sent_at": instant}}
    return (Entry.model_validate_json(json.dumps(said)),)


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A register in which somebody was sent at each of these instants."""
    url = f"sqlite:///{tmp_path_factory.mktemp('nights') / 'register.db'}"
    with closing(SqlRegister.open(url)) as ours:
        for instant in SENT:
            ours.write(sent_at(instant))
    return url


def days(first: str, last: str) -> tuple[str, ...]:
    return ("--from", f"2026-{first}", "--to", f"2026-{last}")


@pytest.mark.parametrize(
    ("first", "last", "sent"),
    [
        ("03-29", "03-29", SENT[1:5]),
        ("10-25", "10-25", SENT[7:11]),
        ("03-29", "10-25", SENT[1:11]),
        ("03-28", "10-26", SENT),
        ("03-30", "10-24", SENT[5:7]),
        ("06-01", "06-30", ()),
    ],
    ids=["forward", "back", "from the one to the other", "around both", "between them", "nobody"],
)
def test_a_period_holds_its_london_days_and_no_second_more(
    nights: str, first: str, last: str, sent: Sequence[str]
) -> None:
    headings, *rows = read(typed(nights, *days(first, last), "--profile", "rm"))
    assert [row[headings.index("date_referral_received")] for row in rows] == list(sent)


def caseload_of(answer: list[dict[str, object]]) -> dict[str, Month]:
    return ContractFigures.model_validate(answer[-1]["summary"]).caseload


def test_a_month_in_which_nobody_was_sent_has_those_who_were_there(nights: str, tmp_path: Path) -> None:
    june = {"2026-06": Month(received=0, closed=0, open=6)}  # known from those sent in October
    assert caseload_of(lines(typed(nights, *days("06-01", "06-30"), "--json"))) == june
    page = tmp_path / "june.html"
    assert typed(nights, *days("06-01", "06-30"), "--format", "html", "--out", str(page)).exit_code == 0
    written = page.read_text("utf-8")
    assert "No referral was sent on these days." in written
    assert "Lowest 6, highest 6, last 6." in written
    assert written.count("<svg") == written.count("<table") == 1


def test_one_day_is_within_its_month(nights: str) -> None:
    answer = lines(typed(nights, *days("03-29", "03-29"), "--json"))
    assert caseload_of(answer) == {"2026-03": Month(received=5, closed=0, open=5)}
    assert len(answer) == 1 + 4 + 1


def test_of_days_to_come_nothing_is_known(nights: str, tmp_path: Path) -> None:
    ahead = ("--from", "2031-01-01", "--to", "2031-12-31")
    assert caseload_of(lines(typed(nights, *ahead, "--json"))) == {}
    assert typed(nights, *ahead, "--format", "html", "--out", str(tmp_path / "ahead.html")).exit_code == 0
    written = (tmp_path / "ahead.html").read_text("utf-8")
    assert "there is no intervention to know of" in written
    assert "<svg" not in written
    assert "<table" not in written
