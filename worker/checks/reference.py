"""The reference data: time zone, bank holidays, catalogue, policies."""

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo

from gateways.shelf import Shelf
from interventions.days.london import LONDON, london_date, spoken_date
from interventions.days.working_days import WorkingCalendar
from interventions.errors import CatalogueError
from worker.checks.finding import Finding

# Nine months of service and its clocks need this much; a year more is comfort.
FEWEST_DAYS, FEW_DAYS = 180, 400
# When London's clocks change in 2026, by statute; tables older than the rules, or empty, disagree.
CHANGES_OF_2026 = {datetime(2026, 3, 29, 1, tzinfo=UTC): 1, datetime(2026, 10, 25, 1, tzinfo=UTC): 0}


def time_zone(zone: tzinfo = LONDON) -> Finding:
    """Whether London time is known, and known to change when it does."""
    wrong = [
        f"{change:%d %B %Y}"
        for change, hours in CHANGES_OF_2026.items()
        if _offset(change, zone) != hours or _offset(change - timedelta(seconds=1), zone) == hours
    ]
    if wrong:
        told = f"London's clocks do not change on {' and '.join(wrong)}"
        return Finding(
            "time zones", "failed", told, "pip install --force-reinstall tzdata, and set PYTHONTZPATH="
        )
    return Finding("time zones", "ok", "Europe/London changes on 29 March and 25 October 2026")


def bank_holidays(calendar: WorkingCalendar, today: date) -> Finding:
    """Whether bank holidays are known far enough ahead for a referral received today."""
    days = (calendar.horizon - today).days
    detail = f"known until {spoken_date(calendar.horizon)}: {days} days"
    if days >= FEW_DAYS:
        return Finding("bank holidays", "ok", detail)
    remedy = "add GOV.UK's new dates to interventions/days/calendars and move its horizon"
    return Finding("bank holidays", "failed" if days < FEWEST_DAYS else "warning", detail, remedy)


def reference_data(policy: str, now: datetime) -> Iterator[Finding]:
    """Everything the worker reads from our own files; `policy` is the one this worker is set to."""
    yield time_zone()
    try:
        shelf = Shelf.from_files()
    except CatalogueError as error:
        yield Finding("catalogue", "failed", str(error), "put that file right")
        return
    listed = ", ".join(sorted(shelf.contracts.contracts)) or "none is listed"
    yield Finding("catalogue", "ok", f"both pathways at every complexity; contracts: {listed}")
    yield chosen_policy(policy, shelf.policies)
    yield bank_holidays(shelf.calendar, london_date(now))


def chosen_policy(policy: str, there: Collection[str]) -> Finding:
    """Whether the policy we are to use is one of those there are."""
    names = ", ".join(there)
    if policy in there:
        return Finding("policies", "ok", f"{names}; this worker is set to {policy}")
    return Finding(
        "policies", "failed", f"no policy of the name set; there are {names}", "set THROUGHLINE_POLICY"
    )


def _offset(instant: datetime, zone: tzinfo) -> float:
    offset = instant.astimezone(zone).utcoffset() or timedelta()
    return offset / timedelta(hours=1)
