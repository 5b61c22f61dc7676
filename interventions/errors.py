"""What can be refused, drawn as a tree.

    ServiceError
    +-- Refusal            a message may not be said now: names the field and the rule; nothing changed
    |   +-- Refusals       several such findings at once
    |   |   +-- BadReferral    a referral cannot start
    |   +-- TooEarly       the outside world was ahead of us: the message is kept until its time
    +-- UnknownService     asked for something the catalogue does not have
    +-- CatalogueError     catalogue, policy or calendar on disk is wrong: the worker must not start
    +-- UnclearTime        a local time that does not exist, or exists twice, on that day

No message text ever repeats what a person wrote: texts of errors travel to logs and screens.
"""

from collections.abc import Sequence
from typing import Any


class ServiceError(Exception):
    """Anything this service says no with."""


class Refusal(ServiceError):
    """A message that may not be said now. `rule` is a stable code, `field` the field at fault, if one is.

    `findings` lists every (field, rule, reason); there is one, save in `Refusals`.
    """

    def __init__(self, rule: str, reason: str, *, field: str = "") -> None:
        self.rule, self.reason, self.field = rule, reason, field
        self.findings: tuple[tuple[str, str, str], ...] = ((field, rule, reason),)
        super().__init__(rule, reason, field)

    def __str__(self) -> str:
        return "; ".join(
            f"{field}: {reason} [{rule}]" if field else f"{reason} [{rule}]"
            for field, rule, reason in self.findings
        )

    def in_json(self) -> dict[str, Any]:
        """As it travels: the first finding's field, rule and reason, and the `others`."""
        each = [{"field": field, "rule": rule, "reason": reason} for field, rule, reason in self.findings]
        return {**each[0], "others": each[1:]}


class Refusals(Refusal):
    """Several things wrong at once: `rule`, `reason` and `field` are the first one's, `findings` has all."""

    def __init__(self, findings: Sequence[tuple[str, str, str]]) -> None:
        field, rule, reason = findings[0]
        super().__init__(rule, reason, field=field)
        self.findings = tuple(findings)


class BadReferral(Refusals):
    """A referral that cannot start."""


class TooEarly(Refusal):
    """A message that will make sense later. Said by the outside world, it is kept and heard in its time.

    Whether it is too early may depend on the case, never on the hour: nothing wakes a case for it.
    """


class UnknownService(ServiceError):
    """The catalogue has no such thing."""

    def __init__(self, field: str, reason: str) -> None:
        self.field, self.reason = field, reason
        super().__init__(f"{field}: {reason}")


class CatalogueError(ServiceError):
    """A file of catalogue, policy or calendar is wrong; the message names file, key and rule."""


class UnclearTime(ServiceError, ValueError):
    """A London wall time that is skipped or repeated when the clocks change."""
