"""The referral changes while it runs: each topic, undone, said again, and what follows by itself."""
# ruff: noqa: E501 (a table reads a line an example)

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from interventions.case import Case
from interventions.facts import ReferralAmended
from interventions.messages import (
    Amend,
    HandOver,
    Message,
    UndoAmendment,
)
from interventions.participant import ContactSheet
from interventions.referral import Practitioner, Unavailable
from interventions.vocabulary import (
    Complexity,
    Language,
    Pathway,
    Stage,
)
from tests.builders import a_case_at, facts_of, refusal, told
from tests.interventions.lives import after
from tests.sayings import (
    PRACTITIONER,
    a_booking,
    an_amendment,
)

UNDO = UndoAmendment(by=PRACTITIONER, reason="the wrong case")
STRANGE = UUID("00000000-0000-4000-8000-000000000000")
DEADLINE = date(2026, 9, 30)


def delivering(example: str = "lifestyle-low") -> Case:
    """The plan was approved on Monday 8 June; session-1 is on Wednesday 10 June at 10am."""
    return a_case_at(Stage.DELIVERY, example)


def sheet(case: Case, **changes: Any) -> ContactSheet:
    return case.referral.participant.contact.model_copy(update=changes)


REFUSED = [
    pytest.param(delivering, an_amendment(crn="12"), None, "not-a-case-number", "crn", id="two digits"),
    pytest.param(delivering, an_amendment(crn="'; drop"), None, "not-a-case-number", "crn", id="no number"),
    pytest.param(
        delivering,
        an_amendment(completion_deadline=date(2026, 6, 7)),
        None,
        "date-passed",
        "completion_deadline",
        id="a deadline in the past",
    ),
    pytest.param(
        lambda: delivering("both-pathways"),
        an_amendment(complexity=Complexity.HIGH),
        None,
        "which-pathway",
        "pathway",
        id="two pathways: the complexity of which",
    ),
    pytest.param(
        delivering,
        an_amendment(pathway=Pathway.FAMILY, complexity=Complexity.HIGH),
        None,
        "which-pathway",
        "pathway",
        id="a pathway not referred to",
    ),
    pytest.param(delivering, an_amendment(outcomes=()), None, "no-outcome", "outcomes", id="no outcome at all"),
    pytest.param(
        delivering, an_amendment(outcomes=(STRANGE,)), None, "unknown-outcome", "outcomes", id="a strange outcome"
    ),
    pytest.param(
        lambda: after(delivering(), an_amendment(crn="X999999"), an_amendment(crn="X888888")),
        UNDO.model_copy(update={"amendment": 1}), None, "not-the-last", "amendment", id="undoing the first of two",
    ),
    pytest.param(delivering, UNDO, None, "nothing-amended", "", id="undoing nothing"),
    pytest.param(
        lambda: after(delivering(), an_amendment(crn="X999999"), UNDO), UNDO, None, "nothing-amended", "",
        id="undoing twice",
    ),
    pytest.param(
        lambda: told(delivering(), HandOver(by="ops", contract="another", reason="moved")),
        HandOver(by="ops", contract="another", reason="moved"),
        None,
        "same-contract",
        "contract",
        id="handed over to where it is",
    ),
    pytest.param(
        lambda: told(delivering(), an_amendment(restricted_to=("named.person", PRACTITIONER))),
        a_booking("2026-06-12T10:00"),
        None,
        "restricted",
        "by",
        id="a restricted case, and somebody not named",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_it_is_refused(case: Callable[[], Case], message: Message, when: None, rule: str, field: str) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)


# (what is said, the topics that change)
CHANGES: list[tuple[str, Callable[[Case], Amend], tuple[str, ...]]] = [
    ("complexity", lambda case: an_amendment(complexity=Complexity.HIGH), ("selections",)),
    ("outcomes", lambda case: an_amendment(outcomes=_other_outcomes(case)), ("selections",)),
    ("deadline", lambda case: an_amendment(completion_deadline=DEADLINE), ("completion_deadline",)),
    (
        "enforceable days",
        lambda case: an_amendment(maximum_enforceable_days=30),
        ("maximum_enforceable_days",),
    ),
    (
        "practitioner",
        lambda case: an_amendment(practitioner=Practitioner(username="pp.new")),
        ("practitioner",),
    ),
    ("interpreter", lambda case: an_amendment(interpreter_language="Polish"), ("interpreter_language",)),
    ("access", lambda case: an_amendment(accessibility_needs="ramp"), ("accessibility_needs",)),
    ("needs", lambda case: an_amendment(additional_needs="childcare"), ("additional_needs",)),
    (
        "unavailable",
        lambda case: an_amendment(unavailable_times=(Unavailable(weekday=0),)),
        ("unavailable_times",),
    ),
    ("contact", lambda case: an_amendment(contact=sheet(case, mobile="+447700900113")), ("participant",)),
    ("language", lambda case: an_amendment(contact=sheet(case, language=Language.WELSH)), ("participant",)),
    ("case number", lambda case: an_amendment(crn="X999999"), ("participant", "former_crns")),
    ("restricted", lambda case: an_amendment(restricted_to=(PRACTITIONER,)), ("restricted_to",)),
]
EACH = [pytest.param(said, topics, id=name) for name, said, topics in CHANGES]


def _other_outcomes(case: Case) -> tuple[UUID, ...]:
    (row,) = case.specifications.values()
    return tuple(outcome.id for outcome in row.outcomes)[-1:]


@pytest.mark.parametrize(("said", "topics"), EACH)
def test_a_change_names_its_topics_and_said_again_changes_nothing(
    said: Callable[[Case], Amend], topics: tuple[str, ...]
) -> None:
    case = delivering()
    fact = facts_of(case, said(case))[0]
    assert isinstance(fact, ReferralAmended)
    assert (set(fact.topics), fact.before, fact.undone) == (set(topics), case.referral, False)
    changed = told(case, said(case))
    assert changed.referral == fact.after != case.referral
    assert facts_of(changed, said(case)) == ()


@pytest.mark.parametrize(("said", "topics"), EACH)
def test_a_wrong_change_is_taken_back_and_both_stay_in_the_history(
    said: Callable[[Case], Amend], topics: tuple[str, ...]
) -> None:
    case = delivering()
    undone = after(case, said(case), UNDO)
    before, now = case.referral.participant, undone.referral.participant
    assert now.model_copy(update={"contact": before.contact}) == before
    assert undone.referral.model_copy(update={"participant": before}) == case.referral
    assert [line.fact for line in undone.journal].count("ReferralAmended") == 2
    assert undone.amendments == ()


def test_only_the_last_change_is_taken_back() -> None:
    case = after(delivering(), an_amendment(crn="X999999"), an_amendment(completion_deadline=DEADLINE), UNDO)
    assert (case.referral.participant.crn, case.referral.completion_deadline) == ("X999999", None)


def test_a_sheet_taken_back_is_a_new_version_never_an_old_one() -> None:
    case = delivering()
    first = told(case, an_amendment(contact=sheet(case, mobile="+447700900113")))
    back = told(first, UNDO)
    assert back.referral.participant.contact.mobile == case.referral.participant.contact.mobile
    versions = [each.referral.participant.contact.version for each in (case, first, back)]
    assert versions == sorted(set(versions))


def test_a_case_number_that_was_merged_is_remembered() -> None:
    case = after(delivering(), an_amendment(crn="X999999"), an_amendment(crn="Y888888"))
    assert case.referral.former_crns == (delivering().referral.participant.crn, "X999999")
