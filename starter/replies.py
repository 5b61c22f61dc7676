"""The verb that reads out what a participant texted back: also those that no task asks to read."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import typer

from interventions.days.london import london_date, spoken_date, spoken_time
from interventions.facts import AnyFact, MessageSetAside, ReplyReceived
from interventions.messages import SIGNALS, TextReply
from interventions.views.written import NOT_TOLD
from starter.account import account_of
from starter.answering import plainly
from starter.options import AsJson, Reader, ReferralId


def replies(ctx: typer.Context, referral_id: ReferralId, *, by: Reader = "", as_json: AsJson = False) -> None:
    """What the participant texted back, the earliest first, from the register: their own words."""
    with plainly(as_json=as_json, typed=ctx):
        said = sorted(_said(account_of(referral_id, by)), key=lambda each: each.received_at)
    if as_json:
        typer.echo(json.dumps([_plain(reply) for reply in said]))
        return
    for reply in said:
        when = f"{spoken_date(london_date(reply.received_at))} at {spoken_time(reply.received_at)}"
        typer.echo(f"{when}  [{reply.kind}]  {NOT_TOLD if reply.shared else reply.words}")
    typer.echo(f"{len(said)} text{'' if len(said) == 1 else 's'}")


def _said(facts: Iterable[AnyFact]) -> Iterator[ReplyReceived | TextReply]:
    """Those that were heard, and those that came when it was over."""
    for fact in facts:
        if isinstance(fact, ReplyReceived):
            yield fact
        elif isinstance(fact, MessageSetAside) and SIGNALS.get(fact.message) is TextReply:
            yield TextReply.model_validate_json(fact.content)


def _plain(reply: ReplyReceived | TextReply) -> dict[str, Any]:
    wanted = {"reply", "received_at", "kind", "words", "shared"}
    return reply.model_dump(mode="json", include=wanted)
