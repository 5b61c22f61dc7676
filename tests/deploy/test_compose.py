"""The compose file hangs together: order, health, storage, pinned images."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema  # type: ignore[import-untyped]
from click.testing import CliRunner

Services = dict[str, dict[str, Any]]


def schema_findings(file: Path) -> str:
    """What the compose schema has against this file; empty when it has nothing."""
    result = CliRunner().invoke(check_jsonschema, ["--builtin-schema", "vendor.compose-spec", str(file)])
    return "" if result.exit_code == 0 else result.output


def waits(services: Services) -> list[tuple[str, str, str]]:
    """(who waits, for whom, until when), over all services."""
    return [
        (name, other, rule["condition"])
        for name, service in services.items()
        for other, rule in service.get("depends_on", {}).items()
    ]


def mounts(services: Services) -> list[tuple[str, str, str]]:
    """(service, source, the rest of the mount), over all services."""
    return [
        (name, *volume.split(":", maxsplit=1))
        for name, service in services.items()
        for volume in service.get("volumes", [])
    ]


def test_the_compose_schema_has_nothing_against_the_file(root: Path) -> None:
    assert schema_findings(root / "docker-compose.yml") == ""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param("depends_on:", "dependson:", id="a service's key"),
        pytest.param("interval:", "intervall:", id="a health check's key"),
        pytest.param("condition: service_healthy", "condition: service_well", id="a condition"),
    ],
)
def test_the_compose_schema_notices_a_slip_of_the_pen(
    compose_text: str, tmp_path: Path, right: str, wrong: str
) -> None:
    assert right in compose_text
    slip = tmp_path / "docker-compose.yml"
    slip.write_text(compose_text.replace(right, wrong), encoding="utf-8")
    assert wrong.removeprefix("condition: ").rstrip(":") in schema_findings(slip)


def test_every_service_waits_only_for_services_that_exist(services: Services) -> None:
    assert {other for _, other, _ in waits(services)} <= set(services)


def test_whoever_is_waited_for_until_healthy_has_a_health_check(services: Services) -> None:
    waited_for = {other for _, other, condition in waits(services) if condition == "service_healthy"}
    assert waited_for == {"postgresql", "temporal"}
    assert [name for name in sorted(waited_for) if "test" not in services[name].get("healthcheck", {})] == []


def test_one_shot_jobs_are_exactly_those_somebody_waits_to_see_done(services: Services) -> None:
    waited_for = {o for _, o, condition in waits(services) if condition == "service_completed_successfully"}
    assert waited_for == {name for name, service in services.items() if service["restart"] == "no"}


def test_whatever_is_not_a_one_shot_job_comes_back_by_itself(services: Services) -> None:
    lasting = {name for name, service in services.items() if service["restart"] == "unless-stopped"}
    assert lasting == {"postgresql", "temporal", "temporal-ui", "worker", "webhooks"}


@pytest.mark.parametrize(
    ("first", "then"),
    [
        pytest.param("temporal-schema", "temporal", id="no server before its schema"),
        pytest.param("temporal-namespace", "set-up", id="no search attributes before their namespace"),
        pytest.param("set-up", "worker", id="no worker before its search attributes"),
        pytest.param("migrate", "worker", id="no worker before the register's tables"),
    ],
)
def test_one_shot_jobs_run_in_their_order(services: Services, first: str, then: str) -> None:
    assert (then, first, "service_completed_successfully") in waits(services)


def test_named_volumes_are_those_declared_and_every_mounted_file_exists(
    root: Path, compose: dict[str, Any], services: Services
) -> None:
    sources = {source for _, source, _ in mounts(services)}
    files = {source for source in sources if source.startswith(".")}
    assert sources - files == set(compose["volumes"])
    assert [file for file in sorted(files) if not (root / file).is_file()] == []


def test_mounted_files_cannot_be_written(services: Services) -> None:
    targets = {source: target for _, source, target in mounts(services) if source.startswith(".")}
    assert [source for source, target in targets.items() if not target.endswith(":ro")] == []


def test_every_image_is_pinned_to_a_full_version(services: Services) -> None:
    pinned = re.compile(r"[a-z/-]+:\d+\.\d+(\.\d+)?(-[a-z]+)?")
    assert [s["image"] for s in services.values() if not pinned.fullmatch(s["image"])] == []


def test_the_schema_tool_is_of_the_same_version_as_the_server(services: Services) -> None:
    tools, server = services["temporal-schema"]["image"], services["temporal"]["image"]
    assert tools.partition(":")[2] == server.partition(":")[2]


def test_our_image_carries_the_version_of_the_project(root: Path, services: Services) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    expected = f"{project['name']}:{project['version']}"
    ours = ("worker", "webhooks", "set-up", "migrate")
    assert {services[name]["image"] for name in ours} == {expected}


def test_the_servers_own_settings_file_is_where_the_server_looks(root: Path, services: Services) -> None:
    server = services["temporal"]
    source, target, _ = server["volumes"][0].split(":")
    assert server["environment"]["DYNAMIC_CONFIG_FILE_PATH"] == target
    settings = yaml.safe_load((root / source).read_text(encoding="utf-8"))
    assert settings
    assert all(set(entry) == {"value", "constraints"} for values in settings.values() for entry in values)
