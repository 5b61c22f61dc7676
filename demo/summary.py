"""What the demo leaves behind: a summary in JSON, and a table for a console without a terminal."""

import json
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.table import Table

from demo.live_display import Person
from interventions.end_of_service import Conclusion

COUNTED = ("Sessions", "Minutes", "Texts", "Letters", "Reports", "In time")
# What the longest name and service need, each in a column of its own.
WIDE = 111


def write_summary(conclusions: list[Conclusion], path: Path) -> None:
    """Write an object for each person: what was promised, and what was kept."""
    path.write_text(json.dumps([_person(one) for one in conclusions], indent=2) + "\n", "utf-8")


def _person(one: Conclusion) -> dict[str, object]:
    return {
        "referral_id": str(one.referral_id),
        "pathways": list(one.pathways),
        "complexities": list(one.complexities),
        "ending": one.ending,
        "sessions_planned": one.sessions_planned,
        "sessions_held": one.sessions_held,
        "minutes": sum(one.minutes_delivered.values()),
        "texts": one.texts,
        "letters": one.letters,
        "documents": one.documents,
        "clocks": [{"name": clock.name, "due": clock.due, "state": clock.state} for clock in one.clocks],
    }


def table(people: list[Person], conclusions: list[Conclusion], room: int) -> Table:
    """The summary for a person to read, at most `room` characters wide, from eighty on.

    Where there is little room the service stands below the name, and the columns close up.
    """
    narrow = room < WIDE
    heads = ("Participant\n  and service",) if narrow else ("Participant", "Service")
    shown = Table(
        box=SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 0 if narrow else 2, 0, 0),
        title="Six people, from referral to end of service\n",
        title_justify="left",
    )
    for head in (*heads, "Ending"):
        shown.add_column(head, overflow="fold")
    for head in COUNTED:
        shown.add_column(head, justify="right", overflow="fold")
    for person, one in zip(people, conclusions, strict=True):
        who = (f"{person.name}\n  {person.service}",) if narrow else (person.name, person.service)
        shown.add_row(*who, one.ending, *_counts(one))
    return shown


def _counts(one: Conclusion) -> tuple[str, ...]:
    kept = sum(clock.state == "met" for clock in one.clocks)
    return (
        f"{one.sessions_held} of {one.sessions_planned}",
        str(sum(one.minutes_delivered.values())),
        str(one.texts),
        str(one.letters),
        str(one.documents),
        f"{kept} of {len(one.clocks)}",
    )
