"""The parts of docs/figures.md that are written from the measures themselves."""

from collections.abc import Callable, Iterable
from pathlib import Path

from interventions.figures.contract import ContractFigures
from interventions.figures.intervention import Figures
from interventions.figures.measure import Measure, measures
from interventions.figures.profile import NAMING
from interventions.figures.rm_profile import RM
from tests.docs.generated import table

FIGURES = Path(__file__).parents[2] / "docs" / "figures.md"
# The family's dose is measured as the lifestyle's is; its twelve lines would say the same again.
SAID_ONCE = "family_"


def of_a_row() -> str:
    """Every measure of one intervention."""
    return _measures(each for each in measures(Figures) if not each.name.startswith(SAID_ONCE))


def of_a_contract() -> str:
    """Every measure of all of them together."""
    return _measures(measures(ContractFigures))


def of_the_monitoring_system() -> str:
    """R&M's columns, and where ours differ."""
    rows = ((f"`{each.name}`", each.meaning, str(each.version)) for each in RM.columns)
    return "\n".join(table(("column", "what it holds", "version"), rows))


def _measures(found: Iterable[Measure]) -> str:
    rows = ((f"`{each.name}`{_where(each)}", each.meaning, str(each.version)) for each in found)
    return "\n".join(table(("measure", "meaning", "version"), rows))


def _where(each: Measure) -> str:
    if each.name in NAMING:
        return " (only as R&M's column)"
    return "" if each.flat else " (not in a table)"


SECTIONS: dict[str, Callable[[], str]] = {
    "row": of_a_row,
    "contract": of_a_contract,
    "rm": of_the_monitoring_system,
}
