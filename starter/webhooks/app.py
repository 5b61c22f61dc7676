"""The door itself: two addresses for Twilio, each answered in under a second with nothing to say.

Only what the carrier signed comes in; a refusal tells nothing. What can't be written down now is answered
"unavailable", so that the carrier's own alarm tells us.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Coroutine
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, TypeVar
from urllib.parse import parse_qsl

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from activities.ledger import NoSuchText
from starter.webhooks.desk import Desk
from starter.webhooks.post import Form, Post

log = logging.getLogger("webhooks")
STATUS, INBOUND = "/twilio/status/{token}", "/twilio/inbound"
LARGEST_BODY, MOST_FIELDS = 65_536, 200
FORM = "application/x-www-form-urlencoded"
NOTHING_TO_SAY = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'
AGAIN_AFTER = timedelta(seconds=30)
Kept = TypeVar("Kept")


class Turned(Exception):
    """A request that is not let in, with its HTTP status and nothing else."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(str(status))


def build_app(desk: Desk, post: Post, *, again_after: timedelta = AGAIN_AFTER) -> FastAPI:
    """The application. What waits is handed over at the start, and again every `again_after`."""
    door = _Door(desk, post, again_after)
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=door.open)
    app.add_api_route(STATUS, door.status, methods=["POST"])
    app.add_api_route(INBOUND, door.inbound, methods=["POST"])
    app.add_api_route("/live", door.live, methods=["GET"])
    app.add_exception_handler(Turned, _turned)
    app.add_exception_handler(RequestValidationError, _malformed)
    return app


class _Door:
    """What is done at each address; what takes longer goes on behind it."""

    def __init__(self, desk: Desk, post: Post, again_after: timedelta) -> None:
        self._desk, self._post, self._again_after = desk, post, again_after
        self._at_work: set[asyncio.Task[Any]] = set()

    @asynccontextmanager
    async def open(self, _: FastAPI) -> AsyncIterator[None]:
        sweeping = asyncio.create_task(self._sweep())
        yield
        sweeping.cancel()
        await asyncio.gather(sweeping, *self._at_work, return_exceptions=True)

    async def status(self, token: str, request: Request) -> Response:
        """A status callback: unknown tokens are not there. What says nothing we keep is taken and left."""
        form = await self._genuine(request)
        receipt = self._post.report(token, form, self._desk.now())
        if receipt and (settled := await _written(self._desk.enter(receipt))):
            self._behind(self._desk.tell(settled))
        return _nothing_to_say()

    async def inbound(self, request: Request) -> Response:
        """A text that came in: kept, then passed on."""
        form = await self._genuine(request)
        if (text := self._post.inbound(form, self._desk.now())) is None:
            raise Turned(400)
        self._behind(self._desk.hand_over(await _written(self._desk.keep(text))))
        return _nothing_to_say()

    async def live(self) -> Response:
        """Whether the door is open."""
        return Response("open")

    async def _genuine(self, request: Request) -> Form:
        if request.headers.get("content-type", "").split(";")[0].strip().lower() != FORM:
            raise Turned(403)
        try:
            body = (await _body(request)).decode("utf-8")
            form = parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS)
        except ValueError:
            raise Turned(403) from None
        path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        if not self._post.is_genuine(path, form, request.headers):
            log.warning("a request was not signed by the carrier")
            raise Turned(403)
        return form

    def _behind(self, work: Coroutine[Any, Any, bool]) -> None:
        task = asyncio.create_task(work)
        self._at_work.add(task)
        task.add_done_callback(self._at_work.discard)

    async def _sweep(self) -> None:
        while True:
            try:
                await self._desk.hand_over_what_waits()
            except Exception as error:  # noqa: BLE001 - the inbox may be away; it is looked at again
                log.warning("what waits could not be looked at: %s", type(error).__name__)
            await asyncio.sleep(self._again_after.total_seconds())


async def _written(work: Awaitable[Kept]) -> Kept:
    """What came of it, or "unavailable". What went wrong may be about a person: only its kind is logged."""
    try:
        return await work
    except NoSuchText:
        raise Turned(404) from None
    except Exception as error:  # noqa: BLE001 - a database may be away in many ways
        log.error("a request could not be written down: %s", type(error).__name__)
        raise Turned(503) from None


async def _body(request: Request) -> bytes:
    """The body, which must not be larger than any that Twilio sends."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_BODY:
            raise Turned(413)
    return body


def _nothing_to_say() -> Response:
    return Response(NOTHING_TO_SAY, media_type="text/xml")


async def _turned(_: Request, no: Exception) -> Response:
    return Response(status_code=no.status if isinstance(no, Turned) else 403)


async def _malformed(_: Request, error: Exception) -> Response:
    """Which field and which rule, never what was in it."""
    found = error.errors() if isinstance(error, RequestValidationError) else []
    wrong = [{"field": ".".join(map(str, each["loc"])), "rule": each["type"]} for each in found]
    return JSONResponse({"wrong": wrong}, status_code=422)
