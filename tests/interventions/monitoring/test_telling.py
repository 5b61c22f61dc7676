"""One record at a time, in order; what R&M refuses is left to a person, and nothing is lost."""

from datetime import timedelta

import pytest

from interventions.agenda import agenda
from interventions.conversation import catch_up, hear
from interventions.days.london import london_date
from interventions.evolve import evolve_all
from interventions.facts import MonitoringTold
from interventions.messages import CloseTask, ErrandReported
from interventions.views.card import card
from interventions.views.status import attributes, status
from interventions.vocabulary import Role, Stage
from interventions.words.correspondence import Outcome
from tests.builders import left_until, names, told
from tests.interventions.monitoring.in_step import (
    a_case_told,
    answered,
    refused,
    taken,
    under_way,
    waiting,
)
from tests.sayings import WORKER, a_booking, a_record, allocation, at, on

WRITTEN = "She said she is afraid of her brother"


def test_one_record_is_under_way_and_the_next_waits_for_it() -> None:
    case = told(a_case_told(), allocation())
    case = told(case, a_booking(on(case, 3)))
    assert [errand.record.record for errand in under_way(case)] == ["assignment"]
    assert waiting(case) == ["assignment", "assessment-booking"]
    case = taken(case)
    assert [errand.record.record for errand in under_way(case)] == ["assessment-booking"]
    case = taken(case)
    assert not under_way(case)
    assert not waiting(case)


def test_how_late_rm_heard_is_on_record() -> None:
    """Seeds, footer: the same day. The lag is from the contact's record to R&M's yes."""
    case = told(a_case_told(), allocation())
    [errand] = under_way(case)
    message = ErrandReported(key=errand.key, outcome=Outcome(result="accepted", reference="R1"))
    later = case.last_at + timedelta(hours=6)
    [fact] = [fact for fact in hear(case, message, later) if isinstance(fact, MonitoringTold)]
    assert fact.at - fact.happened_at == timedelta(hours=6)
    assert (fact.record, fact.reference) == ("assignment", "R1")


def test_the_same_answer_twice_changes_nothing() -> None:
    """F3: R&M's answer may come twice when a worker dies in between."""
    case = told(a_case_told(), allocation())
    [errand] = under_way(case)
    message = ErrandReported(key=errand.key, outcome=Outcome(result="accepted"))
    case = taken(case)
    assert hear(case, message, case.last_at) == ()


REFUSED_BY_RM = [
    pytest.param("blocked-text", "firewall", id="F15: the firewall would not let the words in"),
    pytest.param("not-permitted", "we may not", id="F20: nobody we may write as"),
    pytest.param("clash", "another date", id="clash in Delius"),
    pytest.param("not-found", "no place", id="F22: closed behind us"),
    pytest.param("invalid", "as it stands", id="R&M's own validation"),
    pytest.param("something-new", "something-new", id="a code nobody knows yet"),
]


@pytest.mark.parametrize(("why", "said"), REFUSED_BY_RM)
def test_what_rm_refuses_is_one_task_holding_what_to_key(why: str, said: str) -> None:
    case = told(a_case_told(Stage.DELIVERY), a_record(summary=WRITTEN), "2026-06-11T12:00")
    while under_way(case)[0].record.record != "session-feedback":
        case = taken(case)
    case = refused(case, why)
    [task] = [task for task in case.open_tasks if task.kind == "monitoring"]
    assert said in task.what
    assert task.owner is Role.CASEWORKER
    assert london_date(task.due - timedelta(seconds=1)) == london_date(case.last_at)
    assert case.monitoring.by_hand[task.id].record.summary == WRITTEN  # type: ignore[union-attr]


def test_what_people_wrote_is_neither_on_the_card_nor_in_the_list() -> None:
    case = told(a_case_told(Stage.DELIVERY), a_record(summary=WRITTEN), "2026-06-11T12:00")
    while under_way(case):
        case = refused(case, "blocked-text")
    shown = card(case) + attributes(case).model_dump_json() + agenda(case)[0].what
    assert WRITTEN not in shown
    assert WRITTEN in status(case).model_dump_json()


def test_what_nobody_is_there_to_key_in_is_for_operations() -> None:
    """F13: without a caseworker R&M tells nobody; the assignment is asked of operations."""
    case = refused(told(a_case_told(), allocation()), "not-permitted")
    [task] = [task for task in case.open_tasks if task.kind == "monitoring"]
    assert task.owner is Role.OPERATIONS


def test_what_r_and_m_fails_every_time_is_a_persons_and_the_next_goes_on() -> None:
    """Its time is two working days from its turn: told on a Friday it is over with Tuesday."""
    case = told(a_case_told(), allocation(), "2026-06-05T12:00")
    case = told(case, a_booking("2026-06-18T10:00"))
    [errand] = under_way(case)
    assert errand.give_up_at == at("2026-06-10T00:00")
    case = answered(case, Outcome(result="refused", why="failing"), at("2026-06-10T11:00"))
    [task] = [task for task in case.open_tasks if task.kind == "monitoring"]
    assert "look first whether it is there" in task.what
    assert case.monitoring.by_hand[task.id].record == errand.record
    [behind] = under_way(case)
    assert behind.record.record == "assessment-booking"
    assert behind.give_up_at == at("2026-06-12T23:59:59") + timedelta(seconds=1)


def test_under_a_policy_pinned_before_nothing_is_given_up() -> None:
    case = told(a_case_told(monitoring_patience_working_days=None), allocation())
    assert [errand.give_up_at for errand in under_way(case)] == [None]


def test_the_next_record_follows_a_refused_one() -> None:
    case = told(a_case_told(), allocation())
    case = told(case, a_booking(on(case, 3)))
    case = refused(case, "not-permitted")
    assert [errand.record.record for errand in under_way(case)] == ["assessment-booking"]


def test_under_tasks_everything_is_to_be_keyed_in_order_and_nothing_is_sent() -> None:
    case = told(a_case_told(mode="tasks"), allocation())
    case = told(case, a_booking(on(case, 3)))
    assert not under_way(case)
    assert [each.record.record for each in case.monitoring.by_hand.values()] == [
        "assignment",
        "assessment-booking",
    ]


def test_keyed_in_by_a_person_it_is_off_the_list() -> None:
    case = told(a_case_told(mode="tasks"), allocation())
    [task] = case.monitoring.by_hand
    case = told(case, CloseTask(by=WORKER, task=task, how="keyed in"))
    assert not case.monitoring.by_hand
    assert not case.open_tasks


def test_a_booking_whose_day_came_before_rm_took_it_goes_with_its_feedback() -> None:
    case = told(a_case_told(), allocation())
    case = told(case, a_booking(on(case, 1)))
    case = left_until(case, on(case, 1, "12:00"))
    case = answered(case, Outcome(result="accepted"), on(case, 1, "12:00"))
    assert not under_way(case)
    assert case.journal[-1].fact == "MonitoringOvertaken"


def test_one_refused_because_its_day_came_asks_nobody() -> None:
    case = taken(told(a_case_told(), allocation()))
    case = told(case, a_booking(on(case, 1)))
    case = left_until(case, on(case, 1, "12:00"))
    case = answered(case, Outcome(result="refused", why="invalid"), on(case, 1, "12:00"))
    assert not [task for task in case.open_tasks if task.kind == "monitoring"]


def test_a_case_is_not_over_before_rm_knows_its_end() -> None:
    """F1: nothing is lost at the end. What waits is asked for weekly, also after the case is closed."""
    case = a_case_told(Stage.CLOSED, mode="tasks")
    assert case.ending
    tasks = [task for task in case.open_tasks if task.kind == "monitoring"]
    assert len(tasks) == 18
    assert agenda(case)
    case = left_until(case, case.last_at + timedelta(days=20))
    assert case.overdue.count(tasks[-1].id) == 3
    for task in tasks:
        case = told(case, CloseTask(by=WORKER, task=task.id, how="keyed in"))
    assert not agenda(case)


def test_nothing_new_falls_due_under_off() -> None:
    case = told(a_case_told(mode="off"), allocation())
    assert "monitoring" not in " ".join(names(catch_up(case, case.last_at)))
    assert not evolve_all(case, catch_up(case, case.last_at)).monitoring.untold
