"""One HTTP call to Twilio: at most once, at most so long, and clear about what is certain afterwards."""

import json
import logging
from datetime import timedelta
from typing import Any, NoReturn
from urllib.parse import urlsplit, urlunsplit

import httpx2
from twilio.http import HttpClient
from twilio.http.response import Response

from gateways.one_end import over_after, with_one_end

PATIENCE_TO_CONNECT = 5.0
LARGEST_ANSWER = 2_000_000


class NotReached(Exception):
    """Nothing has left: there was no connection to send it on."""


class NoAnswer(Exception):
    """It may have arrived: the connection broke, or nobody answered in time."""


class TakenUnread(Exception):
    """Twilio said yes, and the rest of its answer was lost."""


class Said(Exception):
    """Twilio answered, and not with a success."""

    def __init__(self, status: int, code: int | None, after: timedelta | None) -> None:
        self.status, self.code, self.after = status, code, after
        super().__init__(f"HTTP {status}, code {code}")


class OneCall(HttpClient):  # type: ignore[misc]
    """The client the Twilio library is given. `base_url` takes the place of Twilio's own address.

    It never repeats a call, keeps no connection (one that died idle would leave a text in doubt), writes
    nothing to a log, and raises what is certain: NotReached, NoAnswer, TakenUnread or Said.
    """

    def __init__(self, base_url: str, longest: timedelta) -> None:
        super().__init__(logging.getLogger("twilio.http_client"), is_async=False)
        self._longest = longest.total_seconds()
        self._base = urlsplit(base_url)
        self._client = with_one_end(
            httpx2.Client(
                timeout=httpx2.Timeout(self._longest, connect=min(PATIENCE_TO_CONNECT, self._longest)),
                limits=httpx2.Limits(max_keepalive_connections=0),
                follow_redirects=False,
            )
        )

    def close(self) -> None:
        """Let go of every connection."""
        self._client.close()

    def request(
        self,
        method: str,
        url: str,
        params: dict[str, object] | None = None,
        data: dict[str, object] | None = None,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,  # noqa: ARG002
        allow_redirects: bool = False,  # noqa: ARG002
    ) -> Response:
        """Make the call; returns successes only."""
        given: dict[str, Any] = {"params": params, "data": data, "headers": headers, "auth": auth}
        stream = self._client.stream(method, self._moved(url), **given)
        try:
            with over_after(self._longest), stream as answer:
                words = self._read(answer)
                if not answer.is_success:
                    _raise_said(answer, words)
                return Response(answer.status_code, words.decode("utf-8"), answer.headers)
        except (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.ProxyError):
            raise NotReached from None
        except (httpx2.HTTPError, httpx2.StreamError):
            raise NoAnswer from None

    def _moved(self, url: str) -> str:
        place = urlsplit(url)
        path = self._base.path.rstrip("/") + place.path
        return urlunsplit((self._base.scheme, self._base.netloc, path, place.query, ""))

    def _read(self, answer: httpx2.Response) -> bytes:
        """The whole answer, and no more than is reasonable."""
        words = b""
        try:
            for piece in answer.iter_bytes():
                words += piece
                if len(words) > LARGEST_ANSWER:
                    raise httpx2.ReadTimeout("")
        except httpx2.HTTPError:
            if answer.is_success:
                raise TakenUnread from None
            return b""  # the status is certain, and says enough
        return words


def _raise_said(answer: httpx2.Response, words: bytes) -> NoReturn:
    try:
        code = json.loads(words).get("code")
    except (ValueError, AttributeError):
        code = None
    seconds = answer.headers.get("Retry-After", "")
    after = timedelta(seconds=min(int(seconds), 86_400)) if seconds.isdigit() else None
    raise Said(answer.status_code, code if isinstance(code, int) else None, after)
