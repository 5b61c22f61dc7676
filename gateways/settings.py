"""What a gateway needs to be told, under the same names whichever program opens it."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class GatewaySettings(BaseSettings):
    """Read from the environment, each name in capitals after `THROUGHLINE_`; set to nothing is not set."""

    model_config = SettingsConfigDict(
        env_prefix="THROUGHLINE_", env_ignore_empty=True, frozen=True, hide_input_in_errors=True
    )


class RegisterSettings(GatewaySettings):
    """Where the register's database lies, as a SQLAlchemy URL: SQLite beside us, PostgreSQL in production."""

    register_url: str = Field(default="sqlite:///.throughline/register.db", repr=False)
