"""How long one message may be, what is named when it is longer, and what is never cut."""

from collections.abc import Callable

import pytest

from interventions.case import Case
from interventions.conversation import hear_outside
from interventions.facts import ReplyReceived
from interventions.messages import Message, SubmitPlan
from interventions.vocabulary import Stage
from tests.builders import a_case_at, a_plan, a_target, facts_of, names, refusal
from tests.sayings import WORKER, a_note, a_record, a_reply

A_BOOK = "x" * 50_000
REFERRED = a_case_at(Stage.REFERRAL)


def a_long_plan() -> SubmitPlan:
    case = a_case_at(Stage.ACTION_PLAN)
    outcomes = case.referral.selections[0].outcomes
    targets = tuple(a_target(case, outcome=each, what="y" * 30_000) for each in outcomes)
    assert len(targets) > 1, "each by itself is short enough"
    return SubmitPlan(by=WORKER, plan=a_plan(case, targets=targets))


# fmt: off
REFUSED = [
    pytest.param(lambda: REFERRED, a_note(REFERRED.last_at, summary=A_BOOK), None, "too-long", "summary", id="a note"),  # noqa: E501
    pytest.param(lambda: REFERRED, a_note(REFERRED.last_at, concerns=A_BOOK), None, "too-long", "concerns", id="its concern"),  # noqa: E501
    pytest.param(lambda: a_case_at(Stage.ACTION_PLAN), a_long_plan(), None, "too-long", "plan", id="a plan, all in all"),  # noqa: E501
    pytest.param(lambda: a_case_at(Stage.ASSESSMENT), a_record(summary=A_BOOK), None, "too-long", "summary", id="a record"),  # noqa: E501
]
# fmt: on


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_a_message_that_is_too_long_is_refused_by_its_longest_field(
    case: Callable[[], Case], message: Message, when: None, rule: str, field: str
) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)


def test_what_a_person_can_write_in_a_day_is_let_in() -> None:
    assert names(facts_of(REFERRED, a_note(REFERRED.last_at, summary="z" * 40_000)))


def test_an_older_policy_has_no_limit() -> None:
    case = a_case_at(Stage.REFERRAL, longest_message=None)
    assert names(facts_of(case, a_note(case.last_at, summary=A_BOOK)))


def test_what_the_outside_says_is_never_too_long() -> None:
    case = a_case_at(Stage.REFERRAL, longest_message=5)
    facts = hear_outside(case, a_reply("I will be there", case), case.last_at)
    assert [fact.words for fact in facts if isinstance(fact, ReplyReceived)] == ["I will be there"]
