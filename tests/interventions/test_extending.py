"""More time for the sessions of a pathway: who may agree to it, and what it is measured from."""

from collections.abc import Callable
from datetime import date

import pytest

from interventions.case import Case
from interventions.messages import Message, Resume, UndoAmendment
from interventions.vocabulary import Pathway, Stage
from tests.builders import a_case_at, clock, facts_of, names, refusal, told
from tests.sayings import PRACTITIONER, WORKER, a_pause, an_amendment

CLOCK = "delivery/lifestyle-and-associates"
PROMISED = date(2026, 7, 8)  # the first session was held on 10 June
LONGER = date(2026, 7, 24)


def one_held(example: str = "lifestyle-low") -> Case:
    return a_case_at(Stage.DELIVERY, example, held=1)


# fmt: off
REFUSED = [
    pytest.param(one_held, an_amendment(by=WORKER, delivery_until=LONGER), None, "practitioner-agrees", "by", id="the caseworker alone"),  # noqa: E501
    pytest.param(one_held, an_amendment(delivery_until=PROMISED), None, "not-longer", "delivery_until", id="no more than was promised"),  # noqa: E501
    pytest.param(one_held, an_amendment(delivery_until=date(2026, 6, 1)), None, "date-passed", "delivery_until", id="a day that is over"),  # noqa: E501
    pytest.param(lambda: one_held("family-low"), an_amendment(delivery_until=date(2027, 1, 8)), None, "no-window", "pathway", id="a pathway without weeks"),  # noqa: E501
    pytest.param(lambda: a_case_at(Stage.DELIVERY), an_amendment(delivery_until=LONGER), None, "not-begun", "delivery_until", id="before the first session"),  # noqa: E501
    pytest.param(lambda: one_held("both-pathways"), an_amendment(delivery_until=LONGER), None, "which-pathway", "pathway", id="two pathways: of which"),  # noqa: E501
]
# fmt: on


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_more_time_is_refused_unless_the_practitioner_agrees_to_a_later_day(
    case: Callable[[], Case], message: Message, when: str | None, rule: str, field: str
) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)


def test_the_clock_runs_to_that_day_and_says_why() -> None:
    case = one_held()
    assert clock(case, CLOCK).explanation.endswith("due by the end of Wednesday 8 July 2026")
    case = told(case, an_amendment(by="pp.on-duty", delivery_until=LONGER))
    assert "and longer by the practitioner's agreement, from" in clock(case, CLOCK).explanation
    assert clock(case, CLOCK).explanation.endswith("due by the end of Friday 24 July 2026")


def test_what_a_pause_has_added_is_no_less_promised() -> None:
    case = told(one_held(), a_pause("2026-06-25"), "2026-06-11T10:00")
    case = told(case, Resume(by=WORKER, reason="he is well"), "2026-06-25T10:00")
    assert clock(case, CLOCK).explanation.endswith("due by the end of Wednesday 22 July 2026")
    assert refusal(case, an_amendment(delivery_until=date(2026, 7, 22))).rule == "not-longer"
    case = told(case, an_amendment(delivery_until=date(2026, 7, 23)))
    assert clock(case, CLOCK).explanation.endswith("due by the end of Thursday 23 July 2026")


def test_it_can_be_agreed_again_to_another_day_and_taken_back() -> None:
    longer = told(one_held(), an_amendment(delivery_until=LONGER))
    assert names(facts_of(longer, an_amendment(delivery_until=LONGER))) == []
    again = told(longer, an_amendment(delivery_until=date(2026, 7, 17)))
    assert [(each.pathway, each.until) for each in again.referral.extensions] == [
        (Pathway.LIFESTYLE, date(2026, 7, 17))
    ]
    undone = told(again, UndoAmendment(by=PRACTITIONER, reason="the wrong case"))
    assert undone.referral.extensions == longer.referral.extensions
