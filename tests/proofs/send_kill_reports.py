"""Where the stand-in's reports go in a proof: checked, entered in the ledger, and many of them lost."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

from twilio.request_validator import RequestValidator

from activities.ledger import Ledger, NoSuchText
from gateways.twilio_answers import receipt_of


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    ledger: Ledger
    heard: frozenset[str]
    validator: RequestValidator
    url: str


class _Door(BaseHTTPRequestHandler):
    server: _Server

    def log_message(self, *_: object) -> None:
        """Nothing is kept of it."""

    def do_POST(self) -> None:
        form = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        signature, token = self.headers["X-Twilio-Signature"], self.path.rsplit("/", 1)[1]
        genuine = self.server.validator.validate(self.server.url + self.path, form, signature)
        heard = genuine and form["To"] in self.server.heard
        status = self._enter(token, form) if heard else 204 if genuine else 403
        self.send_response(status)
        self.end_headers()

    def _enter(self, token: str, form: dict[str, str]) -> int:
        """Into the ledger; a text of a ledger that died with its worker is no longer known to anybody."""
        receipt = receipt_of(token, form["MessageSid"], form["MessageStatus"], None, datetime.now(UTC))
        try:
            if receipt:
                self.server.ledger.receipt(receipt)
        except NoSuchText:
            return 404
        return 204


@contextmanager
def reports_to(ledger: Ledger, auth_token: str, heard: frozenset[str]) -> Iterator[str]:
    """A webhook for as long as it is needed; its public address. Of other numbers nothing is heard."""
    server = _Server(("127.0.0.1", 0), _Door)
    server.ledger, server.heard, server.validator = ledger, heard, RequestValidator(auth_token)
    server.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server.url
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
