"""Going round all that waits, a page at a time, and telling everybody theirs in its order."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable, Iterable, Sequence
from typing import TypeVar

# How many are told at once.
TOGETHER = 20
Waiting = TypeVar("Waiting")
Read = Callable[[Waiting | None], Sequence[Waiting]]


async def pages(read: Read[Waiting]) -> AsyncIterator[Sequence[Waiting]]:
    """All there is, a page at a time. `read` reads the page after something; after the last, an empty one."""
    after: Waiting | None = None
    while page := await asyncio.to_thread(read, after):
        yield page
        after = page[-1]


async def go_round(
    read: Read[Waiting],
    whose: Callable[[Waiting], Hashable],
    tell: Callable[[Sequence[Waiting]], Awaitable[bool]],
) -> None:
    """Tell everybody what waits for them, some at once, until none of these listens: look again later.

    `tell` tells one of them theirs; False: they did not listen to the end, so the rest of theirs waits too.
    """
    deaf: set[Hashable] = set()
    async for page in pages(read):
        theirs = _by_whom(page, whose)
        listeners = [who for who in theirs if who not in deaf]
        for begin in range(0, len(listeners), TOGETHER):
            some = listeners[begin : begin + TOGETHER]
            heard = await asyncio.gather(*(tell(theirs[who]) for who in some))
            if not any(heard):
                return
            deaf.update(who for who, listened in zip(some, heard, strict=True) if not listened)


def _by_whom(page: Iterable[Waiting], whose: Callable[[Waiting], Hashable]) -> dict[Hashable, list[Waiting]]:
    theirs: dict[Hashable, list[Waiting]] = {}
    for each in page:
        theirs.setdefault(whose(each), []).append(each)
    return theirs
