"""What the stand-in holds of a referral, counted: two worlds that say the same hold the same."""

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from examples.refer_and_monitor.records import Meeting
from examples.refer_and_monitor.world import World


@dataclass(frozen=True)
class Saved:
    """A world put aside, to be gone back to."""

    parts: tuple[Any, ...]

    @classmethod
    def of(cls, world: World) -> "Saved":
        return cls(deepcopy((world.referrals, world.delius, world.events)))

    def restore(self, world: World) -> None:
        world.referrals, world.delius, world.events = deepcopy(self.parts)
        world.troubles.planned.clear()
        world.troubles.always = world.troubles.meanwhile = None
        world.troubles.dawdles = 0.0
        world.calls.clear()


def holdings(world: World, referral_id: UUID) -> dict[str, Any]:
    """How many of everything, and what it says, without ids and times."""
    referral = world.referrals[referral_id]
    report = referral.report
    return {
        "assignments": [person.username for person in referral.assignments],
        "assessment": _meeting(referral.assessment),
        "sessions": [_meeting(session) for session in referral.sessions],
        "plans": [
            (plan.sessions, [one["description"] for one in plan.activities], plan.submitted_at is not None)
            for plan in referral.plans
        ],
        "delius": Counter(booking.slot for booking in world.delius.made),
        "notes": [(note["subject"], note["body"]) for note in referral.notes],
        "report": (report.times_submitted, report.outcomes, report.further_information) if report else None,
        "events": Counter(one["message"]["eventType"] for one in world.events.published),
    }


def _meeting(meeting: Meeting) -> list[tuple[Any, ...]]:
    return [
        (date.starts_at, date.details, date.superseded, date.session, date.submitted_at is not None)
        for date in meeting.appointments
    ]
