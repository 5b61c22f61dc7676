"""An outbox on disk: where texts, letters and documents lie until a carrier takes their place.

A thing appears whole under its key or not at all, and the first to lie there stands: it is prepared aside
and then linked or renamed into place, which the file system does once (reliability brief 1.3).
"""

import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from errno import EEXIST, ENOTEMPTY
from pathlib import Path
from tempfile import TemporaryDirectory

from activities.carrying import Answer, OutgoingText
from activities.printed import Printed
from activities.sending import Receipt
from interventions.words.correspondence import Envelope, Outcome

# What a link says of a file, and a rename of a folder, that lies there already.
TAKEN = {EEXIST, ENOTEMPTY}
NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")


@dataclass(frozen=True)
class Outbox:
    """Texts, letters and documents as files under `folder`; `Outcome.reference` is the path below it.

    `texts/<referral>/<key>.json`, and a folder for each paper: `letters/<referral>/<key>/` of `letter.pdf`
    and `envelope.json`, `documents/<referral>/<key>/` of `document.pdf`; in both `about.json` (what
    `Printed.about` says) and, where it has dates, `appointments.ics`. "/" in a key is written ".".
    Every method raises ValueError for a key that is not made of plain names, and OSError where the disk
    is full or closed to us.
    """

    folder: Path

    def send(self, text: OutgoingText) -> Answer:
        """Lay one text down once under its key."""
        words = _json({"to": text.to, "words": text.words})
        return Answer("taken", self._once(self._place("texts", text.key, ".json"), words).reference)

    def find(self, text: OutgoingText, since: datetime) -> tuple[str, ...]:  # noqa: ARG002
        """Where the text lies, if it does: it is known by its key, whenever that was."""
        place = self._place("texts", text.key, ".json")
        return (self._accepted(place).reference,) if place.exists() else ()

    def look_up(self, reference: str) -> Receipt | None:
        """A text that lies here stays here; how it is read, nobody reports."""
        if not (self.folder / reference).is_file():
            return None
        return Receipt("", reference, "accepted", datetime.now(UTC))

    def traces(self, to: str) -> bool:  # noqa: ARG002
        """Nobody carries it any further, so nobody will ever say that it came."""
        return False

    def post(self, key: str, envelope: Envelope, printed: Printed) -> Outcome:
        """Lay one letter down once under this key: its paper, its envelope and what is known of it."""
        address = envelope.address
        outside = {"to": envelope.to, "lines": address.lines, "postcode": address.postcode}
        return self._lay(
            self._place("letters", key, ""), "letter", printed, {"envelope.json": _json(outside)}
        )

    def follows_letters(self) -> bool:
        """Whoever takes them out of the box does not say so."""
        return False

    def letter_became(self, key: str) -> Outcome:  # noqa: ARG002
        """It lies here, as far as anybody knows."""
        return Outcome(result="accepted")

    def keep(self, key: str, printed: Printed) -> Outcome:
        """Lay one document down once under this key, with what is known of it."""
        return self._lay(self._place("documents", key, ""), "document", printed, {})

    def _lay(self, place: Path, name: str, printed: Printed, more: dict[str, bytes]) -> Outcome:
        files = {f"{name}.{printed.suffix}": printed.content, "about.json": _json(printed.about)} | more
        if printed.calendar:
            files["appointments.ics"] = printed.calendar
        if not place.exists():
            with self._aside(place) as folder:
                for file, content in files.items():
                    _write(folder / file, content)
                _settle(folder)
                with _first_stands():
                    folder.rename(place)
        # The first stands, and may have been printed another way.
        (first,) = place.glob(f"{name}.*")
        return self._accepted(first)

    def _once(self, place: Path, content: bytes) -> Outcome:
        if not place.exists():
            with self._aside(place) as folder:
                _write(folder / place.name, content)
                with _first_stands():
                    place.hardlink_to(folder / place.name)
        return self._accepted(place)

    def _place(self, kind: str, key: str, suffix: str) -> Path:
        referral, *rest = key.split("/")
        if not rest or not all(NAME.fullmatch(name) for name in (referral, *rest)):
            raise ValueError("key: must be a referral and more names of a-z, 0-9, - and _, joined by /")
        return self.folder / kind / referral / f"{'.'.join(rest)}{suffix}"

    @contextmanager
    def _aside(self, place: Path) -> Iterator[Path]:
        """A folder to prepare things in, on the same disk as `place`, which is then settled."""
        workbench = self.folder / ".part"
        for needed in (workbench, place.parent):
            needed.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryDirectory(dir=workbench) as bench:
            folder = Path(bench) / "whole"
            folder.mkdir(mode=0o700)
            yield folder
        for changed in (place.parent, place.parent.parent):
            _settle(changed)

    def _accepted(self, place: Path) -> Outcome:
        return Outcome(result="accepted", reference=place.relative_to(self.folder).as_posix())


@contextmanager
def _first_stands() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in TAKEN:
            raise


def _json(content: Mapping[str, object]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make new names in `folder` outlast a power cut: what was answered "accepted" must be there."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
