"""R&M: whether it can be read, and written to in somebody's name."""

from collections.abc import Iterator
from uuid import UUID

from activities.ports import MonitoringAway
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from gateways.refer_and_monitor.opening import open_monitoring
from gateways.refer_and_monitor.refusal import Refusal
from gateways.refer_and_monitor.settings import MonitoringSettings
from interventions.errors import CatalogueError
from interventions.promises.catalogue import Catalogue
from worker.checks.finding import Finding

PAGE = "see docs/refer-and-monitor.md"
# No referral has it: "not found" is the answer of an R&M that let us in.
NO_REFERRAL = UUID(int=0)


def monitoring(settings: MonitoringSettings) -> Iterator[Finding]:
    """What stands between us and R&M; one reading each as our client and as the delegated user."""
    try:
        opened = open_monitoring(settings, Catalogue.load())
    except CatalogueError as error:
        yield Finding("R&M", "failed", f"THROUGHLINE_RM_PLACES: {error}", PAGE)
        return
    if not isinstance(opened, ReferAndMonitor):
        yield Finding("R&M", "ok", "not connected: what it must know, people key in")
        return
    with opened.line.http:
        yield _reading(opened)
        yield _writing(opened)


def _reading(opened: ReferAndMonitor) -> Finding:
    try:
        opened.see(NO_REFERRAL)
    except MonitoringAway as away:
        return Finding("R&M, to read", "failed", away.why, PAGE)
    return Finding("R&M, to read", "ok", "answers our client")


def _writing(opened: ReferAndMonitor) -> Finding:
    try:
        opened.line.read_as_user(f"/sent-referral/{NO_REFERRAL}/case-notes")
    except MonitoringAway as away:
        return Finding("R&M, to write", "failed", away.why, PAGE)
    except Refusal as no:
        if no.why == "not-permitted":
            found = no.finding or "the delegated user may not"
            return Finding("R&M, to write", "warning", f"{found}: people key in", PAGE)
    return Finding("R&M, to write", "ok", "answers the delegated user")
