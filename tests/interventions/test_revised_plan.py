"""A plan revised while sessions run: more or fewer of them, decided on like the first, and nothing undone."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from interventions.agenda import clocks
from interventions.case import Case
from interventions.messages import ApprovePlan, ReturnPlan, SubmitPlan
from interventions.promises.action_plan import ActionPlan, PlannedDate, PlannedDose
from interventions.promises.dose import ledgers, owed
from interventions.stage import stage
from interventions.views.status import awaiting
from interventions.vocabulary import ApprovalMode, ClockState, Stage
from interventions.words.correspondence import ActionPlanCopy, PostLetter
from tests.builders import a_case_at, a_plan, clock, facts_of, left_until, names, refusal, told
from tests.sayings import PRACTITIONER, WORKER, a_booking, a_record, at, nobody_came

APPROVE = ApprovePlan(by=PRACTITIONER)
RETURN = ReturnPlan(by=PRACTITIONER, reasons="four sessions would be enough")


def two_held() -> Case:
    """Two of five sessions are held, the second on 17 June; session-3 is on Wednesday 24 June at 10am."""
    return a_case_at(Stage.DELIVERY, held=2)


def final_booked() -> Case:
    """Four of five sessions are held; session-5, the final one, is on Wednesday 8 July at 10am."""
    return a_case_at(Stage.FINAL_SESSION)


def revision(case: Case, amount: int, *dates: str, **changes: Any) -> ActionPlan:
    (pathway,) = case.pathways
    dose = PlannedDose(pathway=pathway, amount=amount, per_period=1)
    planned = tuple(PlannedDate(starts_at=at(when), place="Room 2") for when in dates)
    usual = {"doses": (dose,), "dates": planned, "reason": "asked to go on"}
    return a_plan(case, **(usual | changes))


def proposed(case: Case, amount: int, *dates: str, when: str | None = None) -> Case:
    return told(case, SubmitPlan(by=WORKER, plan=revision(case, amount, *dates)), when)


def revised(case: Case, amount: int, *dates: str) -> Case:
    return told(proposed(case, amount, *dates), APPROVE)


def held(case: Case) -> Case:
    return told(case, a_record(reason="agreed"), case.live[0].ends_at)


def standing(case: Case) -> list[tuple[str, datetime, bool]]:
    return [(date.key, date.starts_at, date.final) for date in case.live]


def test_an_extension_is_owed_from_its_approval_and_every_version_is_kept() -> None:
    case = revised(two_held(), 8)
    assert (stage(case), owed(two_held()), owed(case)) == (Stage.DELIVERY, 3, 6)
    assert [(plan.number, plan.decision, plan.by) for plan in case.plans] == [
        (1, "approved", WORKER),
        (2, "approved", WORKER),
    ]
    assert [plan.plan.doses[0].amount for plan in case.plans] == [5, 8]
    assert case.plan is case.plans[-1]
    assert case.plans[0] == two_held().plans[0]


def test_an_extension_past_the_tolerance_says_why() -> None:
    case = two_held()
    no = refusal(case, SubmitPlan(by=WORKER, plan=revision(case, 8, reason=" ")))
    assert (no.rule, no.field) == ("dose-needs-reason", "plan.doses[0].amount")


def test_a_revision_asks_for_no_less_than_is_delivered_whatever_the_reason() -> None:
    case = two_held()
    no = refusal(case, SubmitPlan(by=WORKER, plan=revision(case, 1)))
    assert (no.rule, no.field) == ("below-delivered", "plan.doses[0].amount")
    assert owed(revised(case, 2)) == 0


@pytest.mark.parametrize(
    ("minutes", "amount", "heard"),
    [
        pytest.param(90, 89, False, id="a minute below what was delivered"),
        pytest.param(90, 90, True, id="as much as was delivered"),
    ],
)
def test_family_hours_are_compared_in_minutes(minutes: int, amount: int, heard: bool) -> None:
    case = a_case_at(Stage.DELIVERY, "family-low")
    case = told(case, a_record(minutes=minutes, next=a_booking("2026-06-25T10:00")), case.live[0].ends_at)
    message = SubmitPlan(by=WORKER, plan=revision(case, amount))
    if heard:
        assert names(facts_of(case, message))[0] == "PlanSubmitted"
    else:
        assert refusal(case, message).rule == "below-delivered"


def test_dates_that_are_booked_stand_and_those_of_the_revision_are_added() -> None:
    before = two_held()
    case = revised(before, 8, "2026-07-01T10:00", "2026-07-08T10:00")
    assert standing(case)[:1] == standing(before)
    assert [date.key for date in case.live] == ["session-3/1", "session-4/1", "session-5/1"]
    assert [date.final for date in case.live] == [False] * 3


def test_a_revision_sets_out_no_date_that_is_taken() -> None:
    no = refusal(two_held(), SubmitPlan(by=WORKER, plan=revision(two_held(), 8, "2026-06-24T10:30")))
    assert (no.rule, no.field) == ("clash", "plan.dates[0].starts_at")


def test_the_participant_gets_a_copy_of_the_revision_with_every_date_that_stands() -> None:
    case = revised(two_held(), 8, "2026-07-01T10:00")
    letter = case.outbox["plan-copy/2"]
    assert isinstance(letter, PostLetter)
    assert isinstance(letter.paper, ActionPlanCopy)
    assert (letter.paper.version, letter.paper.doses[0].amount) == (2, "8 sessions")
    assert [date.starts_at for date in letter.paper.dates] == [date.starts_at for date in case.live]


def test_sessions_go_on_under_the_plan_in_force_while_the_revision_is_awaited() -> None:
    case = proposed(two_held(), 8)
    assert (stage(case), case.plan, owed(case)) == (Stage.DELIVERY, case.plans[0], 3)
    assert awaiting(case) == "appointment"
    case = told(held(case), a_booking("2026-07-01T10:00"))
    assert [date.key for date in case.live] == ["session-4/1"]
    (account,) = ledgers(case)
    assert (account.planned, account.delivered) == (5, 3)
    assert [ledger.planned for ledger in ledgers(told(case, APPROVE))] == [8]


def test_no_session_beyond_the_plan_in_force_is_booked_before_the_revision_is_approved() -> None:
    case = proposed(final_booked(), 8)
    assert refusal(case, a_booking("2026-07-07T10:00")).rule == "dose-is-met"
    assert names(facts_of(told(case, APPROVE), a_booking("2026-07-07T10:00"))) == ["AppointmentBooked"]


def test_a_returned_revision_leaves_the_plan_in_force() -> None:
    case = told(proposed(two_held(), 8), RETURN)
    assert (case.plan, owed(case), stage(case)) == (case.plans[0], 3, Stage.DELIVERY)
    assert "revise/plan/2" in [task.id for task in case.open_tasks]
    again = proposed(case, 6)
    assert [(plan.number, plan.decision) for plan in again.plans] == [
        (1, "approved"),
        (2, "returned"),
        (3, "awaited"),
    ]
    assert clock(again, "revision/2").state is ClockState.MET
    assert owed(told(again, APPROVE)) == 4


def test_one_revision_is_decided_on_before_the_next() -> None:
    case = proposed(two_held(), 8)
    assert refusal(case, SubmitPlan(by=WORKER, plan=revision(case, 6))).rule == "awaits-decision"


def test_nobody_decides_on_their_own_revision() -> None:
    case = told(two_held(), SubmitPlan(by="jo.standin", plan=revision(two_held(), 8)))
    for username in ("jo.standin", WORKER):
        assert refusal(case, ApprovePlan(by=username)).rule == "own-plan"
    assert told(case, APPROVE).plans[-1].decision == "approved"


def test_a_revision_nobody_decides_on_is_escalated_and_never_approved_by_silence() -> None:
    """Submitted on Thursday 18 June: the decision is due by the end of Thursday 25 June."""
    case = proposed(two_held(), 8, when="2026-06-18T10:00")
    case = left_until(held(case), "2026-06-26T00:00")
    assert clock(case, "approval/2").state is ClockState.BREACHED
    assert clock(case, "approval/2").due == at("2026-06-26T00:00")
    assert (case.plan, case.marks["approval/2"].cause) == (case.plans[0], "no-decision")


def test_under_auto_approval_a_revision_is_in_force_at_once() -> None:
    case = a_case_at(Stage.DELIVERY, held=2, approval_mode=ApprovalMode.AUTO)
    case = told(case, SubmitPlan(by=WORKER, plan=revision(case, 8)))
    assert (owed(case), case.plans[-1].decision) == (6, "approved")
    assert not [each for each in case.tasks if each.startswith("decide/plan/2")]


@pytest.mark.parametrize("amount", [5, 8])
def test_a_final_session_that_moves_stays_final_whatever_the_revision(amount: int) -> None:
    case = revised(final_booked(), amount)
    moved = a_booking("2026-07-09T10:00", slot="session-5", moved_by="participant", reason="at work")
    case = told(case, moved)
    assert standing(case) == [("session-5/2", at("2026-07-09T10:00"), True)]
    assert stage(case) is Stage.FINAL_SESSION


def test_after_an_extension_the_final_session_can_be_told_that_it_is_final_no_more() -> None:
    case = revised(final_booked(), 7)
    assert refusal(case, a_booking("2026-07-15T10:00")).rule == "final-comes-last"
    moved = a_booking(
        "2026-07-09T10:00", slot="session-5", moved_by="provider", reason="two more", final=False
    )
    case = told(case, moved)
    assert stage(case) is Stage.DELIVERY
    case = told(told(case, a_booking("2026-07-16T10:00")), a_booking("2026-07-23T10:00"))
    assert [date.final for date in case.live] == [False, False, True]


def test_a_moved_session_stays_an_ordinary_one_when_a_revision_leaves_nothing_else_owed() -> None:
    case = revised(two_held(), 3)
    moved = a_booking("2026-06-25T10:00", slot="session-3", moved_by="provider", reason="room taken")
    assert standing(told(case, moved)) == [("session-3/2", at("2026-06-25T10:00"), False)]
    last = moved.model_copy(update={"final": True})
    assert stage(held(told(case, last))) is Stage.END_OF_SERVICE


def test_a_service_cut_to_what_is_delivered_still_ends_with_a_final_session() -> None:
    case = held(two_held())
    case = told(case, a_booking("2026-07-01T10:00"))
    case = held(revised(case, 3))
    assert (stage(case), owed(case), case.live) == (Stage.FINAL_SESSION, 0, ())
    case = told(case, a_booking("2026-07-08T10:00"))
    assert [date.final for date in case.live] == [True]
    assert stage(held(case)) is Stage.END_OF_SERVICE


def test_a_missed_final_session_is_final_again() -> None:
    case = told(final_booked(), nobody_came(), final_booked().live[0].ends_at)
    case = told(case, a_booking(case.last_at + timedelta(days=2)))
    assert [(date.key, date.final) for date in case.live] == [("session-5/2", True)]


@pytest.mark.parametrize(
    "message", [SubmitPlan(by=WORKER, plan=revision(final_booked(), 6)), APPROVE, RETURN]
)
def test_once_the_final_session_is_held_no_plan_is_revised(message: SubmitPlan | ApprovePlan) -> None:
    no = refusal(held(final_booked()), message)
    assert str(no) == "sessions are over: what remains is the report [not-in-this-stage]"


def test_the_final_session_overtakes_a_revision_nobody_decided_on() -> None:
    case = held(proposed(final_booked(), 6, when="2026-07-07T10:00"))
    assert "decide/plan/2" not in [task.id for task in case.open_tasks]
    assert [name for name in clock_names(case) if name.startswith("approval")] == ["approval/1"]


def test_the_version_in_force_may_be_approved_again_while_another_is_awaited() -> None:
    assert facts_of(proposed(two_held(), 8), ApprovePlan(by=PRACTITIONER, version=1)) == ()


def clock_names(case: Case) -> list[str]:
    return [each.name for each in clocks(case)]
