"""How every process that has spoken to Temporal ends: what is in flight lands before the loop is gone."""

import asyncio
import time
from collections.abc import Coroutine
from typing import Any, TypeVar

Answer = TypeVar("Answer")

BREATH_SECONDS = 0.05


def to_the_end(work: Coroutine[Any, Any, Answer]) -> Answer:
    """`asyncio.run`, with a breath before the loop closes and one after it.

    An answer on its way through the SDK's threads wants an open loop, else it is a traceback on stderr. And
    a thread that still lets go of the interpreter when that is torn down would crash it.
    """
    try:
        return asyncio.run(_and_a_breath(work))
    finally:
        time.sleep(BREATH_SECONDS)


async def _and_a_breath(work: Coroutine[Any, Any, Answer]) -> Answer:
    try:
        return await work
    finally:
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        await asyncio.sleep(BREATH_SECONDS)
