"""The verb that lists what people still have to do, in one intervention or in all that run."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Annotated
from uuid import UUID

import typer
from pydantic import TypeAdapter
from temporalio.client import WorkflowQueryFailedError

from interventions.errors import Refusal
from interventions.monitoring.records import MonitoringRecord
from interventions.task import Task
from interventions.views.status import Status
from interventions.vocabulary import Role
from starter.answering import ask, plainly
from starter.interventions_client import InterventionsClient
from starter.keying import to_key_in
from starter.options import AsJson, Wait
from starter.saying import ANSWER_WITHIN
from starter.tables import show_key_in, show_tasks
from workflows.contract import ATTENTION

IN_FLIGHT = 20
NEVER = "R&M will never show this"
WANTING = f"ExecutionStatus = 'Running' AND {ATTENTION.name} != 'none'"

OfReferral = Annotated[
    UUID | None, typer.Argument(metavar="[REFERRAL_ID]", help="left out: of every intervention that runs")
]
OwnedBy = Annotated[Role | None, typer.Option(help="only what this role has to do")]


class OpenTask(Task):
    """A task, and whose intervention it belongs to. Only what is `to_key_in` to R&M, and what
    it was `never_told`, is about a person.
    """

    referral_id: UUID
    overdue: bool
    to_key_in: MonitoringRecord | None = None
    never_told: tuple[MonitoringRecord, ...] = ()


_TASKS = TypeAdapter(list[OpenTask])


def tasks(
    referral_id: OfReferral = None,
    *,
    owner: OwnedBy = None,
    wait: Wait = ANSWER_WITHIN,
    as_json: AsJson = False,
) -> None:
    """What people still have to do, whatever is due soonest first; close one with `close-task`."""
    with plainly(as_json=as_json):
        found, unheard = ask(
            lambda service: _open_tasks(service, referral_id), within=timedelta(seconds=wait)
        )
        wanted = [task for task in found if owner in (None, task.owner)]
        if as_json:
            typer.echo(_TASKS.dump_json(wanted))
        else:
            show_tasks([(str(task.referral_id), task, task.overdue) for task in wanted])
            for task in wanted:
                show_untold(task)
        for silent in unheard:
            typer.echo(f"{silent}: could not be asked", err=True)


def show_untold(task: OpenTask) -> None:
    """What R&M does not have, field by field."""
    if task.to_key_in:
        show_key_in(task.id, to_key_in(task.to_key_in))
    for record in task.never_told:
        show_key_in(task.id, to_key_in(record), NEVER)


async def _open_tasks(
    service: InterventionsClient, referral_id: UUID | None
) -> tuple[list[OpenTask], list[UUID]]:
    """The open tasks, soonest due first, and the interventions that gave no answer."""
    if referral_id:
        return as_open(referral_id, await service.status(referral_id)), []
    places = asyncio.Semaphore(IN_FLIGHT)
    wanting = [row.referral_id async for row in service.rows(WANTING)]
    answers = await asyncio.gather(*(_asked(service, each, places) for each in wanting))
    found = [task for answer in answers for task in answer or ()]
    unheard = [each for each, answer in zip(wanting, answers, strict=True) if answer is None]
    return sorted(found, key=lambda task: (task.due, str(task.referral_id), task.id)), unheard


async def _asked(
    service: InterventionsClient, referral_id: UUID, places: asyncio.Semaphore
) -> list[OpenTask] | None:
    """The tasks of one; None where it cannot say, so that it hides nobody else's."""
    async with places:
        try:
            return as_open(referral_id, await service.status(referral_id))
        except (Refusal, WorkflowQueryFailedError):
            return None


def as_open(referral_id: UUID, stands: Status) -> list[OpenTask]:
    """The open tasks of one intervention, soonest due first."""
    now = datetime.now(UTC)
    each = [
        OpenTask(
            **task.model_dump(),
            referral_id=referral_id,
            overdue=task.due <= now,
            to_key_in=stands.to_key_in.get(task.id),
            never_told=stands.never_told.get(task.id, ()),
        )
        for task in stands.tasks
    ]
    return sorted(each, key=lambda task: (task.due, task.id))
