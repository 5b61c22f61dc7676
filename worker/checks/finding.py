"""What a check found, and what to type about it."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["ok", "warning", "failed"]


@dataclass(frozen=True)
class Finding:
    """One line of the doctor's report. `remedy` is what to type or to do; empty when all is well."""

    name: str
    ok: Verdict
    detail: str
    remedy: str = ""
