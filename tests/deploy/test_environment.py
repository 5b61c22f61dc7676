"""Every environment name a container is given is one that its program reads."""

from typing import Any

import pytest
from sqlalchemy import make_url
from temporalio.envconfig import ClientConfigProfile

from gateways.notify.settings import NotifySettings
from gateways.twilio_settings import TwilioSettings
from worker.settings import Settings

Services = dict[str, dict[str, Any]]

# What the SDK and the `temporal` command read: Temporal's documented environment configuration.
CLIENT = frozenset(
    {
        "TEMPORAL_ADDRESS",
        "TEMPORAL_NAMESPACE",
        "TEMPORAL_API_KEY",
        "TEMPORAL_PROFILE",
        "TEMPORAL_CONFIG_FILE",
        "TEMPORAL_TLS",
        "TEMPORAL_TLS_CLIENT_CERT_PATH",
        "TEMPORAL_TLS_CLIENT_CERT_DATA",
        "TEMPORAL_TLS_CLIENT_KEY_PATH",
        "TEMPORAL_TLS_CLIENT_KEY_DATA",
        "TEMPORAL_TLS_SERVER_CA_CERT_PATH",
        "TEMPORAL_TLS_SERVER_CA_CERT_DATA",
        "TEMPORAL_TLS_SERVER_NAME",
        "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION",
    }
)
OURS = frozenset(
    kind.model_config["env_prefix"] + field.upper()
    for kind in (Settings, TwilioSettings, NotifySettings)
    for field in kind.model_fields
)
# What each image documents, as far as we use it.
READ_BY = {
    "postgres": frozenset({"POSTGRES_USER", "POSTGRES_PASSWORD"}),
    "temporalio/server": frozenset(
        {
            "DB",
            "DB_PORT",
            "POSTGRES_SEEDS",
            "POSTGRES_USER",
            "POSTGRES_PWD",
            "BIND_ON_IP",
            "NUM_HISTORY_SHARDS",
            "DYNAMIC_CONFIG_FILE_PATH",
        }
    ),
    "temporalio/admin-tools": CLIENT
    | {"SQL_PLUGIN", "SQL_HOST", "SQL_PORT", "SQL_USER", "SQL_PASSWORD", "NAMESPACE_RETENTION"},
    "temporalio/ui": frozenset(
        {
            "TEMPORAL_ADDRESS",
            "TEMPORAL_DEFAULT_NAMESPACE",
            "TEMPORAL_CORS_ORIGINS",
            "TEMPORAL_NOTIFY_ON_NEW_VERSION",
        }
    ),
    "throughline": CLIENT | OURS,
}


def test_every_environment_name_is_one_that_its_program_reads(services: Services) -> None:
    unread = {
        (name, variable)
        for name, service in services.items()
        for variable in service.get("environment", {})
        if variable not in READ_BY[service["image"].partition(":")[0]]
    }
    assert unread == set()


def test_every_value_is_text_as_environments_are(services: Services) -> None:
    values = [value for service in services.values() for value in service.get("environment", {}).values()]
    assert [value for value in values if not isinstance(value, str)] == []


@pytest.mark.parametrize("name", ["worker", "webhooks", "set-up"])
def test_temporals_own_configuration_finds_the_server_and_the_namespace(
    services: Services, name: str
) -> None:
    environment = services[name]["environment"]
    profile = ClientConfigProfile.load(disable_file=True, override_env_vars=environment)
    assert (profile.address, profile.namespace) == ("temporal:7233", "throughline")


def test_worker_namespace_job_and_web_ui_speak_of_one_namespace(services: Services) -> None:
    worker, job = (services[name]["environment"] for name in ("worker", "temporal-namespace"))
    shown = services["temporal-ui"]["environment"]["TEMPORAL_DEFAULT_NAMESPACE"]
    assert worker["TEMPORAL_NAMESPACE"] == job["TEMPORAL_NAMESPACE"] == shown


def test_the_worker_opens_the_register_that_was_migrated_on_the_database_that_is_there(
    services: Services,
) -> None:
    worker, migrate = (
        services[name]["environment"]["THROUGHLINE_REGISTER_URL"] for name in ("worker", "migrate")
    )
    place = make_url(worker.replace("${POSTGRES_PASSWORD:?say so in .env}", "secret"))
    assert worker == migrate
    assert place.get_backend_name() == "postgresql"
    assert (place.host, place.port, place.database) == ("postgresql", 5432, "throughline")
    assert place.username == services["postgresql"]["environment"]["POSTGRES_USER"]


def test_the_server_signs_in_as_the_database_knows_it(services: Services) -> None:
    database, schema, server = (
        services[name]["environment"] for name in ("postgresql", "temporal-schema", "temporal")
    )
    assert database["POSTGRES_USER"] == schema["SQL_USER"] == server["POSTGRES_USER"]
    assert schema["SQL_HOST"] == server["POSTGRES_SEEDS"] == "postgresql"
    assert schema["SQL_PLUGIN"] == server["DB"]
