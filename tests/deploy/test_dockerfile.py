"""The image: two stages, hashed dependencies, nobody's root, and only what the worker needs."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

Instructions = list[tuple[str, str]]


@pytest.fixture(scope="module")
def instructions(root: Path) -> Instructions:
    """(keyword, arguments) in order; comments dropped, continued lines joined."""
    lines = (root / "deploy/Dockerfile").read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if line and not line.startswith("#"))
    joined = re.sub(r"\s*\\\n\s*", " ", text).splitlines()
    return [(keyword, arguments) for keyword, _, arguments in (line.partition(" ") for line in joined)]


@pytest.fixture(scope="module")
def final_stage(instructions: Instructions) -> Instructions:
    last = max(i for i, (keyword, _) in enumerate(instructions) if keyword == "FROM")
    return instructions[last:]


@pytest.fixture(scope="module")
def copied(instructions: Instructions) -> set[str]:
    """What is copied out of the repository."""
    sources = {arguments.split()[0] for keyword, arguments in instructions if keyword == "COPY"}
    return {source for source in sources if not source.startswith("--from=")}


def only(instructions: Instructions, keyword: str) -> str:
    [arguments] = [found for name, found in instructions if name == keyword]
    return arguments


def test_dependencies_are_installed_in_a_stage_that_is_left_behind(
    instructions: Instructions, final_stage: Instructions
) -> None:
    stages = [arguments for keyword, arguments in instructions if keyword == "FROM"]
    assert stages == ["python:3.11-slim-bookworm AS build", "python:3.11-slim-bookworm"]
    assert "COPY --from=build /opt/venv /opt/venv" in {" ".join(step) for step in final_stage}
    assert not [run for keyword, run in final_stage if keyword == "RUN" and "pip" in run]


def test_dependencies_come_from_the_lock_with_their_hashes(instructions: Instructions) -> None:
    [install] = [run for keyword, run in instructions if keyword == "RUN" and "pip install" in run]
    assert install.endswith("--require-hashes --no-deps -r requirements.lock")


def test_the_container_runs_as_nobody_in_particular(
    final_stage: Instructions, services: dict[str, Any]
) -> None:
    assert only(final_stage, "USER") == services["worker"]["user"] == "10001:10001"
    after = [keyword for keyword, _ in final_stage][[keyword for keyword, _ in final_stage].index("USER") :]
    assert set(after) == {"USER", "HEALTHCHECK", "CMD"}


def test_commands_take_the_exec_form_so_that_signals_reach_the_worker(final_stage: Instructions) -> None:
    assert json.loads(only(final_stage, "CMD")) == ["python", "-m", "worker"]
    _, _, check = only(final_stage, "HEALTHCHECK").partition(" CMD ")
    assert json.loads(check) == ["python", "-m", "worker", "healthy"]


def test_the_compose_file_runs_what_the_image_would(
    final_stage: Instructions, services: dict[str, Any]
) -> None:
    worker = services["worker"]
    assert json.loads(only(final_stage, "CMD")) == worker["command"]
    options, _, check = only(final_stage, "HEALTHCHECK").partition(" CMD ")
    assert ["CMD", *json.loads(check)] == worker["healthcheck"]["test"]
    stated = {name.replace("-", "_"): value for name, value in re.findall(r"--([a-z-]+)=(\w+)", options)}
    assert stated == {name: str(value) for name, value in worker["healthcheck"].items() if name != "test"}


@pytest.mark.parametrize(
    "setting",
    [
        pytest.param("PYTHONUNBUFFERED=1", id="a log line is not lost in a buffer"),
        pytest.param("PYTHONDONTWRITEBYTECODE=1", id="nothing is written where it runs"),
        pytest.param('PYTHONTZPATH=""', id="time zones come from the pinned package"),
        pytest.param("THROUGHLINE_BUILD_ID=$BUILD_ID", id="the build names itself"),
    ],
)
def test_the_image_sets(final_stage: Instructions, setting: str) -> None:
    assert setting in {part for keyword, env in final_stage if keyword == "ENV" for part in env.split()}


def test_the_build_id_is_empty_unless_given(final_stage: Instructions, services: dict[str, Any]) -> None:
    assert only(final_stage, "ARG") == 'BUILD_ID=""'
    assert services["worker"]["build"]["args"] == {"BUILD_ID": ""}


def test_the_image_holds_the_rooms_that_the_package_holds(root: Path, copied: set[str]) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    rooms = project["tool"]["setuptools"]["packages"]["find"]["include"]
    # A room's folder is copied with everything in it.
    assert copied == {room.replace("*", "/") for room in rooms} | {"requirements.lock"}


def test_everything_copied_exists(root: Path, copied: set[str]) -> None:
    assert [source for source in sorted(copied) if not (root / source).exists()] == []


def test_nothing_but_what_is_copied_reaches_the_build(root: Path, copied: set[str]) -> None:
    lines = (root / ".dockerignore").read_text(encoding="utf-8").splitlines()
    patterns = [line for line in lines if line and not line.startswith("#")]
    assert patterns[0] == "*"
    assert {pattern.removeprefix("!") for pattern in patterns if pattern.startswith("!")} == copied


def test_the_compose_file_builds_this_image_from_the_top_of_the_repository(
    root: Path, services: dict[str, Any]
) -> None:
    build = services["worker"]["build"]
    assert services["set-up"]["build"] == build
    assert (root / build["context"] / build["dockerfile"]).samefile(root / "deploy/Dockerfile")
