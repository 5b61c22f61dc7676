"""The verb `webhooks`: opens the door and keeps it open until told to stop."""

import socket
from contextlib import closing
from typing import Annotated

import typer

from starter.answering import plainly
from starter.connection import Unreachable
from starter.options import AsJson
from workflows.farewell import to_the_end

Host = Annotated[str, typer.Option(help="the address to listen on; behind a proxy that speaks https")]
Port = Annotated[int, typer.Option(min=1, max=65_535, help="the port to listen on")]


def webhooks(host: Host = "127.0.0.1", port: Port = 8082, as_json: AsJson = False) -> None:
    """Listen for what Twilio tells us: receipts of our texts, and texts that participants send."""
    with plainly(as_json=as_json):
        to_the_end(serve(host, port))


async def serve(host: str, port: int) -> None:
    """Serve until a signal to stop.

    Raises:
        Unreachable: the register cannot be opened, Twilio's settings are wrong, or the port is taken.
    """
    # Only this verb needs a web server: every other starts without one.
    import uvicorn

    from starter.connection import connect
    from starter.interventions_client import InterventionsClient
    from starter.webhooks.app import build_app
    from starter.webhooks.desk import Desk
    from starter.wiring import door_at_hand

    with door_at_hand() as door, closing(_listening(host, port)) as ear:
        if not door.lets_in:
            typer.echo(
                "No Twilio account is set (THROUGHLINE_TWILIO_...): every request is refused.", err=True
            )
        service = InterventionsClient(await connect(lazy=True))
        desk = Desk(door.ledger, door.inbox, service, door.urgent, door.answers_an_hour)
        config = uvicorn.Config(
            build_app(desk, door.post),
            log_level="warning",
            access_log=False,
            server_header=False,
            limit_concurrency=200,
            timeout_keep_alive=5,
        )
        await uvicorn.Server(config).serve(sockets=[ear])


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens there: said in a line where it can't, before anything is served."""
    try:
        [family, *_], *_ = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        # Python adds in brackets what it tried.
        why = f"{host}:{port} cannot be listened on: {str(error.strerror).partition(' (')[0]}"
        raise Unreachable(f"{why} - stop what listens there, or give another --host or --port") from None
