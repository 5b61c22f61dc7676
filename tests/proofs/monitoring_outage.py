"""R&M is away for six hours of a working day, in three ways, with two hundred interventions open."""

import asyncio
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from tempfile import gettempdir
from time import monotonic
from uuid import UUID

from rich.console import Console
from temporalio.client import Client, WorkflowHistory

from examples.refer_and_monitor.running import StandIn, stand_in
from examples.refer_and_monitor.troubles import Kind, Trouble
from gateways.in_memory import (
    RememberedRegister,
)
from gateways.remembered_turns import RememberedTurns
from gateways.shelf import Shelf
from interventions.facts import (
    AnyFact,
    MonitoringLeftToPeople,
    MonitoringOvertaken,
    MonitoringTold,
    WordAccepted,
    WordRequested,
)
from interventions.views.case_line import case_of
from starter.interventions_client import InterventionsClient
from tests.proofs import service_day as day
from tests.proofs.run_on import NEVER_IN_HAND, InHand, ran_on
from tests.refer_and_monitor.bookkeeping import holdings
from tests.refer_and_monitor.reaching import reach
from tests.remembered_parts import remembered
from tests.stories.staging import YEARS_LATER, moved
from tests.virtual_server import virtual_server
from worker.settings import Settings
from worker.wiring import build_workers, threads

CASES = 200
NOT_DELAYED = timedelta(minutes=1)
OUT = Console(highlight=False, soft_wrap=True)
LOST_ANSWERS: tuple[Kind, ...] = ("cut-after", "refused-after", "slow")
# Each is told R&M once, whatever was in its way; two texts and nobody asked to key anything in.
IN_ORDER = (
    "assignment",
    "assessment-booking",
    "assessment-feedback",
    "case-note",
    "plan",
    "case-note",
    "session-booking",
)


def monitoring_outage() -> tuple[int, int]:
    """Two hundred cases, R&M away from 9:10 to 15:10: nothing lost, nothing double, in order, texts on time.

    First it answers 503, then too late, then with a page instead of JSON; back again, it takes a good many
    writes whose answer nobody hears. CASES=n takes another number of them.
    """
    return asyncio.run(_proved(int(os.environ.get("CASES") or CASES)))


async def _proved(cases: int) -> tuple[int, int]:
    documents = [day.a_sent_referral(number) for number in range(cases)]
    register = RememberedRegister()
    async with virtual_server() as server:
        client = server.client
        with stand_in((), (day.CASEWORKER,)) as rm:
            for document in documents:
                rm.world.seed(document)
            await _the_day(client, rm, register, documents)
            wrong = [
                line for one in rm.world.referrals for line in await _violations(one, client, rm, register)
            ]
    for line in wrong[:20]:
        OUT.print(line)
    return cases, len(wrong)


async def _the_day(
    client: Client, rm: StandIn, register: RememberedRegister, documents: list[dict[str, object]]
) -> None:
    shelf = moved(Shelf.from_files(), YEARS_LATER)
    parts = remembered(
        register=register,
        reference=shelf,
        monitoring=reach(rm, rm_answer_seconds=0.3),
        # Cases have clocks of their own here, and far faster ones than ours: a rest is over at once.
        turns=RememberedTurns(clock=lambda: monotonic() * 1e6),
    )
    async with AsyncExitStack() as stack:
        executor = stack.enter_context(threads())
        for worker in build_workers(client, parts, Settings(texts_per_second=1000), executor=executor):
            await stack.enter_async_context(worker)
        await _from_nine_to_six(day.Shift(client, documents), rm, shelf)


async def _from_nine_to_six(shift: day.Shift, rm: StandIn, shelf: Shelf) -> None:
    def it_is(wall: str, what: str) -> None:
        OUT.print(f"{wall} {what}; R&M was called {len(rm.world.calls)} times so far")
        rm.world.clock = lambda: day.on_the_day(wall)

    it_is("09:00", f"{len(shift.documents)} referrals come in and are allocated")
    await shift.opens(shelf.catalogue, "in-step", "09:00")
    await shift.says("09:00", day.allocated)
    await shift.waits_until("09:05")
    rm.world.troubles.always = "unavailable"
    it_is("09:10", "R&M answers 503; assessments are booked")
    await shift.says("09:10", day.assessment_booked)
    it_is("12:05", "and recorded")
    await shift.says("12:05", day.assessment_recorded)
    it_is("13:00", "R&M answers too late; plans are submitted")
    rm.world.troubles.always, rm.world.troubles.seconds = "slow", 0.4
    await shift.says("13:00", day.plan_submitted)
    await shift.waits_until("13:30")
    it_is("13:30", "R&M answers with a page; plans are approved")
    rm.world.troubles.always = "wrong-json"
    await shift.says("14:00", day.plan_approved)
    await shift.waits_until("15:10")
    it_is("15:10", "R&M is back, and now and then its answer is lost")
    rm.world.troubles.always = None
    unheard = len(shift.documents) // 2
    for kind in LOST_ANSWERS:
        for method in ("POST", "PUT", "PATCH"):
            rm.world.troubles.plan(Trouble(kind=kind, method=method, after=7, times=unheard // 3))
    await shift.waits_until("18:00")
    it_is("18:00", "the day is over")


async def _violations(
    referral_id: UUID, client: Client, rm: StandIn, register: RememberedRegister
) -> list[str]:
    entries = register.entries(referral_id)
    facts = [entry.fact for entry in entries]
    untold = case_of(entries).monitoring.untold
    history = await InterventionsClient(client).handle(referral_id).fetch_history()
    found = (*_lost(untold, facts), *_double(rm, referral_id), *_late_texts(facts, ran_on(history.events)))
    lines = [f"{referral_id}: {line}" for line in found]
    if lines:
        OUT.print(f"{referral_id}: its history is kept as {_kept(history)}")
    return lines


def _kept(history: WorkflowHistory) -> Path:
    """A violation may be one in a thousand: what the server knows of it must not go with the server."""
    kept = Path(gettempdir()) / f"monitoring-outage-{history.workflow_id}.json"
    kept.write_text(history.to_json(), "utf-8")
    return kept


def _lost(untold: Sequence[object], facts: Sequence[AnyFact]) -> Iterator[str]:
    """Everything was told, in order, and nobody was asked to do it by hand."""
    if untold:
        yield f"{len(untold)} records are not told"
    settled = [fact for fact in facts if isinstance(fact, MonitoringTold | MonitoringOvertaken)]
    if (told := tuple(fact.record for fact in settled)) != IN_ORDER:
        yield f"told were {', '.join(told)}"
    keys = [fact.key for fact in settled]
    if keys != sorted(keys):
        yield "not in order"
    for fact in facts:
        if isinstance(fact, MonitoringLeftToPeople):
            yield f"{fact.record} was left to people: {fact.why}"


def _double(rm: StandIn, referral_id: UUID) -> Iterator[str]:
    """R&M holds one of everything."""
    held = holdings(rm.world, referral_id)
    if [name.casefold() for name in held["assignments"]] != [day.CASEWORKER]:
        yield f"assigned to {held['assignments']}"
    booked = Counter(one.slot for one in rm.world.delius.made if one.referral_id == referral_id)
    yield from (f"{slot} has {times} bookings in Delius" for slot, times in booked.items() if times > 1)
    dates = [len(meeting) for meeting in (held["assessment"], *held["sessions"])]
    if dates != [1, 1, 0, 0, 0, 0]:
        yield f"dates by meeting are {dates}"
    if [plan[0] for plan in held["plans"]] != [5]:
        yield f"{len(held['plans'])} plans"
    if len(held["notes"]) != 2 or len(set(held["notes"])) != 2:
        yield f"{len(held['notes'])} case notes"


def _late_texts(facts: Sequence[AnyFact], in_hand: Mapping[str, InHand]) -> Iterator[str]:
    """Both reminders went within a minute, R&M or no R&M; a leap of the clock under a text is no wait."""
    asked = {fact.errand.key: fact.at for fact in facts if isinstance(fact, WordRequested)}
    taken = {fact.key: fact.at for fact in facts if isinstance(fact, WordAccepted)}
    for key in ("reminder/assessment/1", "reminder/session-1/1"):
        if key not in taken:
            yield f"{key} was not sent"
            continue
        waited, text = taken[key] - asked[key], in_hand.get(key, NEVER_IN_HAND)
        if text.leapt or text.tries > 1:
            OUT.print(f"{key} was there after {waited}; {text}")
        if waited - text.unlived > NOT_DELAYED:
            yield f"{key} was late by {waited}; {text}"
