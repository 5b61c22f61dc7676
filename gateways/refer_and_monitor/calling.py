"""One call over HTTP, and why it came to nothing; nothing of the request gets into an error."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx2

from activities.ports import MonitoringAway
from gateways.one_end import over_after, with_one_end

# Far more than any answer of R&M's, and far less than would hurt.
BYTES_AT_MOST = 8_000_000


@dataclass(frozen=True)
class Answer:
    """A whole answer. What is in it is a person's, and not shown."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)


def open_http(connect_seconds: float, answer_seconds: float) -> httpx2.Client:
    """A client with patience for so long, that goes through no proxy and follows no redirect.

    Safe among threads.
    """
    # It writes every address it calls at INFO.
    logging.getLogger("httpx2").setLevel(logging.WARNING)
    patience = httpx2.Timeout(answer_seconds, connect=connect_seconds)
    return with_one_end(httpx2.Client(timeout=patience, trust_env=False, follow_redirects=False))


def ask(http: httpx2.Client, method: str, url: str, seconds: float, **more: Any) -> Answer:
    """Make a call that is over after so many seconds, however slowly its answer drips in.

    Raises:
        MonitoringAway: "connect" (nothing was sent), "time-out" or "cut" (it may have been taken), or
            "not-understood" where the answer is too long to be R&M's.
    """
    connecting = min(seconds, http.timeout.connect or seconds)
    patience = httpx2.Timeout(seconds, connect=connecting)
    try:
        with over_after(seconds), http.stream(method, url, timeout=patience, **more) as response:
            return Answer(response.status_code, response.headers, _whole(response))
    except (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout):
        why = "connect"
    except httpx2.TimeoutException:
        why = "time-out"
    except (httpx2.TransportError, httpx2.DecodingError):
        why = "cut"
    # Outside the handler: the library's error holds the request, and the request a person's story.
    raise MonitoringAway(why)


def _whole(response: httpx2.Response) -> bytes:
    content = bytearray()
    for piece in response.iter_bytes():
        content += piece
        if len(content) > BYTES_AT_MOST:
            raise MonitoringAway("not-understood")
    return bytes(content)
