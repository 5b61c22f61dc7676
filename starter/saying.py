"""From what was typed to a message, and from the receipt to a line on the screen."""

import json
import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import typer

from interventions.action_plan import ActionPlan
from interventions.end_of_service import EndOfServiceReport
from interventions.message import Wire
from interventions.messages import Spoken
from starter.answering import ask, plainly
from starter.faults import read_message, read_paper
from workflows.contract import Receipt

ANSWER_WITHIN = 30.0
PAPERS: dict[str, type[Wire]] = {"plan": ActionPlan, "report": EndOfServiceReport}
_NEXT = "next_"
_NOT_GIVEN: tuple[object, ...] = (None, (), [])


def speak(ctx: typer.Context, kind: type[Spoken]) -> None:
    """Say what the verb's parameters amount to, under their own names, and show the receipt.

    A message that may have been lost on the way can be said again under its id, and is heard once.
    """
    typed = ctx.params
    message_id = typed["message_id"] or str(uuid4())
    again = f": it may yet be heard; to be sure, say the same with --message-id {message_id}"
    with plainly(as_json=typed["as_json"]):
        message = read_message(kind, _fields(kind, typed))
        receipt = ask(
            lambda service: service.say(typed["referral_id"], message, message_id=message_id),
            within=timedelta(seconds=typed["wait"]),
            advice=again,
        )
        if typed["as_json"]:
            typer.echo(json.dumps({"message_id": message_id, **receipt.model_dump(mode="json")}))
        else:
            typer.echo(_in_words(receipt))


def fact_in_words(name: str) -> str:
    """A fact's name as people say it: "appointment booked"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _in_words(receipt: Receipt) -> str:
    heard = ", ".join(fact_in_words(name) for name in receipt.facts)
    return f"Heard: {heard or 'nothing new; it stands as it stood'}. Stage: {receipt.stage}."


def _fields(kind: type[Spoken], typed: Mapping[str, Any]) -> dict[str, object]:
    """The message's fields among the parameters; those for the next appointment go into `next`."""
    given = {name: value for name, value in typed.items() if value not in _NOT_GIVEN}
    fields = {name: _read(name, value) for name, value in given.items() if name in kind.model_fields}
    following = {
        name.removeprefix(_NEXT): value
        for name, value in given.items()
        if name.startswith(_NEXT) and name not in kind.model_fields
    }
    return {**fields, "next": {"by": typed["by"], **following}} if following else fields


def _read(name: str, value: Any) -> object:
    return read_paper(Path(value), PAPERS[name], name=name) if name in PAPERS else value
