"""What R&M will never show: the referral is over there, so neither we nor anybody else can key it in.

Each such record is settled, under that name; what was written stays here. One task holds them all, for
somebody to read and to tell the practitioner what they must know. A report and case notes are taken after
the end too.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from interventions.case import Case
from interventions.facts import AnyFact, MonitoringNeverTold, TaskClosed
from interventions.monitoring.account import Untold
from interventions.monitoring.records import CaseNote, MonitoringRecord, ReportRecord
from interventions.vocabulary import RM, Role
from interventions.words.contacting import ask

ENDED = "ended"
WHAT = "The referral is over in R&M: read what it will never show, and tell the practitioner what matters"


def is_listed(case: Case) -> bool:
    """Whether there is such a list; under the first edition of the rules each is a task to key it in."""
    return case.terms.policy.follows(2)


def takes_no_more(case: Case, record: MonitoringRecord, why: str = "") -> bool:
    """Whether R&M takes this from nobody any more: it says so (`why`), or has shown the referral over."""
    seen = case.monitoring.seen
    over = seen is not None and seen.ended_at is not None and _wants_it_open(record)
    return is_listed(case) and (over or why == ENDED)


def moot(case: Case) -> tuple[Untold, ...]:
    """What people are asked to key in, and cannot once the referral is over there."""
    return tuple(each for each in case.monitoring.by_hand.values() if _wants_it_open(each.record))


def never_told(case: Case, records: Sequence[Untold], now: datetime) -> Iterator[AnyFact]:
    """Settle these: onto the list that is open, or onto a new one."""
    if not records:
        return
    account = case.monitoring
    standing = next(iter(account.never_told), "")
    task = standing or f"never-told/{records[0].key.removeprefix('monitoring/')}"
    by_hand = {each.key: asked for asked, each in account.by_hand.items()}
    for each in records:
        yield MonitoringNeverTold(at=now, key=each.key, record=each.record.record, why=ENDED, task=task)
        if asked := by_hand.get(each.key):
            yield TaskClosed(at=now, by=RM, task=asked, how="the referral is over in R&M: it is on the list")
    owner = Role.CASEWORKER if case.caseworker else Role.OPERATIONS
    yield from ask(case, task, "monitoring", owner, WHAT, about=task, at=now)


def _wants_it_open(record: MonitoringRecord) -> bool:
    return not isinstance(record, ReportRecord | CaseNote)
