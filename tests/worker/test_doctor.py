"""The doctor before a real server, and as `python -m worker doctor` on a machine."""

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from temporalio.client import Client
from temporalio.common import SearchAttributeKey

from tests.worker.conftest import Site
from worker.checks import machine, server
from worker.checks.finding import Finding, Verdict
from worker.health import health_server
from worker.set_up import set_up
from workflows.contract import STAGE


class Clock(BaseHTTPRequestHandler):
    """A web server that tells the time, `slow` by so much."""

    slow = timedelta()

    def do_HEAD(self) -> None:
        self.send_response(200)
        self.end_headers()

    def date_time_string(self, timestamp: float | None = None) -> str:
        return super().date_time_string((datetime.now(UTC) - self.slow).timestamp())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@pytest.fixture
def web_clock(request: pytest.FixtureRequest) -> Iterator[int]:
    handler = type("Slow", (Clock,), {"slow": request.param})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as serving:
        Thread(target=serving.serve_forever, daemon=True).start()
        yield serving.server_port
        serving.shutdown()


@pytest.mark.parametrize(
    ("web_clock", "verdict"),
    [
        pytest.param(timedelta(), "ok", id="agrees"),
        pytest.param(timedelta(seconds=30), "warning", id="half a minute slow"),
        pytest.param(timedelta(seconds=-90), "failed", id="ninety seconds fast"),
    ],
    indirect=["web_clock"],
)
async def test_our_clock_is_compared_with_what_the_servers_web_ui_says(
    web_clock: int, verdict: Verdict
) -> None:
    assert (await server.server_clock("127.0.0.1", web_clock)).ok == verdict


async def test_a_server_that_tells_no_time_is_not_compared_with() -> None:
    async with health_server("127.0.0.1", 0, {}) as port:
        found = await server.server_clock("127.0.0.1", port)
    assert (found.ok, found.detail) == ("ok", f"not compared: no web UI at 127.0.0.1:{port}")


async def test_a_namespace_is_looked_for(client: Client, nowhere: Client) -> None:
    assert await server.namespace(client) == Finding("namespace", "ok", client.namespace)
    missing = await server.namespace(nowhere)
    assert (missing.ok, missing.remedy.split()[:2]) == ("failed", ["type", "`temporal"])


async def test_search_attributes_are_missing_wrong_or_all_there(bare: Client, client: Client) -> None:
    missing = await server.search_attributes(bare)
    assert (missing.ok, missing.remedy) == ("failed", "type `python -m worker set-up`")
    await set_up(bare, [SearchAttributeKey.for_bool(STAGE.name)])
    wrong = await server.search_attributes(bare)
    assert (wrong.ok, f"{STAGE.name} is registered as bool" in wrong.detail) == ("failed", True)
    assert (await server.search_attributes(client)).ok == "ok"


async def test_a_machine_with_everything_in_place_passes(site: Site) -> None:
    code, said, _ = await site.runs("doctor", "--json")
    findings = {found["name"]: found for found in json.loads(said)}
    assert code == 0
    assert {name for name, found in findings.items() if found["ok"] == "failed"} == set()
    assert {"server", "namespace", "search attributes", "clock", "health port"} <= set(findings)
    assert all(set(found) == {"name", "ok", "detail", "remedy"} for found in findings.values())


async def test_a_server_somebody_named_and_that_is_not_there_fails_the_machine(site: Site) -> None:
    site.environment |= {"TEMPORAL_ADDRESS": "localhost:1", "COLUMNS": "200"}
    code, said, _ = await site.runs("doctor")
    assert code == 1
    [line] = [line for line in said.splitlines() if line.startswith("failed")]
    assert line.rstrip().endswith("put TEMPORAL_ADDRESS right")


async def test_no_server_on_a_machine_of_ones_own_is_only_a_warning(site: Site) -> None:
    del site.environment["TEMPORAL_ADDRESS"]
    del site.environment["TEMPORAL_NAMESPACE"]
    site.environment["HOME"] = str(site.folder)
    _, said, _ = await site.runs("doctor", "--json")
    [found] = [found for found in json.loads(said) if found["name"] == "server"]
    answers = await asyncio.to_thread(machine.is_free, 7233)
    assert found["ok"] == ("warning" if answers else "ok")
