"""What became of telling R&M, and what R&M showed."""

from typing import Literal

from interventions.days.london import Instant
from interventions.facts.fact import Fact
from interventions.monitoring.seen import SeenReferral


class MonitoringTold(Fact):
    """R&M has the record, under `reference`. How late: `at`, less the instant it `happened_at`."""

    fact: Literal["MonitoringTold"] = "MonitoringTold"
    key: str
    record: str
    happened_at: Instant
    reference: str = ""


class MonitoringLeftToPeople(Fact):
    """A person must key the record into R&M. `why` is R&M's refusal as a code, or "by-hand" by policy."""

    fact: Literal["MonitoringLeftToPeople"] = "MonitoringLeftToPeople"
    key: str
    record: str
    why: str


class MonitoringNeverTold(Fact):
    """R&M takes the record no more, from us or from a person: `why` says so as a code, such as "ended".

    What it says stands here, and on the list that the task holds.
    """

    fact: Literal["MonitoringNeverTold"] = "MonitoringNeverTold"
    key: str
    record: str
    why: str
    task: str


class MonitoringOvertaken(Fact):
    """The date booked has passed before R&M took the booking: it goes there with what became of it."""

    fact: Literal["MonitoringOvertaken"] = "MonitoringOvertaken"
    key: str
    record: str


class MonitoringSeen(Fact):
    """R&M showed something new. `topics` names where it differed from us; `seen` is kept whole.

    `standing` are the topics on which it differs still, with R&M's side of each as a fingerprint.
    """

    fact: Literal["MonitoringSeen"] = "MonitoringSeen"
    topics: tuple[str, ...]
    seen: SeenReferral
    standing: dict[str, str] = {}
