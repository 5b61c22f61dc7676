"""How far the monitoring system has been told: what waits its turn, and what was left to people."""

from interventions.message import Wire
from interventions.monitoring.records import MonitoringRecord
from interventions.monitoring.seen import SeenReferral


class Untold(Wire):
    """A record R&M does not have yet, under its key. The same record has the same key for ever."""

    key: str
    record: MonitoringRecord


class MonitoringAccount(Wire):
    """Where we stand with R&M. Only the first of `untold` may be under way; the others wait for it.

    `by_hand` holds what people are asked to key in, by the task's id; `never_told` what R&M takes no more, by
    the task that lists it, until a person has read it; `seen` is what R&M showed when it last showed
    something new. `standing` are the topics on which we differed after that, with R&M's side of each as a
    fingerprint. What people wrote is in here, so it is never put on the card.
    """

    untold: tuple[Untold, ...] = ()
    by_hand: dict[str, Untold] = {}
    never_told: dict[str, tuple[Untold, ...]] = {}
    told: int = 0
    seen: SeenReferral | None = None
    standing: dict[str, str] = {}


def task_of(key: str) -> str:
    """The id of the task that asks a person to key this record in."""
    return f"key-in/{key.removeprefix('monitoring/')}"
