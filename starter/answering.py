"""One conversation from the command line: connect, speak, and make every no one line and an exit code."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TypeVar

import typer
from temporalio.client import RPCTimeoutOrCancelledError, WorkflowQueryFailedError
from temporalio.service import RPCError, RPCStatusCode

from interventions.errors import CatalogueError, Refusal
from starter.connection import Unreachable, connect
from starter.interventions_client import InterventionsClient
from starter.typed import Typed
from workflows.farewell import to_the_end
from workflows.streams import or_else

Answer = TypeVar("Answer")
Conversation = Callable[[InterventionsClient], Awaitable[Answer]]

REFUSED, UNREACHABLE = 1, 2
NO_WORKER = "no worker answers"
_AWAY = {RPCStatusCode.UNAVAILABLE, RPCStatusCode.DEADLINE_EXCEEDED, RPCStatusCode.CANCELLED}


@contextmanager
def plainly(*, as_json: bool, typed: typer.Context | None = None) -> Iterator[None]:
    """Every no becomes one line and an exit code: 1 where the service said it, 2 where nobody answered.

    What is wrong is named as it was typed, the option and not the field, where the verb is handed over as
    `typed`. With `as_json` a refusal is `{"refused": {field, typed, rule, reason, others}}` on stdout,
    `others` being what else is wrong.
    """
    try:
        yield
    except Refusal as no:
        _say_no(no, Typed(typed), as_json=as_json)
        raise typer.Exit(REFUSED) from None
    except CatalogueError as wrong:
        typer.echo(f"what we deliver cannot be read: {wrong} - type `python -m worker doctor`", err=True)
        raise typer.Exit(UNREACHABLE) from None
    except Unreachable as gone:
        typer.echo(str(gone), err=True)
        raise typer.Exit(UNREACHABLE) from None


def _say_no(no: Refusal, typed: Typed, *, as_json: bool) -> None:
    if as_json:
        first, *others = (
            {"field": field, "typed": typed.name(field), "rule": rule, "reason": typed.in_words(reason)}
            for field, rule, reason in no.findings
        )
        with or_else(f"it was refused: {first['reason']} [{first['rule']}]"):
            typer.echo(json.dumps({"refused": {**first, "others": others}}))
        return
    lines = (
        f"refused: {': '.join(filter(None, (typed.name(field), typed.in_words(reason))))} [{rule}]"
        for field, rule, reason in no.findings
    )
    # What is said twice of one option, as of `by` in a record and in the date booked with it, is said once.
    for line in dict.fromkeys(lines):
        typer.echo(line, err=True)


def ask(conversation: Conversation[Answer], *, within: timedelta | None = None, advice: str = "") -> Answer:
    """Connect, hold one conversation and come back with its answer.

    `within` is how long somebody may take to answer; `advice` says what to do where nobody did.

    Raises:
        Refusal: the service said no.
        Unreachable: no server answers, no worker did in time, or the server itself objected.
    """
    return to_the_end(_held(conversation, within, advice))


async def _held(conversation: Conversation[Answer], within: timedelta | None, advice: str) -> Answer:
    client = await connect()
    service = InterventionsClient(client)
    try:
        return await asyncio.wait_for(conversation(service), within.total_seconds() if within else None)
    except (TimeoutError, RPCTimeoutOrCancelledError):
        raise Unreachable(NO_WORKER + advice) from None
    except WorkflowQueryFailedError:
        raise Refusal("not-ready", "the referral is still being received; try again shortly") from None
    except RPCError as error:
        raise Unreachable(_in_a_line(error, client.namespace, advice)) from None


def _in_a_line(error: RPCError, namespace: str, advice: str) -> str:
    if error.status is RPCStatusCode.NOT_FOUND:
        return f"the Temporal server has no namespace {namespace} - see TEMPORAL_NAMESPACE"
    if error.status is RPCStatusCode.FAILED_PRECONDITION:
        return NO_WORKER + advice
    if error.status in _AWAY:
        return f"the Temporal server has gone away{advice}"
    return f"the Temporal server answered {error.status.name} - type `make doctor`"
