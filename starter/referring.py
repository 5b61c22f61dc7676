"""Referring, from files: what is good is started once, what is bad is reported and never stops the rest."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import aclosing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from interventions.errors import Refusal
from interventions.promises.catalogue import Catalogue
from interventions.promises.policy import POLICIES
from starter.admitting import Admission, admit_all
from starter.answering import REFUSED, ask, plainly
from starter.interventions_client import InterventionsClient
from starter.options import AsJson
from starter.referral_files import count_records, read_files
from workflows.streams import or_else

_LINE = TypeAdapter(Admission)
_AGAIN = " - run the same again: nobody starts twice"
_STARTED = "whoever was started stays started; run the same again: nobody starts twice"

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE...", help="sent referrals: .json, or .ndjson with one a line")
]
PolicyName = Annotated[
    str, typer.Option("--policy", envvar="THROUGHLINE_POLICY", help="whose clocks and habits to promise")
]


def refer(ctx: typer.Context, files: Files, policy: PolicyName = "standard", as_json: AsJson = False) -> None:
    """Check sent referrals and start an intervention for each.

    The same referral again starts nothing and says so. A bad record is reported by file, line, field and
    rule, does not stop the rest, and makes the exit code 1.
    """
    tally = Tally(as_json)
    with plainly(as_json=as_json, typed=ctx):
        _known(policy)
        with or_else(_STARTED):
            ask(lambda service: _start_each(service, files, policy, tally), advice=_AGAIN)
            tally.sum_up()
    if tally.results["refused"]:
        raise typer.Exit(REFUSED)


@dataclass
class Tally:
    """Says what became of each record, and of all of them."""

    as_json: bool
    results: Counter[str] = field(default_factory=Counter)

    def note(self, admission: Admission) -> None:
        """One record: a JSON object a line, or a line; what is wrong with it goes to stderr."""
        self.results[admission.result] += 1
        if self.as_json:
            typer.echo(_line(admission))
        elif admission.result == "refused":
            for found in admission.findings:
                typer.echo(f"{admission.source}: {found.field}: {found.reason} [{found.rule}]", err=True)
        else:
            became = "started" if admission.result == "started" else "already on the service:"
            typer.echo(f"{admission.source}: {became} {admission.workflow_id}")

    def sum_up(self) -> None:
        """The whole, in a sentence."""
        if not self.as_json:
            started, already, refused = (self.results[key] for key in ("started", "already", "refused"))
            typer.echo(f"{started} started, {already} already on the service, {refused} refused")


def _line(admission: Admission) -> str:
    shown = _LINE.dump_python(admission, mode="json")
    findings = [found._asdict() for found in admission.findings]
    return json.dumps({**shown, "findings": findings})


def _known(policy: str) -> None:
    """Refuses a policy we do not have: with one, the referral would wait for its terms for ever."""
    names = sorted(path.stem for path in POLICIES.glob("*.toml"))
    if policy not in names:
        raise Refusal("unknown-policy", f"must be {' or '.join(names)}", field="policy")


async def _start_each(service: InterventionsClient, files: Sequence[Path], policy: str, tally: Tally) -> None:
    intakes = read_files(files, catalogue=Catalogue.load(), now=datetime.now(UTC))
    with _progress(files, shown=not tally.as_json) as advance:
        async with aclosing(admit_all(service, intakes, policy=policy)) as admissions:
            async for admission in admissions:
                tally.note(admission)
                advance()


@contextmanager
def _progress(files: Sequence[Path], *, shown: bool) -> Iterator[Callable[[], object]]:
    """A bar for NDJSON on a terminal; nothing elsewhere. Reported lines scroll by above it."""
    many = any(path.suffix.lower() == ".ndjson" for path in files)
    if not (shown and many and sys.stdout.isatty()):
        yield lambda: None
        return
    columns = (TextColumn("referrals"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # A redirected stderr keeps its lines: only what shares the terminal is drawn above the bar.
    with Progress(*columns, redirect_stderr=sys.stderr.isatty()) as progress:
        task = progress.add_task("referrals", total=count_records(files))
        yield lambda: progress.advance(task)
