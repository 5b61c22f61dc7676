"""The worker's command line: run, set the namespace up, ask after health, check the machine.

Asking after health happens twice a minute for as long as a worker lives, so every other command imports
what it needs when it is called: a fifth of the work, each time.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Annotated

import typer

from worker.health import ask
from worker.problem import Problem
from worker.settings import read_settings
from worker.usage import OneLine
from workflows.streams import or_else, speak_plainly

DONE = "what was asked is done"

app = typer.Typer(
    name="python -m worker",
    cls=OneLine,
    help="Throughline's worker. Without a command it runs.",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)


@app.callback(invoke_without_command=True)
def by_default(context: typer.Context) -> None:
    """Throughline's worker. Without a command it runs."""
    if context.invoked_subcommand is None:
        run()


@app.command()
def run(
    queue: Annotated[
        list[str] | None,
        typer.Option(help="A task queue to work on; may be repeated. All of them if none is named."),
    ] = None,
) -> None:
    """Work until SIGTERM or Ctrl-C, then finish what is in hand. Exits non-zero on a fatal error."""
    from worker.running import serve
    from workflows.contract import TASK_QUEUES
    from workflows.farewell import to_the_end

    if unknown := sorted(set(queue or ()) - set(TASK_QUEUES)):
        raise typer.BadParameter(f"no task queue {', '.join(unknown)}; there are {', '.join(TASK_QUEUES)}")
    with plainly():
        to_the_end(serve(read_settings(), queue or TASK_QUEUES))


@app.command("set-up")
def set_up_command() -> None:
    """Register the search attributes and the daily look at R&M; safe to run again."""
    from worker.connection import connect, find_namespace
    from worker.schedules import set_schedules
    from worker.set_up import set_up
    from workflows.farewell import to_the_end

    async def register() -> tuple[str, ...]:
        client = await connect()
        await find_namespace(client)
        new = await set_up(client)
        await set_schedules(client)
        return new

    with plainly():
        new = to_the_end(register())
    say(f"registered {', '.join(new)}" if new else "every search attribute was there already")


@app.command()
def migrate() -> None:
    """Bring the register's database to this release, before its workers start; safe to run again."""
    from worker.opening import migrate_register

    with plainly():
        taken = migrate_register(read_settings().register_url)
    say(f"took {', '.join(taken)}" if taken else "the register's tables were those of this release already")


@app.command("rebuild-projections")
def rebuild_projections() -> None:
    """Throw away the register's current state and read it again from the facts; safe while workers run."""
    from worker.opening import REGISTER, using
    from worker.parts import current_state

    with plainly(), closing(current_state(read_settings())) as state, using(REGISTER):
        brought = state.rebuild()
    say(f"{brought.read} interventions read, {brought.unread} this release cannot read")
    raise typer.Exit(bool(brought.unread))


@app.command("refill-register")
def refill_register() -> None:
    """Write what Temporal's histories tell and the register lacks, after an older backup was restored."""
    from worker.connection import connect, find_namespace
    from worker.parts import what_is_refilled
    from worker.refilling import Refilled, refill
    from workflows.farewell import to_the_end

    async def from_histories() -> Refilled:
        client = await connect()
        await find_namespace(client)
        register, suppression, ledger = what_is_refilled(read_settings())
        with closing(register):
            return await refill(client, register, suppression, ledger)

    with plainly():
        done = to_the_end(from_histories())
    say(
        f"interventions read: {len(done.interventions)}; missing facts written: {done.written};"
        f" texts entered: {done.texts}"
    )
    for told in done.troubles:
        typer.echo(told, err=True)
    raise typer.Exit(bool(done.troubles))


@app.command()
def healthy() -> None:
    """Ask the worker on this machine whether it is ready; exits non-zero if it is not."""
    with plainly():
        well, said = ask(read_settings(), "/ready")
    typer.echo(said, err=not well)
    raise typer.Exit(not well)


@app.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Check this machine, the server and the reference data; each failure says what to type."""
    from worker.doctor import checkup, report
    from workflows.farewell import to_the_end

    with plainly():
        findings = to_the_end(checkup(read_settings()))
    report(findings, as_json=as_json)
    raise typer.Exit(any(finding.ok == "failed" for finding in findings))


def say(what: str) -> None:
    """What was done, for whoever asked for it; where they cannot hear it, it is done all the same."""
    with or_else(DONE):
        typer.echo(what)


@contextmanager
def plainly() -> Iterator[None]:
    """What an operator must put right is one line and exit code 1, not a traceback."""
    try:
        yield
    except Problem as problem:
        typer.echo(f"worker: {problem}", err=True)
        raise typer.Exit(1) from None


if __name__ == "__main__":
    speak_plainly()
    app(prog_name="python -m worker")
