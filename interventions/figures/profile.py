"""What a report shows of each intervention: named columns, each read from the one row of figures."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from operator import attrgetter
from uuid import UUID

from interventions.figures.intervention import Figures
from interventions.figures.measure import group_of, measures

Cell = str | int | float | bool | date | datetime | StrEnum | UUID | None

# They name a participant or a member of staff: R&M's columns have them, a measure does not need them.
NAMING = ("service_user_crn", "caseworker_id")
GROUPS = tuple(name for name, field in Figures.model_fields.items() if group_of(field))


@dataclass(frozen=True)
class Column:
    """One column: what it means, in which version, and how it is read from a row."""

    name: str
    meaning: str
    version: int
    read: Callable[[Figures], Cell]


@dataclass(frozen=True)
class Profile:
    """A report's columns, in order."""

    name: str
    columns: tuple[Column, ...]

    def cells(self, row: Figures) -> list[Cell]:
        """The row under these columns."""
        return [column.read(row) for column in self.columns]


def _reader(name: str) -> Callable[[Figures], Cell]:
    group = next((group for group in GROUPS if name.startswith(f"{group}_")), None)
    if group is None:
        return attrgetter(name)
    return _of_group(group, name.removeprefix(f"{group}_"))


def _of_group(group: str, name: str) -> Callable[[Figures], Cell]:
    def read(row: Figures) -> Cell:
        cell: Cell = getattr(getattr(row, group), name, None)
        return cell

    return read


KPI = Profile(
    "kpi",
    tuple(
        Column(each.name, each.meaning, each.version, _reader(each.name))
        for each in measures(Figures)
        if each.flat and each.name not in NAMING
    ),
)
