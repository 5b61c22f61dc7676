"""What an amendment recomputes: deadlines, dose and menu, formats, and where the next text goes."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from interventions.case import Case
from interventions.days.london import last_day
from interventions.facts import WordRequested
from interventions.promises.dose import ledger
from interventions.vocabulary import (
    RM,
    Channel,
    ClockState,
    Complexity,
    ContactType,
    Language,
    Pathway,
    Role,
    Stage,
)
from interventions.words.correspondence import SendText
from tests.builders import a_case_at, clock, facts_of, left_until, names, told
from tests.interventions.test_amending import DEADLINE, delivering, sheet
from tests.sayings import (
    WORKER,
    a_booking,
    a_record,
    an_amendment,
    decision,
)


def test_a_deadline_that_moves_takes_its_clock_along() -> None:
    case = told(delivering(), an_amendment(completion_deadline=DEADLINE))
    assert last_day(clock(case, "completion-deadline").due) == DEADLINE
    later = told(case, an_amendment(completion_deadline=DEADLINE + timedelta(days=30)))
    assert last_day(clock(later, "completion-deadline").due) == DEADLINE + timedelta(days=30)


def test_a_deadline_extended_after_its_breach_runs_again_and_can_be_missed_again() -> None:
    first, second = date(2026, 6, 30), date(2026, 7, 31)
    case = left_until(told(delivering(), an_amendment(completion_deadline=first)), "2026-07-02T10:00")
    assert clock(case, "completion-deadline").state is ClockState.BREACHED
    case = told(case, an_amendment(completion_deadline=second))
    assert clock(case, "completion-deadline").state is ClockState.RUNNING
    case = left_until(case, "2026-08-02T10:00")
    assert clock(case, "completion-deadline").state is ClockState.BREACHED
    breaches = [line for line in case.journal if line.about.startswith("completion-deadline")]
    assert [line.fact for line in breaches].count("ClockBreached") == 2


def test_another_complexity_brings_another_dose_menu_and_length() -> None:
    before = a_case_at(Stage.ACTION_PLAN, "lifestyle-low")
    case = told(before, an_amendment(complexity=Complexity.HIGH))
    assert (ledger(before, Pathway.LIFESTYLE).norm, ledger(case, Pathway.LIFESTYLE).norm) == (5, 12)
    assert case.specifications[Pathway.LIFESTYLE].module("causes-of-offending") is not None
    assert before.specifications[Pathway.LIFESTYLE].module("causes-of-offending") is None
    held = told(delivering(), a_record(), "2026-06-10T11:15")
    name = "delivery/lifestyle-and-associates"
    assert last_day(clock(held, name).due) == date(2026, 7, 8)
    longer = told(held, an_amendment(complexity=Complexity.MEDIUM))
    assert last_day(clock(longer, name).due) == date(2026, 8, 5)


@pytest.mark.parametrize(
    ("case", "asked"),
    [
        pytest.param(lambda: a_case_at(Stage.ASSESSMENT), "amended", id="before there is a plan: read"),
        pytest.param(delivering, "review", id="with a plan in force: reviewed"),
    ],
)
def test_a_plan_in_force_is_reviewed_when_the_referral_asks_for_something_else(
    case: Callable[[], Case], asked: str
) -> None:
    changed = told(case(), an_amendment(complexity=Complexity.HIGH))
    about = {task.id.split("/")[0] for task in changed.open_tasks if task.about in ("plan", "referral")}
    assert about == {asked}


TOLD = [
    pytest.param({"completion_deadline": DEADLINE}, "completion deadline", id="the deadline"),
    pytest.param({"maximum_enforceable_days": 3}, "maximum enforceable days", id="enforceable days"),
    pytest.param({"further_information": "x"}, "further information", id="why the person was referred"),
    pytest.param({"latest_delivery": DEADLINE}, "latest delivery", id="the last day of delivery"),
    pytest.param({"accessibility_needs": "a ramp"}, "accessibility needs", id="a need"),
]


@pytest.mark.parametrize(("said", "named"), TOLD)
def test_the_caseworker_is_asked_to_read_what_somebody_else_changed(said: dict[str, Any], named: str) -> None:
    case = delivering()
    (task,) = [task for task in told(case, an_amendment(**said)).open_tasks if task.id.startswith("amended/")]
    assert (task.owner, f"({named})" in task.what) == (Role.CASEWORKER, True)
    for by in (WORKER, RM):
        assert "TaskOpened" not in names(facts_of(case, an_amendment(by=by, **said)))
    older = a_case_at(Stage.DELIVERY, amendments_are_read=False)
    assert "TaskOpened" not in names(facts_of(older, an_amendment(**said)))


def test_nobody_of_a_one_to_one_service_stays_in_a_group() -> None:
    case = told(delivering("lifestyle-medium"), decision("group-risk"))
    case = told(case, a_booking("2026-06-18T10:00", contact="group-work"))
    case = told(case, an_amendment(complexity=Complexity.HIGH))
    assert not [date for date in case.live if date.contact is ContactType.GROUP_WORK]


def test_a_group_signed_off_and_taken_back_is_left() -> None:
    case = told(delivering("lifestyle-medium"), decision("group-risk"))
    case = told(case, a_booking("2026-06-18T10:00", contact="group-work"))
    case = told(case, decision("group-risk", eligible=False))
    assert not [date for date in case.live if date.contact is ContactType.GROUP_WORK]


def next_text(case: Case) -> list[SendText]:
    """The texts asked for until the first session."""
    facts = facts_of(case, an_amendment(additional_needs="none"), "2026-06-09T12:00")
    words = {errand.key: errand for errand in left_until(case, "2026-06-09T12:00").outbox.values()}
    asked = [fact.errand for fact in facts if isinstance(fact, WordRequested)]
    found = [*words.values(), *asked]
    return [each for each in found if isinstance(each, SendText) and "session" in each.key]


def test_a_reminder_goes_to_the_sheet_as_it_stands_when_it_goes_out() -> None:
    case = delivering()
    moved = told(case, an_amendment(contact=sheet(case, mobile="+447700900113", language=Language.WELSH)))
    assert [(text.to, text.language) for text in next_text(case)] == [("+447700900112", Language.ENGLISH)]
    assert [(text.to, text.language) for text in next_text(moved)] == [("+447700900113", Language.WELSH)]


@pytest.mark.parametrize(
    "safe",
    [
        pytest.param({Channel.TEXT: False}, id="no longer safe"),
        pytest.param({}, id="no longer known to be safe"),
    ],
)
def test_a_channel_that_became_unsafe_is_not_used_for_the_next_reminder(safe: dict[Channel, bool]) -> None:
    case = delivering()
    changed = told(case, an_amendment(contact=sheet(case, safe=safe)))
    assert next_text(changed) == []
    later = left_until(changed, "2026-06-09T12:00")
    assert [task.about for task in later.open_tasks if task.kind == "contact"] == ["reminder/session-1/1"]


def test_an_interpreter_is_arranged_by_somebody() -> None:
    case = told(delivering(), an_amendment(interpreter_language="Polish"))
    assert [task.owner for task in case.open_tasks if task.kind == "review"] == [Role.CASEWORKER]
