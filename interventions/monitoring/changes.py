"""What the facts about R&M change in the case."""

from collections.abc import Callable
from typing import Any

from interventions import facts as f
from interventions.case import Case
from interventions.monitoring.account import MonitoringAccount, task_of

Changes = dict[str, Any]
Settled = f.MonitoringTold | f.MonitoringLeftToPeople | f.MonitoringOvertaken


def _settled(case: Case, fact: Settled) -> Changes:
    """The record leaves the queue; the next one's turn has come."""
    account = case.monitoring
    untold = tuple(each for each in account.untold if each.key != fact.key)
    outbox = {key: errand for key, errand in case.outbox.items() if key != fact.key}
    changes: Changes = {"untold": untold}
    if isinstance(fact, f.MonitoringTold):
        changes["told"] = account.told + 1
    if isinstance(fact, f.MonitoringLeftToPeople):
        mine = next(each for each in account.untold if each.key == fact.key)
        changes["by_hand"] = {**account.by_hand, task_of(fact.key): mine}
    return {"outbox": outbox} | _account(case, **changes)


def _never_told(case: Case, fact: f.MonitoringNeverTold) -> Changes:
    """It leaves the queue, or the list of what is to be keyed in, for the list of its task."""
    account = case.monitoring
    mine = next(each for each in (*account.untold, *account.by_hand.values()) if each.key == fact.key)
    return {"outbox": {key: errand for key, errand in case.outbox.items() if key != fact.key}} | _account(
        case,
        untold=tuple(each for each in account.untold if each.key != fact.key),
        by_hand={task: each for task, each in account.by_hand.items() if each.key != fact.key},
        never_told={**account.never_told, fact.task: (*account.never_told.get(fact.task, ()), mine)},
    )


def _seen(case: Case, fact: f.MonitoringSeen) -> Changes:
    return _account(case, seen=fact.seen, standing=fact.standing)


def keyed_in(case: Case, fact: f.TaskClosed) -> Changes:
    """What was to be keyed in or read under this task is not wanted any more."""
    account = case.monitoring
    if fact.task not in {*account.by_hand, *account.never_told}:
        return {}
    return _account(
        case,
        by_hand={task: each for task, each in account.by_hand.items() if task != fact.task},
        never_told={task: each for task, each in account.never_told.items() if task != fact.task},
    )


def _account(case: Case, **changes: Any) -> Changes:
    account: MonitoringAccount = case.monitoring.model_copy(update=changes)
    return {"monitoring": account}


CHANGES_OF_MONITORING: dict[type, Callable[[Case, Any], Changes]] = {
    f.MonitoringTold: _settled,
    f.MonitoringLeftToPeople: _settled,
    f.MonitoringOvertaken: _settled,
    f.MonitoringNeverTold: _never_told,
    f.MonitoringSeen: _seen,
}
