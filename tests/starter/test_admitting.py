"""Many referrals at once, and the server says no: what is on its way lands before anybody leaves."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from temporalio.service import RPCError, RPCStatusCode

from interventions.promises.catalogue import Catalogue
from interventions.referral import Referral
from starter.admitting import IN_FLIGHT, admit_all
from starter.interventions_client import InterventionsClient, Started
from starter.referral_files import read_files
from tests.starter.command_line import sent_today, written


class NamespaceGone(InterventionsClient):
    """Says no to the first at once; the answers to the others are still on their way then."""

    def __init__(self) -> None:
        self.asked = self.landed = 0

    async def refer(
        self, referral: Referral, *, policy: str = "standard", start_delay: timedelta | None = None
    ) -> Started:
        self.asked += 1
        first = self.asked == 1
        for _ in range(0 if first else 10):
            await asyncio.sleep(0)
        self.landed += 1
        raise RPCError("no such namespace", RPCStatusCode.NOT_FOUND, b"")


async def test_what_is_in_flight_lands_before_the_no_is_said(tmp_path: Path, catalogue: Catalogue) -> None:
    file = written(tmp_path / "day.ndjson", [sent_today() for _ in range(IN_FLIGHT + 10)])
    read = read_files([file], catalogue=catalogue, now=datetime.now(UTC))
    service = NamespaceGone()

    with pytest.raises(RPCError):
        _ = [admission async for admission in admit_all(service, read, policy="standard")]

    assert service.asked == service.landed == IN_FLIGHT
