"""A report as a file: CSV or JSON a line at a time, or the page of a contract's figures."""

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TextIO

from interventions.figures.contract import ContractFigures
from interventions.figures.imprint import Extent, Imprint
from interventions.figures.intervention import EDITION, Figures
from interventions.figures.measure import measures
from interventions.figures.period import Period
from interventions.figures.profile import KPI, Profile
from interventions.figures.tally import Spell, Tally
from starter.report_cells import as_json, as_text

BYTE_ORDER_MARK = "\ufeff"
Page = Callable[[ContractFigures, Imprint], str]


class Source(Protocol):
    """Where figures are read, a row at a time."""

    def catch_up(self) -> int:
        """Read what was written since; how many interventions this release cannot read."""
        ...

    def extent(self) -> Extent:
        """What is there to be read."""
        ...

    def rows(self, period: Period, contract: str) -> Iterator[Figures]:
        """The row of every intervention sent in the period; of one contract, if it is named."""
        ...

    def spells(self, period: Period, contract: str) -> Iterator[Spell]:
        """When each intervention sent by the period's end began and ended, and the latest known of it."""
        ...


@dataclass(frozen=True)
class Asked:
    """Which report of which days; `contract` empty is every contract."""

    period: Period
    profile: Profile
    contract: str = ""


def write_csv(asked: Asked, source: Source, to: TextIO, *, for_a_spreadsheet: bool) -> None:
    """A line of headings, then a line an intervention (RFC 4180).

    For a spreadsheet it begins with a byte order mark, without which Excel takes UTF-8 for something else.
    """
    if for_a_spreadsheet:
        to.write(BYTE_ORDER_MARK)
    lines = csv.writer(to)
    lines.writerow(column.name for column in asked.profile.columns)
    for row in source.rows(asked.period, asked.contract):
        lines.writerow(map(as_text, asked.profile.cells(row)))


def write_json(asked: Asked, source: Source, to: TextIO) -> None:
    """JSON, an object a line: `report` says what it is, `intervention` is a row; `summary` ends the kpi's."""
    profile, tally = asked.profile, Tally(asked.period)
    _line(to, "report", _about(asked))
    for row in source.rows(asked.period, asked.contract):
        cells: dict[str, object] = {
            column.name: as_json(cell)
            for column, cell in zip(profile.columns, profile.cells(row), strict=True)
        }
        if profile is KPI:
            tally.add(row)
            cells |= {"clocks": row.clocks}
        _line(to, "intervention", cells)
    if profile is KPI:
        spells = source.spells(asked.period, asked.contract)
        figures = tally.figures(spells, source.extent().latest)
        _line(to, "summary", figures.model_dump(mode="json"))


def write_page(asked: Asked, source: Source, to: TextIO, page: Page, *, now: datetime) -> None:
    """The contract's figures as one HTML page, which says what it was asked for, when, and of what."""
    held, tally = source.extent(), Tally(asked.period)
    for row in source.rows(asked.period, asked.contract):
        tally.add(row)
    figures = tally.figures(source.spells(asked.period, asked.contract), held.latest)
    to.write(page(figures, Imprint(made_at=now, contract=asked.contract, register_held=held)))


def _about(asked: Asked) -> dict[str, object]:
    about: dict[str, object] = {
        "profile": asked.profile.name,
        "from": asked.period.first.isoformat(),
        "to": asked.period.last.isoformat(),
        "contract": asked.contract,
        "edition": EDITION,
        "measures": {column.name: column.version for column in asked.profile.columns},
    }
    if asked.profile is KPI:
        about["summary_measures"] = {each.name: each.version for each in measures(ContractFigures)}
    return about


def _line(to: TextIO, name: str, said: object) -> None:
    to.write(json.dumps({name: said}, ensure_ascii=False, separators=(",", ":")) + "\n")
