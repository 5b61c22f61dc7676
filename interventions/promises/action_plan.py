"""The action plan: SMART targets, a dose per pathway, how and how often to meet, and the first dates."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import Field

from interventions.days.london import Instant
from interventions.message import Wire
from interventions.vocabulary import ContactType, Pathway


class Target(Wire):
    """One SMART target: what, how it is measured, by when, which outcome it serves, whose it is."""

    what: str
    measure: str
    by: date
    outcome: UUID
    owner: str


class PlannedDose(Wire):
    """How much of a pathway: sessions for lifestyle, minutes for family (the catalogue's unit)."""

    pathway: Pathway
    amount: int = Field(gt=0)
    per_period: int = Field(gt=0, description="sessions per cadence period of the pathway")


class PlannedDate(Wire):
    """A next appointment, set out clearly (seeds, Action Plan); `all_the_same`: why it leaves the norm."""

    starts_at: Instant
    minutes: int = Field(default=60, gt=0, le=480)
    contact: ContactType = ContactType.FACE_TO_FACE
    place: str = ""
    pathway: Pathway | None = None
    modules: tuple[str, ...] = ()
    face_to_face_offered: bool = False
    all_the_same: str = ""


class ActionPlan(Wire):
    """What the participant and the service agree to do. `reason` justifies dose or pace outside the norm."""

    targets: tuple[Target, ...]
    doses: tuple[PlannedDose, ...]
    contacts: tuple[ContactType, ...]
    dates: tuple[PlannedDate, ...]
    reason: str = ""

    def dose(self, pathway: Pathway) -> PlannedDose | None:
        """The dose planned for that pathway, or None."""
        return next((dose for dose in self.doses if dose.pathway is pathway), None)


class PlanVersion(Wire):
    """A plan as submitted, and what was decided on it."""

    number: int
    plan: ActionPlan
    submitted_at: Instant
    by: str = ""
    decision: Literal["awaited", "approved", "returned"] = "awaited"
    decided_at: Instant | None = None
