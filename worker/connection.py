"""The connection to Temporal, from Temporal's own environment configuration and nothing else."""

import asyncio
import os
import re
from datetime import timedelta
from pathlib import Path

from temporalio.api.workflowservice.v1 import DescribeNamespaceRequest
from temporalio.client import Client
from temporalio.envconfig import ClientConfig, ClientConnectConfig
from temporalio.runtime import Runtime
from temporalio.service import RPCError, RPCStatusCode

from worker.problem import Problem
from workflows.contract import DATA_CONVERTER

LOCAL_SERVER = "localhost:7233"
PATIENCE = timedelta(seconds=10)
SAFE_DETAIL = re.compile(r"line \d+|unknown field `\w+`|[Pp]rofile '[^']*' not found")
REASONS = ("connection refused", "dns error", "certificate", "unauthenticated", "permission denied")


def connection_config() -> ClientConnectConfig:
    """What Temporal's environment and configuration file say, read strictly. It may hold an API key.

    Raises:
        Problem: no such profile or file, an unknown key, or a file that does not parse.
    """
    chosen = os.environ.get("TEMPORAL_CONFIG_FILE")
    if chosen and not Path(chosen).is_file():
        raise Problem("Temporal's configuration: TEMPORAL_CONFIG_FILE names a file that is not there")
    try:
        return ClientConfig.load_client_connect_config(config_file_strict=True)
    except OSError as error:
        raise Problem(f"Temporal's configuration: {error.filename}: {error.strerror}") from None
    except Exception as error:  # noqa: BLE001 - the SDK's own class for this is private
        # The message quotes the file, and the file may hold a key.
        detail = ", ".join(SAFE_DETAIL.findall(str(error))) or type(error).__name__
        raise Problem(f"Temporal's configuration: {detail}") from None


async def connect(*, runtime: Runtime | None = None) -> Client:
    """Connect as this process: the identity is the service and the process id, never a person.

    Raises:
        Problem: the configuration is wrong, or no Temporal server answers in time.
    """
    config = connection_config()
    remedy = "" if "target_host" in config else "type `make up`, or set TEMPORAL_ADDRESS"
    target = config.setdefault("target_host", LOCAL_SERVER)
    identity = f"throughline-worker-{os.getpid()}"
    attempt = Client.connect(**config, data_converter=DATA_CONVERTER, identity=identity, runtime=runtime)
    try:
        return await asyncio.wait_for(attempt, PATIENCE.total_seconds())
    except (RuntimeError, ValueError, TimeoutError) as error:
        raise Problem(f"no Temporal server answers at {target} ({_why(error)})", remedy) from None


async def find_namespace(client: Client) -> None:
    """Make sure that the client's namespace exists.

    Raises:
        Problem: it does not, or it cannot be looked up.
    """
    request = DescribeNamespaceRequest(namespace=client.namespace)
    try:
        await client.workflow_service.describe_namespace(request, timeout=PATIENCE)
    except RPCError as error:
        if error.status is not RPCStatusCode.NOT_FOUND:
            raise Problem(f"namespace {client.namespace} cannot be looked up: {error.status.name}") from None
        create = f"temporal operator namespace create --namespace {client.namespace} --retention 30d"
        raise Problem(f"namespace {client.namespace} does not exist", f"type `{create}`") from None


def _why(error: Exception) -> str:
    said = str(error).lower()
    return next((reason for reason in REASONS if reason in said), "no connection within reach")
