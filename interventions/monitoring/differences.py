"""Where R&M's account of a referral differs from ours, and who of the two has moved.

R&M is the referrer's word for what the referral says, so what changed there is taken over here. What changed
here only is not undone by the next look at R&M: the two then differ until people put one of them right. Who
moved is told by what R&M showed last (domain brief 0.6: most changes come without any event).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from interventions.case import Case
from interventions.meetings.appointment import ASSESSMENT, Slot, session
from interventions.monitoring.account import Untold
from interventions.monitoring.noting import sessions_in
from interventions.monitoring.records import (
    AssessmentBooking,
    AssessmentFeedback,
    AssignmentRecord,
    PlanRecord,
    SessionBooking,
    SessionFeedback,
)
from interventions.monitoring.seen import SeenAppointment, SeenReferral
from interventions.monitoring.topics import topics
from interventions.vocabulary import MonitoringMode

Kind = Literal["change", "stands", "keyed-in"]


@dataclass(frozen=True)
class Difference:
    """One topic on which the two accounts differ. Never a value: this is shown in reports.

    "change": R&M has moved, and we follow. "stands": people must settle it. "keyed-in": R&M shows what the
    task `topic` asked somebody to key in.
    """

    topic: str
    kind: Kind


def differences(case: Case, seen: SeenReferral) -> tuple[Difference, ...]:
    """Every difference, in the order in which they are dealt with."""
    found = [*_keyed_in(case, seen)]
    if case.ending is None:
        found += [*_of_the_referral(case, seen), *_approval(case, seen), *_progress(case, seen)]
        found += [*_end(case, seen)]
    return tuple(found)


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
            yield Difference(topic.name, "change")
        elif topic.followed:
            yield Difference(topic.name, "stands")


def _approval(case: Case, seen: SeenReferral) -> Iterator[Difference]:
    """Only a person's yes counts: R&M approves every plan by itself (domain brief 0.1; A19)."""
    plan, shown = case.plan_awaited, seen.plan
    if plan is None or shown is None or shown.approved_at is None or shown.by_system:
        return
    same = shown.sessions == sessions_in(case, plan.plan) and shown.approved_at >= plan.submitted_at
    if same and not any(isinstance(each.record, PlanRecord) for each in _on_the_way(case)):
        new = moved(case, seen, lambda one: one.plan and one.plan.approved_at)
        yield Difference("plan-approved", "change" if new else "stands")


def _progress(case: Case, seen: SeenReferral) -> Iterator[Difference]:
    """Who is assigned, which dates stand, what became of them: where R&M knows more, or something else."""
    on_the_way = _on_the_way(case)
    ours = case.caseworker.username if case.caseworker else None
    awaited = any(isinstance(each.record, AssignmentRecord) for each in on_the_way)
    if seen.assigned_to not in (None, ours) and not awaited:
        yield Difference("caseworker", "stands")
    for slot, date in _dates(seen):
        if not any(_about(each, slot) for each in on_the_way):
            yield from _of_a_date(case, seen, slot, date)
    if _has_the_report(case, seen):
        yield Difference("report", "stands")


def _has_the_report(case: Case, seen: SeenReferral) -> bool:
    """An end before its time is concluded without a report where none was owed, so that is no sign of one."""
    if seen.ended_at:
        return seen.report_submitted_at is not None and case.terms.policy.follows(2)
    return seen.report_submitted_at is not None or seen.concluded_at is not None


def _of_a_date(case: Case, seen: SeenReferral, name: str, date: SeenAppointment) -> Iterator[Difference]:
    slot = case.slots.get(name, Slot(name=name))
    if date.submitted:
        if not _recorded(slot, date):
            yield Difference(f"record/{name}", "stands")
    elif date.starts_at > seen.seen_at and not _known(case, slot, date):
        yield Difference(f"date/{name}", "stands")


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
    if there and here is None:
        new = moved(case, seen, lambda one: one.ended_at is not None)
        yield Difference("ended", "change" if new else "stands")
    elif (there and here and seen.withdrawal not in (None, here.code)) or (here and not there):
        yield Difference("ended", "stands")


def _keyed_in(case: Case, seen: SeenReferral) -> Iterator[Difference]:
    for task, each in case.monitoring.by_hand.items():
        if _shows(seen, each):
            yield Difference(task, "keyed-in")


def _shows(seen: SeenReferral, each: Untold) -> bool:
    """Whether R&M shows what this record says. Case notes can't be read by a machine (domain brief 3.1)."""
    match each.record:
        case AssignmentRecord(caseworker=caseworker):
            return seen.assigned_to == caseworker
        case AssessmentBooking() | SessionBooking():
            return any(date.starts_at == each.record.starts_at for date in _of_its_slot(seen, each))
        case AssessmentFeedback() | SessionFeedback():
            dates = _of_its_slot(seen, each)
            return any(date.submitted and date.starts_at == each.record.starts_at for date in dates)
        case PlanRecord(sessions=sessions, at=at):
            shown = seen.plan
            return bool(
                shown and shown.submitted_at and shown.submitted_at >= at and shown.sessions == sessions
            )
        case _:
            return each.record.record == "report" and seen.report_submitted_at is not None


def _of_its_slot(seen: SeenReferral, each: Untold) -> list[SeenAppointment]:
    return [date for slot, date in _dates(seen) if _about(each, slot)]


def _dates(seen: SeenReferral) -> Iterator[tuple[str, SeenAppointment]]:
    for date in seen.assessments:
        yield ASSESSMENT, date
    for one in seen.sessions:
        if one.appointment:
            yield session(one.number), one.appointment


def _on_the_way(case: Case) -> tuple[Untold, ...]:
    """What R&M can't show yet, because it is still to be told, or will never show."""
    if case.terms.policy.monitoring is MonitoringMode.OFF:
        return ()
    listed = (each for some in case.monitoring.never_told.values() for each in some)
    return (*case.monitoring.untold, *case.monitoring.by_hand.values(), *listed)


def _about(each: Untold, slot: str) -> bool:
    match each.record:
        case AssessmentBooking() | AssessmentFeedback():
            return slot == ASSESSMENT
        case SessionBooking(number=number) | SessionFeedback(number=number):
            return slot == session(number)
        case _:
            return False
