"""Times at which a participant can't come, as they are typed: "tue 09:00-12:00"."""

import re
from collections.abc import Sequence
from datetime import time

from interventions.illegible import Finding, Illegible
from interventions.referral import Unavailable

NONE = "none"
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TYPED = re.compile(
    rf"(?P<day>{'|'.join(_DAYS)})?\s*(?:(?P<starts>[0-2]\d:[0-5]\d)-(?P<ends>[0-2]\d:[0-5]\d))?"
)
_HOW = 'must be like "tue 09:00-12:00", "tue" or "09:00-12:00", and end after it begins'


def times_off(typed: Sequence[str], field: str) -> tuple[Unavailable, ...]:
    """The times typed: a weekday, London wall times, or both. "none" alone is none at all.

    Raises:
        Illegible: one cannot be read, or ends before it begins; every such one is named by `field`.
    """
    if list(typed) == [NONE]:
        return ()
    read = [_read(words) for words in typed]
    faults = [number for number, found in enumerate(read) if found is None]
    if faults:
        raise Illegible([Finding(f"{field}[{number}]", "malformed", _HOW) for number in faults])
    return tuple(found for found in read if found)


def _read(words: str) -> Unavailable | None:
    match = _TYPED.fullmatch(words.strip().lower())
    if match is None or not any(match.groups()):
        return None
    fields: dict[str, object] = {}
    if match["day"]:
        fields["weekday"] = _DAYS.index(match["day"])
    if match["starts"]:
        try:
            starts, ends = time.fromisoformat(match["starts"]), time.fromisoformat(match["ends"])
        except ValueError:
            return None
        if ends <= starts:
            return None
        fields |= {"starts": starts, "ends": ends}
    return Unavailable.model_validate(fields)
