"""The reference shelf: every packaged catalogue page, policy and calendar, read and checked at start."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from interventions.days.working_days import ENGLAND_AND_WALES, WorkingCalendar, load_calendar
from interventions.desk import read_page
from interventions.errors import CatalogueError
from interventions.promises.catalogue import PATHWAYS, Catalogue
from interventions.promises.contracts import CONTRACTS, Contracts
from interventions.promises.policy import POLICIES, Policy, load_policy
from interventions.promises.terms import Terms, pin
from interventions.referral import Referral


@dataclass(frozen=True)
class Shelf:
    """What can be promised today. Nothing on it changes until the worker starts again."""

    catalogue: Catalogue
    policies: Mapping[str, Policy]
    calendar: WorkingCalendar
    contracts: Contracts

    @classmethod
    def from_files(
        cls,
        pathways: Path = PATHWAYS,
        policies: Path = POLICIES,
        calendar: Path = ENGLAND_AND_WALES,
        contracts: Path = CONTRACTS,
    ) -> "Shelf":
        """Read every file, so that a wrong one is found at start and not by a referral.

        Raises:
            CatalogueError: a file is missing or wrong; names file, key and rule.
        """
        names = sorted(path.stem for path in policies.glob("*.toml"))
        if not names:
            raise CatalogueError(f"no policy in {policies.name}")
        return cls(
            catalogue=Catalogue.load(pathways),
            policies={name: load_policy(name, policies) for name in names},
            calendar=load_calendar(calendar),
            contracts=read_page(contracts, Contracts),
        )

    def terms(self, referral: Referral, policy: str) -> Terms:
        """The terms to pin for this referral.

        Raises:
            CatalogueError: no such policy.
            UnknownService: the referral names an outcomes version the catalogue does not have.
        """
        if policy not in self.policies:
            raise CatalogueError(f"policy: no such policy; there are {', '.join(self.policies)}")
        return pin(referral, self.catalogue, self.policies[policy], self.calendar)
