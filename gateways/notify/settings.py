"""The GOV.UK Notify service, from the environment; nothing set means that nothing goes there."""

import re
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import SettingsConfigDict

from gateways.settings import GatewaySettings

UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
KEY = re.compile(rf"^.*-?({UUID})-({UUID})$")
NEAR = frozenset({"localhost", "127.0.0.1", "::1"})


class NotifySettings(GatewaySettings):
    """Each under its name in capitals after `THROUGHLINE_NOTIFY_`; a secret is never printed.

    `text_template` is a text template at Notify, with `((words))` for its whole body. `base_url` may name a
    stand-in.
    """

    model_config = SettingsConfigDict(env_prefix="THROUGHLINE_NOTIFY_")

    api_key: SecretStr = Field(default=SecretStr(""), description="as Notify shows it: name, service, secret")
    letters: bool = Field(default=True, description="letters are printed and posted by Notify")
    text_template: str = Field(default="", pattern=rf"^({UUID})?$", description="set: texts go by Notify")
    postage: Literal["first", "second", "economy"] = "second"
    base_url: str = "https://api.notifications.service.gov.uk"

    @property
    def is_set(self) -> bool:
        """Whether anything is to go by Notify."""
        return bool(self.api_key.get_secret_value())

    @property
    def service_and_secret(self) -> tuple[str, str]:
        """The two halves of the key: who we are, and what we sign with."""
        found = KEY.match(self.api_key.get_secret_value())
        if not found:
            raise ValueError("api_key: not a key of Notify's")
        return found[1], found[2]

    @field_validator("base_url")
    @classmethod
    def _safe(cls, url: str) -> str:
        place = urlsplit(url)
        plain = place.scheme == "http" and place.hostname in NEAR
        if not (place.hostname and (place.scheme == "https" or plain)):
            raise ValueError("must be an https address (http only on this machine)")
        return url.rstrip("/")

    @model_validator(mode="after")
    def _whole(self) -> "NotifySettings":
        key = self.api_key.get_secret_value()
        if key and not KEY.match(key):
            raise ValueError("THROUGHLINE_NOTIFY_API_KEY must end in two ids, as Notify shows it")
        if self.text_template and not key:
            raise ValueError("THROUGHLINE_NOTIFY_API_KEY must be set as well")
        return self
