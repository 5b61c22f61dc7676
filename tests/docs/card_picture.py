"""A case card in Temporal's web UI as a picture: `python -m tests.docs.card_picture` (needs Chromium)."""

import asyncio
import json
import tempfile
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from temporalio.client import Client

from demo.embedded_server import ServerPlan, running
from demo.today import held_at, write_papers
from interventions.messages import Allocate, ApprovePlan, Book, Record, Spoken, SubmitPlan
from interventions.promises.action_plan import ActionPlan
from interventions.promises.catalogue import Catalogue
from interventions.vocabulary import Attended, Complexity, ContactType
from starter.faults import read_paper
from starter.interventions_client import InterventionsClient
from starter.referral_form import read_referral
from tests.docs.pictures import PICTURES
from tests.docs.report_picture import photographed_at
from tests.docs.web_ui import photogenic
from worker.parts import parts
from worker.settings import Settings
from worker.wiring import build_workers, threads
from workflows.contract import intervention_id

PORT, UI_PORT = 7243, 8243
SIZE = "1400,1370"
SAM = "sam.caseworker"


async def somebody(client: Client, folder: Path) -> str:
    """The web UI's path to the card of somebody whose plan was approved today."""
    now, referral_id = datetime.now(UTC), uuid4()
    papers = write_papers(folder, now, referral_id)
    document = json.loads(papers["referral"].read_text("utf-8"))
    service = InterventionsClient(client)
    started = await service.refer(read_referral(document, catalogue=Catalogue.load(), now=now))
    for said in said_of_them(papers["plan"], now):
        await service.say(referral_id, said)
    # The letters that follow are under way for a moment.
    await asyncio.sleep(timedelta(seconds=3).total_seconds())
    return f"/namespaces/default/workflows/{intervention_id(referral_id)}/{started.run_id}/user-metadata"


def said_of_them(plan: Path, now: datetime) -> list[Spoken]:
    """What is said to their intervention, in order: allocated, assessed two hours ago, planned, approved."""
    held = Record(
        by=SAM, attended=Attended.YES, needs=("housing",), barriers=("none",), indicators=Complexity.LOW
    )
    assessed = {"by": SAM, "starts_at": held_at(now), "contact": ContactType.PHONE, "record": held}
    return [
        Allocate(by=SAM, caseworker=SAM, name="Sam Okafor"),
        Book.model_validate(assessed),
        SubmitPlan(by=SAM, plan=read_paper(plan, ActionPlan, name="plan")),
        ApprovePlan(by="NATASHA.HOLLIS"),
    ]


async def draw(folder: Path, picture: Path) -> None:
    """Bring up a server and workers of our own, and photograph one card."""
    settings = Settings(register_url=f"sqlite:///{folder / 'register.db'}", outbox=folder / "outbox")
    plan = ServerPlan(folder / "temporal.db", PORT, UI_PORT, careless=True)
    async with AsyncExitStack() as open_till_the_end:
        client, _ = await open_till_the_end.enter_async_context(running(plan))
        executor = open_till_the_end.enter_context(threads())
        for worker in build_workers(client, parts(settings), settings, executor=executor):
            await open_till_the_end.enter_async_context(worker)
        path = await somebody(client, folder / "papers")
        with photogenic(plan.ui) as ui:
            await asyncio.to_thread(photographed_at, f"{ui}{path}", picture, SIZE, folder / "browser")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        asyncio.run(draw(Path(made), PICTURES / "case-card.png"))
    print("case-card.png")  # noqa: T201
