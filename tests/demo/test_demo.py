"""`python -m demo` from its first line to its last, and every way it may not be able to go on."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent.parent
PERSON = {
    "referral_id",
    "pathways",
    "complexities",
    "ending",
    "sessions_planned",
    "sessions_held",
    "minutes",
    "texts",
    "letters",
    "documents",
    "clocks",
}


def ports() -> list[str]:
    """Two ports that are free, as options."""
    with socket.socket() as one, socket.socket() as two:
        for each in (one, two):
            each.bind(("127.0.0.1", 0))
        return ["--port", str(one.getsockname()[1]), "--ui-port", str(two.getsockname()[1])]


def demo(folder: Path, *options: str, **environment: str) -> "subprocess.Popen[str]":
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("THROUGHLINE_")}
    return subprocess.Popen(
        [sys.executable, "-m", "demo", *(options or ports())],
        cwd=folder,
        env=inherited | {"PYTHONPATH": str(HOUSE)} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
    )


def servers_of(folder: Path) -> list[str]:
    """The command lines of servers that keep their state here; they are told the folder in no other way."""
    running = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().decode().split("\0")
            if "start-dev" in command and (process / "cwd").resolve() == folder.resolve():
                running.append(process.name)
        except OSError:
            continue
    return running


@pytest.mark.timeout(240)
def test_six_people_go_through_the_service_and_leave_a_summary(tmp_path: Path) -> None:
    run = demo(tmp_path)
    out, err = run.communicate(timeout=220)
    assert run.returncode == 0, err
    people = json.loads((tmp_path / ".throughline" / "summary.json").read_text("utf-8"))
    assert len(people) == 6
    assert {(p["pathways"][0], p["complexities"][0]) for p in people} == {
        (pathway, complexity)
        for pathway in ("lifestyle-and-associates", "family-and-significant-others")
        for complexity in ("low", "medium", "high")
    }
    for person in people:
        assert set(person) == PERSON
        assert person["ending"] == "completed"
        assert person["sessions_held"] >= person["sessions_planned"]
        assert {"name", "due", "state"} == set(person["clocks"][0])
        assert f"intervention-{person['referral_id']}" in out
    outbox = tmp_path / ".throughline" / "demo" / "outbox"
    assert len(list((outbox / "documents").glob("*/end-of-service-report/document.*"))) == 6
    assert len(list((outbox / "texts").rglob("*.json"))) == sum(person["texts"] for person in people)
    assert servers_of(tmp_path) == []


def fails_in_one_line(run: "subprocess.Popen[str]") -> str:
    _, err = run.communicate(timeout=100)
    assert run.returncode == 1
    (line,) = err.strip().splitlines()
    assert line.startswith("throughline: ")
    return line


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert f"port {port} is taken" in fails_in_one_line(demo(tmp_path, "--port", port))
    assert servers_of(tmp_path) == []


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / ".throughline").write_text("in the way")
    assert "cannot write to .throughline" in fails_in_one_line(demo(tmp_path))
    assert servers_of(tmp_path) == []


@pytest.mark.parametrize("name", ["TWILIO_ACCOUNT_SID", "THROUGHLINE_TWILIO_AUTH_TOKEN", "NOTIFY_API_KEY"])
def test_nobody_invented_is_written_to_through_a_real_provider(tmp_path: Path, name: str) -> None:
    line = fails_in_one_line(demo(tmp_path, **{name: "AC0123456789"}))
    assert name in line
    assert "AC0123456789" not in line
    assert not (tmp_path / ".throughline").exists()


def test_a_server_that_dies_ends_the_demo_and_leaves_nothing_running(tmp_path: Path) -> None:
    run = demo(tmp_path)
    deadline = time.monotonic() + 60
    while not (found := servers_of(tmp_path)):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    time.sleep(3)
    os.kill(int(found[0]), signal.SIGKILL)
    assert "the Temporal server died" in fails_in_one_line(run)
    assert servers_of(tmp_path) == []


def test_a_demo_that_is_stopped_leaves_nothing_running(tmp_path: Path) -> None:
    run = demo(tmp_path)
    deadline = time.monotonic() + 60
    while not servers_of(tmp_path):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    time.sleep(3)
    run.send_signal(signal.SIGINT)
    assert "stopped before the end" in fails_in_one_line(run)
    assert servers_of(tmp_path) == []
