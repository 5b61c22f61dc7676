"""The contract report as one self-contained HTML page: pictures first, then every number in tables.

The template is compiled when the page is made; it fetches nothing, runs no script and escapes everything.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gateways import report_pictures as pictures
from gateways.report_drawing import Picture
from gateways.report_tables import tables
from gateways.report_words import of_all
from gateways.spoken import FILTERS
from interventions.figures.contract import ContractFigures, median
from interventions.figures.imprint import Imprint
from interventions.vocabulary import Language

TEMPLATES = Path(__file__).parent.parent / "templates"
PAGE = "en/reports/contract.html.j2"
FEW_ENOUGH_TO_NAME = 5


@dataclass(frozen=True)
class Section:
    """A heading, what it says at a glance, its pictures, and the tables with their numbers."""

    name: str
    title: str
    glance: str
    pictures: tuple[Picture, ...]
    tables: tuple[str, ...]


class ReportPage:
    """Renders a contract's figures.

    Raises:
        jinja2.TemplateError: the template is missing or broken.
    """

    def __init__(self, folder: Path = TEMPLATES) -> None:
        environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(folder),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.filters.update(FILTERS[Language.ENGLISH])
        self._template = environment.get_template(PAGE)

    def render(self, figures: ContractFigures, imprint: Imprint) -> str:
        """The whole page; the same figures under the same imprint give the same bytes."""
        return self._template.render(
            figures=figures,
            imprint=imprint,
            whose=_whose(figures, imprint),
            headlines=list(_headlines(figures)),
            sections=list(_sections(figures)) if figures.interventions else list(_quiet(figures)),
            tables=[table for table in tables(figures) if figures.interventions or table.name == "caseload"],
        )


def _whose(figures: ContractFigures, imprint: Imprint) -> str:
    """Which contracts are in it: the one asked for, or every one, by name where they are few."""
    if imprint.contract:
        return f"{imprint.contract} only, as asked for"
    named = sorted(filter(None, figures.contracts))
    if not named:
        return "every contract in the register"
    if len(named) > FEW_ENOUGH_TO_NAME:
        return f"every contract in the register: {len(named)} of them, in the table by contract"
    return f"every contract in the register: {', '.join(named)}"


def _headlines(figures: ContractFigures) -> Iterator[tuple[str, str, str]]:
    """What stands at the top: a name, a number, and what it is a number of."""
    ended = figures.interventions - figures.end_states.get("running", 0)
    yield "Referrals", str(figures.interventions), f"{ended} of them have ended"
    for name, share, about in (
        ("Assessment in time", figures.assessment_held_in_time, "held within the deadline"),
        ("Action plan in time", figures.plan_submitted_in_time, "first plan submitted"),
        ("Same-day record", figures.recorded_same_day, "of contacts"),
        ("Report in time", figures.report_in_time, "of those owed"),
    ):
        if share.percent is None:
            yield name, f"{share.yes} of {share.of}", about if share.of else "none due yet"
        else:
            number, _, rest = of_all(share).partition(" (")
            yield name, rest.rstrip(")"), f"{number}, {about}"
    completed = figures.end_states.get("completed", 0)
    yield "Completed", str(completed), f"of {ended} that ended"


def _sections(figures: ContractFigures) -> Iterator[Section]:
    yield Section(
        "clocks-by-month",
        "Deadlines kept, by month",
        "Each column is the deadlines due in that month, the last as far as it is known; kept at the bottom, "
        "what went wrong on top.",
        tuple(pictures.clocks_by_month(figures)),
        ("clocks",),
    )
    yield Section(
        "assessment",
        "Days to the assessment",
        _days(figures),
        (pictures.assessment_days(figures),),
        ("days",),
    )
    yield Section(
        "dose",
        "Dose planned and delivered",
        "Averages of interventions that ended with a plan in force. The upright mark is the contract's norm.",
        tuple(pictures.doses(figures)),
        ("doses",),
    )
    yield Section(
        "contacts",
        "Who came, and why not",
        _contacts(figures),
        (pictures.attendance(figures),),
        ("attendance",),
    )
    yield Section(
        "recording-and-caseload",
        "Records and caseload",
        f"Recorded the same day: {of_all(figures.recorded_same_day)}.",
        (pictures.recording(figures), pictures.caseload(figures)),
        ("recording", "caseload"),
    )


def _quiet(figures: ContractFigures) -> Iterator[Section]:
    """Of days on which nobody was sent: those who were there all the same."""
    if figures.caseload:
        yield Section(
            "caseload",
            "Caseload",
            "Nobody was sent on these days; these were open, referred before.",
            (pictures.caseload(figures),),
            ("caseload",),
        )


def _days(figures: ContractFigures) -> str:
    middle = median(figures.assessment_days)
    if middle is None:
        return "No assessment has been held yet."
    share = figures.assessment_held_in_time
    ahead = f"{share.unknown} whose deadline was still to come, or who were withdrawn before it"
    rest = f"; not counted: {ahead}" if share.unknown else ""
    return f"Half were held within {middle:g} working days. In time: {of_all(share)}{rest}."


def _contacts(figures: ContractFigures) -> str:
    total, held = sum(figures.attendance.values()), figures.attendance.get("held", 0)
    return f"{held} of {total} contacts took place. A contact that failed is put down to whose doing it was."
