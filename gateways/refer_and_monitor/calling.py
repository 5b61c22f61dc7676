"""One call over HTTP, and why it came to nothing; nothing of the request gets into an error."""

import logging
from collections.abc import Callable

import httpx2

from activities.ports import MonitoringAway


def open_http(connect_seconds: float, answer_seconds: float) -> httpx2.Client:
    """A client with patience for so long, that goes through no proxy and follows no redirect.

    Safe among threads.
    """
    # It writes every address it calls at INFO.
    logging.getLogger("httpx2").setLevel(logging.WARNING)
    patience = httpx2.Timeout(answer_seconds, connect=connect_seconds)
    return httpx2.Client(timeout=patience, trust_env=False, follow_redirects=False)


def answered(call: Callable[[], httpx2.Response]) -> httpx2.Response:
    """Make the call.

    Raises:
        MonitoringAway: "connect" (nothing was sent), "time-out" or "cut" (it may have been taken).
    """
    try:
        return call()
    except (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout):
        why = "connect"
    except httpx2.TimeoutException:
        why = "time-out"
    except (httpx2.TransportError, httpx2.DecodingError):
        why = "cut"
    # Outside the handler: the library's error holds the request, and the request a person's story.
    raise MonitoringAway(why)
