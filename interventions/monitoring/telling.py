"""R&M is told record by record, in order: the next one's turn comes when the one before it is settled.

Derived from the case like everything that is due. What R&M refuses, or is not to be told by us, becomes a
task to key it in, due by the end of the day (seeds, footer: same-day update). What it takes no more, its
referral being over, becomes one list.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from interventions.case import Case
from interventions.facts import (
    AnyFact,
    MonitoringLeftToPeople,
    MonitoringOvertaken,
    MonitoringTold,
    WordRequested,
)
from interventions.monitoring import ended
from interventions.monitoring.account import Untold, task_of
from interventions.monitoring.records import AssessmentBooking, MonitoringRecord, SessionBooking
from interventions.vocabulary import MonitoringMode, Role
from interventions.words.contacting import ask
from interventions.words.correspondence import FAILING, Outcome, TellMonitoring

BY_HAND = "by-hand"
A_WEEK = timedelta(weeks=1)


def next_to_tell(case: Case) -> Untold | None:
    """The record whose turn it is, or None: there is none, or the one before it is still under way."""
    untold = case.monitoring.untold
    return untold[0] if untold and untold[0].key not in case.outbox else None


def tell(case: Case, each: Untold, now: datetime) -> Iterable[AnyFact]:
    """Its turn has come: it goes to R&M, or to a person."""
    if case.terms.policy.monitoring is MonitoringMode.TASKS:
        if ended.takes_no_more(case, each.record):
            return ended.never_told(case, (each,), now)
        return _by_hand(case, each, BY_HAND, now)
    if _has_passed(each.record, now):
        return [MonitoringOvertaken(at=now, key=each.key, record=each.record.record)]
    patience = case.terms.policy.monitoring_patience_working_days
    until = case.terms.day_ends(now, patience) if patience else None
    return [WordRequested(at=now, errand=TellMonitoring(key=each.key, record=each.record, give_up_at=until))]


def answered(case: Case, errand: TellMonitoring, outcome: Outcome, now: datetime) -> Iterator[AnyFact]:
    """What R&M said to it. A booking refused because its day came meanwhile goes with its feedback."""
    record = errand.record
    if outcome.result == "accepted":
        yield MonitoringTold(
            at=now, key=errand.key, record=record.record, happened_at=record.at, reference=outcome.reference
        )
    elif _has_passed(record, now):
        yield MonitoringOvertaken(at=now, key=errand.key, record=record.record)
    elif ended.takes_no_more(case, record, outcome.why):
        yield from ended.never_told(case, (Untold(key=errand.key, record=record), *ended.moot(case)), now)
    else:
        each = Untold(key=errand.key, record=record)
        yield from _by_hand(case, each, outcome.why or outcome.result, now)


def chased(case: Case) -> Iterator[tuple[datetime, str]]:
    """When operations hear that something is still not keyed in: when it is overdue, then every week.

    Also after the end, so that nothing is forgotten with the case.
    """
    for task in case.open_tasks:
        if task.kind == "monitoring":
            yield task.due + case.overdue.count(task.id) * A_WEEK, task.id


def _by_hand(case: Case, each: Untold, why: str, now: datetime) -> Iterator[AnyFact]:
    yield MonitoringLeftToPeople(at=now, key=each.key, record=each.record.record, why=why)
    owner = Role.OPERATIONS if each.record.record == "assignment" else Role.CASEWORKER
    what = f"{WHAT[each.record.record]}: key it into R&M{REASONS.get(why, f' ({why})')}"
    yield from ask(case, task_of(each.key), "monitoring", owner, what, about=each.key, at=now, today=True)


def _has_passed(record: MonitoringRecord, now: datetime) -> bool:
    """Whether it books a date that has come: R&M takes that only together with its feedback."""
    return isinstance(record, AssessmentBooking | SessionBooking) and record.starts_at <= now


WHAT = {
    "assignment": "The caseworker",
    "assessment-booking": "The date of the assessment",
    "assessment-feedback": "What became of the assessment",
    "plan": "The action plan",
    "session-booking": "The date of a session",
    "session-feedback": "What became of a session",
    "report": "The end-of-service report",
    "case-note": "A case note",
}

REASONS = {
    BY_HAND: "",
    "clash": " (another date stands there at that time: agree a new one)",
    "blocked-text": " (its firewall would not let the words in: say it in others)",
    "not-permitted": " (we may not)",
    "not-found": " (it has no place for it)",
    "invalid": " (it would not take it as it stands)",
    "ended": " (the referral is over there)",
    FAILING: " (it has failed on it for days, and takes others: look first whether it is there)",
    "differs": " (it says something else there: settle which is right)",
}
