"""The line to R&M: calls in somebody's name, and every answer translated once (domain brief 3.2)."""

import contextlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from time import monotonic
from typing import Any, Literal

import httpx2

from activities.ports import SIGNED_OUT, MonitoringAway
from gateways.refer_and_monitor.calling import Answer, ask
from gateways.refer_and_monitor.refusal import Refusal, findings
from gateways.refer_and_monitor.signing_in import Tokens

Json = Any
NOT_UNDERSTOOD = "not-understood"


@dataclass(frozen=True)
class Line:
    """Reads as our client, writes as the delegated user; `writing` is None where there is none.

    Every method raises MonitoringAway where the same call may work later, and Refusal where it will not.
    """

    http: httpx2.Client = field(repr=False)
    url: str
    users_url: str
    reading: Tokens
    writing: Tokens | None = None
    record_seconds: float = 50
    until: float | None = None
    clock: Callable[[], float] = monotonic

    def for_one_record(self) -> "Line":
        """The same line, on which all calls together take no longer than one record may.

        They must be over before the activity's attempt is: a second attempt beside a first that is still
        calling could write twice.
        """
        return replace(self, until=self.clock() + self.record_seconds)

    def read(self, path: str) -> Json:
        """GET as our client."""
        return self._call("GET", self.url + path, self.reading, None)

    def read_user(self, path: str) -> Json:
        """GET an account of HMPPS manage-users, as our client."""
        return self._call("GET", self.users_url + path, self.reading, None)

    def read_as_user(self, path: str) -> Json:
        """GET as the delegated user: what R&M shows no machine (domain brief 3.1)."""
        return self._call("GET", self.url + path, self._user(), None)

    def write(self, method: Literal["POST", "PUT", "PATCH"], path: str, body: Json = None) -> Json:
        """Write as the delegated user."""
        return self._call(method, self.url + path, self._user(), body)

    def require_a_user(self) -> None:
        """Look whether there is somebody to write as, before anything is called for nothing."""
        self._user()

    def _user(self) -> Tokens:
        if self.writing is None:
            raise Refusal("not-permitted", "no delegated user")
        return self.writing

    def _call(self, method: str, url: str, tokens: Tokens, body: Json) -> Json:
        """One call; where R&M would not have the token, and so did nothing, once more with another."""
        for _ in range(2):
            bearer = tokens.bearer()
            headers = {"Authorization": f"Bearer {bearer}", "Accept": "application/json"}
            answer = ask(self.http, method, url, self._seconds(), json=body, headers=headers)
            if answer.status != 401:
                return _understood(answer)
            tokens.spoilt(bearer)
        raise MonitoringAway(SIGNED_OUT)

    def _seconds(self) -> float:
        """As long as one call may take, or what is left for this record.

        Raises:
            MonitoringAway: nothing is left, and nothing more is sent.
        """
        usual = self.http.timeout.read or self.record_seconds
        if self.until is None:
            return usual
        left = self.until - self.clock()
        if left <= 0:
            raise MonitoringAway("time-out")
        return min(usual, left)


def _understood(answer: Answer) -> Json:
    status = answer.status
    if 200 <= status < 300:
        return _json(answer) if answer.content else None
    if status == 423:
        raise Refusal("blocked-text", answered=True)
    if status == 403:
        raise _not_permitted(answer)
    if status == 503 and "retry-after" in answer.headers:
        raise MonitoringAway("maintenance", _asks_for(answer))
    if status == 429:
        raise MonitoringAway("status-429", _asks_for(answer))
    if status in (400, 404, 409, 422):
        raise _refusal(status, _json(answer))
    raise MonitoringAway(NOT_UNDERSTOOD if 300 <= status < 400 else f"status-{status}")


def _not_permitted(answer: Answer) -> Exception:
    """R&M's own 403 is a no to us; a page with one is of some box on the way, which may let us past yet."""
    with contextlib.suppress(MonitoringAway):
        if _is_its_own(403, _json(answer)):
            return Refusal("not-permitted", answered=True)
    return MonitoringAway("status-403")


def _asks_for(answer: Answer) -> timedelta | None:
    """How long to leave it alone. A time of day is left unread: clocks may differ."""
    seconds = answer.headers.get("retry-after", "").strip()
    return timedelta(seconds=int(seconds)) if re.fullmatch("[0-9]{1,6}", seconds) else None


def _refusal(status: int, body: Json) -> Refusal:
    """R&M's own refusal: a page of some box on the way, that looks like one, is not."""
    if not _is_its_own(status, body):
        raise MonitoringAway(NOT_UNDERSTOOD)
    if status == 404:
        return Refusal("not-found", answered=True)
    if status == 409:
        return Refusal("clash", answered=True)
    return Refusal("invalid", findings(body), answered=True)


def _is_its_own(status: int, body: Json) -> bool:
    """Whether this is the body with which R&M says no (domain brief 3.2)."""
    return isinstance(body, dict) and body.get("status") == status


def _json(answer: Answer) -> Json:
    with contextlib.suppress(ValueError):
        return json.loads(answer.content)
    # Not inside a handler: the decoder's error holds the whole answer.
    raise MonitoringAway(NOT_UNDERSTOOD)
