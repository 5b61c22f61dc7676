"""What happens between a caller and R&M: the firewall, and every trouble that is switched on."""

import asyncio
import re

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from examples.refer_and_monitor.troubles import Kind
from examples.refer_and_monitor.world import Call, World

PAGE = "<html><body><h1>{}</h1></body></html>"
# What a web application firewall takes for an attack, also where a caseworker meant no harm (F15).
BLOCKED = re.compile(rb"<script|\.\./|select\s.+\sfrom\s|drop table|\bunion select\b", re.IGNORECASE)
DROP_SECONDS = 0.1
OWN = ("/stand-in/",)


class Weather:
    """Wraps the application; a call to the stand-in's own doors passes untouched."""

    def __init__(self, inner: ASGIApp, world: World) -> None:
        self._inner = inner
        self._world = world

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or not."""
        path = scope.get("path", "")
        if scope["type"] != "http" or path.startswith(OWN):
            await self._inner(scope, receive, send)
            return
        body = await Request(scope, receive).body()
        self._world.calls.append(Call(scope["method"], path))
        troubles = self._world.troubles
        if troubles.meanwhile:
            troubles.meanwhile(scope["method"], path)
        if troubles.dawdles:
            await asyncio.sleep(troubles.dawdles)
        trouble = troubles.next_for(scope["method"], path)
        if trouble == "token-expired":
            self._world.tokens.expire()
        if trouble == "cut-before":
            await _cut(send)
        elif answer := _instead(trouble) or _blocked(body):
            await answer(scope, receive, send)
        elif trouble in ("cut-after", "refused-after", "wrong-json", "slow", "dripping"):
            await self._inner(scope, _again(body), _unheard)
            await self._afterwards(trouble, scope, receive, send)
        else:
            await self._inner(scope, _again(body), send)

    async def _afterwards(self, trouble: Kind, scope: Scope, receive: Receive, send: Send) -> None:
        """It is done; what the caller hears is something else."""
        if trouble == "cut-after":
            await _cut(send)
        elif trouble == "dripping":
            await _drip(send, self._world.troubles.seconds)
        elif trouble == "refused-after":
            await _error(500)(scope, receive, send)
        elif trouble == "wrong-json":
            await HTMLResponse(PAGE.format("Sign in"))(scope, receive, send)
        else:
            await asyncio.sleep(self._world.troubles.seconds)
            await _error(504)(scope, receive, send)


def _instead(trouble: Kind | None) -> Response | None:
    match trouble:
        case "refused-before":
            return _error(500)
        case "unavailable":
            return _error(503)
        case "busy":
            return _error(429, {"Retry-After": "30"})
        case "maintenance":
            return HTMLResponse(PAGE.format("Down for maintenance"), 503, {"Retry-After": "3600"})
        case "no-such-page":
            return HTMLResponse(PAGE.format("Not Found"), 404)
        case "turned-away":
            return HTMLResponse(PAGE.format("403 Forbidden"), 403)
        case "elsewhere":
            return RedirectResponse("/sign-in", 302)
        case _:
            return None


def _blocked(body: bytes) -> Response | None:
    return HTMLResponse(PAGE.format("423 Locked"), 423) if BLOCKED.search(body) else None


def _error(status: int, headers: dict[str, str] | None = None) -> Response:
    body = {"status": status, "error": "unexpected error", "message": "something about somebody"}
    return JSONResponse(body, status, headers)


async def _cut(send: Send) -> None:
    """Promise an answer and hang up: the server closes a connection on which less came than was promised."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"9")]})


async def _drip(send: Send, seconds: float) -> None:
    """A blank at a time, as JSON may begin, for a good while; then it is cut."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"9999")]})
    for _ in range(int(seconds / DROP_SECONDS)):
        await send({"type": "http.response.body", "body": b" ", "more_body": True})
        await asyncio.sleep(DROP_SECONDS)


async def _unheard(_: Message) -> None:
    return None


def _again(body: bytes) -> Receive:
    """The request once more, for whoever reads it next."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
