"""One end for a whole call over HTTP: connecting, headers and body together, however slowly they drip in."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from ssl import SSLContext
from time import monotonic
from typing import Any

import httpcore2
import httpx2

_end: ContextVar[float | None] = ContextVar("end of the call", default=None)
# The library gives each part that the network takes of a piece a time of its own; a small piece has few.
PIECE_BYTES = 4096


def with_one_end(http: httpx2.Client) -> httpx2.Client:
    """The same client, whose calls are over when `over_after` says, also those through a proxy.

    The library's own time-outs are for each read, and one byte is a read. It lets nobody change the network
    under a client, so that we reach inside; mypy and the tests of each client see if that is ever moved.
    """
    for transport in (http._transport, *http._mounts.values()):
        if isinstance(transport, httpx2.HTTPTransport):
            transport._pool._network_backend = _Network(transport._pool._network_backend)
    return http


@contextmanager
def over_after(seconds: float) -> Iterator[None]:
    """Calls in here must be over so many seconds from now; then they time out as the library says it.

    Raises:
        ConnectTimeout: nothing was sent.
        ReadTimeout, WriteTimeout: it may have been taken.
    """
    before = _end.set(monotonic() + seconds)
    try:
        yield
    finally:
        _end.reset(before)


def _left(patience: float | None, too_late: type[Exception]) -> float | None:
    """The patience of one step, or what is left for the whole call."""
    end = _end.get()
    if end is None:
        return patience
    left = end - monotonic()
    if left <= 0:
        raise too_late
    return left if patience is None else min(patience, left)


class _Network(httpcore2.NetworkBackend):
    """The network as it is, with an end.

    A name is looked up for as long as the machine does, and each address behind it has the time to connect.
    """

    def __init__(self, inner: httpcore2.NetworkBackend) -> None:
        self._inner = inner

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        left = _left(timeout, httpcore2.ConnectTimeout)
        return _Stream(self._inner.connect_tcp(host, port, left, local_address, socket_options))


class _Stream(httpcore2.NetworkStream):
    """A connection as it is, each step of which is over when the call is."""

    def __init__(self, inner: httpcore2.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), PIECE_BYTES):
            left = _left(timeout, httpcore2.WriteTimeout)
            self._inner.write(buffer[start : start + PIECE_BYTES], left)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        try:
            left = _left(timeout, httpcore2.ConnectTimeout)
        except httpcore2.ConnectTimeout:
            self.close()  # as the library does where it fails
            raise
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
