"""The Temporal server: reachable, our namespace, our search attributes, and a clock that agrees with ours."""

import asyncio
import http.client
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from temporalio.client import Client
from temporalio.envconfig import ClientConnectConfig

from worker.checks.finding import Finding, Verdict
from worker.checks.machine import port
from worker.connection import LOCAL_SERVER, connect, connection_config, find_namespace
from worker.problem import Problem
from worker.set_up import OURS, SET_UP, unregistered

SERVER_PORT, UI_PORT = 7233, 8233
OTHER = "stop what listens there"
PATIENCE_SECONDS = 3
# A clock that is minutes out texts people at the wrong time and calls deadlines kept that were not.
SOME_SKEW, TOO_MUCH_SKEW = timedelta(seconds=5), timedelta(seconds=60)


async def reach(config: ClientConnectConfig) -> tuple[Finding, Client | None]:
    """Whether the server of this configuration answers."""
    try:
        client = await connect()
    except Problem as problem:
        return no_answer(problem, chosen="target_host" in config), None
    return Finding("server", "ok", f"answers at {client.service_client.config.target_host}"), client


def no_answer(problem: Problem, *, chosen: bool) -> Finding:
    """No server on this machine yet is no fault; none where one was `chosen` is."""
    if chosen:
        return Finding("server", "failed", problem.what, "start that server, or put TEMPORAL_ADDRESS right")
    return Finding("server", "warning", f"not running at {LOCAL_SERVER}", "type `make up`")


async def namespace(client: Client) -> Finding:
    """Whether our namespace exists."""
    try:
        await find_namespace(client)
    except Problem as problem:
        return Finding("namespace", "failed", problem.what, problem.remedy)
    return Finding("namespace", "ok", client.namespace)


async def search_attributes(client: Client) -> Finding:
    """Whether our search attributes are registered with the right types."""
    try:
        missing = await unregistered(client)
    except Problem as problem:
        return Finding("search attributes", "failed", problem.what, problem.remedy)
    if missing:
        names = ", ".join(key.name for key in missing)
        return Finding("search attributes", "failed", f"missing: {names}", SET_UP)
    return Finding("search attributes", "ok", f"all {len(OURS)} registered")


async def server_clock(host: str, port: int = UI_PORT) -> Finding:
    """How far our clock is from the server's, as far as its web UI tells the time."""
    before = datetime.now(UTC)
    told = await asyncio.to_thread(time_at, host, port)
    if told is None:
        return Finding("clock", "ok", f"not compared: no web UI at {host}:{port}")
    # Midway through the question, and a whole second is what the answer is rounded to.
    ours = before + (datetime.now(UTC) - before) / 2
    return skew(max(timedelta(), abs(ours - told) - timedelta(seconds=1)))


def skew(apart: timedelta) -> Finding:
    """What to say of two clocks so far apart."""
    if apart <= SOME_SKEW:
        return Finding("clock", "ok", "agrees with the server's")
    ok: Verdict = "warning" if apart <= TOO_MUCH_SKEW else "failed"
    detail = f"{apart.total_seconds():.0f} s away from the server's"
    return Finding("clock", ok, detail, "set both clocks by NTP: timedatectl set-ntp true")


def time_at(host: str, port: int) -> datetime | None:
    """The time an HTTP server says it is, to the second; None if none answers with a date."""
    connection = http.client.HTTPConnection(host, port, timeout=PATIENCE_SECONDS)
    try:
        connection.request("HEAD", "/")
        return parsedate_to_datetime(connection.getresponse().headers["Date"]).astimezone(UTC)
    except (OSError, http.client.HTTPException, TypeError, ValueError):
        return None
    finally:
        connection.close()


async def server_checks() -> AsyncIterator[Finding]:
    """Every check of the server, as far as it gets: connection first, and then what it is asked."""
    try:
        config = connection_config()
    except Problem as problem:
        yield Finding("server", "failed", problem.what, problem.remedy)
        return
    reached, client = await reach(config)
    yield reached
    if config.get("target_host", LOCAL_SERVER) == LOCAL_SERVER:
        yield port("server port", SERVER_PORT, ours=client is not None, remedy=OTHER)
        yield port("web UI port", UI_PORT, ours=client is not None, remedy=OTHER)
    if client is None:
        return
    found = await namespace(client)
    yield found
    if found.ok == "ok":
        yield await search_attributes(client)
    yield await server_clock(client.service_client.config.target_host.rpartition(":")[0])
