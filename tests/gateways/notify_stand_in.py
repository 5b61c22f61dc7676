"""A stand-in for GOV.UK Notify: signs of who we are, one list by reference, and trouble by a switch."""

import json
import threading
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import jwt

SERVICE, SECRET = str(uuid4()), str(uuid4())
KEY = f"throughline-{SERVICE}-{SECRET}"
TEMPLATE = "0f4e9a86-9b0f-4a52-8b7e-1d0f8f0f6a11"


@dataclass
class NotifyAccount:
    """One service at Notify. `troubles` are met one a sending: a status, "lost" (taken, no answer), "cut"."""

    taken: list[dict[str, Any]] = field(default_factory=list)
    troubles: list[int | str] = field(default_factory=list)
    status: str = "created"
    key_is_good: bool = True
    lock: threading.Lock = field(default_factory=threading.Lock)

    def letters(self) -> list[bytes]:
        """The PDF of every letter taken."""
        return [b64decode(one["content"]) for one in self.taken if "content" in one]

    def texts(self) -> list[tuple[str, str]]:
        """Number and words of every text taken."""
        return [
            (one["phone_number"], one["personalisation"]["words"])
            for one in self.taken
            if "content" not in one
        ]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    account: NotifyAccount


class _Door(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, *_: object) -> None:
        """No log of numbers."""

    def do_GET(self) -> None:
        account, place = self.server.account, urlsplit(self.path)
        if not self._known():
            return
        with account.lock:
            rows = [self._row(one) for one in account.taken]
        if place.path == "/v2/notifications":
            wanted = parse_qs(place.query).get("reference", [""])[0]
            self._say(
                200, {"notifications": [row for row in rows if row["reference"] == wanted], "links": {}}
            )
            return
        found = [row for row in rows if row["id"] == place.path.rsplit("/", 1)[1]]
        self._say(200, found[0]) if found else self._no(404, "NoResultFound", "No result found")

    def do_POST(self) -> None:
        account = self.server.account
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self._known():
            return
        with account.lock:
            trouble = account.troubles.pop(0) if account.troubles else None
        if isinstance(trouble, int):
            names = {400: "BadRequestError", 429: "RateLimitError"}
            self._no(trouble, names.get(trouble, "InternalServerError"), "no")
            return
        if trouble == "cut":
            self.close_connection = True
            return
        one = body | {"id": str(uuid4())}
        with account.lock:
            account.taken.append(one)
        if trouble == "lost":
            self.close_connection = True
            return
        self._say(201, {"id": one["id"], "reference": one["reference"]})

    def _row(self, one: dict[str, Any]) -> dict[str, Any]:
        return {"id": one["id"], "reference": one["reference"], "status": self.server.account.status}

    def _known(self) -> bool:
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        try:
            said = jwt.decode(token, SECRET, algorithms=["HS256"], options={"require": ["iat", "iss"]})
        except jwt.InvalidTokenError:
            said = {}
        if said.get("iss") == SERVICE and self.server.account.key_is_good:
            return True
        self._no(403, "AuthError", "Invalid token")
        return False

    def _no(self, status: int, error: str, message: str) -> None:
        self._say(status, {"status_code": status, "errors": [{"error": error, "message": message}]})

    def _say(self, status: int, content: dict[str, Any]) -> None:
        words = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        self.wfile.write(words)


@contextmanager
def notify_stand_in(account: NotifyAccount) -> Iterator[str]:
    """Its address, for as long as somebody needs it."""
    server = _Server(("127.0.0.1", 0), _Door)
    server.account = account
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
