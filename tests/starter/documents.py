"""Good sent referrals, and the same with something changed."""

import copy
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parents[2] / "examples"
GOOD = (
    "lifestyle-low.json",
    "lifestyle-medium.json",
    "lifestyle-high.json",
    "family-low.json",
    "family-medium.json",
    "family-high.json",
    "both-pathways.json",
)
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
GONE = object()


def example(name: str) -> dict[str, Any]:
    """The shipped example of that name, parsed."""
    document: dict[str, Any] = json.loads((EXAMPLES / name).read_text("utf-8"))
    return document


def but(document: dict[str, Any], changes: Mapping[str, object]) -> dict[str, Any]:
    """A copy in which each path ("referral.complexityLevels[0]") has the value given; `GONE` removes it."""
    changed = copy.deepcopy(document)
    for path, value in changes.items():
        *way, last = (int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", path))
        holder: Any = changed
        for step in way:
            holder = holder[step]
        if value is GONE:
            del holder[last]
        elif isinstance(holder, list) and last == len(holder):
            holder.append(value)
        else:
            holder[last] = value
    return changed
