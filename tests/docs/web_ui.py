"""The web UI as a browser without a screen can photograph it: a page has loaded once it is filled.

A browser takes its picture when a page says that it has loaded, and the UI says so before it has asked the
server for anything. So it is opened through a door of ours that adds one thing to the page: a picture that
comes when the case card has come.
"""

import http.client
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

LAST, PATIENCE_SECONDS = "/when-it-is-filled", 30
QUERY = "/query"
NOT_PASSED_ON = {"host", "accept-encoding", "connection", "content-length"}


class House(ThreadingHTTPServer):
    """A door's own address, the web UI behind it, and whether a page of it is filled."""

    def __init__(self, ui: str, drawn_in: float) -> None:
        self.behind, self.drawn_in, self.filled = urlsplit(ui).netloc, drawn_in, threading.Event()
        super().__init__(("127.0.0.1", 0), Door)

    @property
    def address(self) -> str:
        """Where it is open."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class Door(BaseHTTPRequestHandler):
    """Passes everything on, both ways, but for the one picture that comes last."""

    server: House

    def do_GET(self) -> None:
        """A page, or a part of one."""
        if self.path != LAST:
            self._passed_on(b"")
            return
        self.server.filled.wait(PATIENCE_SECONDS)
        time.sleep(self.server.drawn_in)
        self.send_error(404)

    def do_POST(self) -> None:
        """What the page asks the server."""
        self._passed_on(self.rfile.read(int(self.headers["content-length"])))
        if QUERY in self.path:
            self.server.filled.set()

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""

    def _passed_on(self, said: bytes) -> None:
        # When the picture is taken the browser goes, and after it the server: what was under way is cut.
        with suppress(OSError, http.client.HTTPException):
            self._answered(said)

    def _answered(self, said: bytes) -> None:
        there = http.client.HTTPConnection(self.server.behind, timeout=PATIENCE_SECONDS)
        headers = {name: each for name, each in self.headers.items() if name.lower() not in NOT_PASSED_ON}
        there.request(self.command, self.path, said or None, headers)
        answer = there.getresponse()
        body, kind = answer.read(), answer.headers.get("content-type", "")
        there.close()
        if "text/html" in kind:
            body = body.replace(b"</body>", b'<img src="%s" hidden></body>' % LAST.encode())
        self.send_response(answer.status)
        for cookie in answer.headers.get_all("set-cookie", []):
            self.send_header("set-cookie", cookie)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def photogenic(ui: str, *, drawn_in: float = 3) -> Iterator[str]:
    """Another address of the web UI at `ui`: its pages have loaded `drawn_in` s after a query's answer."""
    with House(ui, drawn_in) as house:
        threading.Thread(target=house.serve_forever, daemon=True).start()
        try:
            yield house.address
        finally:
            house.shutdown()
