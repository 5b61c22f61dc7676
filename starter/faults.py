"""What is wrong with something typed in, by field and rule, in our words and never in the writer's."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from interventions.errors import Refusal, Refusals, UnclearTime
from interventions.message import Wire
from interventions.messages import Spoken
from starter.referral_rules import Finding

Saying = TypeVar("Saying", bound=Spoken)
Paper = TypeVar("Paper", bound=Wire)

# Far more than anybody writes. A message is kept in every history it passes; Temporal refuses ten times this.
LARGEST = 200_000
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_REASONS = {
    "bool": "must be true or false",
    "date": "must be a date such as 2026-11-30",
    "extra": "is not a field here",
    "int": "must be a whole number",
    "missing": "must be given",
    "mobile": "must be a UK mobile number, 07... or +447..., with nine digits after the 7",
    "model": "must be an object",
    "string": "must be text, and not empty",
    "tuple": "must be a list",
    "uuid": "must be a UUID",
    "value": "must be a date and a time, like 2026-11-30T14:00 (London) or 2026-11-30T14:00:00Z",
}
_LIMITS = {"greater_than": "more than", "greater_than_equal": "at least", "less_than_equal": "at most"}
_RULES = {"extra": "unknown-key", "json": "not-json", "missing": "missing", "mobile": "not-a-uk-mobile"}


class Illegible(Refusals):
    """Something typed in that cannot be read. `findings` lists every fault, not just the first."""

    findings: tuple[Finding, ...]


def read_message(kind: type[Saying], fields: Mapping[str, object]) -> Saying:
    """The message that somebody typed, field by field.

    Raises:
        Illegible: fields are missing or wrong.
    """
    try:
        return kind.model_validate(fields)
    except ValidationError as error:
        raise _illegible(error, within="") from None


def read_paper(path: Path, kind: type[Paper], *, name: str) -> Paper:
    """The plan or report in a JSON file; fields are named from `name` on, as the service names them.

    An unknown key is refused too: it is a misspelt one (strict at the desk, style brief 5.8).

    Raises:
        Refusal: the file cannot be read.
        Illegible: it is too large, not UTF-8 or not JSON, or fields are unknown, missing or wrong.
    """
    try:
        return kind.model_validate_json(_text(path, name), extra="forbid")
    except ValidationError as error:
        raise _illegible(error, within=name) from None


def _text(path: Path, name: str) -> str:
    try:
        with path.open("rb") as paper:
            written = paper.read(LARGEST + 1)
    except OSError as error:
        why = error.strerror or "the system gave no reason"
        raise Refusal("unreadable", f"cannot be read: {why}", field=name) from None
    if len(written) > LARGEST:
        raise Illegible([Finding(name, "too-large", f"is larger than {LARGEST:,} bytes")])
    try:
        return written.removeprefix(_BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        line = 1 + error.object.count(b"\n", 0, error.start)
        raise Illegible([Finding(name, "not-utf-8", f"is not UTF-8 text, at line {line}")]) from None


def _illegible(error: ValidationError, *, within: str) -> Illegible:
    faults = error.errors(include_url=False, include_input=False)
    return Illegible([_finding(fault, within) for fault in faults])


def _finding(fault: ErrorDetails, within: str) -> Finding:
    kind, context = fault["type"].split("_")[0], fault.get("ctx", {})
    field = _path(within, fault["loc"])
    if isinstance(unclear := context.get("error"), UnclearTime):
        return Finding(field, "unclear-time", str(unclear))
    if kind in {"enum", "literal"}:
        reason = f"must be {context['expected']}"
    elif limit := _LIMITS.get(fault["type"]):
        reason = f"must be {limit} {next(iter(context.values()))}"
    elif kind == "json":
        reason = f"is not JSON: {context['error']}"
    else:
        reason = _REASONS.get(kind, "is not what belongs here")
    return Finding(field, _RULES.get(kind, "malformed"), reason)


def _path(within: str, place: Sequence[int | str]) -> str:
    path = within
    for step in place:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            path += f".{step if _KEY.fullmatch(step) else '(a key that is not a name)'}"
    return path.removeprefix(".")
