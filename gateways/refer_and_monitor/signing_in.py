"""Tokens for R&M: our client's own to read with, and a delegated user's to write with."""

import contextlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Protocol

import httpx2
from pydantic import Field, SecretStr

from activities.ports import SIGNED_OUT, MonitoringAway
from gateways.refer_and_monitor.calling import ask
from interventions.message import Wire

# A token is not used in its last seconds: the call it goes with takes time as well.
SPARE_SECONDS, SPARE_SHARE = 60, 0.1
# R&M itself gives HMPPS Auth half a second, three times.
SECONDS_TO_SIGN_IN = 10


class Tokens(Protocol):
    """Whoever can say in whose name a call is made."""

    def bearer(self) -> str:
        """A token to call with.

        Raises:
            MonitoringAway: none can be had now.
        """
        ...

    def spoilt(self, bearer: str) -> None:
        """R&M would not have this one: do not offer it again."""
        ...


class _Granted(Wire):
    """HMPPS Auth's answer. `expires_in` is in seconds."""

    access_token: str = Field(min_length=1, repr=False)
    expires_in: float = Field(gt=0)


def _granted(answer: bytes) -> _Granted:
    with contextlib.suppress(ValueError):
        return _Granted.model_validate_json(answer)
    # Not inside a handler: the validator's error holds the token.
    raise MonitoringAway("not-understood")


def _is_its_own_no(answer: bytes) -> bool:
    """Whether it says why, as OAuth has it (RFC 6749, 5.2); a box on the way has a page instead."""
    with contextlib.suppress(ValueError):
        said = json.loads(answer)
        return isinstance(said, dict) and "error" in said
    return False


@dataclass
class GrantedTokens:
    """Tokens from HMPPS Auth by Basic authentication, kept until shortly before they run out.

    Safe among threads: one asks, the others wait. `grant` is the form that is posted.
    """

    http: httpx2.Client = field(repr=False)
    url: str
    client_id: str = field(repr=False)
    client_secret: SecretStr
    grant: Mapping[str, SecretStr]
    clock: Callable[[], float] = monotonic

    def __post_init__(self) -> None:
        self._lock = Lock()
        self._kept, self._until = "", 0.0

    def bearer(self) -> str:
        """The token kept, or a fresh one."""
        if not self._lock.acquire(timeout=SECONDS_TO_SIGN_IN):
            raise MonitoringAway("auth-time-out")
        try:
            if not self._kept or self.clock() >= self._until:
                self._fetch()
            return self._kept
        finally:
            self._lock.release()

    def spoilt(self, bearer: str) -> None:
        """Fetch another next time, unless another thread has."""
        with self._lock:
            if bearer == self._kept:
                self._kept = ""

    def _fetch(self) -> None:
        self._kept = ""
        answer = ask(
            self.http,
            "POST",
            f"{self.url}/oauth/token",
            SECONDS_TO_SIGN_IN,
            data={name: secret.get_secret_value() for name, secret in self.grant.items()},
            auth=(self.client_id, self.client_secret.get_secret_value()),
        )
        if answer.status in (400, 401) or (answer.status == 403 and _is_its_own_no(answer.content)):
            raise MonitoringAway(SIGNED_OUT)
        if answer.status != 200:
            raise MonitoringAway(f"auth-status-{answer.status}")
        granted = _granted(answer.content)
        spare = min(SPARE_SECONDS, granted.expires_in * SPARE_SHARE)
        self._kept, self._until = granted.access_token, self.clock() + granted.expires_in - spare


@dataclass
class TokenFile:
    """A delegated user's token in a file that somebody keeps fresh; read anew for every call."""

    path: Path

    def bearer(self) -> str:
        """What the file holds."""
        try:
            token = self.path.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            token = ""
        if not token.isascii() or not token.isprintable() or not token:
            raise MonitoringAway(SIGNED_OUT)
        return token

    def spoilt(self, bearer: str) -> None:
        """Nothing to forget: the next call reads the file again."""
