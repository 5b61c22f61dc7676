"""What an operator may set, each under its name in capitals after `THROUGHLINE_`.

The connection to Temporal is not among them: that comes from Temporal's own environment configuration.
"""

from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field, ValidationError

from gateways.refer_and_monitor.settings import MonitoringSettings
from gateways.settings import GatewaySettings, RegisterSettings, what_is_wrong
from interventions.vocabulary import Language
from worker.problem import Problem

Kind = TypeVar("Kind", bound=GatewaySettings)


class Settings(RegisterSettings, MonitoringSettings):
    """Read once, at the door, and handed down. A name set to nothing counts as not set."""

    outbox: Path = Path(".throughline/outbox")
    print_as: Literal["pdf", "html"] = Field(
        default="pdf", description="html: the page itself, without Pango"
    )
    letterhead: str = Field(default="", description="who writes, lines separated by ;")
    letterhead_welsh: str = Field(default="", description="the same on Welsh letters")
    policy: str = Field(default="standard", pattern=r"^[a-z0-9-]+$")
    build_id: str = Field(default="", description="set: worker versioning is on")
    texts_per_second: float = Field(default=10, gt=0, description="over all workers: the server keeps it")
    texts_per_person: int = Field(default=3, gt=0, description="in one London day")
    texts_per_day: int = Field(default=2000, gt=0, description="to everybody, in one London day")
    monitoring_settling_seconds: float = Field(
        default=30, gt=0, description="how long R&M may take to show a write it may have taken"
    )
    graceful_shutdown_seconds: int = Field(default=30, ge=0)
    max_cached_workflows: int = Field(default=1000, ge=0)
    health_host: str = "127.0.0.1"
    health_port: int = Field(default=8081, ge=0, le=65535, description="0: no health server")
    metrics_address: str = Field(
        default="", pattern=r"^(.+:\d+)?$", description='Prometheus, as "0.0.0.0:9464"; empty: none'
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @property
    def letterheads(self) -> dict[Language, tuple[str, ...]]:
        """Who writes, a line each: a Welsh letter bears its own where there is one."""
        said = {Language.ENGLISH: self.letterhead, Language.WELSH: self.letterhead_welsh or self.letterhead}
        return {language: _lines(words) for language, words in said.items()}


def _lines(words: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in words.split(";") if line.strip())


def read_settings() -> Settings:
    """The settings of this process.

    Raises:
        Problem: as `settings_of` does.
    """
    return settings_of(Settings)


def settings_of(kind: type[Kind]) -> Kind:
    """The settings of one kind.

    Raises:
        Problem: a setting is wrong; names each with its rule, and never the value.
    """
    try:
        return kind()
    except ValidationError as error:
        raise Problem(what_is_wrong(kind, error)) from None
