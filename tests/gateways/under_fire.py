"""Writing on while the database is taken away and given back: as the activities do, again and again."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import monotonic, sleep
from uuid import UUID

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection

from gateways.sql_projection import SqlProjection
from gateways.sql_register import SqlRegister
from interventions.facts import Entry
from tests.figures.telling import entries_of
from tests.gateways.another_hand import rows

STORIES = ("lifestyle-low", "family-low", "lifestyle-medium", "family-medium")
AWAY = (DBAPIError, NoConnection)
# How long one page may take to be written, however often it is tried: past every outage of these tests.
LONG = 100


def again_and_again(say: Callable[[], object]) -> int:
    """Say it until it is heard; how often it was not."""
    until, unheard = monotonic() + LONG, 0
    while True:
        try:
            say()
        except AWAY:
            assert monotonic() < until, "never heard"
            unheard += 1
            sleep(0.02)
        else:
            return unheard


def accounts(copies: int) -> list[tuple[Entry, ...]]:
    """So many copies of a few stories, each under a referral id of its own."""
    told = [entries_of(name) for name in STORIES]
    return [
        tuple(entry.model_copy(update={"referral_id": UUID(int=1000 * number + each)}) for entry in entries)
        for number in range(1, copies + 1)
        for each, entries in enumerate(told)
    ]


def under_fire(register: SqlRegister, told: Sequence[Sequence[Entry]], strike: Callable[[], None]) -> int:
    """Four hands write everything page by page while `strike` strikes; how often somebody went unheard."""
    done = Event()

    def write(entries: Sequence[Entry]) -> int:
        pages = [entries[start : start + 2] for start in range(0, len(entries), 2)]
        return sum(again_and_again(lambda page=page: register.write(page)) for page in pages)  # type: ignore[misc]

    def strikes() -> None:
        while not done.is_set():
            strike()

    with ThreadPoolExecutor(6) as hands:
        striking = hands.submit(strikes)
        reading = hands.submit(_keeps_reading, SqlProjection(register.engine), done)
        unheard = sum(hands.map(write, told))
        done.set()
        striking.result()
        reading.result()
    return unheard


def _keeps_reading(state: SqlProjection, done: Event) -> None:
    while not done.is_set():
        again_and_again(state.catch_up)
        sleep(0.05)


def lost_and_doubled(register: SqlRegister, told: Sequence[Sequence[Entry]]) -> tuple[int, int]:
    """How many facts are missing, or not read into the current state; and how many are there twice."""
    wanted = sum(len(entries) for entries in told)
    [(there,)] = rows(register.engine, "SELECT count(*) FROM facts")
    distinct = "SELECT count(*) FROM (SELECT DISTINCT referral_id, sequence FROM facts) AS d"
    [(once,)] = rows(register.engine, distinct)
    assert isinstance(there, int)
    assert isinstance(once, int)
    kept = sum(tuple(entries) == register.entries(entries[0].referral_id) for entries in told)
    state = SqlProjection(register.engine)
    state.catch_up()
    behind = sum(state.known(entries[0].referral_id) != len(entries) for entries in told)
    return (wanted - once) + (len(told) - kept) + behind, there - once
