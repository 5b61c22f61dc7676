"""What every fact has in common."""

from interventions.days.london import Instant
from interventions.message import Wire


class Fact(Wire):
    """One thing that happened."""

    at: Instant
    by: str = ""
