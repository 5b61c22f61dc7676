"""Finding the server: Temporal's own configuration, strictly read, and plain words when it is wrong."""

import os
from pathlib import Path

import pytest
from temporalio.testing import WorkflowEnvironment

from tests.worker.conftest import address_of
from worker.connection import connect, connection_config
from worker.problem import Problem


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("TEMPORAL_")]:
        monkeypatch.delenv(name)
    # Where the SDK looks for a configuration file nobody named.
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


@pytest.fixture
def config_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "temporal.toml"
    monkeypatch.setenv("TEMPORAL_CONFIG_FILE", str(path))
    return path


async def test_the_environment_says_where_the_server_is(
    temporal: WorkflowEnvironment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEMPORAL_ADDRESS", address_of(temporal))
    monkeypatch.setenv("TEMPORAL_NAMESPACE", "elsewhere")
    client = await connect()
    assert (client.service_client.config.target_host, client.namespace) == (address_of(temporal), "elsewhere")


async def test_a_profile_says_where_the_server_is(
    temporal: WorkflowEnvironment, config_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config_file.write_text(f'[profile.north]\naddress = "{address_of(temporal)}"\nnamespace = "north"\n')
    monkeypatch.setenv("TEMPORAL_PROFILE", "north")
    assert (await connect()).namespace == "north"


async def test_a_worker_is_known_by_the_service_and_its_process(
    temporal: WorkflowEnvironment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEMPORAL_ADDRESS", address_of(temporal))
    assert (await connect()).identity == f"throughline-worker-{os.getpid()}"


def test_with_nothing_said_nothing_is_chosen() -> None:
    assert connection_config() == {}


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        pytest.param(
            '[profile.default]\nadress = "x"\n', "line 2, unknown field `adress`", id="misspelt key"
        ),
        pytest.param('[profile.default\naddress = "x"\n', "line 1", id="not TOML"),
        pytest.param('[profile.other]\naddress = "x"\n', "Profile 'north' not found", id="no such profile"),
    ],
)
def test_a_wrong_configuration_file_is_one_clear_line(
    written: str, complaint: str, config_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config_file.write_text(written)
    if "north" in complaint:
        monkeypatch.setenv("TEMPORAL_PROFILE", "north")
    with pytest.raises(Problem) as problem:
        connection_config()
    assert str(problem.value) == f"Temporal's configuration: {complaint}"


def test_a_key_in_a_broken_configuration_file_is_not_repeated(config_file: Path) -> None:
    config_file.write_text('[profile.default]\napi_kye = "hunter2"\n')
    with pytest.raises(Problem) as problem:
        connection_config()
    assert "hunter2" not in str(problem.value)


def test_a_configuration_file_that_is_not_there_is_not_passed_over(config_file: Path) -> None:
    assert not config_file.exists()
    with pytest.raises(Problem, match="TEMPORAL_CONFIG_FILE names a file that is not there"):
        connection_config()


def test_a_certificate_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEMPORAL_TLS_CLIENT_CERT_PATH", "missing.pem")
    with pytest.raises(Problem, match=r"missing\.pem: No such file"):
        connection_config()


@pytest.mark.parametrize(
    "address",
    [pytest.param("localhost:1", id="nothing listens"), pytest.param("no where", id="no such name")],
)
async def test_a_server_that_does_not_answer_is_one_clear_line(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEMPORAL_ADDRESS", address)
    with pytest.raises(Problem, match=f"^no Temporal server answers at {address} \\([a-z ]+\\)$"):
        await connect()
