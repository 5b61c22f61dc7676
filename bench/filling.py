"""Filling a register with rows as its projection would have written them, without their facts."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice

from sqlalchemy import insert

from bench.lives import Life
from gateways.sql_case_tables import InterventionRow, MarkRow
from gateways.sql_projection import SqlProjection
from interventions.views.case_line import EDITION

AT_ONCE = 1000


def fill(url: str, lives: Iterable[Life]) -> None:
    """Write each life as an intervention that is up to date."""
    remaining = iter(lives)
    with closing(SqlProjection.open(url)) as state:
        while some := list(islice(remaining, AT_ONCE)):
            with state.engine.begin() as connection:
                connection.execute(insert(InterventionRow), list(map(_intervention, some)))
                connection.execute(insert(MarkRow), list(_marks(some)))


def _intervention(life: Life) -> dict[str, object]:
    row = life.row
    return {
        "referral_id": str(row.referral_id),
        "reference": row.referral_ref,
        "contract": row.contract_ref,
        "crn": row.service_user_crn,
        "former_crns": [],
        "pathways": [str(pathway) for pathway in row.doses],
        "complexities": [str(dose.complexity) for dose in row.doses.values()],
        "providers": row.provider.split("+"),
        "caseworker": row.caseworker_id or "",
        "practitioner": "PRIYA.NANDRA",
        "stage": str(row.stage),
        "awaiting": "nothing",
        "paused": False,
        "breached": False,
        "sent_at": row.sent_at,
        "received_at": row.sent_at,
        "ended_at": row.concluded_at,
        "ending": row.end_state,
        "withdrawal": row.end_reason,
        "sequence": len(life.entries),
        "last_at": row.as_of,
        "open_tasks": 0,
        "figures": row.model_dump(mode="json", exclude_defaults=True),
    }


def _marks(lives: Iterable[Life]) -> Iterator[dict[str, object]]:
    for life in lives:
        yield {
            "referral_id": str(life.row.referral_id),
            "written": 1,
            "projected": 1,
            "edition": EDITION,
            "trouble": "",
        }
