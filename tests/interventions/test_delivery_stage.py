"""Stage 4: eligibility, the same-day update, the gap between bookings and the length of delivery."""

from collections.abc import Callable

import pytest

from interventions.case import Case
from interventions.facts import EligibilityDecided, TaskOpened
from interventions.messages import DecideEligibility
from interventions.promises.dose import ledgers
from interventions.stage import stage
from interventions.vocabulary import ClockState, Pathway, Role, Stage
from tests.builders import a_case_at, clock, facts_of, left_until, names, refusal, session_gaps, told
from tests.sayings import PRACTITIONER, a_booking, a_record, at, nobody_came


def decided(module: str, eligible: bool = True) -> DecideEligibility:
    return DecideEligibility(by=PRACTITIONER, module=module, eligible=eligible, reason="as convicted")


def delivering(example: str = "lifestyle-low") -> Case:
    return a_case_at(Stage.DELIVERY, example)


REFUSED = [
    pytest.param(
        lambda: delivering("family-high"),
        decided("erase"),
        None,
        "no-such-module",
        "module",
        id="ERASE in family",
    ),
    pytest.param(
        lambda: delivering("lifestyle-high"),
        decided("goal-setting"),
        None,
        "no-such-module",
        "module",
        id="a module that needs no decision",
    ),
]


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_a_decision_is_refused(
    case: Callable[[], Case], message: DecideEligibility, when: None, rule: str, field: str
) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)


def test_a_decision_is_recorded_once_and_can_be_changed() -> None:
    case = delivering("lifestyle-high")
    (fact,) = facts_of(case, decided("erase"))
    assert isinstance(fact, EligibilityDecided)
    assert (fact.by, fact.module, fact.eligible) == (PRACTITIONER, "erase", True)
    case = told(case, decided("erase"))
    assert facts_of(case, decided("erase")) == ()
    assert told(case, decided("erase", eligible=False)).eligibility == {"erase": False}


def test_erase_below_high_is_recorded_and_asks_for_a_review_of_the_complexity() -> None:
    decision, review = facts_of(delivering("lifestyle-medium"), decided("erase"))
    assert isinstance(decision, EligibilityDecided)
    assert isinstance(review, TaskOpened)
    assert (review.task.id, review.task.owner) == ("review/complexity/erase", Role.PROBATION_PRACTITIONER)
    assert names(facts_of(delivering("lifestyle-medium"), decided("erase", False))) == ["EligibilityDecided"]


def test_erase_counts_towards_the_twelve_and_a_peer_mentor_does_not() -> None:
    case = delivering("lifestyle-high")
    for module in ("erase", "peer-mentor", "group-risk"):
        case = told(case, decided(module))
    case = told(case, a_booking("2026-06-14T10:00", modules=("erase",)))
    case = told(case, a_booking("2026-06-20T10:00", modules=("peer-mentor",), contact="group-work"))
    assert {date.slot: date.counts for date in case.live} == {
        "session-1": True,
        "session-2": True,
        "supplement-1": False,
    }


def test_without_a_next_session_a_gap_opens_and_closes_with_the_next_booking() -> None:
    case = told(delivering(), a_record(), "2026-06-10T11:15")
    assert [gap.closed_at for gap in session_gaps(case)] == [None]
    booked = told(case, a_booking("2026-06-17T10:00"), "2026-06-12T23:59")
    assert clock(booked, "next-session/1").state is ClockState.MET
    late = told(case, a_booking("2026-06-17T10:00"), "2026-06-15T10:00")
    assert clock(late, "next-session/1").state is ClockState.MET_LATE


def test_no_gap_opens_when_the_next_session_is_booked_in_the_same_breath() -> None:
    case = told(delivering(), a_record(next=a_booking("2026-06-17T10:00")), "2026-06-10T11:15")
    assert session_gaps(case) == []


def test_no_gap_opens_before_the_plan_is_in_force_or_after_the_final_session() -> None:
    assert session_gaps(a_case_at(Stage.ACTION_PLAN)) == session_gaps(a_case_at(Stage.END_OF_SERVICE)) == []


@pytest.mark.parametrize(
    "missed", [pytest.param(True, id="nobody came"), pytest.param(False, id="it was held")]
)
def test_the_update_is_owed_the_same_day_whatever_became_of_the_contact(missed: bool) -> None:
    message = nobody_came() if missed else a_record()
    kept = told(delivering(), message, "2026-06-10T23:59:59")
    assert clock(kept, "update/session-1/1").state is ClockState.MET
    late = told(delivering(), message, "2026-06-11T00:00")
    assert clock(late, "update/session-1/1").state is ClockState.MET_LATE
    assert late.marks["update/session-1/1"].cause == "not-recorded"


@pytest.mark.parametrize(
    ("starts_at", "nudged"),
    [
        pytest.param("2026-06-11T10:00", "2026-06-11T17:00", id="a morning: at five"),
        pytest.param("2026-06-11T16:30", "2026-06-11T17:30", id="an afternoon: when it is over"),
        pytest.param("2026-06-11T22:59", "2026-06-11T23:59", id="a late one: just before midnight"),
        pytest.param("2026-06-11T23:00", None, id="over at midnight: no nudge"),
    ],
)
def test_the_nudge_comes_at_five_or_when_the_meeting_is_over(starts_at: str, nudged: str | None) -> None:
    moved = a_booking(starts_at, slot="session-1", moved_by="participant", reason="at work")
    case = told(delivering(), moved)
    assert clock(case, "update/session-1/2").warn_at == (at(nudged) if nudged else None)


def test_a_moved_date_owes_no_update() -> None:
    moved = a_booking("2026-06-11T10:00", slot="session-1", moved_by="participant", reason="at work")
    case = left_until(told(delivering(), moved), "2026-06-11T00:00")
    assert "update/session-1/1" not in case.marks
    assert stage(case) is Stage.DELIVERY


def test_each_pathway_keeps_its_own_weeks() -> None:
    """Eight weeks are promised for lifestyle; that family takes longer does not break that promise (A9)."""
    case = told(delivering("both-pathways"), a_record(), "2026-06-10T11:00")
    for day in range(12, 19):
        again = a_booking(f"2026-06-{day}T10:00", pathway=Pathway.LIFESTYLE, reason="before work starts")
        case = told(told(case, again), a_record(), f"2026-06-{day}T11:00")
    assert [account.owed for account in ledgers(case)] == [0, 5]
    late = left_until(case, "2026-08-20T00:00")
    assert clock(late, "delivery/lifestyle-and-associates").state is ClockState.MET
    assert "delivery/lifestyle-and-associates" not in late.marks
