"""After an early end: the report owed, what was still under way, and silence after a death."""

from datetime import date, timedelta

import pytest

from interventions.agenda import agenda
from interventions.case import Case
from interventions.days.london import day_ends, last_day, london_date
from interventions.facts import WordRequested
from interventions.life.endings import closing_at, report_owed
from interventions.messages import CloseTask, DeliveryReceipt, ErrandReported
from interventions.stage import stage
from interventions.views.status import awaiting, conclusion
from interventions.vocabulary import ClockState, Complexity, Ending, Stage, WithdrawalCode
from interventions.words.correspondence import Outcome, SuppressContact
from tests.builders import a_case_at, clock, facts_of, left_until, names, told
from tests.interventions.lives import planned
from tests.interventions.test_endings import DIED, LONG_AFTER, ON_THE_WAY, delivered, report, withdrawn
from tests.sayings import a_record, a_withdrawal, allocation, an_amendment


def test_the_report_is_due_five_working_days_after_an_early_end() -> None:
    case = withdrawn(delivered(a_record()))
    assert case.last_at.date() == date(2026, 6, 10)
    assert last_day(clock(case, "report").due) == date(2026, 6, 17)
    assert awaiting(case) == "report"
    late = left_until(case, "2026-06-18T10:00")
    assert (clock(late, "report").state, stage(late)) == (ClockState.BREACHED, Stage.END_OF_SERVICE)
    closed = told(late, report(late))
    assert (conclusion(closed).ending, clock(closed, "report").state) == (
        Ending.ENDED_EARLY,
        ClockState.MET_LATE,
    )


def test_a_withdrawal_does_not_buy_the_report_more_time() -> None:
    case = a_case_at(Stage.END_OF_SERVICE)
    due = clock(case, "report").due
    assert clock(told(case, a_withdrawal(WithdrawalCode.DIED), "2026-07-14T10:00"), "report").due == due


def test_a_session_recorded_after_the_end_may_make_a_report_owed() -> None:
    case = told(planned(2), a_withdrawal(), "2026-06-10T10:30")
    assert [each.key for each in case.live] == ["session-1/1"]
    assert closing_at(case) is not None
    case = told(case, a_record(), "2026-06-10T11:30")
    assert (closing_at(case), report_owed(case)) == (None, True)
    assert conclusion(told(case, report(case))).ending is Ending.ENDED_EARLY


def test_a_record_nobody_made_holds_nothing_up_and_leaves_no_date_behind() -> None:
    case = told(planned(2), a_withdrawal(), "2026-06-10T10:30")
    closed = left_until(case, LONG_AFTER)
    assert (stage(closed), closed.live) == (Stage.CLOSED, ())


def test_a_target_missed_before_the_end_was_missed() -> None:
    case = left_until(a_case_at(Stage.ASSESSMENT), "2026-06-20T10:00")
    assert clock(case, "assessment-early-target").state is ClockState.BREACHED
    assert clock(withdrawn(case), "assessment-early-target").state is ClockState.BREACHED


def test_an_errand_that_is_out_when_it_ends_still_reports_and_changes_nothing_else() -> None:
    case = withdrawn(a_case_at(Stage.ASSESSMENT))
    assert "welcome/1" in case.outbox
    done = ErrandReported(key="welcome/1", outcome=Outcome(result="accepted"))
    assert names(facts_of(case, done)) == ["WordAccepted"]
    assert names(facts_of(left_until(case, LONG_AFTER), done)) == ["WordAccepted"]


def test_a_reminder_that_was_about_to_go_out_does_not() -> None:
    case = told(planned(2), a_withdrawal(), "2026-06-09T09:59")
    assert "reminder/session-1/1" not in left_until(case, LONG_AFTER).words
    assert "reminder/session-1/1" in left_until(planned(2), "2026-06-09T10:00").words


@pytest.mark.parametrize("here", [*ON_THE_WAY, Stage.END_OF_SERVICE])
def test_after_a_death_nobody_writes_to_the_participant_again(here: Stage) -> None:
    case = withdrawn(a_case_at(here), DIED)
    assert isinstance(case.outbox["suppress-contact"], SuppressContact)
    sent = [
        fact.errand
        for fact in facts_of(case, allocation(caseworker="jo.next", reason="left"))
        if isinstance(fact, WordRequested)
    ]
    assert sent == []
    stopped = Outcome(result="refused", why="suppressed")
    for key in (key for key in case.outbox if key != "suppress-contact"):
        assert names(facts_of(case, ErrandReported(key=key, outcome=stopped))) == ["WordFailed"]


def test_after_a_death_nobody_is_asked_to_reach_the_participant() -> None:
    case = left_until(planned(2), "2026-06-09T11:00")
    accepted = ErrandReported(key="reminder/session-1/1", outcome=Outcome(result="accepted", reference="SM1"))
    case = withdrawn(told(case, accepted), DIED)
    lost = told(case, DeliveryReceipt(key="reminder/session-1/1", arrived=False))
    assert [task.id for task in lost.open_tasks if task.kind in ("sending", "contact")] == []


def test_a_death_is_heard_after_another_ending() -> None:
    """Withdrawn as moved, and then the news: contact must stop all the same, in every intervention."""
    case = told(withdrawn(a_case_at(Stage.DELIVERY)), a_withdrawal(DIED))
    assert case.suppressed
    assert "suppress-contact" in case.outbox


def test_a_death_is_said_once() -> None:
    case = withdrawn(a_case_at(Stage.DELIVERY), DIED)
    assert facts_of(case, a_withdrawal(DIED)) == ()
    assert [key for key in case.words if "suppress" in key] == ["suppress-contact"]


def closed_with_a_concern(**policy: int | None) -> Case:
    """Closed after its last session, with a concern recorded there and a review asked for before."""
    case = a_case_at(Stage.FINAL_SESSION, **policy)
    case = told(case, an_amendment(complexity=Complexity.MEDIUM))
    final = case.live[0]
    case = told(case, a_record(concerns="spoke of a threat"), final.ends_at)
    return told(case, report(case))


def test_a_concern_outlives_the_case_and_what_asks_how_to_go_on_does_not() -> None:
    case = closed_with_a_concern()
    assert stage(case) is Stage.CLOSED
    assert [task.id.partition("/")[0] for task in case.open_tasks] == ["concern"]
    late = left_until(case, case.last_at + timedelta(hours=2))
    assert [task.id.partition("/")[0] for task in late.open_tasks] == ["concern", "overdue"]
    done = told(late, CloseTask(by="pp.example", task=case.open_tasks[0].id, how="spoke to the police"))
    assert (done.open_tasks, agenda(done)) == ((), ())


def test_what_nobody_answered_in_five_working_days_is_put_down_as_that() -> None:
    case = closed_with_a_concern()
    (concern,) = case.open_tasks
    week = case.terms.calendar.count_on(london_date(case.last_at), 5).due
    waiting = left_until(case, day_ends(week) - timedelta(minutes=1))
    assert concern.id in {task.id for task in waiting.open_tasks}
    over = left_until(case, day_ends(week))
    assert (over.open_tasks, agenda(over)) == ((), ())
    assert (over.tasks[concern.id].closed_at, over.tasks[concern.id].closed_by) == (day_ends(week), "")


def test_a_case_pinned_before_there_was_such_a_rule_is_over_at_once() -> None:
    case = closed_with_a_concern(last_tasks_working_days=None)
    assert agenda(case) == ()
    assert {"review", "concern"} <= {task.id.partition("/")[0] for task in case.open_tasks}
