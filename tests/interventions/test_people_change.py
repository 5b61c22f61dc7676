"""People change: a restricted case, a caseworker gone or back, a case handed over."""

import pytest

from interventions.messages import (
    CaseworkerGone,
    HandOver,
)
from interventions.vocabulary import (
    Role,
    Stage,
)
from tests.builders import a_case, a_case_at, a_referral, facts_of, left_until, names, refusal, told
from tests.interventions.test_amending import delivering
from tests.sayings import (
    PRACTITIONER,
    WORKER,
    a_booking,
    allocation,
    an_amendment,
)


def test_a_restricted_case_hears_those_it_names_and_the_outside_world() -> None:
    case = told(delivering(), an_amendment(restricted_to=(PRACTITIONER, WORKER)))
    assert names(facts_of(case, a_booking("2026-06-17T10:00"))) == ["AppointmentBooked"]
    assert told(case, an_amendment(restricted_to=())).referral.restricted_to == ()
    opened = a_case(a_referral(restricted_to=("named.person",)))
    assert refusal(opened, allocation()).rule == "restricted"
    assert left_until(opened, "2026-07-01T10:00").sequence > 1


GONE = CaseworkerGone(by="ops.example", reason="left the service")


def test_when_the_caseworker_is_gone_another_is_asked_for_once() -> None:
    case = told(delivering(), GONE)
    assert facts_of(case, GONE) == ()
    assert [task.owner for task in case.open_tasks if task.kind == "people"] == [Role.OPERATIONS]
    again = told(case, allocation(caseworker="jo.next", name="Jo Next", reason="Sam left"))
    assert [task for task in again.open_tasks if task.kind == "people"] == []
    assert "welcome/2" in again.words


def test_a_caseworker_said_to_be_gone_by_mistake_comes_back() -> None:
    case = told(told(delivering(), GONE), allocation())
    assert not case.caseworker_gone
    assert [task for task in case.open_tasks if task.kind == "people"] == []


@pytest.mark.parametrize("here", [here for here in Stage if here is not Stage.CLOSED])
def test_a_case_handed_over_goes_on_with_somebody_else(here: Stage) -> None:
    before = a_case_at(here)
    case = told(before, HandOver(by="ops.example", contract="PRJ_NEW", reason="moved"))
    assert (case.referral.contract, case.live) == ("PRJ_NEW", ())
    assert [task.about for task in case.open_tasks if task.kind == "people"] == ["caseworker"]
    on = told(case, allocation(caseworker="jo.next", name="Jo Next", reason="took it over"))
    assert on.caseworker is not None
    assert (on.caseworker.username, on.contacts) == ("jo.next", before.contacts)
