"""Each check of the doctor by itself: what it says of a machine and of the reference data."""

import socket
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from interventions.days.working_days import load_calendar
from worker.checks import machine, reference, server
from worker.checks.finding import Finding, Verdict
from worker.problem import Problem

MB = machine.MEGABYTE


@pytest.mark.parametrize(
    ("finding", "verdict"),
    [
        pytest.param(machine.python_version((3, 11)), "ok", id="the oldest Python that will do"),
        pytest.param(machine.python_version((3, 10)), "failed", id="Python too old"),
        pytest.param(machine.embedded_server("bin/temporal"), "ok", id="a server to start here"),
        pytest.param(machine.embedded_server(None), "warning", id="no server to start here"),
        pytest.param(machine.room("outbox", Path("x"), 1000 * MB), "ok", id="room enough"),
        pytest.param(machine.room("outbox", Path("x"), 1000 * MB - 1), "warning", id="little room"),
        pytest.param(machine.room("outbox", Path("x"), 200 * MB), "warning", id="very little room"),
        pytest.param(machine.room("outbox", Path("x"), 200 * MB - 1), "failed", id="no room"),
        pytest.param(machine.register("postgresql+psycopg://u:hunter2@db/x"), "ok", id="a database server"),
        pytest.param(machine.port("port", 1, ours=True, remedy="x"), "ok", id="our own port"),
        pytest.param(server.skew(timedelta(seconds=5)), "ok", id="clocks agree"),
        pytest.param(server.skew(timedelta(seconds=6)), "warning", id="clocks seconds apart"),
        pytest.param(server.skew(timedelta(seconds=61)), "failed", id="clocks a minute apart"),
        pytest.param(server.no_answer(Problem("no"), chosen=False), "warning", id="no server here yet"),
        pytest.param(
            server.no_answer(Problem("no"), chosen=True), "failed", id="no server where one is meant"
        ),
        pytest.param(reference.time_zone(), "ok", id="London as it is"),
        pytest.param(reference.time_zone(UTC), "failed", id="London without summer"),
        pytest.param(reference.time_zone(timezone(timedelta(hours=1))), "failed", id="London without winter"),
        pytest.param(reference.time_zone(ZoneInfo("Australia/Sydney")), "failed", id="another city"),
        pytest.param(reference.chosen_policy("standard", ["standard"]), "ok", id="a policy there is"),
        pytest.param(reference.chosen_policy("lenient", ["standard"]), "failed", id="a policy there is not"),
    ],
)
def test_each_check_knows_what_is_well_and_says_what_to_type_where_it_is_not(
    finding: Finding, verdict: Verdict
) -> None:
    assert finding.ok == verdict
    assert bool(finding.remedy) == (verdict != "ok")
    assert "hunter2" not in finding.detail


@pytest.mark.parametrize(
    ("days", "verdict"),
    [
        pytest.param(400, "ok", id="400 days"),
        pytest.param(399, "warning", id="399 days"),
        pytest.param(180, "warning", id="180 days"),
        pytest.param(179, "failed", id="179 days"),
        pytest.param(-1, "failed", id="the horizon has passed"),
    ],
)
def test_bank_holidays_must_be_known_far_enough_ahead(days: int, verdict: Verdict) -> None:
    calendar = load_calendar()
    assert reference.bank_holidays(calendar, calendar.horizon - timedelta(days=days)).ok == verdict


def test_todays_reference_data_is_fit_for_a_referral_received_today() -> None:
    findings = list(reference.reference_data("standard", datetime(2026, 11, 30, 9, tzinfo=UTC)))
    assert [finding.name for finding in findings] == ["time zones", "catalogue", "policies", "bank holidays"]
    assert {finding.ok for finding in findings} == {"ok"}


def test_a_folder_that_does_not_exist_yet_may_still_be_written(tmp_path: Path) -> None:
    assert machine.folder("outbox", tmp_path / "not" / "yet").ok in {"ok", "warning"}
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    found = machine.folder("outbox", tmp_path / "file" / "outbox")
    assert (found.ok, found.detail) == ("failed", f"{tmp_path / 'file'}: cannot write there")


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        pytest.param("sqlite:///.throughline/register.db", Path(".throughline"), id="beside us"),
        pytest.param("sqlite:////var/lib/register.db", Path("/var/lib"), id="anywhere"),
        pytest.param("postgresql+psycopg://db/register", None, id="on a server"),
    ],
)
def test_the_register_lies_where_its_url_says(url: str, folder: Path | None) -> None:
    assert machine.register_folder(url) == folder


def test_a_port_taken_by_somebody_else_is_named_with_what_to_do() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        found = machine.port("health port", number, ours=False, remedy="stop it")
        assert (found.ok, found.detail) == ("failed", f"port {number} is taken by something else")
    assert machine.port("health port", number, ours=False, remedy="stop it").ok == "ok"


def test_the_horizon_is_counted_from_the_london_date() -> None:
    just_past_midnight = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    [found] = [
        found
        for found in reference.reference_data("standard", just_past_midnight)
        if found.name == "bank holidays"
    ]
    left = (load_calendar().horizon - date(2026, 7, 1)).days
    assert found.detail.endswith(f"{left} days")
