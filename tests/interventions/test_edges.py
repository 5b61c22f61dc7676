"""Edges of the rules: each of these examples fails if its rule is moved by one step."""

from datetime import date, timedelta

from interventions.conversation import hear_outside
from interventions.days.london import last_day
from interventions.life.endings import ending
from interventions.meetings.absence import in_a_row
from interventions.messages import DeliveryReceipt, Forfeit, Resume
from interventions.promises.dose import ledger
from interventions.vocabulary import ClockState, ContactType, Ending, Stage, WithdrawalCode
from interventions.words.correspondence import SuppressContact
from tests.builders import a_case_at, clock, left_until, names, told
from tests.interventions.lives import after_its_time, planned
from tests.sayings import (
    WORKER,
    a_booking,
    a_pause,
    a_record,
    a_withdrawal,
    an_amendment,
    decision,
    nobody_came,
)


def test_a_target_that_is_only_measured_was_missed_when_it_is_stopped_at_its_last_instant() -> None:
    case = a_case_at(Stage.ASSESSMENT)
    case = told(case, a_withdrawal(), clock(case, "assessment-early-target").due)
    assert clock(case, "assessment-early-target").state is ClockState.BREACHED


def test_a_record_owed_when_it_is_withdrawn_is_owed_the_same_day_all_the_same() -> None:
    case = told(planned(2), a_withdrawal(), "2026-06-10T10:30")
    assert clock(case, "update/session-1/1").state is ClockState.RUNNING
    late = told(left_until(case, "2026-06-11T09:00"), a_record(), "2026-06-11T09:00")
    assert clock(late, "update/session-1/1").state is ClockState.MET_LATE


def test_a_pause_on_the_day_delivery_began_takes_that_day_out_too() -> None:
    case = told(planned(3), a_record(), "2026-06-10T11:30")
    assert last_day(clock(case, "delivery/lifestyle-and-associates").due) == date(2026, 7, 8)
    case = told(case, a_pause("2026-06-16"), "2026-06-10T12:00")
    case = told(case, Resume(by=WORKER), "2026-06-17T10:00")
    assert last_day(clock(case, "delivery/lifestyle-and-associates").due) == date(2026, 7, 15)


def test_what_is_forfeited_on_one_pathway_is_owed_on_the_other() -> None:
    case = a_case_at(Stage.DELIVERY, "both-pathways")
    (date_booked,) = case.live
    mine = date_booked.pathway
    (other,) = set(case.pathways) - {mine}
    assert mine is not None
    before = {pathway: ledger(case, pathway).owed for pathway in (mine, other)}
    case = after_its_time(case, nobody_came())
    case = told(case, Forfeit(by=WORKER, slot=date_booked.slot, reason="not wanted"))
    assert ledger(case, mine).owed == before[mine] - 1
    assert ledger(case, other).owed == before[other]


def test_absences_in_a_row_are_in_the_order_they_happened_not_in_which_they_were_recorded() -> None:
    case = told(planned(4), nobody_came(), "2026-06-10T11:30")
    case = told(case, a_booking("2026-06-12T10:00"), "2026-06-10T11:30")
    case = told(case, nobody_came(), "2026-06-12T11:30")
    assert in_a_row(case) == 2
    held_between = a_booking("2026-06-11T10:00", record=a_record())
    case = told(case, held_between, "2026-06-12T12:00")
    assert in_a_row(case) == 1


def test_a_meeting_that_begins_as_it_is_withdrawn_waits_for_its_record() -> None:
    case = planned(2)
    (meeting,) = case.live
    assert told(case, a_withdrawal(), meeting.starts_at).live == (meeting,)


def test_a_death_is_entered_under_every_number_the_person_was_known_by() -> None:
    case = told(a_case_at(Stage.ASSESSMENT), an_amendment(crn="X999055"))
    case = told(case, a_withdrawal(WithdrawalCode.DIED))
    (errand,) = [each for each in case.outbox.values() if isinstance(each, SuppressContact)]
    assert errand.crns == ("X999055", *case.referral.former_crns)
    assert len(errand.crns) == 2


def test_a_warning_that_a_short_pause_put_away_is_asked_again() -> None:
    case = a_case_at(Stage.ACTION_PLAN)
    warned_at = clock(case, "action-plan").warn_at
    assert warned_at is not None
    case = left_until(case, warned_at)
    assert "warned/action-plan" in {task.id for task in case.open_tasks}
    held = told(case, a_pause("2026-07-01"), warned_at + timedelta(hours=1))
    held = left_until(held, warned_at + timedelta(hours=1))
    assert "warned/action-plan" not in {task.id for task in held.open_tasks}
    going_on = told(held, Resume(by=WORKER), warned_at + timedelta(hours=2))
    assert "warned/action-plan" in {task.id for task in going_on.open_tasks}


def test_a_supplement_neither_counts_towards_the_dose_nor_as_a_planned_session() -> None:
    case = told(planned(2, "lifestyle-high"), decision("peer-mentor"))
    case = told(told(case, decision("group-risk")), a_record(), "2026-06-10T11:30")
    group = a_booking("2026-06-11T10:00", modules=("peer-mentor",), contact=ContactType.GROUP_WORK)
    case = told(told(case, group), a_record(slot="supplement-1"), "2026-06-11T11:30")
    assert ledger(case, case.pathways[0]).delivered == 1
    assert ending(told(case, a_withdrawal())) is Ending.ENDED_EARLY


def test_after_a_death_nobody_is_asked_to_find_another_way_to_tell_them() -> None:
    case = told(a_case_at(Stage.ASSESSMENT), a_booking("2026-06-04T10:00"))
    case = left_until(case, "2026-06-03T12:00")
    (sent,) = [word.key for word in case.words.values() if word.errand == "text"]
    lost = DeliveryReceipt(key=sent, arrived=False, code="30003")
    assert "TaskOpened" in names(hear_outside(case, lost, case.last_at))
    dead = told(case, a_withdrawal(WithdrawalCode.DIED))
    assert "TaskOpened" not in names(hear_outside(dead, lost, dead.last_at))


def test_a_date_can_be_moved_by_half_an_hour_and_is_not_in_its_own_way() -> None:
    later = a_booking("2026-06-10T10:30", slot="session-1", moved_by="participant", reason="the bus")
    assert [each.starts_at for each in told(planned(3), later).live] == [later.starts_at]
