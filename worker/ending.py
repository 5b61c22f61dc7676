"""How every process that has spoken to Temporal ends."""

import asyncio
import time
from collections.abc import Coroutine
from typing import Any, TypeVar

Answer = TypeVar("Answer")
BREATH_SECONDS = 0.05


def to_the_end(work: Coroutine[Any, Any, Answer]) -> Answer:
    """`asyncio.run`, and then a breath."""
    try:
        return asyncio.run(work)
    finally:
        # The SDK's threads may still be letting go of the interpreter; if it ended first they would crash it.
        time.sleep(BREATH_SECONDS)
