"""The live display: one line a person, while they go through the service."""

from dataclasses import dataclass

from rich.console import Console
from rich.live import Live
from rich.table import Table

from interventions.views.status import Status
from interventions.vocabulary import Stage

STAGES = tuple(Stage)
COLUMNS = (
    ("Participant", 8),
    ("Service", 10),
    ("Today", 10),
    ("Stage", 9),
    ("Done", 2),
    ("Next", 14),
    ("Last said", 11),
)


@dataclass
class Person:
    """Somebody on the stage: who they are, where they stand, and what was last said about them."""

    name: str
    service: str
    moment: str = ""
    status: Status | None = None

    @property
    def stage(self) -> str:
        """The stage, and which of the seven it is."""
        if self.status is None:
            return ""
        done = STAGES.index(self.status.stage) + 1
        return f"{done}/{len(STAGES)} {self.status.stage}"

    @property
    def next_clock(self) -> str:
        """What the service will do next by itself, and when."""
        if self.status is None or self.status.next_due is None:
            return ""
        return f"{self.status.next_due:%d %b}: {self.status.next_what}"

    @property
    def sessions(self) -> str:
        """Sessions done of planned."""
        return f"{self.status.sessions_held}/{self.status.sessions_planned}" if self.status else ""


def display(console: Console) -> Live:
    """A display to update with `picture`; on a console that is no terminal it stays dark."""
    return Live(console=console, refresh_per_second=8, auto_refresh=console.is_terminal, transient=True)


def picture(people: list[Person]) -> Table:
    """The display as it stands: one line a person."""
    table = Table(expand=True, pad_edge=False, box=None, padding=(0, 1))
    for head, ratio in COLUMNS:
        table.add_column(head, ratio=ratio, no_wrap=True, overflow="ellipsis")
    for person in people:
        said = person.status.last_word if person.status else ""
        row = (
            person.name,
            person.service,
            person.moment,
            person.stage,
            person.sessions,
            person.next_clock,
            said,
        )
        table.add_row(*row)
    return table
