"""Whom a contract takes, by age and gender: configuration of each contract (domain brief 7.6, A34)."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from interventions.desk import read_page
from interventions.message import Desk

CONTRACTS = Path(__file__).parent / "contracts.toml"

# What R&M's free text surely says; anything else is for people to judge, and refuses nobody.
Gender = Literal["male", "female"]
PLAIN: tuple[Gender, ...] = ("male", "female")


class Contract(Desk):
    """Whom one contract takes; what is left out is open to all."""

    minimum_age: int | None = Field(default=None, ge=0)
    maximum_age: int | None = Field(default=None, ge=0)
    genders: tuple[Gender, ...] = Field(default=PLAIN, min_length=1)

    def takes_age(self, born: date, on: date) -> bool:
        """Whether somebody born then is old and young enough on that day."""
        age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
        return (self.minimum_age or 0) <= age and (self.maximum_age is None or age <= self.maximum_age)

    def takes_gender(self, written: str) -> bool:
        """Whether nothing that is plainly written keeps somebody out."""
        said = written.strip().lower()
        return said not in PLAIN or said in self.genders


ANYBODY = Contract()


class Contracts(Desk):
    """The page of contracts, as typed."""

    contracts: dict[str, Contract]

    def of(self, reference: str | None) -> Contract:
        """The contract of that reference; one that is not listed takes everybody."""
        return self.contracts.get(reference or "", ANYBODY)


@cache
def contracts_as_shipped() -> Contracts:
    """The contracts this service delivers under.

    Raises:
        CatalogueError: the file cannot be read, or a key is unknown or wrong.
    """
    return read_page(CONTRACTS, Contracts)
