"""Letting many callers go at the same instant."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

Said = TypeVar("Said")


def all_at_once(calls: Sequence[Callable[[], Said]]) -> list[Said]:
    """What each call answered, every one started when the last was ready."""
    ready = Barrier(len(calls))

    def go(call: Callable[[], Said]) -> Said:
        ready.wait(timeout=30)
        return call()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(go, calls))
