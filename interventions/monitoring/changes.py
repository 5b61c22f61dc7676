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


def _seen(case: Case, fact: f.MonitoringSeen) -> Changes:
    return _account(case, seen=fact.seen)


def keyed_in(case: Case, fact: f.TaskClosed) -> Changes:
    """What was to be keyed in under this task is not wanted any more."""
    by_hand = case.monitoring.by_hand
    if fact.task not in by_hand:
        return {}
    return _account(case, by_hand={task: each for task, each in by_hand.items() if task != fact.task})


def _account(case: Case, **changes: Any) -> Changes:
    account: MonitoringAccount = case.monitoring.model_copy(update=changes)
    return {"monitoring": account}


CHANGES_OF_MONITORING: dict[type, Callable[[Case, Any], Changes]] = {
    f.MonitoringTold: _settled,
    f.MonitoringLeftToPeople: _settled,
    f.MonitoringOvertaken: _settled,
    f.MonitoringSeen: _seen,
}
