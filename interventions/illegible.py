"""What is wrong with something typed in, by field and rule, in our words and never in the writer's."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from interventions.errors import Refusals, UnclearTime

_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")
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


class Finding(NamedTuple):
    """One thing wrong: the field, a stable rule code, a plain reason."""

    field: str
    rule: str
    reason: str


class Illegible(Refusals):
    """Something typed in that cannot be read. `findings` lists every fault, not just the first."""

    findings: tuple[Finding, ...]


def illegible(error: ValidationError, *, within: str = "") -> Illegible:
    """What was typed is not what belongs there; fields are named from `within` on."""
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
