"""Gaps: stretches in which something is owed and no date stands for it, which somebody has to end.

A session that is owed and not booked (seeds, Action Plan: dates of next appointment); the assessment, before
its first date and again when one was missed or called off (domain brief 2.2, nobody schedules).
"""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from interventions.case import Case, ClockMark, Gap
from interventions.facts import AnyFact, AppointmentBooked
from interventions.stage import stage
from interventions.vocabulary import Stage

CLOCKS = {"session": "next-session", "assessment": "assessment-date"}


def mind_the_gap(case: Case, fact: AnyFact) -> Case:
    """Opens a gap where a date is wanting; closes it when one is made. `fact` is the case's latest."""
    of = _wanting(case)
    open_gap = case.gaps[-1] if case.gaps and case.gaps[-1].closed_at is None else None
    if of and not open_gap:
        return case.model_copy(update={"gaps": (*case.gaps, Gap(of=of, opened_at=fact.at))})
    if open_gap and not of and not isinstance(fact, AppointmentBooked):
        return _forget_the_gap(case)
    if open_gap and not of:
        closed = (*case.gaps[:-1], open_gap.model_copy(update={"closed_at": fact.at}))
        kept = tuple(gap for gap in closed if gap.opened_at != gap.closed_at)
        return case.model_copy(update={"gaps": kept})
    return case


def gaps_by_clock(case: Case) -> Iterator[tuple[str, Gap]]:
    """Every gap with the name of its clock; each kind is counted from 1."""
    numbers = Counter[str]()
    for gap in case.gaps:
        numbers[gap.of] += 1
        yield f"{CLOCKS[gap.of]}/{numbers[gap.of]}", gap


def _wanting(case: Case) -> Literal["session", "assessment"] | None:
    """What no date stands for, or None."""
    if case.live or case.pause:
        return None
    match stage(case):
        case Stage.DELIVERY | Stage.FINAL_SESSION:
            return "session"
        case Stage.ASSESSMENT if case.terms.policy.assessment_date_working_days:
            return "assessment"
        case _:
            return None


def _forget_the_gap(case: Case) -> Case:
    """A pause or an end, not a booking, closed it: unless it was missed already, nothing was promised."""
    *_, (name, _) = gaps_by_clock(case)
    missed = case.marks.get(name, ClockMark()).breached
    return case if missed else case.model_copy(update={"gaps": case.gaps[:-1]})
