"""An outbox on disk: where texts, letters and documents lie until a carrier takes their place.

A thing appears whole under its key or not at all, and the first to lie there stands: it is prepared aside
and then linked or renamed into place, which the file system does once (reliability brief 1.3).
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from errno import EEXIST, ENOTEMPTY
from pathlib import Path
from tempfile import TemporaryDirectory

from activities.carrying import Answer, OutgoingText
from activities.sending import Receipt
from interventions.correspondence import Outcome
from interventions.participant import Address

# What a link says of a file, and a rename of a folder, that lies there already.
TAKEN = {EEXIST, ENOTEMPTY}
NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")


@dataclass(frozen=True)
class Outbox:
    """Texts, letters and documents as files under `folder`; `Outcome.reference` is the path below it.

    `texts/<referral>/<key>.json`, `documents/<referral>/<key>.html`, and for a letter a folder
    `letters/<referral>/<key>/` of `letter.html` and `envelope.json`; "/" in a key is written ".".
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

    def post(self, key: str, to: str, address: Address, page: str) -> Outcome:
        """Lay one letter down once under this key: its page and its envelope together."""
        place = self._place("letters", key, "")
        envelope = _json({"to": to, "lines": address.lines, "postcode": address.postcode})
        if not place.exists():
            with self._aside(place) as folder:
                _write(folder / "letter.html", page)
                _write(folder / "envelope.json", envelope)
                _settle(folder)
                with _first_stands():
                    folder.rename(place)
        return self._accepted(place / "letter.html")

    def keep(self, key: str, page: str) -> Outcome:
        """Lay one document down once under this key."""
        return self._once(self._place("documents", key, ".html"), page)

    def _once(self, place: Path, words: str) -> Outcome:
        if not place.exists():
            with self._aside(place) as folder:
                _write(folder / place.name, words)
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


def _json(content: dict[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _write(path: Path, words: str) -> None:
    with path.open("x", encoding="utf-8", newline="") as file:
        file.write(words)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make new names in `folder` outlast a power cut: what was answered "accepted" must be there."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
