"""What every register must keep: each fact once, exactly as it was said, and the latest account stands."""

from datetime import datetime, timedelta, timezone
from functools import partial
from typing import get_args
from uuid import UUID

import pytest

from activities.ports import Register
from interventions.facts import AnyFact, PlanApproved, TaskClosed
from tests.gateways.conftest import AnyRegister
from tests.gateways.racing import all_at_once
from tests.gateways.register_entries import AT, REFERRAL, an_entry, every_fact

OTHER = UUID("00000000-0000-4000-8000-000000000002")
LATER = AT + timedelta(seconds=10)


def test_it_answers_to_the_port(register: AnyRegister) -> None:
    port: Register = register
    port.write([an_entry(1)])
    assert register.entries(REFERRAL) == (an_entry(1),)


def test_a_new_register_knows_nobody(register: AnyRegister) -> None:
    assert register.referrals() == ()
    assert register.entries(REFERRAL) == ()


def test_an_empty_page_changes_nothing(register: AnyRegister) -> None:
    register.write([])
    assert register.referrals() == ()


def test_there_is_an_example_of_every_kind_of_fact() -> None:
    kinds = set(get_args(get_args(AnyFact)[0]))
    assert {type(fact) for fact in every_fact()} == kinds


def test_every_kind_of_fact_comes_back_exactly_as_it_was_said(register: AnyRegister) -> None:
    page = [an_entry(number, fact) for number, fact in enumerate(every_fact(), start=1)]
    register.write(page)
    assert register.entries(REFERRAL) == tuple(page)
    assert register.write(page) == ()


def test_whatever_was_typed_comes_back_as_it_was_typed(register: AnyRegister) -> None:
    typed = "a\0b \u202e \u2028 'quoted'); DROP TABLE facts; -- \N{GRINNING FACE}"
    register.write([an_entry(1, TaskClosed(at=AT, by=typed, task=typed, how=typed))])
    assert register.entries(REFERRAL) == (an_entry(1, TaskClosed(at=AT, by=typed, task=typed, how=typed)),)


def test_entries_come_back_in_order_however_they_were_written(register: AnyRegister) -> None:
    for sequence in (11, 2, 10, 1, 9, 3, 8, 4, 7, 5, 6):
        register.write([an_entry(sequence)])
    assert [entry.sequence for entry in register.entries(REFERRAL)] == list(range(1, 12))


def test_the_same_fact_again_adds_nothing(register: AnyRegister) -> None:
    page = [an_entry(1), an_entry(2, TaskClosed(at=AT, task="x", how="done"))]
    for told in (page, page, [*page, an_entry(3)], [an_entry(3), an_entry(3)]):
        assert register.write(told) == ()
    assert register.entries(REFERRAL) == (*page, an_entry(3))


DIFFERENT = [
    pytest.param(PlanApproved(at=AT, version=1), id="another kind"),
    pytest.param(an_entry().fact.model_copy(update={"reasons": "Too short."}), id="other words"),
    pytest.param(an_entry().fact.model_copy(update={"by": "pp-2"}), id="somebody else"),
    pytest.param(
        an_entry().fact.model_copy(update={"at": AT + timedelta(microseconds=1)}), id="another moment"
    ),
    pytest.param(an_entry().fact, id="the same again"),
]


@pytest.mark.parametrize("different", DIFFERENT)
def test_of_two_accounts_of_one_fact_the_later_stands_whichever_came_first(
    register: AnyRegister, different: AnyFact
) -> None:
    earlier, later = an_entry(2), an_entry(2, different, recorded_at=LATER)
    register.write([an_entry(1), earlier])
    register.write([later])
    register.write([an_entry(1, referral_id=OTHER), later.model_copy(update={"referral_id": OTHER})])
    register.write([earlier.model_copy(update={"referral_id": OTHER})])
    assert register.entries(REFERRAL) == (an_entry(1), later)
    assert [entry.fact for entry in register.entries(OTHER)] == [an_entry(1).fact, different]


@pytest.mark.parametrize("different", DIFFERENT)
def test_of_two_facts_at_one_place_and_one_instant_the_first_stands(
    register: AnyRegister, different: AnyFact
) -> None:
    assert register.write([an_entry(1)]) == ()
    others = [] if different == an_entry().fact else [an_entry(1, different), an_entry(2, different)]
    told = [an_entry(1, different), an_entry(2), an_entry(2, different)]
    assert register.write(told) == tuple(others)
    assert register.entries(REFERRAL) == (an_entry(1), an_entry(2))


def test_what_an_abandoned_account_left_over_is_not_read(register: AnyRegister) -> None:
    lost = [an_entry(number) for number in (2, 3, 4)]
    retried = [an_entry(2, PlanApproved(at=LATER, version=1), recorded_at=LATER)]
    register.write([an_entry(1)])
    register.write(lost)
    register.write(retried)
    assert register.entries(REFERRAL) == (an_entry(1), *retried)
    register.write(lost)
    assert register.entries(REFERRAL) == (an_entry(1), *retried)
    more = an_entry(3, TaskClosed(at=LATER, task="x", how="done"), recorded_at=LATER)
    register.write([more])
    assert register.entries(REFERRAL) == (an_entry(1), *retried, more)


def test_an_account_ends_where_something_is_missing(register: AnyRegister) -> None:
    register.write([an_entry(1), an_entry(2), an_entry(4)])
    assert register.entries(REFERRAL) == (an_entry(1), an_entry(2))


def test_referrals_are_apart_and_listed_by_their_first_entry(register: AnyRegister) -> None:
    later = AT + timedelta(days=1)
    register.write([an_entry(1, referral_id=REFERRAL, recorded_at=later), an_entry(1, referral_id=OTHER)])
    register.write([an_entry(2, referral_id=OTHER, recorded_at=later + timedelta(days=1))])
    assert register.referrals() == (OTHER, REFERRAL)
    assert [entry.sequence for entry in register.entries(OTHER)] == [1, 2]
    assert [entry.sequence for entry in register.entries(REFERRAL)] == [1]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("2026-03-29T00:59:59.999999+00:00", id="a moment before the clocks go forward"),
        pytest.param("2026-03-29T02:00:00+01:00", id="the moment they do"),
        pytest.param("2026-10-25T01:30:00+01:00", id="half past one, the first time"),
        pytest.param("2026-10-25T01:30:00+00:00", id="half past one, the second time"),
        pytest.param("2026-12-31T18:30:00-05:30", id="from far away"),
    ],
)
def test_a_moment_is_the_same_moment_when_it_is_read_back(register: AnyRegister, said: str) -> None:
    moment = datetime.fromisoformat(said)
    register.write([an_entry(1, PlanApproved(at=moment, version=1), recorded_at=moment)])
    (entry,) = register.entries(REFERRAL)
    assert entry.recorded_at == entry.fact.at == moment
    assert entry.fact.at.utcoffset() == timedelta(0)


def test_the_same_instant_in_another_time_zone_is_the_same_instant(register: AnyRegister) -> None:
    elsewhere = AT.astimezone(timezone(timedelta(hours=-5)))
    register.write([an_entry(1)])
    register.write([an_entry(1, PlanApproved(at=AT, version=1), recorded_at=elsewhere)])
    assert register.entries(REFERRAL) == (an_entry(1),)


def test_an_entry_that_does_not_say_in_which_time_zone_is_refused(register: AnyRegister) -> None:
    nowhere = an_entry(2, recorded_at=AT.replace(tzinfo=None))
    with pytest.raises(ValueError, match="UTC offset"):
        register.write([an_entry(1), nowhere])
    assert register.entries(REFERRAL) == ()


def test_many_writing_the_same_page_at_once_write_it_once(register: AnyRegister) -> None:
    page = [an_entry(number) for number in range(1, 9)]
    all_at_once([partial(register.write, page) for _ in range(12)])
    assert register.entries(REFERRAL) == tuple(page)


def test_many_telling_one_place_differently_at_one_instant_leave_one_account(register: AnyRegister) -> None:
    told = [an_entry(1, PlanApproved(at=AT, version=number)) for number in range(12)]
    all_at_once([partial(register.write, [entry]) for entry in told])
    (kept,) = register.entries(REFERRAL)
    assert kept in told
    all_at_once([partial(register.write, [entry]) for entry in told])
    assert register.entries(REFERRAL) == (kept,)


def test_many_telling_one_place_at_different_instants_leave_the_latest(register: AnyRegister) -> None:
    moments = [AT + timedelta(microseconds=number) for number in range(12)]
    told = [an_entry(1, PlanApproved(at=moment, version=1), recorded_at=moment) for moment in moments]
    all_at_once([partial(register.write, [entry]) for entry in told])
    assert register.entries(REFERRAL) == (told[-1],)
