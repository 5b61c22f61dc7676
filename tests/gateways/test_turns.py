"""What every keeper of turns must keep: one holder at a time, and a rest after it that nobody cuts short."""

from datetime import timedelta
from functools import partial
from uuid import UUID

from activities.turns import Turns
from tests.gateways.racing import all_at_once

REFERRAL, ANOTHER = UUID(int=1), UUID(int=2)
LEASE, NO_TIME = timedelta(minutes=2), timedelta()
FREE = timedelta()


def test_one_of_many_who_ask_at_once_has_the_turn(turns: Turns) -> None:
    asked = [partial(turns.take, REFERRAL, f"worker {number}", LEASE) for number in range(8)]
    answers = all_at_once(asked)
    assert answers.count(FREE) == 1
    assert all(FREE < yet <= LEASE for yet in answers if yet != FREE)


def test_two_interventions_have_a_turn_each(turns: Turns) -> None:
    assert turns.take(REFERRAL, "one", LEASE) == turns.take(ANOTHER, "two", LEASE) == FREE


def test_a_turn_given_back_is_the_next_ones_at_once(turns: Turns) -> None:
    turns.take(REFERRAL, "one", LEASE)
    turns.leave(REFERRAL, "one", NO_TIME)
    assert turns.take(REFERRAL, "two", LEASE) == FREE
    assert turns.take(REFERRAL, "one", LEASE) > FREE


def test_given_back_with_a_rest_it_is_nobodys_for_so_long_not_even_the_holders(turns: Turns) -> None:
    turns.take(REFERRAL, "one", LEASE)
    turns.leave(REFERRAL, "one", 2 * LEASE)
    assert LEASE < turns.take(REFERRAL, "two", LEASE) <= 2 * LEASE
    assert turns.take(REFERRAL, "one", LEASE) > LEASE


def test_a_turn_whose_lease_is_over_is_anybodys(turns: Turns) -> None:
    turns.take(REFERRAL, "dead", NO_TIME)
    assert turns.take(REFERRAL, "two", LEASE) == FREE


def test_who_comes_back_after_the_lease_takes_nothing_from_the_next(turns: Turns) -> None:
    turns.take(REFERRAL, "slow", NO_TIME)
    turns.take(REFERRAL, "next", LEASE)
    turns.leave(REFERRAL, "slow", NO_TIME)
    assert turns.take(REFERRAL, "third", LEASE) > FREE


def test_leaving_what_nobody_took_changes_nothing(turns: Turns) -> None:
    turns.leave(REFERRAL, "one", LEASE)
    assert turns.take(REFERRAL, "two", LEASE) == FREE
