"""Whether this worker is alive and ready, told over HTTP to whatever runs it.

Alive: the event loop answers and no worker has failed. Ready: it is polling, not draining, and the server
can be reached. Idle is healthy: weeks may pass without a task.
"""

import asyncio
import http.client
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from http import HTTPStatus
from typing import Protocol

from worker.problem import Problem
from worker.settings import Settings

LONGEST_REQUEST = 8192
PATIENCE_SECONDS = 5
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - translated, not listened on


class Check(Protocol):
    """Answers what is wrong, or nothing."""

    async def __call__(self) -> str:
        """Empty when well, else the reason in a few words."""
        ...


Checks = Mapping[str, Check]


@asynccontextmanager
async def health_server(host: str, port: int, checks: Checks) -> AsyncIterator[int]:
    """Answer each path of `checks` with 200 or 503 and a line of text; yields the port. Port 0: any free one.

    Raises:
        Problem: the port cannot be listened on.
    """

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, TimeoutError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                writer.write(await _reply(reader, checks))
                await writer.drain()
        writer.close()

    try:
        server = await asyncio.start_server(converse, host, port, limit=LONGEST_REQUEST)
    except OSError as error:
        what = f"cannot answer health checks on {host}:{port} ({os.strerror(error.errno or 0)})"
        raise Problem(what, "stop what listens there, or set THROUGHLINE_HEALTH_PORT") from None
    async with server:
        yield server.sockets[0].getsockname()[1]


def ask(settings: Settings, path: str) -> tuple[bool, str]:
    """Ask the worker that runs with these settings; whether it is well, and its own words.

    Raises:
        Problem: the health server is switched off, or nothing sensible answers.
    """
    if not settings.health_port:
        raise Problem("the health server is switched off: THROUGHLINE_HEALTH_PORT is 0")
    host = EVERYWHERE.get(settings.health_host, settings.health_host)
    connection = http.client.HTTPConnection(host, settings.health_port, timeout=PATIENCE_SECONDS)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status == HTTPStatus.OK, answer.read(200).decode("utf-8", "replace").strip()
    except (OSError, http.client.HTTPException):
        raise Problem(f"no worker answers on {host}:{settings.health_port}") from None
    finally:
        connection.close()


async def _reply(reader: asyncio.StreamReader, checks: Checks) -> bytes:
    try:
        line = (await reader.readuntil(b"\r\n\r\n")).split(b"\r\n")[0].decode("ascii")
        method, target, version = line.split(" ")
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError):
        return _response(HTTPStatus.BAD_REQUEST, "not a request")
    if not version.startswith("HTTP/1."):
        return _response(HTTPStatus.BAD_REQUEST, "not a request")
    if method not in {"GET", "HEAD"}:
        return _response(HTTPStatus.METHOD_NOT_ALLOWED, "ask with GET")
    check = checks.get(target.partition("?")[0])
    if check is None:
        return _response(HTTPStatus.NOT_FOUND, "nothing here", method)
    if wrong := await check():
        return _response(HTTPStatus.SERVICE_UNAVAILABLE, wrong, method)
    return _response(HTTPStatus.OK, "well", method)


def _response(status: HTTPStatus, said: str, method: str = "GET") -> bytes:
    body = f"{said}\n".encode()
    head = (
        f"HTTP/1.1 {status.value} {status.phrase}\r\nContent-Type: text/plain; charset=utf-8\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return head.encode("ascii") + (b"" if method == "HEAD" else body)
