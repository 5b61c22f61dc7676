"""What R&M shows of a case: exactly what is on record here, unless the test says otherwise."""

from datetime import date, timedelta
from typing import Any

from demo.shown_by_rm import as_rm_shows
from interventions.case import Case
from interventions.messages import MonitoringShown

__all__ = ["a_later_deadline", "as_rm_shows", "shown"]


def shown(case: Case, **changes: Any) -> MonitoringShown:
    """Somebody looked, and R&M shows this."""
    return MonitoringShown(seen=as_rm_shows(case, **changes))


def a_later_deadline(case: Case) -> date:
    """Half a year after whatever happened last."""
    return case.last_at.date() + timedelta(days=180)
