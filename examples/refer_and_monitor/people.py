"""Who may sign in: people of the provider and of probation, each with an id and groups."""

from dataclasses import dataclass
from typing import Any

NOBODY = "00000000-0000-0000-0000-000000000000"
PROVIDER, PROBATION = "auth", "delius"


@dataclass(frozen=True, kw_only=True)
class Person:
    """A user account. `groups` are a provider's and a contract's: "INT_SP_SEETEC", "INT_CR_PRJ_5626"."""

    username: str
    user_id: str
    auth_source: str = PROVIDER
    groups: frozenset[str] = frozenset()
    active: bool = True

    @property
    def roles(self) -> tuple[str, ...]:
        """The authorities in this person's token."""
        return ("ROLE_CRS_PROVIDER",) if self.auth_source == PROVIDER else ("ROLE_PROBATION",)

    def shown(self) -> dict[str, Any]:
        """R&M's AuthUser."""
        return {"username": self.username, "authSource": self.auth_source, "userId": self.user_id}


SYSTEM = Person(username="hmpps-interventions-service", user_id=NOBODY, auth_source="urn:hmpps:interventions")


def provider(username: str, number: int, *contracts: str, code: str = "SEETEC") -> Person:
    """A caseworker of that provider, with those contracts."""
    groups = {f"INT_SP_{code}", *(f"INT_CR_{contract}" for contract in contracts)}
    user_id = f"5e9b6bd1-0000-4000-8000-{number:012}"
    return Person(username=username.upper(), user_id=user_id, groups=frozenset(groups))


def practitioner(username: str, number: int) -> Person:
    """A probation practitioner."""
    return Person(username=username.upper(), user_id=str(2_500_000_000 + number), auth_source=PROBATION)
