"""The door before the web UI: everything passes, and a page has loaded only once its query was answered."""

import http.client
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.docs.web_ui import LAST, photogenic


class Ui(BaseHTTPRequestHandler):
    """As much of a web UI as the door has to do with: a page, and a query that wants the page's cookie."""

    def do_GET(self) -> None:
        self._says(200, "text/html", b"<body>a card to come</body>", cookie="token=t1")

    def do_POST(self) -> None:
        said = self.rfile.read(int(self.headers["content-length"]))
        known = self.headers["cookie"] == "token=t1"
        self._says(200 if known else 403, "application/json", said)

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""

    def _says(self, status: int, kind: str, body: bytes, cookie: str = "") -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        if cookie:
            self.send_header("set-cookie", cookie)
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def door() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Ui) as ui:
        threading.Thread(target=ui.serve_forever, daemon=True).start()
        with photogenic(f"http://127.0.0.1:{ui.server_address[1]}", drawn_in=0) as address:
            yield address.removeprefix("http://")
        ui.shutdown()


def asked(
    door: str, method: str, path: str, said: str = "", **headers: str
) -> tuple[int, str, http.client.HTTPResponse]:
    there = http.client.HTTPConnection(door, timeout=20)
    there.request(method, path, said or None, headers)
    answer = there.getresponse()
    return answer.status, answer.read().decode(), answer


def test_a_page_passes_with_its_cookie_and_one_picture_more(door: str) -> None:
    status, page, answer = asked(door, "GET", "/namespaces")
    assert (status, page) == (200, f'<body>a card to come<img src="{LAST}" hidden></body>')
    assert answer.headers["set-cookie"] == "token=t1"


def test_the_picture_comes_once_a_query_was_answered(door: str) -> None:
    came = threading.Event()

    def waits() -> None:
        asked(door, "GET", LAST)
        came.set()

    waiting = threading.Thread(target=waits)
    waiting.start()
    asked(door, "GET", "/namespaces")
    assert not came.is_set()
    assert asked(door, "POST", "/api/query/metadata", "{}", cookie="token=t1")[:2] == (200, "{}")
    waiting.join(20)
    assert came.is_set()
