"""What a report says of itself: whose figures were asked for, when it was made, and what was known then."""

from interventions.days.london import Instant
from interventions.message import Wire


class Extent(Wire):
    """What a register holds.

    `facts` and `latest`, when the last of them happened, are those of the interventions that can be read;
    `unread` is how many interventions this release cannot read, or only as they stood before.
    """

    interventions: int = 0
    facts: int = 0
    latest: Instant | None = None
    unread: int = 0


class Imprint(Wire):
    """The head of a report: without it nobody can tell two of them apart, or say why they differ.

    `contract` is the one that was asked for, empty where every contract was; `made_at` is the only instant of
    a report that a clock gave, and no figure looks at it.
    """

    made_at: Instant
    contract: str = ""
    register_held: Extent = Extent()
