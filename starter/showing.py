"""The verbs that show: where one intervention stands, what happened, and which ones want somebody."""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Literal

import typer
from pydantic import TypeAdapter

from interventions.case import JournalLine
from interventions.vocabulary import Stage
from starter.answering import ask, plainly
from starter.interventions_client import InterventionsClient, Row
from starter.options import AsJson, ReferralId, Wait
from starter.saying import ANSWER_WITHIN
from starter.tables import show_rows, show_status, show_timeline
from workflows.contract import ATTENTION, AWAITING, BREACHED, CLOCK_DUE, STAGE

Awaiting = Literal[
    "allocation",
    "appointment",
    "booking",
    "plan",
    "approval",
    "report",
    "resumption",
    "closing",
    "nothing",
]
Attention = Literal["breached", "urgent", "sending", "contact", "record", "people", "clock", "task", "none"]

Explain = Annotated[bool, typer.Option("--explain", help="how each clock was counted")]
InStage = Annotated[Stage | None, typer.Option(help="only those in this stage")]
WaitingFor = Annotated[Awaiting | None, typer.Option(help="only those that wait for this")]
Wanting = Annotated[Attention | None, typer.Option(help="only those somebody should look at for this")]
Breached = Annotated[bool, typer.Option("--breached", help="only those with a deadline missed")]
Overdue = Annotated[bool, typer.Option("--overdue", help="only those with a deadline missed and still unmet")]
Over = Annotated[bool, typer.Option("--all", help="also those that are over")]

_LINES = TypeAdapter(list[JournalLine])
_ROWS = TypeAdapter(list[Row])


def status(
    referral_id: ReferralId,
    *,
    explain: Explain = False,
    wait: Wait = ANSWER_WITHIN,
    as_json: AsJson = False,
) -> None:
    """Where an intervention stands: stage, what is due next, doses, clocks, open tasks."""
    with plainly(as_json=as_json):
        stands = ask(lambda service: service.status(referral_id), within=timedelta(seconds=wait))
        if as_json:
            typer.echo(stands.model_dump_json())
        else:
            show_status(stands, explain=explain)


def timeline(referral_id: ReferralId, wait: Wait = ANSWER_WITHIN, as_json: AsJson = False) -> None:
    """What happened, a line a fact, in London time."""
    with plainly(as_json=as_json):
        lines = ask(lambda service: service.timeline(referral_id), within=timedelta(seconds=wait))
        if as_json:
            typer.echo(_LINES.dump_json(lines))
        else:
            show_timeline(lines)


def list_interventions(
    *,
    stage: InStage = None,
    awaiting: WaitingFor = None,
    attention: Wanting = None,
    breached: Breached = False,
    overdue: Overdue = False,
    everything: Over = False,
    as_json: AsJson = False,
) -> None:
    """The interventions that match, whatever is due soonest first."""
    wanted = [] if everything or stage is Stage.CLOSED else ["ExecutionStatus = 'Running'"]
    wanted += [
        f"{key.name} = '{value}'"
        for key, value in ((STAGE, stage), (AWAITING, awaiting), (ATTENTION, attention))
        if value
    ]
    wanted += [f"{BREACHED.name} = true"] if breached else []
    wanted += [f"{CLOCK_DUE.name} < '{datetime.now(UTC).isoformat()}'"] if overdue else []
    with plainly(as_json=as_json):
        rows = ask(lambda service: _due_first(service, " AND ".join(wanted)))
        if as_json:
            typer.echo(_ROWS.dump_json(rows))
        else:
            show_rows(rows)


async def _due_first(service: InterventionsClient, query: str) -> list[Row]:
    rows = [row async for row in service.rows(query)]
    never = datetime.max.replace(tzinfo=UTC)
    return sorted(rows, key=lambda row: (row.next_due or never, str(row.referral_id)))
