"""The contract report as a picture: `python -m tests.docs.report_picture` (needs Chromium)."""

import shutil
import subprocess
import tempfile
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from bench.filling import fill
from bench.lives import caseload, walked
from gateways.report_page import ReportPage
from gateways.sql_figures import SqlFigures
from interventions.figures.period import Period
from interventions.figures.profile import KPI
from starter.report_files import Asked, write_page
from tests.docs.pictures import PICTURES

INTERVENTIONS, EVERY_WEEKS = 420, 3
YEAR = Period(first=date(2026, 4, 1), last=date(2027, 3, 31))
CONTRACT, MADE_AT = "PRJ_5626", datetime(2027, 4, 1, 8, 30, tzinfo=UTC)
SIZE = "1130,2980"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def page(folder: Path) -> Path:
    """The report of a year that never was, as a page under `folder`: the lives of the bench."""
    url = f"sqlite:///{folder / 'register.db'}"
    fill(url, caseload(walked(EVERY_WEEKS), INTERVENTIONS))
    with closing(SqlFigures.open(url)) as source:
        source.catch_up()
        written = folder / "report.html"
        with written.open("w", encoding="utf-8") as to:
            write_page(Asked(YEAR, KPI, CONTRACT), source, to, ReportPage().render, now=MADE_AT)
    return written


def photographed_at(address: str, picture: Path, size: str, profile: Path) -> None:
    """Open what is there in the first browser there is, and keep what it shows.

    Raises:
        SystemExit: there is no Chromium.
    """
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise SystemExit("Chromium is needed: apt-get install chromium")
    shown = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={size}"]
    command = [browser, *shown, f"--user-data-dir={profile}", f"--screenshot={picture}", address]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        shown = page(Path(folder))
        photographed_at(shown.as_uri(), PICTURES / "contract-report.png", SIZE, shown.parent / "browser")
    print("contract-report.png")  # noqa: T201
