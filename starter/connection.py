"""The starter's own connection to Temporal, from Temporal's own environment configuration."""

import asyncio
import os
from datetime import timedelta
from pathlib import Path

from temporalio.client import Client
from temporalio.envconfig import ClientConfig, ClientConnectConfig

from workflows.contract import DATA_CONVERTER

LOCAL_SERVER = "localhost:7233"
PATIENCE = timedelta(seconds=10)


class Unreachable(Exception):
    """Nobody answers: one line that says where we knocked and what to try. It never holds a key."""


async def connect(*, lazy: bool = False) -> Client:
    """Connect as this process, which names nobody: who speaks stands in each message.

    A `lazy` client knocks when it first has something to say, so that whoever holds it can start without.

    Raises:
        Unreachable: Temporal's configuration cannot be read, or no server answers in time.
    """
    config = _configured()
    advice = "" if "target_host" in config else " - type `make up`, or set TEMPORAL_ADDRESS"
    target = config.setdefault("target_host", LOCAL_SERVER)
    identity = f"throughline-starter@{os.getpid()}"
    attempt = Client.connect(**config, data_converter=DATA_CONVERTER, identity=identity, lazy=lazy)
    try:
        return await asyncio.wait_for(attempt, PATIENCE.total_seconds())
    except (RuntimeError, ValueError, TimeoutError):
        raise Unreachable(f"no Temporal server answers at {target}{advice}") from None


def _configured() -> ClientConnectConfig:
    chosen = os.environ.get("TEMPORAL_CONFIG_FILE")
    if chosen and not Path(chosen).is_file():
        raise Unreachable("Temporal's configuration: TEMPORAL_CONFIG_FILE names a file that is not there")
    try:
        return ClientConfig.load_client_connect_config()
    except Exception as error:  # noqa: BLE001 - the SDK's own class for this is private
        # Its words quote the file, and the file may hold a key.
        what = type(error).__name__
        raise Unreachable(f"Temporal's configuration cannot be read ({what}) - type `make doctor`") from None
