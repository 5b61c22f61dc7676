"""What is needed to reach R&M, under `THROUGHLINE_RM_...`; without an address nobody is called."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationInfo, field_validator

from gateways.settings import GatewaySettings


def _an_address(url: str) -> str:
    """Encrypted, unless it never leaves this machine: tokens and a participant's story go there."""
    if not url:
        return url
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise ValueError("must begin with https://")
    if parts.username or parts.query or parts.fragment:
        raise ValueError("must be a plain address, without a name, a question or a fragment in it")
    return url.rstrip("/")


Address = Annotated[str, AfterValidator(_an_address)]


class MonitoringSettings(GatewaySettings):
    """R&M's addresses, our client's secret, and in whose name we write.

    R&M maps every write to a person (domain brief 0.5): `rm_user_refresh_token`, or `rm_user_token_file`
    which somebody keeps fresh. With neither we only read, and every write becomes a task.
    """

    rm_auth_url: Address = ""
    rm_users_url: Address = ""
    rm_client_id: str = Field(default="", repr=False)
    rm_client_secret: SecretStr = SecretStr("")
    rm_user_refresh_token: SecretStr = SecretStr("")
    rm_user_token_file: Path | None = None
    rm_connect_seconds: float = Field(default=5, gt=0)
    rm_answer_seconds: float = Field(default=25, gt=0, description="R&M's own screens wait 22 seconds")
    rm_record_seconds: float = Field(default=50, gt=0, le=50, description="all calls of one record")
    rm_places: Path | None = None
    # Last, so that the others are known when it is looked at.
    rm_url: Address = Field(default="", validate_default=True)

    @field_validator("rm_url")
    @classmethod
    def _not_by_itself(cls, url: str, others: ValidationInfo) -> str:
        secret = others.data.get("rm_client_secret", SecretStr("")).get_secret_value()
        said = others.data | {"rm_client_secret": secret}
        needed = ("rm_auth_url", "rm_users_url", "rm_client_id", "rm_client_secret")
        if url and (missing := [f"THROUGHLINE_{name.upper()}" for name in needed if not said.get(name)]):
            raise ValueError(f"needs {', '.join(missing)} beside it")
        return url
