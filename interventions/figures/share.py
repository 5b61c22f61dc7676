"""A part of a whole that says how large the whole is: three of four is not 75 per cent of anything."""

from interventions.message import Wire

# Below this a percentage says more than is known, and numbers are shown instead.
ENOUGH_FOR_A_PERCENTAGE = 10


class Share(Wire):
    """How many of how many; `unknown` are those of which it cannot be said (yet)."""

    yes: int = 0
    of: int = 0
    unknown: int = 0

    @property
    def percent(self) -> float | None:
        """The part in per cent, unrounded; None where there are too few to say so."""
        return 100 * self.yes / self.of if self.of >= ENOUGH_FOR_A_PERCENTAGE else None
