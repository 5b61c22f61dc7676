"""R&M's no, in our words: what it will answer again, however often it is asked."""

import re
from collections.abc import Iterable
from typing import Any

from activities.ports import MonitoringRefusal

_FIELD, _CODE = re.compile(r"[A-Za-z.]{1,80}"), re.compile(r"[A-Z_]{1,60}")


class Refusal(Exception):
    """It will never be taken as it is. `finding` names fields and rules, and never a value.

    `answered` says that R&M was asked and this is its answer, not only our own foresight.
    """

    def __init__(self, why: MonitoringRefusal, finding: str = "", *, answered: bool = False) -> None:
        self.why = why
        self.finding = finding
        self.answered = answered
        super().__init__(why, finding)


def findings(body: dict[str, Any]) -> str:
    """Fields and codes of R&M's validation: "sessionFeedback.sessionSummary CANNOT_BE_EMPTY".

    Only what looks like a name and a code is let through; R&M's `message` may repeat what somebody wrote.
    """
    found = body.get("validationErrors")
    return ", ".join(_named(found) if isinstance(found, list) else ())


def _named(found: Iterable[Any]) -> Iterable[str]:
    for one in found:
        field, code = (str(one.get(name, "")) if isinstance(one, dict) else "" for name in ("field", "error"))
        if _FIELD.fullmatch(field) and _CODE.fullmatch(code):
            yield f"{field} {code}"
