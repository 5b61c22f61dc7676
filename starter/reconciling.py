"""The verb that shows where R&M and this service differ: by the last look at R&M, or by a new one."""

from datetime import timedelta
from typing import Annotated

import typer
from temporalio.client import WorkflowFailureError

from interventions.errors import Refusal
from interventions.monitoring.reconciliation import Reconciled
from starter.answering import ask, plainly
from starter.interventions_client import InterventionsClient
from starter.options import AsJson, Wait

A_WHILE = 600.0
WHERE = "see THROUGHLINE_RM_URL, which the workers read"

Now = Annotated[bool, typer.Option("--now", help="look at R&M now, and wait for what is found")]


def reconcile(*, now: Now = False, wait: Wait = A_WHILE, as_json: AsJson = False) -> None:
    """Where R&M and this service differ: counts and referral ids by topic, nobody's name.

    Ends with status 1 where nothing was compared: nobody has looked yet, or no R&M is connected.
    """
    with plainly(as_json=as_json):
        found = ask(lambda service: _found(service, now=now), within=timedelta(seconds=wait))
        typer.echo(found.model_dump_json() if as_json else "\n".join(in_lines(found)))


async def _found(service: InterventionsClient, *, now: bool) -> Reconciled:
    try:
        found = await (service.look_at_monitoring() if now else service.last_look())
    except WorkflowFailureError:
        raise Refusal("look-failed", "the look at R&M did not come to its end; see the Temporal UI") from None
    if found is None:
        raise Refusal("never-looked", "nobody has looked at R&M yet: give --now")
    if not found.connected:
        raise Refusal("not-connected", f"nothing was compared, as no R&M is connected: {WHERE}")
    return found


def in_lines(found: Reconciled) -> list[str]:
    """The look for a person to read: how many, then a line for each topic on which somebody differs."""
    lines = [f"{found.looked} looked at, {found.told} told something new"]
    if found.unread:
        lines.append(f"{found.unread} could not be read")
    if found.unreadable:
        lines.append(f"R&M shows others and not these: {_ids(found.unreadable)}")
    if found.unknown:
        lines.append(f"{len(found.unknown)} not known to R&M: {_ids(found.unknown)}")
    lines += [f"{topic}: {found.count[topic]}: {_ids(ids)}" for topic, ids in found.differing.items()]
    return [*lines, "R&M and this service agree"] if found.looked and found.agreeing else lines


def _ids(ids: tuple[object, ...]) -> str:
    return ", ".join(str(each) for each in ids)
