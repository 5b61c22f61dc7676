"""Rules of the house, as tests: sizes, names, and that nothing of one machine is in the repository."""

import ast
import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
ROOMS = (
    "interventions",
    "activities",
    "gateways",
    "workflows",
    "worker",
    "starter",
    "demo",
    "examples",
    "bench",
)
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_SHELL = 250, 40, 200
REFUSED_NAMES = {"utils", "helpers", "common", "manager", "misc", "models", "services"}


def tracked(pattern: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", pattern],
        cwd=HOUSE,
        check=True,
        capture_output=True,
        text=True,
    )
    return [HOUSE / name for name in listed.stdout.splitlines() if (HOUSE / name).is_file()]


def functions() -> Iterator[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path in tracked("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path, node


def test_no_python_file_is_too_long_to_read_in_one_go() -> None:
    lengths = {str(p.relative_to(HOUSE)): len(p.read_text("utf-8").splitlines()) for p in tracked("*.py")}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_too_long_to_see_at_once() -> None:
    too_long = {
        f"{path.relative_to(HOUSE)}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path, node in functions()
        if (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    }
    assert too_long == {}


def test_the_durable_shell_does_not_grow() -> None:
    shell = (HOUSE / "workflows" / "intervention.py").read_text("utf-8")
    assert len(shell.splitlines()) < LONGEST_SHELL


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [path for path in tracked("*.py") if path.stem in REFUSED_NAMES] == []


@pytest.mark.parametrize("room", ROOMS)
def test_each_plain_package_name_is_ours(room: str) -> None:
    found = importlib.util.find_spec(room)
    assert found is not None
    assert found.origin is not None
    assert Path(found.origin).is_relative_to(HOUSE)


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_says_in_a_sentence_what_it_is(room: str) -> None:
    for path in (HOUSE / room).rglob("*.py"):
        doc = ast.get_docstring(ast.parse(path.read_text("utf-8")))
        assert doc, path
        assert doc[0].isupper(), path


def test_nobody_is_mocked() -> None:
    banned = re.compile(r"mock\.patch|monkeypatch\.setattr|mocker\.")
    assert [
        path for path in tracked("*.py") if path != Path(__file__) and banned.search(path.read_text("utf-8"))
    ] == []


def test_no_test_is_skipped() -> None:
    banned = re.compile(r"pytest\.(mark\.)?(skip|xfail)")
    assert [
        path for path in tracked("*.py") if path != Path(__file__) and banned.search(path.read_text("utf-8"))
    ] == []


def test_locks_pin_by_hash_and_name_no_host() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (HOUSE / lock).read_text("utf-8")
        assert "http" not in re.sub(r"^httpx?\S*==.*$", "", text, flags=re.MULTILINE).replace("aiohttp", "")
        pins = [line for line in text.splitlines() if re.match(r"^[a-z0-9]", line)]
        assert all("==" in pin for pin in pins)
        assert text.count("--hash=sha256:") >= len(pins)


def test_the_core_reads_no_clock_and_rolls_no_dice() -> None:
    banned = re.compile(r"datetime\.now|date\.today|time\.time\(|uuid4|random\.|os\.environ")
    core = (HOUSE / "interventions").rglob("*.py")
    assert [path for path in core if banned.search(path.read_text("utf-8"))] == []


def test_importing_the_workflow_loads_no_vendor() -> None:
    code = (
        "import sys, workflows.intervention;"
        "print([m for m in ('sqlalchemy', 'twilio', 'jinja2') if m in sys.modules])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code],
        cwd=HOUSE,
        check=True,
        capture_output=True,
        text=True,
    )
    assert answer.stdout.strip() == "[]"


def test_every_message_and_fact_can_be_decoded_in_a_fresh_process() -> None:
    """The sandbox decodes by type alone: a type that waits for another would refuse every message."""
    code = (
        "from interventions.messages import NAMES\n"
        "from interventions.facts import Entry\n"
        "print([kind.__name__ for kind in (*NAMES, Entry) if not kind.__pydantic_complete__])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=HOUSE, check=True, capture_output=True, text=True
    )
    assert answer.stdout.strip() == "[]"


def test_steps_of_the_database_follow_one_another() -> None:
    """Two that were drafted at once would both follow the same step: the later one takes the next number."""
    files = sorted(path.name for path in tracked("gateways/migrations/versions/r*.py"))
    texts = [(HOUSE / "gateways/migrations/versions" / name).read_text("utf-8") for name in files]
    assert [name[:5] for name in files] == [f"r{number:04}" for number in range(1, len(files) + 1)]
    assert [re.findall(r'^revision: str = "(\d+)"', text, re.M) for text in texts] == [
        [name[1:5]] for name in files
    ]
    for before, text in zip(files, texts[1:], strict=False):
        assert f'= "{before[1:5]}"' in text.split("down_revision", 1)[1].splitlines()[0]
