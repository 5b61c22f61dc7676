"""The stages as a Mermaid diagram: every arrow is a message that was said to a case and moved it on."""

from collections.abc import Iterable
from datetime import timedelta

from interventions.case import Case
from interventions.reception import MAY_BE_SAID, YES
from interventions.stage import stage
from interventions.vocabulary import Stage
from tests.builders import left_until, told
from tests.docs.conversations import heard, walks_of_life
from tests.docs.other_ways import other_ways

Arrow = tuple[Stage, Stage, str]

TIME = "not taken back in time"
LONG_ENOUGH = timedelta(days=60)
UNDERWAY = tuple(here for here in Stage if here not in (Stage.END_OF_SERVICE, Stage.CLOSED))


def arrows() -> list[Arrow]:
    """From stage to stage by message, or by time: each one seen to happen, in the journey's order."""
    seen = {arrow for case in walks_of_life() for arrow in _from(case)} | set(_otherwise())
    order = list(Stage)
    return sorted(seen, key=lambda arrow: (order.index(arrow[0]), order.index(arrow[1]), arrow[2]))


def _from(case: Case) -> Iterable[Arrow]:
    here = stage(case)
    for name, row in MAY_BE_SAID.items():
        after = heard(case, name) if row[here] == YES else None
        if after and stage(after) is not here:
            yield here, stage(after), name
    later = stage(left_until(case, case.last_at + LONG_ENOUGH))
    if later is not here:
        yield here, later, TIME


def _otherwise() -> Iterable[Arrow]:
    for case, name, message, now in other_ways():
        yield stage(left_until(case, now)), stage(told(case, message, now)), name


def diagram() -> str:
    """The diagram; what is true of every stage underway is drawn once."""
    seen = arrows()
    out = {(to, by) for _, to, by in seen if all((here, to, by) in seen for here in UNDERWAY)}
    back = {(of, by) for of, _, by in seen if all((of, here, by) in seen for here in UNDERWAY)}
    rest = [a for a in seen if (a[1], a[2]) not in out and (a[0], a[2]) not in back]
    inside = [a for a in rest if a[0] in UNDERWAY and a[1] in UNDERWAY]
    lines = [
        "```mermaid",
        "stateDiagram-v2",
        "    [*] --> underway: refer",
        "    state underway {",
        f"        [*] --> {_id(Stage.REFERRAL)}",
        *(f"        {line}" for line in _drawn(inside)),
        "    }",
        *(f"    underway --> {_id(to)}: {by}" for to, by in sorted(out)),
        *(f"    {_id(of)} --> underway: {by}" for of, by in sorted(back)),
        *(f"    {line}" for line in _drawn([a for a in rest if a not in inside])),
        f"    {_id(Stage.CLOSED)} --> [*]",
        "```",
    ]
    return "\n".join(lines)


def _drawn(some: list[Arrow]) -> list[str]:
    ways: dict[tuple[Stage, Stage], list[str]] = {}
    for of, to, by in some:
        ways.setdefault((of, to), []).append(by)
    return [f"{_id(of)} --> {_id(to)}: {', '.join(by)}" for (of, to), by in ways.items()]


def _id(here: Stage) -> str:
    return here.value.replace("-", "_")
