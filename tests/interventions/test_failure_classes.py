"""What went wrong in R&M, looked for after every fact of every story (domain brief 6, F5 to F7)."""

from collections.abc import Iterator
from itertools import count

import pytest

from interventions.case import Case
from interventions.evolve import begin, evolve
from interventions.facts import (
    AnyFact,
    CaseworkerAllocated,
    CaseworkerLeft,
    ContactRecorded,
    PlanApproved,
    PlanReturned,
    PlanSubmitted,
    ReferralReceived,
)
from interventions.meetings.appointment import ASSESSMENT
from tests.figures.telling import entries_of
from tests.stories.staging import STORIES


def step_by_step(story: str) -> Iterator[tuple[AnyFact, Case]]:
    """Each fact of the story, and the case after it."""
    first, *rest = [entry.fact for entry in entries_of(story)]
    assert isinstance(first, ReferralReceived)
    case = begin(first)
    yield first, case
    for fact in rest:
        case = evolve(case, fact)
        yield fact, case


@pytest.mark.parametrize("story", STORIES)
def test_f05_plans_are_one_chain_and_no_session_is_held_outside_the_plan_in_force(story: str) -> None:
    numbers, decided = count(1), 0
    for fact, case in step_by_step(story):
        match fact:
            case PlanSubmitted(version=version):
                assert version == next(numbers)
                assert decided == version - 1, "submitted while another was awaited"
            case PlanApproved(version=version) | PlanReturned(version=version):
                assert version == decided + 1, "decided twice, or out of turn"
                decided = version
            case ContactRecorded(contact=contact) if contact.held and contact.slot != ASSESSMENT:
                assert case.plan is not None or not contact.counts
        assert sum(plan.decision == "awaited" for plan in case.plans) <= 1
        assert [plan.number for plan in case.plans] == list(range(1, len(case.plans) + 1))


@pytest.mark.parametrize("story", STORIES)
def test_f06_at_every_moment_a_meeting_has_one_live_date_or_none(story: str) -> None:
    for _, case in step_by_step(story):
        assert len({date.slot for date in case.live}) == len(case.live)
        for date in case.live:
            slot = case.slots[date.slot]
            assert date.version == len(slot.appointments), "an earlier date came back"
            assert date.version not in slot.called_off
            assert date.key not in {contact.key for contact in slot.contacts}, "recorded, and still to come"
            assert not slot.held


@pytest.mark.parametrize("story", STORIES)
def test_f07_a_case_has_one_caseworker_and_their_history_has_no_gap(story: str) -> None:
    history: list[str] = []
    gone = False
    for fact, case in step_by_step(story):
        if isinstance(fact, CaseworkerAllocated):
            assert fact.again is bool(history)
            assert not history or gone or fact.caseworker != history[-1]
            assert not history or gone or fact.reason.strip(), "changed without a reason"
            history.append(fact.caseworker)
        gone = (gone or isinstance(fact, CaseworkerLeft)) and not isinstance(fact, CaseworkerAllocated)
        assert case.caseworker_gone is gone
        worker = case.caseworker
        assert (worker and (worker.username, worker.handovers)) == (
            (history[-1], len(history) - 1) if history else None
        )
