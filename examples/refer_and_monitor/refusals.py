"""How R&M says no: one body for every refusal (domain brief 3.2)."""

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

Finding = tuple[str, str]


class Refused(Exception):
    """An answer other than the one asked for."""

    def __init__(self, status: int, error: str, message: str, **more: Any) -> None:
        super().__init__(message)
        self.status = status
        self.body = {"status": status, "error": error, "message": message, **more}


def invalid(message: str, findings: Sequence[Finding] = ()) -> Refused:
    """400: R&M's validation, each finding a field and a code."""
    named = [{"field": field, "error": code} for field, code in findings]
    return Refused(400, "validation error", message, validationErrors=named)


def not_permitted(message: str, *issues: str) -> Refused:
    """403: who asks may not."""
    return Refused(403, "access error", message, accessErrors=list(issues))


def not_found(what: str) -> Refused:
    """404: there is none."""
    return Refused(404, "entity not found", f"{what} not found")


def exists(message: str) -> Refused:
    """409: it is there already, or stands in the way."""
    return Refused(409, "entity already exists", message)


def answer_refusals(application: FastAPI) -> None:
    """Let the application answer in R&M's shape, whatever went wrong."""

    @application.exception_handler(Refused)
    async def _refused(_: Request, error: Refused) -> JSONResponse:
        return JSONResponse(error.body, error.status)

    @application.exception_handler(RequestValidationError)
    async def _unreadable(_: Request, __: RequestValidationError) -> JSONResponse:
        body = {"status": 400, "error": "Bad Request", "message": "Failed to read request"}
        return JSONResponse(body, 400)
