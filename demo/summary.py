"""What the demo leaves behind: a summary in JSON, and a table for a console without a terminal."""

import json
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.table import Table

from demo.live_display import Person
from interventions.end_of_service import Conclusion


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


def table(people: list[Person], conclusions: list[Conclusion]) -> Table:
    """The summary for a person to read."""
    shown = Table(
        box=SIMPLE_HEAD,
        pad_edge=False,
        title="Six people, from referral to end of service",
        title_justify="left",
    )
    for head in (
        "Participant",
        "Service",
        "Ending",
        "Sessions",
        "Minutes",
        "Texts",
        "Letters",
        "Reports",
        "In time",
    ):
        shown.add_column(head, overflow="fold")
    for person, one in zip(people, conclusions, strict=True):
        kept = sum(clock.state == "met" for clock in one.clocks)
        shown.add_row(
            person.name,
            person.service,
            one.ending,
            f"{one.sessions_held} of {one.sessions_planned}",
            str(sum(one.minutes_delivered.values())),
            str(one.texts),
            str(one.letters),
            str(one.documents),
            f"{kept} of {len(one.clocks)}",
        )
    return shown
