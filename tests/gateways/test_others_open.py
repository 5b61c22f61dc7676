"""Who else of the same person is on the service: found by number, by pathway, and by two at once."""

from functools import partial
from hashlib import sha256
from uuid import UUID

import pytest

from gateways.shelf import Shelf
from interventions.facts import (
    AnyFact,
    Entry,
    InterventionConcluded,
    InterventionPaused,
    InterventionWithdrawn,
    ReferralAmended,
    ReferralReceived,
)
from interventions.vocabulary import Ending, Pathway, PauseReason, WithdrawalCode
from tests.gateways.conftest import AnyRegister
from tests.gateways.racing import all_at_once
from tests.gateways.register_entries import AT, a_referral, an_entry

# A page of notes in the wrong field, of which nothing repeats that could be packed smaller.
NO_NUMBER = "".join(sha256(bytes([number])).hexdigest() for number in range(200))
BOTH = (Pathway.FAMILY, Pathway.LIFESTYLE)


def a_received(number: int, crn: str, *former: str) -> Entry:
    """The first entry of another referral, of this person."""
    sent = a_referral()
    whole = {"id": UUID(int=number), "former_crns": former}
    person = sent.participant.model_copy(update={"crn": crn})
    referral = sent.model_copy(update=whole | {"participant": person})
    received = ReferralReceived(at=AT, referral=referral, terms=Shelf.from_files().terms(sent, "standard"))
    return an_entry(1, received, referral_id=UUID(int=number))


def test_others_of_the_same_person_are_found_however_the_number_is_typed(register: AnyRegister) -> None:
    for number, crn in enumerate((" x375690", "X375690", "X375691"), start=1):
        register.write([a_received(number, crn)])
    assert register.others_open(UUID(int=1), ["X375690"], BOTH) == (UUID(int=2),)
    assert register.others_open(UUID(int=3), ["X375691"], BOTH) == ()


def test_a_number_somebody_had_before_finds_them_too(register: AnyRegister) -> None:
    register.write([a_received(1, "X375690")])
    register.write([a_received(2, "X999001", "X375690")])
    assert register.others_open(UUID(int=1), ["X375690"], BOTH) == (UUID(int=2),)
    assert register.others_open(UUID(int=2), ["X999001", "X375690"], BOTH) == (UUID(int=1),)


@pytest.mark.parametrize("typed", [NO_NUMBER, NO_NUMBER.swapcase(), "X375690\0"])
def test_whatever_was_typed_for_a_number_is_written_down_and_finds_them(
    register: AnyRegister, typed: str
) -> None:
    register.write([a_received(1, typed)])
    assert register.entries(UUID(int=1)) == (a_received(1, typed),)
    assert register.others_open(UUID(int=2), [f" {typed}"], BOTH) == (UUID(int=1),)
    assert register.others_open(UUID(int=2), [typed[:-2]], BOTH) == ()


def test_a_number_that_was_amended_finds_them_too(register: AnyRegister) -> None:
    register.write([a_received(1, "X375690")])
    before, other = a_received(2, "X375691"), a_received(2, "X375690")
    assert isinstance(before.fact, ReferralReceived)
    assert isinstance(other.fact, ReferralReceived)
    said = {"topics": ("participant",), "before": before.fact.referral, "after": other.fact.referral}
    amended = ReferralAmended.model_validate({"at": AT, "reason": "mistyped"} | said)
    register.write([before, an_entry(2, amended, referral_id=UUID(int=2))])
    assert register.others_open(UUID(int=1), ["X375690"], BOTH) == (UUID(int=2),)


@pytest.mark.parametrize(
    ("over", "found"),
    [
        pytest.param(
            InterventionPaused(at=AT, why=PauseReason.COURT, review_on=AT.date(), reason="r"),
            True,
            id="paused",
        ),
        pytest.param(
            InterventionWithdrawn(at=AT, code=WithdrawalCode.MISTAKEN_OR_DUPLICATE, reason="r"),
            False,
            id="withdrawn",
        ),
        pytest.param(InterventionConcluded(at=AT, ending=Ending.COMPLETED), False, id="closed"),
    ],
)
def test_one_that_is_over_does_not_stand_beside_it(register: AnyRegister, over: AnyFact, found: bool) -> None:
    register.write([a_received(1, "X375690")])
    register.write([a_received(2, "X375690"), an_entry(2, over, referral_id=UUID(int=2))])
    others = register.others_open(UUID(int=1), ["X375690"], [Pathway.FAMILY])
    assert others == ((UUID(int=2),) if found else ())


def test_another_pathway_is_another_service(register: AnyRegister) -> None:
    for number in (1, 2):
        register.write([a_received(number, "X375690")])
    assert register.others_open(UUID(int=1), ["X375690"], [Pathway.LIFESTYLE]) == ()


def test_one_that_has_looked_and_is_not_written_yet_may_be_open(register: AnyRegister) -> None:
    assert register.others_open(UUID(int=1), ["X375690"], BOTH) == ()
    assert register.others_open(UUID(int=2), [" x375690"], BOTH) == (UUID(int=1),)
    register.write([a_received(1, "X375690")])
    assert register.others_open(UUID(int=2), ["X375690"], [Pathway.LIFESTYLE]) == ()


def test_of_two_that_come_in_at_once_one_at_least_finds_the_other(register: AnyRegister) -> None:
    for number in range(10, 30, 2):
        pair = (UUID(int=number), UUID(int=number + 1))
        crn = f"X{number}"

        def comes_in(own: UUID, crn: str = crn) -> tuple[UUID, ...]:
            others = register.others_open(own, [crn], BOTH)
            register.write([a_received(own.int, crn)])
            return others

        found = all_at_once([partial(comes_in, own) for own in pair])
        assert (pair[1],) == found[0] or (pair[0],) == found[1]
