"""The same person twice: when the register is asked, and what follows from its answer."""

from uuid import UUID

import pytest

from interventions.agenda import agenda
from interventions.case import Case
from interventions.conversation import catch_up, hear_outside
from interventions.evolve import evolve_all
from interventions.facts import AnyFact, DuplicatesLookedFor, TaskOpened
from interventions.life.duplicates import open_on
from interventions.messages import Amend, CloseTask, ErrandReported, Reinstate, UndoAmendment
from interventions.vocabulary import Pathway, Role
from interventions.words.correspondence import LookForDuplicates, Outcome
from tests.builders import a_case, a_referral, told
from tests.sayings import a_withdrawal

OTHER, THIRD = UUID(int=2), UUID(int=3)
OPS = "ops.lead"


@pytest.fixture
def case() -> Case:
    """Just received, everything that follows at once done."""
    received = a_case(look_for_duplicates=True)
    return evolve_all(received, catch_up(received, received.last_at))


def looks(case: Case) -> list[LookForDuplicates]:
    return [errand for errand in case.outbox.values() if isinstance(errand, LookForDuplicates)]


def hears(case: Case, key: str, *others: UUID, **outcome: str) -> tuple[AnyFact, ...]:
    result = Outcome.model_validate({"result": "accepted", "others": others} | outcome)
    return hear_outside(case, ErrandReported(key=key, outcome=result), case.last_at)


def after(case: Case, key: str, *others: UUID) -> Case:
    return evolve_all(case, hears(case, key, *others))


def merged(case: Case, crn: str = "X999001") -> Case:
    return told(case, Amend(by=OPS, crn=crn, reason="merged"))


def test_a_referral_that_comes_in_asks_for_its_number_on_its_pathways(case: Case) -> None:
    [look] = looks(case)
    assert (look.key, look.crns) == ("duplicates/1", (case.referral.participant.crn,))
    assert look.pathways == case.pathways
    assert not [due for due in agenda(case) if due.at <= case.last_at]


def test_a_case_that_was_pinned_before_there_was_such_a_rule_never_asks() -> None:
    case = merged(a_case(look_for_duplicates=False))
    case = told(told(case, a_withdrawal()), Reinstate(by=OPS, reason="a mistake"))
    assert looks(case) == []
    assert not [due for due in agenda(case) if due.key.startswith("duplicates")]


def test_nobody_found_is_a_fact_and_nothing_more(case: Case) -> None:
    [fact] = hears(case, "duplicates/1")
    assert fact == DuplicatesLookedFor(at=case.last_at, key="duplicates/1")
    assert looks(evolve_all(case, [fact])) == []


def test_each_other_referral_is_named_and_operations_decide(case: Case) -> None:
    looked, *tasks = hears(case, "duplicates/1", OTHER, THIRD)
    assert isinstance(looked, DuplicatesLookedFor)
    assert looked.others == (OTHER, THIRD)
    opened = [fact.task for fact in tasks if isinstance(fact, TaskOpened)]
    assert [(task.id, task.about) for task in opened] == [
        (f"duplicate/{other}", str(other)) for other in (OTHER, THIRD)
    ]
    assert {(task.owner, task.kind) for task in opened} == {(Role.OPERATIONS, "review")}
    assert all("MIS" in task.what for task in opened)


def test_an_answer_that_comes_twice_is_heard_once(case: Case) -> None:
    case = after(case, "duplicates/1", OTHER)
    assert hears(case, "duplicates/1", OTHER, THIRD) == ()


def test_a_new_case_number_asks_again_under_both(case: Case) -> None:
    was = case.referral.participant.crn
    case = merged(after(case, "duplicates/1"))
    [look] = looks(case)
    assert look.key != "duplicates/1"
    assert look.crns == ("X999001", was)


def test_every_change_of_number_asks_anew_an_undone_one_too(case: Case) -> None:
    case = merged(case)
    case = told(case, UndoAmendment(by=OPS, reason="two men after all"))
    case = merged(case, "X999002")
    assert len({look.key for look in looks(case)}) == len(looks(case)) == 4


def test_a_withdrawal_taken_back_asks_again(case: Case) -> None:
    case = told(after(case, "duplicates/1"), a_withdrawal())
    case = told(case, Reinstate(by=OPS, reason="a mistake"))
    assert len(looks(case)) == 1


def test_of_one_other_referral_nobody_is_asked_twice(case: Case) -> None:
    case = merged(after(case, "duplicates/1", OTHER))
    [look] = looks(case)
    assert [fact.fact for fact in hears(case, look.key, OTHER)] == ["DuplicatesLookedFor"]
    case = told(case, CloseTask(by=OPS, task=f"duplicate/{OTHER}", how="two courts, both orders stand"))
    assert [fact.fact for fact in hears(case, look.key, OTHER)] == ["DuplicatesLookedFor"]


def test_where_nobody_can_say_a_person_looks(case: Case) -> None:
    looked, opened = hears(case, "duplicates/1", result="failed", why="TimeoutError")
    assert isinstance(looked, DuplicatesLookedFor)
    assert looked.why == "TimeoutError"
    assert isinstance(opened, TaskOpened)
    assert opened.task.id == "unsent/duplicates/1"


def test_only_one_that_is_open_on_the_same_pathway_stands_beside_it() -> None:
    case = a_case(a_referral("family-low"))
    assert open_on(case, [Pathway.FAMILY])
    assert not open_on(case, [Pathway.LIFESTYLE])
    assert not open_on(told(case, a_withdrawal()), [Pathway.FAMILY])
