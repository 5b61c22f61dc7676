"""What the deployment keeps shut: ports, privileges, passwords, and where anything may be written."""

import re
from pathlib import Path
from typing import Any

import pytest

Services = dict[str, dict[str, Any]]


def test_every_port_is_bound_to_this_machine_alone(services: Services) -> None:
    ports = [port for service in services.values() for port in service.get("ports", [])]
    assert ports == ["127.0.0.1:7233:7233", "127.0.0.1:8233:8080", "127.0.0.1:8082:8082"]


@pytest.mark.parametrize("name", ["worker", "webhooks", "set-up", "migrate"])
def test_our_containers_are_given_nothing_they_do_not_need(services: Services, name: str) -> None:
    service = services[name]
    assert service["user"] == "10001:10001"
    assert service["read_only"] is True
    assert service["tmpfs"] == ["/tmp"]  # noqa: S108 - the container's, not ours
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["init"] is True


def test_no_container_may_gain_privileges_and_every_log_is_bounded(services: Services) -> None:
    assert {name for name, s in services.items() if "no-new-privileges:true" in s["security_opt"]} == set(
        services
    )
    assert {name for name, s in services.items() if "max-size" in s["logging"]["options"]} == set(services)


def test_what_the_worker_writes_lies_on_its_volume(services: Services) -> None:
    worker = services["worker"]
    folders = [volume.split(":")[1] for volume in worker["volumes"] if not volume.endswith(":ro")]
    assert folders == ["/var/lib/throughline"]
    assert worker["environment"]["THROUGHLINE_OUTBOX"].startswith(f"{folders[0]}/")


def test_no_password_is_written_down(root: Path, compose_text: str) -> None:
    secrets = {line.strip() for line in compose_text.splitlines() if re.search(r"(PASSWORD|PWD): ", line)}
    assert secrets
    assert {secret.partition(": ")[2] for secret in secrets} == {"${POSTGRES_PASSWORD:?say so in .env}"}
    assert "\nPOSTGRES_PASSWORD=\n" in (root / "deploy/example.env").read_text(encoding="utf-8")


def test_the_example_environment_names_every_variable_and_repeats_its_default(
    root: Path, compose_text: str, variables: frozenset[str]
) -> None:
    lines = (root / "deploy/example.env").read_text(encoding="utf-8").splitlines()
    example = dict(line.split("=", maxsplit=1) for line in lines if line and not line.startswith("#"))
    assert set(example) == variables
    asked = {
        name: f"${{{name}:-{default}}}" for name, default in example.items() if name != "POSTGRES_PASSWORD"
    }
    assert [name for name, default in asked.items() if default not in compose_text] == []
