"""What each pathway offers at each complexity: the seeds as data.

One TOML file per pathway, read outside the workflow and pinned for the life of an intervention, so that
an edit tomorrow disturbs nobody who is on the service today (domain brief 7; style brief D4).
"""

from collections.abc import Iterable
from datetime import timedelta
from math import ceil
from pathlib import Path
from typing import Literal
from uuid import UUID

from pydantic import Field, model_validator

from interventions.days.london import Day, months_after
from interventions.desk import read_page
from interventions.errors import CatalogueError, UnknownService
from interventions.message import Desk, Wire
from interventions.vocabulary import Complexity, ContactType, Pathway, Provider, Unit

PATHWAYS = Path(__file__).parent / "pathways"


class Dose(Wire):
    """How much support is the norm: an average, neither an entitlement nor a cap (domain brief A5, A6).

    `amount` counts minutes or sessions, as `unit` says; `session_minutes` is the usual length of one.
    """

    unit: Unit
    amount: int = Field(gt=0)
    session_minutes: int = Field(default=60, gt=0)

    @property
    def sessions(self) -> int:
        """The norm as R&M's whole number of sessions, rounded up."""
        return self.amount if self.unit is Unit.SESSIONS else ceil(self.amount / self.session_minutes)


class Cadence(Wire):
    """How often: at least and at most so many sessions in any rolling period (A7, A10).

    `by_calendar`: a month lasts to the same date of the next one, however many days that is.
    """

    period: Literal["week", "fortnight", "month"]
    minimum: int = Field(ge=1)
    maximum: int = Field(ge=1)
    by_calendar: bool = False

    @property
    def days(self) -> int:
        """The period's usual length in days."""
        return {"week": 7, "fortnight": 14, "month": 30}[self.period]

    def ends(self, begins: Day) -> Day:
        """The first day, or moment on the wall clock, that is no longer in the period."""
        if self.by_calendar and self.period == "month":
            return months_after(begins, 1)
        return begins + timedelta(days=self.days)

    @model_validator(mode="after")
    def _in_order(self) -> "Cadence":
        if self.minimum > self.maximum:
            raise ValueError("cadence: minimum is above maximum")
        return self


class Module(Wire):
    """One thing a session can be about.

    `counts` is false where it supplements the dose (A29); `eligibility` names the human decision it
    needs first (A28); `involves_others` asks for consent and a risk check first (A35).
    """

    key: str = Field(pattern=r"^[a-z0-9-]+$")
    title: str
    formats: tuple[ContactType, ...] = Field(default=tuple(ContactType), min_length=1)
    counts: bool = True
    eligibility: str | None = None
    involves_others: bool = False


class Outcome(Wire):
    """A desired outcome, under R&M's own id."""

    id: UUID
    title: str


class ServiceSpecification(Wire):
    """One pathway at one complexity, as promised to one participant. This is what gets pinned.

    `weeks` is the length of delivery from the first delivered session, where one is stated (A9).
    `final_session` is "face-to-face" where it must be, "offered" where it need only be offered (A24).
    """

    pathway: Pathway
    complexity: Complexity
    title: str
    provider: Provider
    profile: tuple[str, ...]
    menu: tuple[Module, ...]
    dose: Dose
    cadence: Cadence
    weeks: int | None = None
    one_to_one_only: bool = False
    welcome_letter: bool
    final_session: Literal["face-to-face", "offered"]
    outcomes_version: str
    outcomes: tuple[Outcome, ...]

    def at_most(self, per_period: int) -> int | None:
        """How many sessions fit in the weeks at that pace, the first one opening them; None without weeks."""
        return per_period * (self.weeks * 7 // self.cadence.days) + 1 if self.weeks else None

    def module(self, key: str) -> Module | None:
        """The module of that key on this menu, or None."""
        return next((module for module in self.menu if module.key == key), None)

    def outcome(self, outcome_id: UUID) -> Outcome | None:
        """The outcome of that id in the pinned set, or None."""
        return next((outcome for outcome in self.outcomes if outcome.id == outcome_id), None)


class ModuleRow(Module, Desk):
    """A menu row as typed in TOML."""


class DoseRow(Dose, Desk):
    """A dose as typed in TOML."""


class CadenceRow(Cadence, Desk):
    """A cadence as typed in TOML."""


class OutcomeRow(Outcome, Desk):
    """An outcome as typed in TOML."""


class ComplexityRow(Desk):
    """What one complexity adds to the ones below it (A30: menus are cumulative upwards)."""

    rm_id: UUID
    profile: tuple[str, ...] = Field(min_length=1)
    menu: tuple[ModuleRow, ...]
    dose: DoseRow
    cadence: CadenceRow
    weeks: int | None = Field(default=None, gt=0)
    one_to_one_only: bool = False


class PathwayPage(Desk):
    """One pathway file, as typed."""

    pathway: Pathway
    rm_id: UUID
    title: str
    provider: Provider
    welcome_letter: bool
    final_session: Literal["face-to-face", "offered"]
    complexity: dict[Complexity, ComplexityRow]
    outcomes: dict[str, tuple[OutcomeRow, ...]]

    @model_validator(mode="after")
    def _whole(self) -> "PathwayPage":
        if missing := set(Complexity) - set(self.complexity):
            raise ValueError(f"complexity: missing {', '.join(sorted(missing))}")
        if not self.outcomes or not all(self.outcomes.values()):
            raise ValueError("outcomes: every version needs at least one outcome")
        keys = [module.key for row in self.complexity.values() for module in row.menu]
        if twice := sorted({key for key in keys if keys.count(key) > 1}):
            raise ValueError(f"menu: listed twice: {', '.join(twice)}")
        for version, rows in self.outcomes.items():
            if len({row.id for row in rows}) < len(rows):
                raise ValueError(f"outcomes.{version}: an id is listed twice")
        return self


class Catalogue:
    """Every pathway on offer."""

    def __init__(self, pages: Iterable[PathwayPage]) -> None:
        self._pages = {page.pathway: page for page in pages}

    @classmethod
    def load(cls, folder: Path = PATHWAYS) -> "Catalogue":
        """Read and check every pathway file in `folder`.

        Raises:
            CatalogueError: a file does not parse, a key is unknown, missing or wrong, or a pathway has
                no file or more than one.
        """
        pages = [read_page(path, PathwayPage) for path in sorted(folder.glob("*.toml"))]
        pathways = [page.pathway for page in pages]
        if twice := sorted({pathway for pathway in pathways if pathways.count(pathway) > 1}):
            raise CatalogueError(f"more than one file for {', '.join(twice)} in {folder.name}")
        if missing := set(Pathway) - set(pathways):
            raise CatalogueError(f"no file for {', '.join(sorted(missing))} in {folder.name}")
        return cls(pages)

    def specification(
        self, pathway: Pathway, complexity: Complexity, outcomes_version: str
    ) -> ServiceSpecification:
        """The promise made to somebody referred at this complexity.

        Raises:
            UnknownService: no such outcomes version for the pathway.
        """
        page = self._pages[pathway]
        if outcomes_version not in page.outcomes:
            raise UnknownService("outcomes_version", f"{outcomes_version} is not a version of {pathway}")
        levels = list(Complexity)[: list(Complexity).index(complexity) + 1]
        row = page.complexity[complexity]
        menu = [module for level in levels for module in page.complexity[level].menu]
        return ServiceSpecification(
            pathway=pathway,
            complexity=complexity,
            title=page.title,
            provider=page.provider,
            profile=row.profile,
            menu=tuple(Module(**module.model_dump()) for module in menu),
            dose=Dose(**row.dose.model_dump()),
            cadence=Cadence(**row.cadence.model_dump()),
            weeks=row.weeks,
            one_to_one_only=row.one_to_one_only,
            welcome_letter=page.welcome_letter,
            final_session=page.final_session,
            outcomes_version=outcomes_version,
            outcomes=tuple(Outcome(**outcome.model_dump()) for outcome in page.outcomes[outcomes_version]),
        )

    def pathway_of(self, category: UUID) -> Pathway | None:
        """The pathway R&M knows as this service category id, or None."""
        return next((page.pathway for page in self._pages.values() if page.rm_id == category), None)

    def complexity_of(self, pathway: Pathway, level: UUID) -> Complexity | None:
        """The complexity R&M knows as this id within the pathway, or None."""
        rows = self._pages[pathway].complexity
        return next((complexity for complexity, row in rows.items() if row.rm_id == level), None)

    def outcomes_version_of(self, pathway: Pathway, chosen: Iterable[UUID]) -> str | None:
        """The newest outcomes version that knows every chosen id, or None (domain brief 7.4, A13)."""
        wanted = set(chosen)
        versions = self._pages[pathway].outcomes
        known = [name for name, rows in versions.items() if wanted <= {row.id for row in rows}]
        return known[-1] if known else None
