"""From what was typed to a message, and from the receipt to a line on the screen."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import uuid4

import typer

from interventions.errors import Refusal
from interventions.illegible import Finding, Illegible
from interventions.messages import Spoken
from starter.answering import ask, plainly
from starter.faults import Saying, read_message
from starter.papers import read_typed
from workflows.contract import Receipt
from workflows.streams import or_else

ANSWER_WITHIN = 30.0
# What stands in a field of its own, and is typed field by field; what people say, they say under their name.
NESTED = {"next": True, "record": True, "practitioner": False, "responsible_officer": False}
_NOT_GIVEN: tuple[object, ...] = (None, (), [])


def speak(ctx: typer.Context, kind: type[Spoken]) -> None:
    """Say what the verb's parameters amount to, under their own names, and show the receipt.

    A message that may have been lost on the way can be said again under its id, and is heard once.
    """
    typed = ctx.params
    message_id = typed["message_id"] or str(uuid4())
    again = f": it may yet be heard; to be sure, say the same with --message-id {message_id}"
    with plainly(as_json=typed["as_json"], typed=ctx):
        message = message_of(kind, typed)
        receipt = ask(
            lambda service: service.say(typed["referral_id"], message, message_id=message_id),
            within=timedelta(seconds=typed["wait"]),
            advice=again,
        )
        answer = {"message_id": message_id, **receipt.model_dump(mode="json")}
        with or_else(f"it was heard, under --message-id {message_id}"):
            typer.echo(json.dumps(answer) if typed["as_json"] else _in_words(receipt))


def message_of(kind: type[Saying], typed: Mapping[str, Any]) -> Saying:
    """The message that the verb's parameters amount to.

    Raises:
        Illegible: something typed, or a file that was named, cannot be read or is wrong; it lists everything.
    """
    fields, faults = _fields(kind, typed)
    try:
        message = read_message(kind, fields)
    except Illegible as no:
        unread = {fault.field.partition(".")[0].partition("[")[0] for fault in faults}
        faults += [fault for fault in no.findings if fault.field not in unread]
    if faults:
        raise Illegible(faults)
    return message


def fact_in_words(name: str) -> str:
    """A fact's name as people say it: "appointment booked"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _in_words(receipt: Receipt) -> str:
    heard = ", ".join(
        f"{fact_in_words(name)}{f' ({times} times)' if times > 1 else ''}"
        for name, times in Counter(receipt.facts).items()
    )
    return f"Heard: {heard or 'nothing new; it stands as it stood'}. Stage: {receipt.stage}."


def _fields(kind: type[Spoken], typed: Mapping[str, Any]) -> tuple[dict[str, object], list[Finding]]:
    """The message's fields among the parameters, and what is wrong with those that could not be read.

    `next_starts_at` is `starts_at` of its `next`. Blanks around what was typed are dropped, so nothing but
    blanks is nothing.
    """
    tidied = {name: value.strip() if isinstance(value, str) else value for name, value in typed.items()}
    given = {name: value for name, value in tidied.items() if value not in _NOT_GIVEN}
    own = {name: value for name, value in given.items() if name in kind.model_fields}
    rest = {name: value for name, value in given.items() if name not in own}
    read: dict[str, object] = {}
    faults: list[Finding] = []
    for name, value in own.items():
        try:
            read[name] = read_typed(kind, name, value)
        except Refusal as no:
            faults += [Finding(*finding) for finding in no.findings]
    return {**read, **_nested(kind, rest, tidied["by"])}, faults


def _nested(kind: type[Spoken], rest: Mapping[str, Any], by: str) -> dict[str, object]:
    nested: dict[str, object] = {}
    for field, is_said in NESTED.items():
        start = f"{field}_"
        inner = {name.removeprefix(start): value for name, value in rest.items() if name.startswith(start)}
        if inner and field in kind.model_fields:
            # Nobody is called "": a person whose name was typed as nothing is one that was left out.
            nested[field] = {"by": by, **inner} if is_said else {k: v for k, v in inner.items() if v != ""}
    return nested
