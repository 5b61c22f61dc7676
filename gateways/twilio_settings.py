"""The Twilio account, from the environment; nothing set means that texts go to the outbox."""

from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import SettingsConfigDict

from gateways.settings import GatewaySettings

NEEDED = ("account_sid", "auth_token", "public_url")
NEAR = frozenset({"localhost", "127.0.0.1", "::1"})


class TwilioSettings(GatewaySettings):
    """Each under its name in capitals after `THROUGHLINE_TWILIO_`; a secret is never printed.

    `public_url` is where Twilio reaches our webhooks from outside. `base_url` may name a stand-in.
    """

    model_config = SettingsConfigDict(env_prefix="THROUGHLINE_TWILIO_")

    account_sid: str = Field(default="", pattern=r"^(AC[0-9a-fA-F]{32})?$")
    auth_token: SecretStr = SecretStr("")
    webhook_key: SecretStr = Field(default=SecretStr(""), description="signs webhooks with HMAC-SHA256")
    messaging_service_sid: str = Field(default="", pattern=r"^(MG[0-9a-fA-F]{32})?$")
    sender: str = Field(
        default="", pattern=r"^(\+[1-9][0-9]{7,14})?$", description="E.164: STOP needs a number"
    )
    public_url: str = ""
    base_url: str = "https://api.twilio.com"
    crown_dependencies: bool = Field(default=True, description="text Guernsey, Jersey and the Isle of Man")

    @property
    def is_set(self) -> bool:
        """Whether texts are to leave the house."""
        return bool(self.account_sid)

    @field_validator("public_url", "base_url")
    @classmethod
    def _safe(cls, url: str) -> str:
        place = urlsplit(url)
        plain = place.scheme == "http" and place.hostname in NEAR
        if url and not (place.hostname and (place.scheme == "https" or plain)):
            raise ValueError("must be an https address (http only on this machine)")
        return url.rstrip("/")

    @model_validator(mode="after")
    def _whole(self) -> "TwilioSettings":
        given = [name for name in (*NEEDED, "messaging_service_sid", "sender") if _plain(getattr(self, name))]
        if not given:
            return self
        if missing := [name for name in NEEDED if name not in given]:
            raise ValueError(f"must be set as well: {', '.join(map(_variable, missing))}")
        if len({"messaging_service_sid", "sender"} & set(given)) != 1:
            which = f"{_variable('messaging_service_sid')} and {_variable('sender')}"
            raise ValueError(f"exactly one of {which} must be set")
        return self


def _variable(name: str) -> str:
    return f"THROUGHLINE_TWILIO_{name.upper()}"


def _plain(value: str | SecretStr) -> str:
    return value.get_secret_value() if isinstance(value, SecretStr) else value
