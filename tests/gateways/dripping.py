"""A server on this machine that takes what it is sent and answers drop by drop, to the very end."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DROPS = 12


@dataclass
class Drips:
    """What is answered, and over how many seconds its head and its body drip. `heard` are the calls taken."""

    head_seconds: float = 0.0
    body_seconds: float = 0.0
    status: int = 200
    body: bytes = b"{}"
    url: str = ""
    heard: list[str] = field(default_factory=list)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    drips: Drips
    closing: threading.Event

    def handle_error(self, *_: object) -> None:
        """Who has heard enough hangs up; that is what we are here for."""


class _Door(BaseHTTPRequestHandler):
    server: _Server

    def log_message(self, *_: object) -> None:
        """It has nothing to say."""

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def _answer(self) -> None:
        drips = self.server.drips
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        drips.heard.append(self.command)
        lines = (
            f"HTTP/1.1 {drips.status} As it is",
            f"Content-Length: {len(drips.body)}",
            "Connection: close",  # it hangs up afterwards, and a second call must not be made on that line
            "\r\n",
        )
        self._drip("\r\n".join(lines).encode(), drips.head_seconds)
        self._drip(drips.body, drips.body_seconds)

    def _drip(self, words: bytes, seconds: float) -> None:
        size = len(words) // DROPS + 1
        for start in range(0, len(words), size):
            self.server.closing.wait(seconds / DROPS)
            self.wfile.write(words[start : start + size])


@contextmanager
def dripping(drips: Drips) -> Iterator[Drips]:
    """It drips at `url`, for as long as somebody needs it."""
    server = _Server(("127.0.0.1", 0), _Door)
    server.drips, server.closing = drips, threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    drips.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield drips
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
