"""Referrals from files, one document or one a line; a bad record is reported and never stops the rest."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from interventions.errors import BadReferral
from interventions.illegible import Finding
from interventions.promises.catalogue import Catalogue
from interventions.referral import Referral
from starter.faults import LARGEST
from starter.referral_form import read_referral

_LINE_BY_LINE = ".ndjson"


@dataclass(frozen=True)
class Intake:
    """What became of one record: a referral, or the findings that refuse it.

    `file` is the file's name; `line` counts from 1 in NDJSON, and is None where the file is one document.
    """

    file: str
    line: int | None
    referral: Referral | None
    findings: tuple[Finding, ...] = ()

    @property
    def source(self) -> str:
        """Where it was read: "lifestyle-low.json", or "many.ndjson:3"."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


def count_records(paths: Sequence[Path]) -> int:
    """How many intakes `read_files` will yield, by counting lines; an unreadable file counts as one."""
    return sum(_records(path) for path in paths)


def read_files(paths: Sequence[Path], *, catalogue: Catalogue, now: datetime) -> Iterator[Intake]:
    """Every record in `paths`, in order: `.ndjson` is streamed line by line, anything else is one document.

    Blank lines are skipped. Nothing is raised for a record or a file that is wrong: it is an intake with
    findings, none of which repeats what the record says.
    """
    for path in paths:
        try:
            for line, raw in _raw_records(path):
                yield _intake(path.name, line, raw, catalogue, now)
        except OSError as error:
            reason = f"cannot be read: {error.strerror or 'the system gave no reason'}"
            yield Intake(path.name, None, None, (Finding("document", "unreadable", reason),))


def _records(path: Path) -> int:
    if path.suffix.lower() != _LINE_BY_LINE:
        return 1
    try:
        with path.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:
        return 1


def _raw_records(path: Path) -> Iterator[tuple[int | None, bytes]]:
    """Each record's line number, if it has one, and its bytes: so bad UTF-8 spoils one line, not the file."""
    if path.suffix.lower() != _LINE_BY_LINE:
        with path.open("rb") as document:
            yield None, document.read(LARGEST + 1)
        return
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield number, line.rstrip(b"\r\n")


def _intake(file: str, line: int | None, raw: bytes, catalogue: Catalogue, now: datetime) -> Intake:
    try:
        return Intake(file, line, read_referral(_parsed(raw, line or 1), catalogue=catalogue, now=now))
    except BadReferral as refused:
        return Intake(file, line, None, tuple(Finding(*finding) for finding in refused.findings))


def _parsed(raw: bytes, first_line: int) -> object:
    """The JSON in `raw`, whose first line is `first_line` of its file.

    Raises:
        BadReferral: it is too large, not UTF-8, or not JSON; the reason gives the line, and quotes nothing.
    """
    if len(raw) > LARGEST:
        raise BadReferral([Finding("document", "too-large", f"is larger than {LARGEST:,} bytes")])
    try:
        return json.loads(raw.decode("utf-8-sig"), parse_constant=_not_a_number)
    except UnicodeDecodeError as error:
        line = first_line + error.object.count(b"\n", 0, error.start)
        finding = Finding("document", "not-utf-8", f"is not UTF-8 text, at line {line}")
    except json.JSONDecodeError as error:
        where = f"line {first_line + error.lineno - 1}, column {error.colno}"
        finding = Finding("document", "not-json", f"is not JSON, at {where}")
    except (ValueError, RecursionError):
        finding = Finding("document", "not-json", f"is not JSON we can read, from line {first_line}")
    raise BadReferral([finding])


def _not_a_number(_: str) -> NoReturn:
    raise ValueError("NaN and Infinity are not JSON")
