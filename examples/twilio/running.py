"""The stand-in on a port of this machine, for as long as somebody needs it."""

import base64
import json
import re
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from examples.twilio.account import TAKES, Account, Form, Message
from examples.twilio.webhooks import post, status_form

MESSAGES = re.compile(r"/2010-04-01/Accounts/(AC\w+)/Messages(?:/(\w+))?\.json")


@dataclass(frozen=True)
class StandIn:
    """Where it answers, and the account behind it."""

    url: str
    account: Account

    @property
    def environment(self) -> dict[str, str]:
        """The settings with which a worker uses it, from one number; the public address is still lacking."""
        return {
            "THROUGHLINE_TWILIO_BASE_URL": self.url,
            "THROUGHLINE_TWILIO_ACCOUNT_SID": self.account.sid,
            "THROUGHLINE_TWILIO_AUTH_TOKEN": self.account.auth_token,
            "THROUGHLINE_TWILIO_SENDER": "+447700900999",
        }


@contextmanager
def stand_in(account: Account | None = None, port: int = 0) -> Iterator[StandIn]:
    """Run it on threads; port 0 takes a free one."""
    account = account or Account()
    server = _Server(("127.0.0.1", port), _Door)
    server.account, server.closing = account, threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield StandIn(f"http://127.0.0.1:{server.server_address[1]}", account)
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def report(account: Account, message: Message, status: str, error_code: int | None = None) -> int:
    """Move a text to a status and tell its callback address; the HTTP status of the answer, or 0."""
    message.status, message.error_code = status, error_code
    where = message.form.get("StatusCallback", "")
    form = status_form(account.sid, message.sid, message.form["To"], status, error_code)
    return post(where, form, account.auth_token) if where else 0


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    account: Account
    closing: threading.Event

    def handle_error(self, *_: object) -> None:
        """Who asked may be dead by the time there is an answer; that is their trouble."""


class _Door(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, *_: object) -> None:
        """A stand-in keeps no log of numbers either."""

    def do_POST(self) -> None:
        account, form = self.server.account, self._form()
        if not self._is_let_in() or not self._place():
            return
        with account.lock:
            account.asked += 1
        if refusal := account.refusal(form):
            self._says(refusal[0], {"status": refusal[0], "code": refusal[1], "message": form["To"]})
            return
        trouble = account.trouble(form)
        message = account.take(form) if trouble in TAKES else None
        if message and account.told == "before":
            self._reports(message)
        self._answers(trouble, message)
        if message and account.told == "after":
            self._reports(message)

    def do_GET(self) -> None:
        account, place = self.server.account, self._place()
        if not self._is_let_in() or not place:
            return
        if account.list_away:
            self._says(503, {"status": 503, "code": 20503, "message": "Service unavailable"})
        elif place[2]:
            message = account.found(place[2])
            self._says(*((200, message.as_json(account.sid)) if message else _NOT_FOUND))
        else:
            asked = dict(parse_qsl(urlsplit(self.path).query))
            shown = [each.as_json(account.sid) for each in account.listed(asked.get("To", ""))]
            self._says(200, {"messages": shown, "page": 0, "page_size": 50, "next_page_uri": None})

    def _answers(self, trouble: str, message: Message | None) -> None:
        account = self.server.account
        match trouble:
            case "none" | "slow":
                self.server.closing.wait(account.slowness if trouble == "slow" else 0)
                self._says(201, message.as_json(account.sid) if message else {})
            case "busy":
                after = {"Retry-After": str(account.retry_after)}
                self._says(429, {"status": 429, "code": 20429, "message": "Too Many Requests"}, after)
            case "500" | "500-taken" | "503":
                status = int(trouble[:3])
                self._says(status, {"status": status, "code": 20500, "message": "Internal Server Error"})
            case "hang" | "hang-taken":
                self.server.closing.wait(account.hang)
                self._cut()
            case "truncated":
                self._says(201, message.as_json(account.sid) if message else {}, half=True)
                self._cut()
            case _:
                self._cut()

    def _reports(self, message: Message) -> None:
        for status in self.server.account.reports:
            report(self.server.account, message, status)

    def _form(self) -> Form:
        length = int(self.headers.get("Content-Length", 0))
        return dict(parse_qsl(self.rfile.read(length).decode()))

    def _place(self) -> re.Match[str] | None:
        place = MESSAGES.fullmatch(urlsplit(self.path).path)
        if not place:
            self._says(*_NOT_FOUND)
        return place

    def _is_let_in(self) -> bool:
        account = self.server.account
        wanted = base64.b64encode(f"{account.sid}:{account.auth_token}".encode()).decode()
        if self.headers.get("Authorization") == f"Basic {wanted}":
            return True
        self._says(401, {"status": 401, "code": 20003, "message": "Authenticate"})
        return False

    def _says(
        self, status: int, body: dict[str, Any], headers: dict[str, str] | None = None, *, half: bool = False
    ) -> None:
        words = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        self.wfile.write(words[: len(words) // 2] if half else words)
        self.wfile.flush()

    def _cut(self) -> None:
        """Let the connection go with a reset, as a fallen machine does."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()


_NOT_FOUND: tuple[int, dict[str, Any]] = (404, {"status": 404, "code": 20404, "message": "not found"})
