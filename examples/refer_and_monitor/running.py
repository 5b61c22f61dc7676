"""The stand-in on a port of this machine, for as long as somebody needs it."""

import json
import logging
import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn

from examples.refer_and_monitor.application import application
from examples.refer_and_monitor.people import provider
from examples.refer_and_monitor.world import CONTRACTS, World

SECONDS_TO_START = 30
HOST = "127.0.0.1"


@dataclass(frozen=True)
class StandIn:
    """Where it answers, and the world behind it."""

    url: str
    world: World
    user_token_file: Path

    @property
    def environment(self) -> dict[str, str]:
        """The settings with which a worker uses it."""
        return {
            "THROUGHLINE_RM_URL": self.url,
            "THROUGHLINE_RM_AUTH_URL": f"{self.url}/auth",
            "THROUGHLINE_RM_USERS_URL": f"{self.url}/users",
            "THROUGHLINE_RM_CLIENT_ID": self.world.tokens.client_id,
            "THROUGHLINE_RM_CLIENT_SECRET": self.world.tokens.client_secret,
            "THROUGHLINE_RM_USER_REFRESH_TOKEN": self.user_token_file.read_text("utf-8"),
        }


@contextmanager
def stand_in(
    documents: Iterable[Path] = (),
    caseworkers: Iterable[str] = (),
    port: int = 0,
    *,
    keeps_time: bool = True,
) -> Iterator[StandIn]:
    """Run it on a thread, seeded with referrals like `examples/*.json`; port 0 takes a free one.

    `caseworkers` are usernames R&M is to know beside its own; for `keeps_time` see `World`.

    Raises:
        OSError: the port is taken.
        TimeoutError: it does not come up.
    """
    world = World(keeps_time=keeps_time)
    for document in documents:
        world.seed(json.loads(document.read_text("utf-8")))
    for number, username in enumerate(caseworkers, start=2):
        world.welcome(provider(username, number, *CONTRACTS))
    with _door(port) as door, TemporaryDirectory() as folder:
        server = uvicorn.Server(
            uvicorn.Config(application(world), log_config=None, lifespan="off", ws="none")
        )
        logging.getLogger("uvicorn.error").addFilter(_is_news)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        _wait_for(server)
        left = Path(folder) / "refresh-token"
        left.write_text(world.tokens.refresh_token_for(world.people["THROUGHLINE.SERVICE"]), "utf-8")
        try:
            yield StandIn(f"http://{HOST}:{door.getsockname()[1]}", world, left)
        finally:
            server.should_exit = server.force_exit = True
            thread.join(SECONDS_TO_START)


def _door(port: int) -> socket.socket:
    """A listening socket that says it is TCP: else asyncio leaves Nagle on, and every answer waits 40 ms."""
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    door.bind((HOST, port))
    return door


def _is_news(record: logging.LogRecord) -> bool:
    """Whether a line of the server's log tells anything: not where a connection was cut on purpose."""
    return "without completing response" not in record.getMessage()


def _wait_for(server: uvicorn.Server) -> None:
    tick = threading.Event()
    for _ in range(SECONDS_TO_START * 100):
        if server.started:
            return
        tick.wait(0.01)
    raise TimeoutError("the stand-in did not come up")
