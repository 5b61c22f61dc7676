"""The register came back from a backup, and Temporal knows better: its histories tell what is missing."""

from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

from temporalio import workflow
from temporalio.client import Client
from temporalio.worker import Worker

from demo.temporal_theatre import TemporalTheatre
from gateways.in_memory import RememberedRegister, RememberedSuppression
from gateways.remembered_ledger import RememberedLedger
from gateways.sql_engine import open_engine
from gateways.sql_ledger import SqlLedger
from gateways.sql_register import SqlRegister
from gateways.sql_suppression import SqlSuppression
from interventions.facts import Entry
from interventions.messages import CloseTask
from interventions.referral import Referral
from starter.interventions_client import InterventionsClient
from tests.builders import a_referral
from tests.journeys.conftest import Opened
from tests.journeys.part_way import goes_on, halves
from tests.stories.staging import YEARS_LATER, Stage, performed, referral_of, story_of
from worker.refilling import Refilled, refill
from worker.refilling_texts import texts_told
from workflows.contract import INTERVENTIONS, Start, intervention_id


async def a_life(stage: Stage, name: str) -> Referral:
    """A story performed to its end."""
    story = story_of(name, YEARS_LATER)
    referral = referral_of(story, stage.shelf)
    await performed(story, referral, TemporalTheatre.on(stage.client, stage.register))
    return referral


async def filled(client: Client, register: RememberedRegister) -> Refilled:
    return await refill(client, register, RememberedSuppression(), RememberedLedger())


def a_backup(entries: Sequence[Entry]) -> RememberedRegister:
    """A register that holds these and no others."""
    register = RememberedRegister()
    register.write(entries)
    return register


async def test_a_register_that_is_lost_altogether_is_written_again_word_for_word(
    opened: Opened, tmp_path: Path
) -> None:
    async with opened() as stage:
        referral = await a_life(stage, "lifestyle-low")
        told = stage.register.entries(referral.id)
        database = open_engine(f"sqlite:///{tmp_path / 'register.db'}")
        register, suppression = SqlRegister(database), SqlSuppression(database)
        ledger = SqlLedger(database)
        done = await refill(stage.client, register, suppression, ledger)
        assert (done.interventions, done.written, done.troubles) == ({referral.id}, len(told), [])
        assert register.entries(referral.id) == tuple(told)
        assert done.texts == len(texts_told(told)) > 0
        again = await refill(stage.client, register, suppression, ledger)
        assert (again.written, again.texts, again.troubles) == (0, 0, [])
        register.close()


async def test_what_was_written_since_the_backup_stands_once_the_gap_is_filled(
    opened: Opened,
) -> None:
    async with opened() as stage:
        told = stage.register.entries((await a_life(stage, "lifestyle-low")).id)
        # Workers went on for a day before anybody noticed: what they wrote lies beyond the gap.
        register = a_backup([*told[:20], *told[-10:]])
        assert len(register.entries(told[0].referral_id)) == 20
        done = await filled(stage.client, register)
        assert (done.written, done.troubles) == (len(told) - 20, [])
        assert register.entries(told[0].referral_id) == told


async def test_every_run_of_a_workflow_that_began_anew_is_read(opened: Opened) -> None:
    async with opened() as stage:
        first, rest = halves("lifestyle-low", after=7)
        referral = referral_of(first, stage.shelf)
        theatre = TemporalTheatre.on(stage.client, stage.register)
        await performed(first, referral, theatre)
        await theatre.begins_anew()
        await goes_on(rest, referral, theatre)
        told = stage.register.entries(referral.id)
        register = a_backup(told[:3])
        done = await filled(stage.client, register)
        assert (done.written, done.troubles) == (len(told) - 3, [])
        assert register.entries(referral.id) == told


async def test_a_register_that_holds_another_fact_than_the_history_tells_is_named(opened: Opened) -> None:
    async with opened() as stage:
        told = stage.register.entries((await a_life(stage, "withdrawn-ineligible")).id)
        first, second, *rest = told
        altered = second.model_copy(update={"fact": second.fact.model_copy(update={"by": "somebody.else"})})
        done = await filled(stage.client, a_backup([first, altered, *rest]))
        assert done.troubles == [f"{first.referral_id}: the register holds other facts than its history"]


async def test_nobody_writes_again_to_somebody_who_died_since_the_backup(opened: Opened) -> None:
    async with opened() as stage:
        referral = await a_life(stage, "died")
        suppression = RememberedSuppression()
        await refill(stage.client, RememberedRegister(), suppression, RememberedLedger())
        assert suppression.holds(referral.participant.crn)


async def test_what_no_history_tells_any_more_is_said(opened: Opened) -> None:
    """Only the last run is still on the server: the ones before were kept for as long as its retention."""
    async with opened() as before, opened() as after:
        first, _ = halves("lifestyle-low", after=7)
        referral = referral_of(first, before.shelf)
        theatre = TemporalTheatre.on(before.client, before.register)
        await performed(first, referral, theatre)
        later_run = Start(referral=referral).carrying(await theatre.case(), {})
        await after.client.start_workflow(
            "Intervention", later_run, id=intervention_id(referral.id), task_queue=INTERVENTIONS
        )
        said = CloseTask(by="priya.nair", task="three-way/caseworker", how="they would rather not")
        await InterventionsClient(after.client).say(referral.id, said)
        done = await filled(after.client, a_backup(before.register.entries(referral.id)[:3]))
        assert (done.written, done.broken) == (0, {referral.id})
        assert done.troubles == [f"{referral.id}: facts are missing still, its history begins later"]


@workflow.defn(name="Intervention", sandboxed=False)
class OfAnotherRelease:
    """It does, first of all, what no release of ours does."""

    @workflow.run
    async def run(self, start: Start) -> None:
        """Wait for a second."""
        await workflow.sleep(1)


async def test_a_workflow_of_another_release_is_named_and_the_others_are_read(opened: Opened) -> None:
    async with opened() as stage:
        referral, other = await a_life(stage, "withdrawn-ineligible"), a_referral(id=uuid4())
        strange = Worker(stage.client, task_queue="elsewhere", workflows=[OfAnotherRelease])
        start = Start(referral=other, policy="standard")
        async with strange:
            await stage.client.execute_workflow(
                "Intervention", start, id=intervention_id(other.id), task_queue="elsewhere"
            )
        done = await filled(stage.client, register := RememberedRegister())
        assert done.troubles == [f"{intervention_id(other.id)}: this release cannot replay it"]
        assert register.entries(referral.id) == stage.register.entries(referral.id)
