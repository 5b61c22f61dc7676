"""What a gateway needs to be told, under the same names whichever program opens it."""

from typing import Annotated

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


class GatewaySettings(BaseSettings):
    """Read from the environment, each name in capitals after `THROUGHLINE_`; set to nothing is not set."""

    model_config = SettingsConfigDict(
        env_prefix="THROUGHLINE_", env_ignore_empty=True, frozen=True, hide_input_in_errors=True
    )


def what_is_wrong(kind: type[GatewaySettings], error: ValidationError) -> str:
    """Each setting of this kind that is wrong, under its name in the environment, with its rule; no value."""
    prefix = kind.model_config["env_prefix"]
    return "; ".join(
        f"{prefix}{'.'.join(map(str, found['loc'])).upper() or '...'}: {_in_our_words(found['msg'])}"
        for found in error.errors(include_input=False, include_url=False)
    )


def _in_our_words(said: str) -> str:
    """The rule, without what the library puts before it."""
    said = said.removeprefix("Value error, ").partition(", unable to parse")[0]
    return said.replace("Input should be", "must be", 1).replace("String should match", "must match", 1)


# How a URL may begin, and with which driver; we speak to PostgreSQL by psycopg whatever it says.
SQLITE, POSTGRESQL = ("sqlite", "sqlite+pysqlite"), ("postgresql", "postgresql+")


def _a_place_we_can_keep(url: str) -> str:
    """Said before anything is opened: a driver's own words would hold the address, or nothing of use."""
    scheme, is_url, place = url.partition("://")
    if scheme in SQLITE and place.lstrip("/") in ("", ":memory:"):
        raise ValueError("a register in memory forgets: name a file, as in sqlite:///folder/register.db")
    if is_url and (scheme in SQLITE or scheme == POSTGRESQL[0] or scheme.startswith(POSTGRESQL[1])):
        return url
    raise ValueError(
        "the register is kept in SQLite (sqlite:///folder/register.db) or PostgreSQL "
        "(postgresql://user:password@host/database), and in nothing else"
    )


class RegisterSettings(GatewaySettings):
    """Where the register's database lies, as a SQLAlchemy URL: SQLite beside us, PostgreSQL in production."""

    register_url: Annotated[str, AfterValidator(_a_place_we_can_keep)] = Field(
        default="sqlite:///.throughline/register.db", repr=False
    )
