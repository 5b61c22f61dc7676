"""Starting many referrals at once: so many in flight, answers in the order of the records."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Iterable
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from interventions.illegible import Finding
from starter.interventions_client import InterventionsClient
from starter.referral_files import Intake

IN_FLIGHT = 20


@dataclass(frozen=True)
class Admission:
    """What became of a record. A refused one has findings, and no ids: it started nothing."""

    source: str
    result: Literal["started", "already", "refused"]
    referral_id: UUID | None = None
    workflow_id: str | None = None
    findings: tuple[Finding, ...] = ()


async def admit_all(
    service: InterventionsClient, intakes: Iterable[Intake], *, policy: str
) -> AsyncGenerator[Admission, None]:
    """Start whatever may start, at most `IN_FLIGHT` at once, and say what became of each, in order.

    Raises:
        RPCError: the server cannot be reached; what was started stays started, and the same again is safe.
    """
    underway: deque[tuple[UUID | None, asyncio.Task[Admission]]] = deque()
    try:
        for intake in intakes:
            referral_id = intake.referral.id if intake.referral else None
            before = [task for other, task in underway if referral_id and other == referral_id]
            underway.append((referral_id, asyncio.create_task(_admit(service, intake, policy, before))))
            if len(underway) == IN_FLIGHT:
                yield await underway.popleft()[1]
        while underway:
            yield await underway.popleft()[1]
    finally:
        # What is on its way is not called back: an answer that finds nobody at home is a traceback on stderr.
        await asyncio.gather(*(task for _, task in underway), return_exceptions=True)


async def _admit(
    service: InterventionsClient, intake: Intake, policy: str, before: list[asyncio.Task[Admission]]
) -> Admission:
    """Start one. Where the same referral is underway it goes first, so that the later one is the repeat."""
    if intake.referral is None:
        return Admission(intake.source, "refused", findings=intake.findings)
    if before:
        await asyncio.wait(before)
    started = await service.refer(intake.referral, policy=policy)
    result: Literal["started", "already"] = "already" if started.already else "started"
    return Admission(intake.source, result, started.referral_id, started.workflow_id)
