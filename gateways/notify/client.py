"""One call to GOV.UK Notify: signed, made once, and what came of it said in one of four ways."""

import logging
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import jwt

from gateways.notify.settings import NotifySettings
from gateways.one_end import over_after, with_one_end

# At INFO it writes whole addresses, and the list is asked for by reference (brief 2.5).
logging.getLogger("httpx2").setLevel(logging.WARNING)
SENDABLE = "/v2/notifications/"


class NotReached(Exception):
    """It certainly was not asked: no connection."""


class NoAnswer(Exception):
    """It may have been asked, and nobody knows what it did."""


class Said(Exception):
    """It said no. `error` is its own name for why; never its words, which may repeat ours."""

    def __init__(self, status: int, error: str, field: str = "") -> None:
        self.status, self.error, self.field = status, error, field
        super().__init__(f"{status} {error}")


class NotifyClient:
    """Calls Notify as one service. Safe to share among threads."""

    def __init__(self, settings: NotifySettings, longest_call: timedelta = timedelta(seconds=10)) -> None:
        self._service, self._secret = settings.service_and_secret
        # Nothing from the environment (proxies, .netrc): where letters go is said in the settings.
        self._longest = longest_call.total_seconds()
        self._http = with_one_end(
            httpx2.Client(base_url=settings.base_url, timeout=self._longest, trust_env=False)
        )

    def close(self) -> None:
        """Let go of every connection."""
        self._http.close()

    def send(self, kind: str, body: Mapping[str, Any]) -> str:
        """Hand one letter or text over; Notify's id of it.

        Raises:
            NotReached, NoAnswer, Said: as they say.
        """
        answer = self._called("POST", f"{SENDABLE}{kind}", json=body)
        return str(answer.get("id", ""))

    def by_reference(self, reference: str) -> list[dict[str, Any]]:
        """Everything it has under a reference of ours.

        Raises:
            NotReached, NoAnswer, Said: as they say.
        """
        answer = self._called("GET", SENDABLE.rstrip("/"), params={"reference": reference})
        found = answer.get("notifications", [])
        return [one for one in found if isinstance(one, dict) and one.get("reference") == reference]

    def by_id(self, notification: str) -> dict[str, Any] | None:
        """One it has, by its own id; None where it knows no such thing."""
        try:
            return self._called("GET", f"{SENDABLE}{notification}")
        except Said as said:
            if said.status == 404:
                return None
            raise

    def _called(self, verb: str, path: str, **how: Any) -> dict[str, Any]:
        try:
            with over_after(self._longest):
                answer = self._http.request(
                    verb, path, headers={"Authorization": f"Bearer {self._token()}"}, **how
                )
        except (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout):
            raise NotReached from None
        except httpx2.TransportError:
            raise NoAnswer from None
        try:
            content = answer.json()
        except ValueError:
            content = {}
        content = content if isinstance(content, dict) else {}
        if answer.is_success:
            if not content:
                raise NoAnswer
            return content
        raise _said(answer.status_code, content)

    def _token(self) -> str:
        now = int(datetime.now(UTC).timestamp())
        return jwt.encode({"iss": self._service, "iat": now}, self._secret, algorithm="HS256")


def _said(status: int, content: dict[str, Any]) -> Said:
    errors = content.get("errors")
    first = errors[0] if isinstance(errors, list) and errors and isinstance(errors[0], dict) else {}
    # Its message begins with the field where a field is wrong ("phone_number ..."); the rest may be ours.
    field = str(first.get("message", "")).split(" ", 1)[0]
    return Said(status, str(first.get("error", ""))[:40], field if field.isidentifier() else "")
