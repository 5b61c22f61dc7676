"""What other processes do in these tests: they are started afresh, and share nothing but the disk."""

import resource
import sys
from errno import EFBIG
from pathlib import Path

from gateways.outbox import Outbox
from gateways.sql_register import SqlRegister
from tests.gateways.papers import envelope, printed
from tests.gateways.register_entries import an_entry
from tests.gateways.text_intents import an_outgoing

NO_ROOM = 7


def keep_with_little_room(folder: Path) -> None:
    """One document that is larger than any file may grow here; leaves with NO_ROOM if the disk said so."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
    try:
        Outbox(folder).keep("a/report", printed("<p>long</p>" * 4096))
    except OSError as error:
        sys.exit(NO_ROOM if error.errno == EFBIG else 1)


def lay_down(folder: Path, referral: str, name: str) -> None:
    """Twenty texts and letters, under the same keys as every other process but in this one's name."""
    outbox = Outbox(folder)
    for number in range(20):
        outbox.send(an_outgoing(f"{referral}/text/{number}", words=name))
        outbox.post(
            f"{referral}/letter/{number}", envelope(name, name, postcode=name), printed(f"<p>{name}</p>")
        )


def write_down(url: str, start_at: int) -> None:
    """A hundred facts in pages of four: the same ones as every other process, from another place on."""
    register = SqlRegister.open(url)
    sequences = [*range(start_at, 100), *range(start_at)]
    for page in range(0, 100, 4):
        register.write([an_entry(sequence) for sequence in sequences[page : page + 4]])
    register.close()
