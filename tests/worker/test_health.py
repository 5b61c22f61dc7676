"""Health over HTTP: two paths, and patience with whatever else is said to the port."""

import asyncio
from contextlib import suppress

import pytest

from worker.health import ask, health_server
from worker.problem import Problem
from worker.settings import Settings


async def well() -> str:
    return ""


async def unwell() -> str:
    return "draining"


CHECKS = {"/live": well, "/ready": unwell}


async def say(port: int, words: bytes) -> str:
    """The whole answer to these bytes, the line closed after them."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(words)
    writer.write_eof()
    answer = await asyncio.wait_for(reader.read(), 10)
    writer.close()
    await writer.wait_closed()
    return answer.decode()


@pytest.mark.parametrize(
    ("said", "status", "body"),
    [
        pytest.param(b"GET /live HTTP/1.1\r\nHost: x\r\n\r\n", "200 OK", "well\n", id="alive"),
        pytest.param(b"GET /live?verbose=1 HTTP/1.0\r\n\r\n", "200 OK", "well\n", id="with a question mark"),
        pytest.param(b"HEAD /live HTTP/1.1\r\n\r\n", "200 OK", "", id="head only"),
        pytest.param(b"GET /ready HTTP/1.1\r\n\r\n", "503 Service Unavailable", "draining\n", id="not ready"),
        pytest.param(b"GET / HTTP/1.1\r\n\r\n", "404 Not Found", "nothing here\n", id="another path"),
        pytest.param(b"GET /live/../ready HTTP/1.1\r\n\r\n", "404 Not Found", "nothing here\n", id="a climb"),
        pytest.param(
            b"POST /live HTTP/1.1\r\n\r\nx", "405 Method Not Allowed", "ask with GET\n", id="a post"
        ),
        pytest.param(b"", "400 Bad Request", "not a request\n", id="nothing"),
        pytest.param(b"\r\n\r\n", "400 Bad Request", "not a request\n", id="empty lines"),
        pytest.param(b"GET /live", "400 Bad Request", "not a request\n", id="half a line"),
        pytest.param(b"GET /live FTP/1\r\n\r\n", "400 Bad Request", "not a request\n", id="another protocol"),
        pytest.param(b"\x16\x03\x01\xff\x00\r\n\r\n", "400 Bad Request", "not a request\n", id="TLS"),
    ],
)
async def test_every_question_gets_one_whole_answer(said: bytes, status: str, body: str) -> None:
    async with health_server("127.0.0.1", 0, CHECKS) as port:
        answer = await say(port, said)
    head, _, rest = answer.partition("\r\n\r\n")
    assert head.splitlines()[0] == f"HTTP/1.1 {status}"
    assert rest == body


@pytest.mark.parametrize(
    "endless",
    [
        pytest.param(b"G" * 100_000, id="a line without end"),
        pytest.param(b"GET /live HTTP/1.1\r\n" + b"X: y\r\n" * 9_999 + b"\r\n", id="headers without end"),
    ],
)
async def test_who_goes_on_for_too_long_is_not_heard_out(endless: bytes) -> None:
    async with health_server("127.0.0.1", 0, CHECKS) as port:
        # Hung up on while still talking, a caller may miss the answer.
        with suppress(ConnectionError):
            assert "400 Bad Request" in await say(port, endless)
        assert "200 OK" in await say(port, b"GET /live HTTP/1.1\r\n\r\n")


async def test_garbage_does_not_keep_the_next_question_from_its_answer() -> None:
    async with health_server("127.0.0.1", 0, CHECKS) as port:
        await asyncio.gather(*(say(port, bytes([number]) * number) for number in range(1, 100)))
        assert "200 OK" in await say(port, b"GET /live HTTP/1.1\r\n\r\n")


async def test_somebody_who_says_nothing_does_not_hold_the_others_up() -> None:
    async with health_server("127.0.0.1", 0, CHECKS) as port:
        _, silent = await asyncio.open_connection("127.0.0.1", port)
        assert "200 OK" in await say(port, b"GET /live HTTP/1.1\r\n\r\n")
        silent.close()
        await silent.wait_closed()


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        pytest.param("/live", (True, "well"), id="well"),
        pytest.param("/ready", (False, "draining"), id="not well"),
    ],
)
async def test_asking_gives_the_workers_own_words(path: str, answer: tuple[bool, str]) -> None:
    async with health_server("127.0.0.1", 0, CHECKS) as port:
        settings = Settings(health_host="0.0.0.0", health_port=port)  # noqa: S104 - everywhere, so here too
        assert await asyncio.to_thread(ask, settings, path) == answer


async def test_a_port_that_is_taken_is_one_clear_line() -> None:
    async with health_server("127.0.0.1", 0, CHECKS) as port:
        with pytest.raises(Problem, match=f"127.0.0.1:{port} .* - stop what listens there"):
            async with health_server("127.0.0.1", port, CHECKS):
                raise AssertionError("two servers on one port")


def test_asking_where_the_health_server_is_off_says_so() -> None:
    with pytest.raises(Problem, match="switched off: THROUGHLINE_HEALTH_PORT is 0"):
        ask(Settings(health_port=0), "/ready")


def test_asking_where_nothing_runs_says_so() -> None:
    with pytest.raises(Problem, match=r"no worker answers on 127\.0\.0\.1:1"):
        ask(Settings(health_port=1), "/ready")
