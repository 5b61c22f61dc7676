"""Where the stand-in's reports go in a proof: checked, entered in the ledger, and many of them lost."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

from twilio.request_validator import RequestValidator

from activities.ledger import Ledger
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
        heard = self.server.validator.validate(self.server.url + self.path, form, signature)
        if heard and form["To"] in self.server.heard:
            now = datetime.now(UTC)
            receipt = receipt_of(token, form["MessageSid"], form["MessageStatus"], None, now)
            if receipt:
                self.server.ledger.receipt(receipt)
        self.send_response(204 if heard else 403)
        self.end_headers()


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
