"""The register's current state beside the workers: kept current, whatever the database does meanwhile."""

import asyncio
from contextlib import suppress

import pytest
from sqlalchemy.exc import OperationalError

from gateways.sql_projection import Brought, SqlProjection
from gateways.sql_register import SqlRegister
from tests.figures.telling import entries_of
from tests.worker.conftest import Site
from worker.current_state import AT_ONCE, keep_current


class ADatabaseThatComesBack:
    """Away for two turns; then there is much to do, and then nothing."""

    def __init__(self) -> None:
        self.asked: list[int | None] = []
        self.done = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def catch_up(self, at_most: int | None = None) -> Brought:
        self.asked.append(at_most)
        if len(self.asked) < 3:
            raise OperationalError("SELECT", {"name": "Zebedee"}, Exception("gone"))
        if len(self.asked) == 5:
            self._loop.call_soon_threadsafe(self.done.set)
        return Brought(AT_ONCE - 1, 1) if len(self.asked) == 3 else Brought(0, 0)


async def test_a_database_that_is_away_is_asked_again_and_nobody_is_named(
    caplog: pytest.LogCaptureFixture,
) -> None:
    database = ADatabaseThatComesBack()
    keeping = asyncio.create_task(keep_current(database, every_seconds=0.01))
    await asyncio.wait_for(database.done.wait(), 10)
    keeping.cancel()
    with suppress(asyncio.CancelledError):
        await keeping
    assert set(database.asked) == {AT_ONCE}
    assert [record.getMessage() for record in caplog.records] == [
        "the register's current state could not be brought up to date: OperationalError",
        "the register's current state could not be brought up to date: OperationalError",
        "interventions this release cannot read: 1",
    ]


async def test_a_running_worker_keeps_it_current_and_a_command_rebuilds_it(
    site: Site,
) -> None:
    url = site.variables["THROUGHLINE_REGISTER_URL"]
    register, state = SqlRegister.open(url), SqlProjection.open(url)
    entries = await asyncio.to_thread(entries_of, "lifestyle-low")
    async with site.a_worker():
        register.write(entries)
        for _ in range(300):
            if state.known(entries[0].referral_id) == len(entries):
                break
            await asyncio.sleep(0.1)
    assert state.known(entries[0].referral_id) == len(entries)
    code, said, _ = await site.runs("rebuild-projections")
    assert (code, said) == (0, "1 interventions read, 0 this release cannot read")
    assert state.known(entries[0].referral_id) == len(entries)
    register.close()
    state.close()
