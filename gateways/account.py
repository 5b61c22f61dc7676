"""Which of the accounts a register holds of one case is the one that stands.

A fact may be written down before the workflow task that decided it is safe. When that task is lost, its
retry decides again, later, and the register holds a leftover of an account the workflow never had. Nothing
is taken out of a register; what stands is chosen when it is read (decision 3).
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from interventions.facts import Entry
from interventions.life.duplicates import open_on
from interventions.views.case_line import case_of
from interventions.vocabulary import Pathway


class Recorded(Protocol):
    """A fact's place in a case, and the workflow's own time of writing it down."""

    @property
    def sequence(self) -> int: ...

    @property
    def recorded_at(self) -> datetime: ...


Told = TypeVar("Told", bound=Recorded)


def standing(told: Iterable[Told]) -> tuple[Told, ...]:
    """The account that stands among everything `told` of one case, in order of its sequence.

    For each sequence the latest stands. Along one account time never goes backwards and no sequence is left
    out, so the account ends where either happens: what is beyond was left over from an abandoned account.
    Of two at one sequence and one instant, which only a fault can bring about, the first told stands.
    """
    latest: dict[int, Told] = {}
    for entry in told:
        rival = latest.setdefault(entry.sequence, entry)
        if entry.recorded_at > rival.recorded_at:
            latest[entry.sequence] = entry
    account: list[Told] = []
    for sequence in sorted(latest):
        entry = latest[sequence]
        if account and not _follows(entry, account[-1]):
            break
        account.append(entry)
    return tuple(account)


def may_be_open(told: Callable[[], Sequence[Entry]], pathways: Collection[Pathway]) -> bool:
    """Whether the account that stands is of an intervention open on one of these pathways.

    One that this release cannot read may be: then a person looks.
    """
    try:
        return open_on(case_of(told()), pathways)
    except (ValueError, KeyError):
        return True


def _follows(entry: Recorded, before: Recorded) -> bool:
    return entry.sequence == before.sequence + 1 and entry.recorded_at >= before.recorded_at
