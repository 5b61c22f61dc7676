"""The verb that reads out what a task asks somebody to read: what people wrote, and nothing else shows."""

import json
from typing import Annotated, Any

import typer

from interventions.days.london import london_date, spoken_date, spoken_time
from interventions.views.written import Written, written_for
from starter.account import account_of
from starter.answering import plainly
from starter.options import AsJson, Reader, ReferralId

TaskToRead = Annotated[str, typer.Argument(metavar="TASK", help="its id, as `tasks` shows it")]
NOTHING = "nobody wrote anything for this task"


def read(
    ctx: typer.Context, referral_id: ReferralId, task: TaskToRead, by: Reader = "", as_json: AsJson = False
) -> None:
    """What a task asks you to read, in the words that were written: a concern, an absence, changes wanted.

    It reads the register. What is to be keyed into R&M is shown by `tasks`.
    """
    with plainly(as_json=as_json, typed=ctx):
        found = written_for(account_of(referral_id, by), task)
    if as_json:
        typer.echo(json.dumps({"task": task, "written": [_plain(each) for each in found]}))
        return
    for each in found:
        when = f"{spoken_date(london_date(each.at))} at {spoken_time(each.at)}"
        typer.echo(", ".join(filter(None, (when, each.by, each.about))))
        for field, words in each.words:
            typer.echo(f"  {field.replace('_', ' ')}: {_on_a_screen(words)}")
    if not found:
        typer.echo(NOTHING)


def _plain(each: Written) -> dict[str, Any]:
    words = [{"field": field, "text": text} for field, text in each.words]
    return {"at": each.at.isoformat(), "by": each.by, "about": each.about, "words": words}


def _on_a_screen(words: str) -> str:
    """Every line below the first is indented; nothing in it can move the cursor or colour the screen."""
    lines = words.strip().splitlines()
    return "\n    ".join("".join(sign if sign.isprintable() else " " for sign in line) for line in lines)
