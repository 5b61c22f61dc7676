"""A referral ended in R&M while records of ours wait: settled by name, and one list for somebody to read."""

from datetime import timedelta
from typing import Any

import pytest

from interventions.agenda import agenda
from interventions.case import Case
from interventions.facts import MonitoringNeverTold
from interventions.messages import CloseTask
from interventions.task import Task
from interventions.views.card import card
from interventions.views.status import attributes, status, timeline
from interventions.vocabulary import RM, Role, Stage
from tests.builders import facts_of, left_until, names, told
from tests.interventions.monitoring.in_step import a_case_told, refused, taken, under_way, waiting
from tests.sayings import WORKER, a_booking, a_record, allocation, next_session, on
from tests.shown import shown

WRITTEN = "She said she is afraid of her brother"
STILL_TAKEN = ("report", "case-note")


def a_session_behind(**policy: Any) -> Case:
    """R&M has everything up to the first session; what became of that and the next date wait."""
    case = told(a_case_told(Stage.DELIVERY, **policy), a_record(summary=WRITTEN), "2026-06-11T12:00")
    case = told(case, next_session(case), case.last_at)
    while under_way(case)[0].record.record != "session-feedback":
        case = taken(case)
    return case


def ended_there(case: Case) -> Case:
    """R&M refuses everything that waits, save what it takes after the end."""
    while found := under_way(case):
        case = taken(case) if found[0].record.record in STILL_TAKEN else refused(case, "ended")
    return case


def asked(case: Case) -> list[Task]:
    return [task for task in case.open_tasks if task.kind == "monitoring"]


def test_everything_that_waits_is_settled_and_one_task_holds_the_list() -> None:
    case = a_session_behind()
    assert waiting(case) == ["session-feedback", "session-booking"]
    case = ended_there(case)
    assert not waiting(case)
    [task] = asked(case)
    assert (task.id.split("/")[0], task.owner) == ("never-told", Role.CASEWORKER)
    assert "will never show" in task.what
    listed = status(case).never_told[task.id]
    assert [record.record for record in listed] == ["session-feedback", "session-booking"]
    assert listed[0].summary == WRITTEN  # type: ignore[union-attr]
    assert not case.monitoring.by_hand


def test_each_stands_in_the_timeline_by_its_reason_and_by_nothing_anybody_wrote() -> None:
    case = ended_there(a_session_behind())
    lines = [line.about for line in timeline(case) if line.fact == "MonitoringNeverTold"]
    assert [line.split("/")[-1] for line in lines] == ["session-feedback (ended)", "session-booking (ended)"]
    assert WRITTEN not in card(case) + attributes(case).model_dump_json() + "".join(lines)


def test_read_it_is_off_the_list_and_what_comes_later_is_a_new_one() -> None:
    case = ended_there(a_session_behind())
    [first] = asked(case)
    case = told(case, CloseTask(by=WORKER, task=first.id, how="told the practitioner"))
    assert (asked(case), case.monitoring.never_told) == ([], {})
    case = ended_there(told(case, a_record(), case.live[0].starts_at + timedelta(minutes=75)))
    [second] = asked(case)
    assert second.id != first.id
    assert [record.record for record in status(case).never_told[second.id]] == ["session-feedback"]


def test_nobody_is_left_with_a_key_in_that_r_and_m_takes_no_more() -> None:
    case = refused(a_session_behind(), "blocked-text")
    [key_in] = asked(case)
    case = ended_there(case)
    [task] = asked(case)
    assert task.id.startswith("never-told/")
    assert case.tasks[key_in.id].closed_by == RM
    listed = status(case).never_told[task.id]
    assert [record.record for record in listed] == ["session-booking", "session-feedback"]


def test_an_end_that_r_and_m_shows_takes_the_key_ins_with_it() -> None:
    """Also where nobody but people tell R&M: they can't any more."""
    case = told(a_case_told(mode="tasks"), allocation())
    case = told(case, a_booking(on(case, 3)))
    assert len(asked(case)) == 2
    message = shown(case, ended_at=case.last_at, withdrawal="MOV", assigned_to=None)
    assert names(facts_of(case, message)).count("MonitoringNeverTold") == 2
    case = told(case, message)
    assert [task.id.split("/")[0] for task in asked(case)] == ["never-told"]
    assert facts_of(case, message) == ()


def test_what_r_and_m_shows_already_is_keyed_in_and_on_no_list() -> None:
    case = told(a_case_told(mode="tasks"), allocation())
    case = told(case, shown(case, ended_at=case.last_at, withdrawal="MOV", assigned_to=WORKER))
    assert (asked(case), case.monitoring.never_told) == ([], {})


def test_after_the_end_a_note_is_still_keyed_in_and_a_record_goes_onto_the_list() -> None:
    case = told(a_case_told(Stage.DELIVERY, mode="tasks"), a_record(), "2026-06-11T12:00")
    case = told(case, shown(case, ended_at=case.last_at, withdrawal="MOV"))
    notes = [task.about.split("/")[-1] for task in asked(case) if task.id.startswith("key-in/")]
    assert set(notes) == {"case-note"}
    assert len(case.monitoring.never_told) == 1


def test_known_to_be_over_a_refusal_for_another_reason_asks_nobody_to_key_in() -> None:
    """Where we may read and nobody lent us a user to write as, R&M never gets to say that it is over."""
    case = told(a_case_told(Stage.DELIVERY), a_record(), "2026-06-11T12:00")
    case = told(case, shown(case, ended_at=case.last_at, withdrawal="MOV"))
    while under_way(case):
        case = refused(case, "not-permitted")
    assert {task.about.split("/")[-1] for task in asked(case) if task.id.startswith("key-in/")} == {
        "case-note"
    }
    assert len(case.monitoring.never_told) == 1


def test_operations_read_it_where_there_is_no_caseworker() -> None:
    case = a_case_told(mode="tasks")
    case = told(case, allocation())
    gone = case.model_copy(update={"caseworker": None})
    case = told(gone, shown(gone, ended_at=case.last_at, withdrawal="MOV", assigned_to=None))
    [task] = asked(case)
    assert task.owner is Role.OPERATIONS


def test_unread_it_is_chased_each_week_like_a_key_in() -> None:
    case = ended_there(a_session_behind())
    [task] = asked(case)
    case = left_until(case, task.due + timedelta(days=8))
    assert case.overdue.count(task.id) == 2
    assert f"chase/{task.id}" in [due.key for due in agenda(case)]


@pytest.mark.parametrize("mode", ["write", "tasks"])
def test_under_the_rules_before_each_is_still_a_task_of_its_own(mode: str) -> None:
    case = told(a_case_told(mode=mode, edition=1), allocation())
    case = told(case, a_booking(on(case, 3)))
    while under_way(case):
        case = refused(case, "ended")
    facts = facts_of(case, shown(case, ended_at=case.last_at, withdrawal="MOV", assigned_to=None))
    assert not [fact for fact in facts if isinstance(fact, MonitoringNeverTold)]
    assert [task.id.split("/")[0] for task in asked(case)] == ["key-in", "key-in"]
