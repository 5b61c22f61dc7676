"""Going round all that waits, a page at a time, and telling everybody theirs in its order.

However many do not listen, nobody behind them waits for them: a round ends early only where the server is
away, for then nobody can listen.
"""

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
    anybody_there: Callable[[], Awaitable[bool]],
) -> None:
    """Tell everybody what waits for them, some at once, for as long as there is `anybody_there`.

    `tell` tells one of them theirs; False: they did not listen to the end, so the rest of theirs waits too.
    """
    deaf: set[Hashable] = set()
    async for page in pages(read):
        theirs = _by_whom(page, whose)
        listeners = [who for who in theirs if who not in deaf]
        for begin in range(0, len(listeners), TOGETHER):
            some = listeners[begin : begin + TOGETHER]
            heard = await asyncio.gather(*(tell(theirs[who]) for who in some))
            deaf.update(who for who, listened in zip(some, heard, strict=True) if not listened)
            if not (all(heard) or await anybody_there()):
                return


def _by_whom(page: Iterable[Waiting], whose: Callable[[Waiting], Hashable]) -> dict[Hashable, list[Waiting]]:
    theirs: dict[Hashable, list[Waiting]] = {}
    for each in page:
        theirs.setdefault(whose(each), []).append(each)
    return theirs
