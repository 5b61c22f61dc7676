"""Stage 1: the referral is received, allocated, and the caseworker introduced by letter."""

from collections.abc import Callable

import pytest

from interventions.case import Case
from interventions.facts import CaseworkerAllocated, WordRequested
from interventions.messages import Allocate
from interventions.vocabulary import Pathway, Role, Stage
from interventions.words.correspondence import PostLetter, WelcomeLetter
from tests.builders import a_case, a_case_at, a_referral, facts_of, names, refusal, told
from tests.sayings import WORKER, allocation


def allocated() -> Case:
    return a_case_at(Stage.ASSESSMENT)


REFUSED = [
    pytest.param(
        allocated,
        allocation(caseworker="jo.next"),
        None,
        "reallocation-needs-reason",
        "reason",
        id="another caseworker, and nobody says why",
    ),
    pytest.param(
        allocated,
        allocation(caseworker="jo.next", reason="  "),
        None,
        "reallocation-needs-reason",
        "reason",
        id="another caseworker, and the reason is blank",
    ),
]


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_an_allocation_is_refused(
    case: Callable[[], Case], message: Allocate, when: str | None, rule: str, field: str
) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)


def test_the_first_fact_is_the_referral_on_its_terms() -> None:
    case = a_case(a_referral("both-pathways"))
    assert (case.sequence, case.pathways) == (1, (Pathway.LIFESTYLE, Pathway.FAMILY))
    assert set(case.terms.specifications) == set(case.pathways)
    assert [line.fact for line in case.journal] == ["ReferralReceived"]


def test_the_same_caseworker_again_changes_nothing() -> None:
    assert facts_of(allocated(), allocation()) == ()


@pytest.mark.parametrize(
    ("example", "services"),
    [
        pytest.param("lifestyle-low", ("Lifestyle and associates",), id="lifestyle: a letter"),
        pytest.param("lifestyle-high", ("Lifestyle and associates",), id="lifestyle at high: a letter"),
        pytest.param("family-low", None, id="family: none (A15)"),
        pytest.param("both-pathways", ("Lifestyle and associates",), id="both: for lifestyle alone"),
    ],
)
def test_a_caseworker_is_introduced_by_letter(example: str, services: tuple[str, ...] | None) -> None:
    facts = facts_of(a_case(a_referral(example)), allocation())
    letters = [fact.errand for fact in facts if isinstance(fact, WordRequested)]
    if services is None:
        assert names(facts) == ["CaseworkerAllocated"]
        return
    (letter,) = letters
    assert isinstance(letter, PostLetter)
    assert letter.paper == WelcomeLetter(
        name="Callum Redfearn" if example == "lifestyle-low" else letter.to,
        caseworker="Sam Okafor",
        services=services,
    )
    assert letter.key == "welcome/1"


def test_each_new_caseworker_is_introduced_again() -> None:
    case, keys = allocated(), ["welcome/1"]
    for username in ("jo.next", "sam.caseworker", "jo.next"):
        again = allocation(caseworker=username, name=f"{username} in full", reason="leave")
        facts = facts_of(case, again)
        (allocated_again,) = (fact for fact in facts if isinstance(fact, CaseworkerAllocated))
        (word,) = (fact for fact in facts if isinstance(fact, WordRequested))
        assert isinstance(word.errand, PostLetter)
        assert isinstance(word.errand.paper, WelcomeLetter)
        assert (allocated_again.again, word.errand.paper.again) == (True, True)
        assert word.errand.paper.caseworker == f"{username} in full"
        keys.append(word.errand.key)
        case = told(case, again)
    assert keys == ["welcome/1", "welcome/2", "welcome/3", "welcome/4"]


def test_a_handover_does_not_restart_the_allocation_clock() -> None:
    case = told(allocated(), allocation(caseworker="jo.next", reason="leave"), "2026-06-05T10:00")
    assert case.caseworker is not None
    assert case.caseworker.username == "jo.next"
    assert case.first_allocated_at == allocated().first_allocated_at


def asked_for(case: Case) -> dict[str, str]:
    return {task.id: task.person for task in case.open_tasks if task.owner is Role.CASEWORKER}


def test_a_referral_that_wants_an_interpreter_has_the_caseworker_arrange_one() -> None:
    wanting = a_referral(interpreter_language="Polish")
    assert asked_for(told(a_case(wanting), allocation())) == {"interpreter/1": WORKER}
    assert asked_for(told(a_case(), allocation())) == {}
    before = a_case(wanting, interpreter_is_arranged=False)
    assert asked_for(told(before, allocation())) == {}


def test_who_takes_a_case_over_is_asked_by_name_not_who_had_it() -> None:
    case = told(a_case(a_referral("family-low")), allocation())
    case = told(case, allocation(caseworker="new.worker", name="New Worker", reason="moved teams"))
    assert asked_for(case) == {"introduce/2": "new.worker"}
