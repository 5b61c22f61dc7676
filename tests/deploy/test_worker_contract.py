"""What the deployment asks of our worker is what the worker offers."""

import re
from importlib.util import find_spec
from typing import Any

import pytest
import typer

from gateways.twilio_settings import TwilioSettings
from starter.verbs import app as starter
from worker.__main__ import app
from worker.settings import Settings
from workflows.contract import SEARCH_ATTRIBUTES

Services = dict[str, dict[str, Any]]

# PostgreSQL visibility has this many columns for custom search attributes, per namespace and type.
COLUMNS = {"BOOL": 3, "DATETIME": 3, "DOUBLE": 3, "INT": 3, "KEYWORD": 10, "KEYWORD_LIST": 3, "TEXT": 3}
LIMITS = ("texts_per_person", "texts_per_day", "texts_per_second")


def python_commands(services: Services) -> list[list[str]]:
    """The arguments after `python -m`, of every command and health check that runs Python."""
    commands = [service.get("command", []) for service in services.values()]
    checks = [service.get("healthcheck", {}).get("test", [])[1:] for service in services.values()]
    return [command[2:] for command in commands + checks if command[:2] == ["python", "-m"]]


def seconds(duration: str) -> int:
    """Seconds in a compose duration such as `1m30s`."""
    parts = re.fullmatch(r"(?:(\d+)m)?(?:(\d+)s)?", duration)
    assert parts is not None
    return 60 * int(parts[1] or 0) + int(parts[2] or 0)


def test_the_deployment_runs_the_worker_its_set_up_and_its_health_check(services: Services) -> None:
    door = ["starter", "webhooks", "--host", "0.0.0.0"]  # noqa: S104 - the container's own
    worker = [["worker", "set-up"], ["worker", "migrate"], ["worker"], ["worker", "healthy"]]
    expected = [*worker, door]
    assert sorted(python_commands(services)) == sorted(expected)


def test_every_module_run_with_python_can_be_run(services: Services) -> None:
    modules = {arguments[0] for arguments in python_commands(services)}
    assert [module for module in sorted(modules) if find_spec(f"{module}.__main__") is None] == []


def test_every_subcommand_is_one_its_program_has(services: Services) -> None:
    offered = {
        "worker": set(typer.main.get_group(app).commands),
        "starter": set(typer.main.get_group(starter).commands),
    }
    asked = [arguments[:2] for arguments in python_commands(services) if len(arguments) > 1]
    assert [verb for program, verb in asked if verb not in offered[program]] == []


def test_the_engine_waits_longer_than_the_worker_takes_to_drain(services: Services) -> None:
    patience = seconds(services["worker"]["stop_grace_period"])
    assert patience >= Settings().graceful_shutdown_seconds + 10


def test_settings_are_read_under_the_prefix_the_deployment_uses() -> None:
    assert Settings.model_config["env_prefix"] == "THROUGHLINE_"


def test_the_worker_takes_its_settings_from_the_container(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = services["worker"]["environment"]
    elsewhere = TwilioSettings.model_config["env_prefix"]
    ours = {
        name: value
        for name, value in environment.items()
        if name.startswith("THROUGHLINE_") and not name.startswith(elsewhere)
    }
    for name, value in ours.items():
        monkeypatch.setenv(name, value)
    read = {
        f"THROUGHLINE_{name.upper()}": str(value)
        for name, value in Settings().model_dump(mode="json").items()
    }
    own = {name for name, value in ours.items() if value and name in read}
    assert {"THROUGHLINE_REGISTER_URL", "THROUGHLINE_OUTBOX", "THROUGHLINE_POLICY"} <= own
    assert {f"THROUGHLINE_TEXTS_PER_{what}" for what in ("PERSON", "DAY", "SECOND")} <= own
    assert {name: read[name] for name in own} == {name: ours[name] for name in own}


def test_an_account_that_is_not_filled_in_is_no_account(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    prefix = TwilioSettings.model_config["env_prefix"]
    for name in ("worker", "webhooks"):
        given = {key: value for key, value in services[name]["environment"].items() if key.startswith(prefix)}
        assert {key.removeprefix(prefix).lower() for key in given} <= set(TwilioSettings.model_fields)
        for key, value in given.items():
            monkeypatch.setenv(key, value)
        assert not TwilioSettings().is_set


def test_an_image_built_without_a_build_id_leaves_worker_versioning_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("THROUGHLINE_BUILD_ID", "")
    assert not Settings().build_id


def test_the_search_attributes_fit_into_a_postgresql_namespace() -> None:
    types = [key.indexed_value_type.name for key in SEARCH_ATTRIBUTES]
    assert [kind for kind in sorted(set(types)) if types.count(kind) > COLUMNS[kind]] == []


def test_limits_not_said_are_those_the_worker_has_anyway(services: Services) -> None:
    environment, usual = services["worker"]["environment"], Settings()
    said = {name: environment[f"THROUGHLINE_{name.upper()}"] for name in LIMITS}
    assert {name: float(value) for name, value in said.items()} == {
        name: getattr(usual, name) for name in LIMITS
    }


def test_a_token_that_somebody_keeps_fresh_lies_where_the_worker_may_read_it_and_not_write(
    services: Services,
) -> None:
    worker = services["worker"]
    assert worker["environment"]["THROUGHLINE_RM_USER_TOKEN_FILE"] == ""
    assert "rm-tokens:/run/rm-tokens:ro" in worker["volumes"]
