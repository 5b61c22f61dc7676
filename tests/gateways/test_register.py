"""What every register must keep: each fact once, in order, exactly as it was said, and never two accounts."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import get_args
from uuid import UUID

import pytest

from activities.ports import Register, RegisterDisagrees
from gateways.in_memory import RememberedRegister
from gateways.sql_register import SqlRegister
from interventions.facts import AnyFact, Entry, PlanApproved, TaskClosed
from tests.gateways.racing import all_at_once
from tests.gateways.register_entries import AT, REFERRAL, a_referral, an_entry, every_fact

AnyRegister = RememberedRegister | SqlRegister
OTHER = UUID("00000000-0000-4000-8000-000000000002")
PLANTED = "Zebedee Quillfeather"


@pytest.fixture(params=["remembered", "sql"])
def register(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AnyRegister]:
    if request.param == "remembered":
        yield RememberedRegister()
        return
    opened = SqlRegister.open(f"sqlite:///{tmp_path / 'register.db'}")
    yield opened
    opened.close()


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


def test_whatever_was_typed_comes_back_as_it_was_typed(register: AnyRegister) -> None:
    typed = "a\0b \u202e \u2028 'quoted'); DROP TABLE facts; -- \N{GRINNING FACE}"
    register.write([an_entry(1, TaskClosed(at=AT, by=typed, task=typed, how=typed))])
    assert register.entries(REFERRAL) == (an_entry(1, TaskClosed(at=AT, by=typed, task=typed, how=typed)),)


def test_entries_come_back_in_order_however_they_were_written(register: AnyRegister) -> None:
    register.write([an_entry(11), an_entry(2)])
    register.write([an_entry(10), an_entry(1)])
    assert [entry.sequence for entry in register.entries(REFERRAL)] == [1, 2, 10, 11]


def test_the_same_fact_again_adds_nothing(register: AnyRegister) -> None:
    page = [an_entry(1), an_entry(2, TaskClosed(at=AT, task="x", how="done"))]
    register.write(page)
    register.write(page)
    register.write([*page, an_entry(3)])
    register.write([an_entry(3), an_entry(3)])
    assert register.entries(REFERRAL) == (*page, an_entry(3))


def test_when_it_was_written_down_is_the_first_time(register: AnyRegister) -> None:
    register.write([an_entry(1)])
    register.write([an_entry(1, recorded_at=AT + timedelta(hours=2))])
    assert register.entries(REFERRAL) == (an_entry(1),)


@pytest.mark.parametrize(
    "different",
    [
        pytest.param(PlanApproved(at=AT, version=1), id="another kind"),
        pytest.param(an_entry().fact.model_copy(update={"reasons": PLANTED}), id="other words"),
        pytest.param(an_entry().fact.model_copy(update={"by": "pp-2"}), id="somebody else"),
        pytest.param(
            an_entry().fact.model_copy(update={"at": AT + timedelta(microseconds=1)}), id="another moment"
        ),
    ],
)
def test_a_different_fact_under_a_taken_key_is_a_disagreement(
    register: AnyRegister, different: AnyFact
) -> None:
    register.write([an_entry(1)])
    with pytest.raises(RegisterDisagrees) as refused:
        register.write([an_entry(0), an_entry(1, different), an_entry(2)])
    assert str(refused.value) == f"{REFERRAL}/1"
    assert register.entries(REFERRAL) == (an_entry(1),)


def test_a_page_that_contradicts_itself_is_a_disagreement(register: AnyRegister) -> None:
    with pytest.raises(RegisterDisagrees):
        register.write([an_entry(1), an_entry(1, PlanApproved(at=AT, version=1))])
    assert register.entries(REFERRAL) == ()


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


def test_the_same_moment_written_with_another_offset_is_no_disagreement(register: AnyRegister) -> None:
    fact = every_fact()[0]
    sent_at = a_referral().sent_at.astimezone(timezone(timedelta(hours=-5)))
    elsewhere = fact.model_copy(update={"referral": a_referral().model_copy(update={"sent_at": sent_at})})
    register.write([an_entry(1, fact)])
    register.write([an_entry(1, elsewhere)])
    assert len(register.entries(REFERRAL)) == 1


def test_an_entry_that_does_not_say_in_which_time_zone_is_refused(register: AnyRegister) -> None:
    nowhere = an_entry(2, recorded_at=AT.replace(tzinfo=None))
    with pytest.raises(ValueError, match="UTC offset"):
        register.write([an_entry(1), nowhere])
    assert register.entries(REFERRAL) == ()


def test_many_writing_the_same_page_at_once_write_it_once(register: AnyRegister) -> None:
    page = [an_entry(number) for number in range(1, 9)]
    all_at_once([partial(register.write, page) for _ in range(12)])
    assert register.entries(REFERRAL) == tuple(page)


def test_many_writing_different_facts_under_one_key_leave_one_account(register: AnyRegister) -> None:
    def told(number: int) -> str:
        entry = an_entry(1, PlanApproved(at=datetime(2026, 1, 1, tzinfo=UTC), version=number))
        try:
            register.write([entry])
        except RegisterDisagrees:
            return "disagrees"
        return entry.fact.model_dump_json()

    answers = all_at_once([partial(told, number) for number in range(12)])
    (kept,) = register.entries(REFERRAL)
    assert sorted(answers) == sorted(["disagrees"] * 11 + [kept.fact.model_dump_json()])


def test_a_disagreement_never_repeats_what_was_said(register: AnyRegister) -> None:
    register.write([an_entry(1, TaskClosed(at=AT, task="x", how=PLANTED))])
    with pytest.raises(RegisterDisagrees) as refused:
        register.write([Entry(referral_id=REFERRAL, sequence=1, recorded_at=AT, fact=every_fact()[0])])
    assert PLANTED not in repr(refused.value)
    assert "Siân" not in repr(refused.value)
