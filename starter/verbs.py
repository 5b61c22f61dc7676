"""Every verb of the command line, by the page that says what it does."""

from collections.abc import Callable

import typer

from starter import (
    amending,
    life,
    reading,
    reconciling,
    referring,
    replies,
    reporting,
    showing,
    speaking,
    tasks,
)
from starter.usage import OneLine
from starter.webhooks import serving

app = typer.Typer(
    name="python -m starter",
    cls=OneLine,
    help="Start interventions and speak to them. Without an offset, every time is London time.",
    no_args_is_help=True,
    add_completion=False,
    context_settings={"max_content_width": 120},
    # Boxes cut long option names short.
    rich_markup_mode=None,
    # A traceback that shows local values would show a referral.
    pretty_exceptions_enable=False,
)

VERBS: dict[str, Callable[..., None]] = {
    "refer": referring.refer,
    "allocate": speaking.allocate,
    "book": speaking.book,
    "record": speaking.record,
    "submit-plan": speaking.submit_plan,
    "approve": speaking.approve,
    "return": speaking.return_plan,
    "decide-eligibility": speaking.decide_eligibility,
    "answer-three-way": speaking.answer_three_way,
    "submit-report": speaking.submit_report,
    "note-contact": life.note_contact,
    "close-task": speaking.close_task,
    "forfeit": life.forfeit,
    "call-off": life.call_off,
    "pause": life.pause,
    "resume": life.resume,
    "withdraw": life.withdraw,
    "reinstate": life.reinstate,
    "caseworker-gone": amending.caseworker_gone,
    "hand-over": amending.hand_over,
    "amend": amending.amend,
    "undo-amendment": amending.undo_amendment,
    "status": showing.status,
    "timeline": showing.timeline,
    "list": showing.list_interventions,
    "tasks": tasks.tasks,
    "read": reading.read,
    "replies": replies.replies,
    "webhooks": serving.webhooks,
    "reconcile": reconciling.reconcile,
    "report": reporting.report,
}

for name, verb in VERBS.items():
    app.command(name)(verb)
