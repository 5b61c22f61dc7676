"""One day of two hundred participants: what their caseworkers do, and when, on a clock of each one's own."""

import asyncio
import copy
import json
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from temporalio.api.enums.v1 import PendingActivityState
from temporalio.api.workflow.v1 import PendingActivityInfo
from temporalio.client import Client, WorkflowHandle
from temporalio.testing import TimeSkipper, TimeSkippingConfig

from demo.temporal_theatre import INTO_THE_MINUTE
from interventions.days.london import at_london
from interventions.messages import Allocate, ApprovePlan, Book, Record, Spoken, SubmitPlan
from interventions.promises.action_plan import ActionPlan, PlannedDate, PlannedDose, Target
from interventions.promises.catalogue import Catalogue
from interventions.referral import Referral
from interventions.vocabulary import ContactType, Pathway
from starter.interventions_client import InterventionsClient
from starter.referral_form import read_referral

EXAMPLE = Path(__file__).parents[2] / "examples" / "lifestyle-low.json"
CASEWORKER, PRACTITIONER = "priya.nair", "pp.okafor"
# A Tuesday far enough ahead for a workflow's clock, which only goes forward.
DAY = date(2026, 3, 3) + timedelta(weeks=1461)
AT_ONCE = 5
# Every try of an errand that waits is a skip of the clock; the server stops at 200 unless told otherwise.
SKIPS, GLANCE_SECONDS, GLANCES = 5000, 0.02, 3


def on_the_day(wall: str) -> datetime:
    """The instant at which London clocks show that time on the day."""
    return at_london(DAY, time.fromisoformat(wall))


def a_sent_referral(number_of_theirs: int) -> dict[str, Any]:
    """The example as somebody else's, sent the day before; two share a telephone, for up to 2000 people.

    Texts to one number go one at a time, so of the two one may have to wait for the other.
    """
    document: dict[str, Any] = json.loads(EXAMPLE.read_text("utf-8"))
    sent = copy.deepcopy(document)
    number = uuid4()
    sent["id"] = sent["referral"]["id"] = str(number)
    sent["sentAt"] = at_london(DAY - timedelta(days=1), time(9, 42)).isoformat()
    sent["referral"]["completionDeadline"] = (DAY + timedelta(days=150)).isoformat()
    sent["serviceUserCRN"] = sent["referral"]["serviceUser"]["crn"] = f"X{number.int % 1_000_000:06}"
    sent["contactSheet"]["mobile"] = f"07700 900{number_of_theirs // 2:03}"
    return sent


@dataclass
class Shift:
    """The day's cases on a server; each has its own clock, and all are moved on together."""

    client: Client
    documents: list[dict[str, Any]]
    referrals: list[Referral] = field(default_factory=list)

    def __post_init__(self) -> None:
        config = TimeSkippingConfig(enabled=False, max_session_skip_count=SKIPS)
        self._skipper = TimeSkipper(self.client, config=config)
        self.interventions = InterventionsClient(self._skipper.client)
        self._places = asyncio.Semaphore(AT_ONCE)

    async def opens(self, catalogue: Catalogue, policy: str, wall: str) -> None:
        """Every referral comes in at that time of the day."""
        at = on_the_day(wall)
        self.referrals = [read_referral(one, catalogue=catalogue, now=at) for one in self.documents]

        async def refer(referral: Referral) -> None:
            await self.interventions.refer(referral, policy=policy, start_delay=at - datetime.now(UTC))
            await self._goes_to(referral.id, at)

        await self._each(refer)

    async def says(self, wall: str, said: Callable[[Referral], Spoken]) -> None:
        """At that time of the day, in every case."""

        async def speak(referral: Referral) -> None:
            await self._goes_to(referral.id, on_the_day(wall))
            await self.interventions.say(referral.id, said(referral))

        await self._each(speak)

    async def waits_until(self, wall: str) -> None:
        """Time passes in every case."""
        await self._each(lambda referral: self._goes_to(referral.id, on_the_day(wall)))

    async def _each(self, deed: Callable[[Referral], Awaitable[None]]) -> None:
        async def in_turn(referral: Referral) -> None:
            async with self._places:
                await deed(referral)

        await asyncio.gather(*(in_turn(referral) for referral in self.referrals))

    async def _goes_to(self, referral_id: UUID, instant: datetime) -> None:
        handle = self.interventions.handle(referral_id)
        here, there = await self._quiet_time(handle), instant + INTO_THE_MINUTE
        if there > here:
            await self._skipper.fast_forward(handle, there - here)

    async def _quiet_time(self, handle: WorkflowHandle[Any, Any]) -> datetime:
        """The case's clock, once nothing is in hand but what waits for R&M: moved under work, it runs on."""
        quiet = 0
        while True:
            found = (await handle.describe()).raw_description
            busy = found.HasField("pending_workflow_task") or any(map(_in_hand, found.pending_activities))
            quiet = 0 if busy else quiet + 1
            if quiet == GLANCES:  # between two tasks of one piece of work there may be a quiet glance
                extended = found.workflow_extended_info
                known = extended.HasField("time_skipping_info")
                now = extended.time_skipping_info.current_time.ToDatetime(tzinfo=UTC) if known else None
                return now or datetime.now(UTC)
            await asyncio.sleep(GLANCE_SECONDS)


def _in_hand(pending: PendingActivityInfo) -> bool:
    """Whether the clock must wait for it: all but what R&M was told in vain, and waits for its next try."""
    waits = pending.state == PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED
    return not (waits and pending.attempt > 1 and pending.activity_type.name == "tell_monitoring")


def allocated(referral: Referral) -> Spoken:
    """Nine o'clock: the case gets its caseworker."""
    return Allocate(by="operations", caseworker=CASEWORKER, name="Priya Nair")


def assessment_booked(referral: Referral) -> Spoken:
    """For the same day, so that a text goes at once."""
    return Book(by=CASEWORKER, starts_at=on_the_day("11:00"), contact=ContactType.PHONE, risk_read=True)


def assessment_recorded(referral: Referral) -> Spoken:
    """Held, with what was said."""
    return Record(
        by=CASEWORKER,
        attended="yes",
        needs=("housing",),
        barriers=("confidence",),
        summary="Spoke about housing",
    )


def plan_submitted(referral: Referral) -> Spoken:
    """Five sessions, the first one on the next morning."""
    first = PlannedDate(
        starts_at=on_the_day("10:00") + timedelta(days=1),
        contact=ContactType.PHONE,
        pathway=Pathway.LIFESTYLE,
    )
    targets = tuple(_target(outcome) for outcome in referral.selections[0].outcomes)
    plan = ActionPlan(
        targets=targets,
        doses=(PlannedDose(pathway=Pathway.LIFESTYLE, amount=5, per_period=1),),
        contacts=(ContactType.PHONE,),
        dates=(first,),
    )
    return SubmitPlan(by=CASEWORKER, plan=plan)


def plan_approved(referral: Referral) -> Spoken:
    """By the practitioner: the first session is booked, and a text goes at once."""
    return ApprovePlan(by=PRACTITIONER)


def _target(outcome: UUID) -> Target:
    return Target(
        what="Attend the community garden",
        measure="twice a week, by the sign-in sheet",
        by=DAY + timedelta(days=21),
        outcome=outcome,
        owner="participant",
    )


def ids(referrals: Iterable[Referral]) -> list[UUID]:
    """Of all of them, in order."""
    return [referral.id for referral in referrals]
