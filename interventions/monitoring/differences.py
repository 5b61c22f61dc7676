"""Where R&M's account of a referral differs from ours, and who of the two has moved.

R&M is the referrer's word for what the referral says, so what changed there is taken over here. What changed
here only is not undone by the next look at R&M: the two then differ until people put one of them right. Who
moved is told by what R&M showed last (domain brief 0.6: most changes come without any event).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from interventions.case import Case
from interventions.fingerprint import fingerprint
from interventions.meetings.appointment import Slot
from interventions.monitoring.account import Untold
from interventions.monitoring.noting import sessions_in
from interventions.monitoring.records import AssignmentRecord, PlanRecord
from interventions.monitoring.seen import SeenAppointment, SeenReferral
from interventions.monitoring.showing import dates, is_about, shows
from interventions.monitoring.topics import topics
from interventions.vocabulary import MonitoringMode

Kind = Literal["change", "stands", "keyed-in"]


@dataclass(frozen=True)
class Difference:
    """One topic on which the two accounts differ. Topics are shown in reports, R&M's side of it never.

    "change": R&M has moved, and we follow. "stands": people must settle it. "keyed-in": R&M shows what the
    task `topic` asked somebody to key in. `theirs` is compared from look to look: `sides`.
    """

    topic: str
    kind: Kind
    theirs: Any = field(default=None, compare=False, repr=False)


def differences(case: Case, seen: SeenReferral) -> tuple[Difference, ...]:
    """Every difference, in the order in which they are dealt with."""
    found = [*_keyed_in(case, seen)]
    if case.ending is None:
        found += [*_of_the_referral(case, seen), *_approval(case, seen), *_progress(case, seen)]
        found += [*_end(case, seen)]
    return tuple(found)


def sides(found: Iterable[Difference]) -> dict[str, str]:
    """By topic, R&M's side of what differs: told apart by it, and not to be read."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    for difference in found:
        if difference.kind != "keyed-in":
            said[difference.topic].append(_spelt(difference.theirs))
    return {topic: fingerprint(*each) for topic, each in said.items()}


def _spelt(value: Any) -> str:
    """The same for the same value, in whatever order a set gives its members."""
    if isinstance(value, frozenset | tuple):
        each = [_spelt(one) for one in value]
        return "\0".join(sorted(each) if isinstance(value, frozenset) else each)
    return str(value)


def basis(case: Case, seen: SeenReferral) -> tuple[Any, ...]:
    """As much of what R&M shows as tells who moved."""
    told = tuple(topic.theirs(seen, topic.pathway) for topic in topics(case.terms.policy))
    return (*told, seen.assigned_to, seen.ended_at is not None, seen.withdrawal)


def moved(case: Case, seen: SeenReferral, of: Callable[[SeenReferral], Any]) -> bool:
    """Whether R&M shows something else than when we last looked; at the first look everything is new."""
    return case.monitoring.seen is None or of(case.monitoring.seen) != of(seen)


def _of_the_referral(case: Case, seen: SeenReferral) -> Iterator[Difference]:
    first = case.amendments[0].before if case.amendments else case.referral
    for topic in topics(case.terms.policy):
        theirs, ours = topic.theirs(seen, topic.pathway), topic.ours(case.referral, topic.pathway)
        if theirs is None or ours is None or theirs == ours:
            continue
        last = case.monitoring.seen
        before = topic.theirs(last, topic.pathway) if last else topic.ours(first, topic.pathway)
        if before != theirs:
            yield Difference(topic.name, "change", theirs)
        elif topic.followed:
            yield Difference(topic.name, "stands", theirs)


def _approval(case: Case, seen: SeenReferral) -> Iterator[Difference]:
    """Only a person's yes counts: R&M approves every plan by itself (domain brief 0.1; A19)."""
    plan, shown = case.plan_awaited, seen.plan
    if plan is None or shown is None or shown.approved_at is None or shown.by_system:
        return
    same = shown.sessions == sessions_in(case, plan.plan) and shown.approved_at >= plan.submitted_at
    if same and not any(isinstance(each.record, PlanRecord) for each in _on_the_way(case)):
        new = moved(case, seen, lambda one: one.plan and one.plan.approved_at)
        approval = (shown.approved_at, shown.approved_by)
        yield Difference("plan-approved", "change" if new else "stands", approval)


def _progress(case: Case, seen: SeenReferral) -> Iterator[Difference]:
    """Who is assigned, which dates stand, what became of them: where R&M knows more, or something else."""
    on_the_way = _on_the_way(case)
    ours = case.caseworker.username if case.caseworker else None
    awaited = any(isinstance(each.record, AssignmentRecord) for each in on_the_way)
    if seen.assigned_to not in (None, ours) and not awaited:
        yield Difference("caseworker", "stands", seen.assigned_to)
    for slot, date in dates(seen):
        if not any(is_about(each, slot) for each in on_the_way):
            yield from _of_a_date(case, seen, slot, date)
    if _has_the_report(case, seen):
        yield Difference("report", "stands", seen.report_submitted_at or seen.concluded_at)


def _has_the_report(case: Case, seen: SeenReferral) -> bool:
    """An end before its time is concluded without a report where none was owed, so that is no sign of one."""
    if seen.ended_at:
        return seen.report_submitted_at is not None and case.terms.policy.follows(2)
    return seen.report_submitted_at is not None or seen.concluded_at is not None


def _of_a_date(case: Case, seen: SeenReferral, name: str, date: SeenAppointment) -> Iterator[Difference]:
    slot = case.slots.get(name, Slot(name=name))
    if date.submitted:
        if not _recorded(slot, date):
            became = (date.starts_at, date.attended, date.held)
            yield Difference(f"record/{name}", "stands", became)
    elif date.starts_at > seen.seen_at and not _known(case, slot, date):
        yield Difference(f"date/{name}", "stands", date.starts_at)


def _recorded(slot: Slot, date: SeenAppointment) -> bool:
    return any(each.happened_at == date.starts_at for each in slot.contacts)


def _known(case: Case, slot: Slot, date: SeenAppointment) -> bool:
    """Whether it is the date that stands here, or one called off: R&M has no way to call off.

    One recorded since R&M was looked at is known too. After a withdrawal no date is owed.
    """
    if not case.terms.policy.follows(2):
        return slot.live.starts_at == date.starts_at if slot.live else bool(slot.appointments)
    if case.withdrawal or _recorded(slot, date):
        return True
    called_off = (ours.starts_at for ours in slot.appointments if ours.version in slot.called_off)
    return slot.live.starts_at == date.starts_at if slot.live else date.starts_at in called_off


def _end(case: Case, seen: SeenReferral) -> Iterator[Difference]:
    here, there = case.withdrawal, seen.ended_at is not None
    theirs = (seen.ended_at, seen.withdrawal)
    if there and here is None:
        new = moved(case, seen, lambda one: one.ended_at is not None)
        yield Difference("ended", "change" if new else "stands", theirs)
    elif (there and here and seen.withdrawal not in (None, here.code)) or (here and not there):
        yield Difference("ended", "stands", theirs)


def _keyed_in(case: Case, seen: SeenReferral) -> Iterator[Difference]:
    for task, each in case.monitoring.by_hand.items():
        if shows(seen, each):
            yield Difference(task, "keyed-in")


def _on_the_way(case: Case) -> tuple[Untold, ...]:
    """What R&M can't show yet, because it is still to be told, or will never show."""
    if case.terms.policy.monitoring is MonitoringMode.OFF:
        return ()
    listed = (each for some in case.monitoring.never_told.values() for each in some)
    return (*case.monitoring.untold, *case.monitoring.by_hand.values(), *listed)
