"""The verb that reports: a contract's figures over some days, as a table, as JSON or as a page."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Literal, TextIO

import typer

from interventions.errors import Refusal
from interventions.figures.period import Period
from interventions.figures.profile import KPI, Profile
from interventions.figures.rm_profile import RM
from starter.answering import plainly
from starter.options import AsJson
from starter.report_files import Asked, write_csv, write_json, write_page

DAY = re.compile(r"\d{4}-\d\d-\d\d")
NOT_IN_IT = "they are not in the report, or not as they stand now"
NOBODY = "no referral in the register was sent on these days"
NOBODY_OF = "no referral of {} was sent on these days: look whether --contract is as in the register"
YEARS = range(2000, 2101)
PROFILES: dict[str, Profile] = {"kpi": KPI, "rm": RM}

First = Annotated[str, typer.Option("--from", metavar="DAY", help="the first day, like 2026-04-01")]
Last = Annotated[str, typer.Option("--to", metavar="DAY", help="the last day, which is included")]
Which = Annotated[Literal["kpi", "rm"], typer.Option(help="our own measures, or R&M's 27 columns")]
Form = Annotated[
    Literal["csv", "json", "html"] | None, typer.Option("--format", help="csv unless told otherwise")
]
Contract = Annotated[str, typer.Option(help="only this contract's interventions")]
Out = Annotated[Path | None, typer.Option(metavar="FILE", help="write there, and not to stdout")]


def report(
    *,
    first: First,
    last: Last,
    profile: Which = "kpi",
    form: Form = None,
    contract: Contract = "",
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Report on the interventions whose referral was sent on these London days.

    What each column means stands in docs/figures.md. --json is short for --format json.
    """
    # Slow to load, and no other verb needs it.
    from starter.wiring import figures_at_hand, report_page

    form = form or ("json" if as_json else "csv")
    with plainly(as_json=False):
        if profile == "rm" and form == "html":
            raise Refusal("no-such-format", "R&M's columns are a table: csv or json", field="--format")
        asked = Asked(_period(first, last), PROFILES[profile], contract)
        with figures_at_hand() as source, _opened(out) as to:
            if unread := source.catch_up():
                typer.echo(f"interventions this release cannot read: {unread}; {NOT_IN_IT}", err=True)
            if not any(True for _ in source.rows(asked.period, contract)):
                typer.echo(NOBODY_OF.format(contract) if contract else NOBODY, err=True)
            match form:
                case "csv":
                    write_csv(asked, source, to, for_a_spreadsheet=out is not None)
                case "json":
                    write_json(asked, source, to)
                case "html":
                    write_page(asked, source, to, report_page(), now=datetime.now(UTC))


def _period(first: str, last: str) -> Period:
    begins, ends = _day(first, "--from"), _day(last, "--to")
    if ends < begins:
        raise Refusal("out-of-order", "must not come before --from", field="--to")
    return Period(first=begins, last=ends)


def _day(typed: str, option: str) -> date:
    try:
        day = date.fromisoformat(typed) if DAY.fullmatch(typed) else None
    except ValueError:
        day = None
    if day is None:
        raise Refusal("malformed", "must be a day like 2026-04-01", field=option)
    if day.year not in YEARS:
        raise Refusal("out-of-range", f"must lie between {YEARS[0]} and {YEARS[-1]}", field=option)
    return day


@contextmanager
def _opened(out: Path | None) -> Iterator[TextIO]:
    """Where the report goes: stdout, or a file that is whole or not there."""
    if out is None:
        stdout = io.TextIOWrapper(typer.get_binary_stream("stdout"), encoding="utf-8", newline="")
        try:
            yield stdout
            stdout.flush()
        finally:
            with suppress(BrokenPipeError):
                stdout.detach()  # the stream itself is not ours to close
        return
    partial = out.with_name(f".{out.name}.partial")
    try:
        with partial.open("w", encoding="utf-8", newline="") as text:
            yield text
        partial.replace(out)
    except OSError as error:
        raise Refusal("unwritable", f"cannot be written: {error.strerror}", field="--out") from None
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
