"""Dates that move in R&M: to another place only, there and back, and which of them counts (F6)."""

import pytest

from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.world import World
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from interventions.vocabulary import ContactType
from tests.refer_and_monitor.telling import Telling
from tests.refer_and_monitor.test_nothing_is_doubled import up_to
from tests.refer_and_monitor.told import BOOKED, BOOKED_1, MOVED, at

ELSEWHERE = "Room 3, 1 Mill Lane, ZZ2 2ZZ"


def test_a_move_to_another_place_is_told_once(tell: Telling) -> None:
    tell(BOOKED)
    tell(MOVED)
    there = MOVED.model_copy(update={"place": ELSEWHERE, "moved_by": "provider", "reason": "the roof"})
    assert (tell(there).result, tell.calls) == ("accepted", ["GET", "GET", "PUT"])
    assert (tell(there).result, tell.calls) == ("accepted", ["GET", "GET"])
    where = tell.referral.assessment.appointments[-1].details["appointmentDeliveryAddress"]
    assert where["postCode"] == "ZZ2 2ZZ"


def test_a_first_date_somebody_keyed_in_under_another_address_is_left_as_it_is(tell: Telling) -> None:
    first = MOVED.model_copy(update={"moved_by": "", "reason": ""})
    tell(first)
    assert (tell(first.model_copy(update={"place": ELSEWHERE})).result, tell.calls) == (
        "accepted",
        ["GET", "GET"],
    )


def test_there_and_back_again_are_three_dates_and_the_last_counts(
    gateway: ReferAndMonitor, world: World, referral: SentReferral
) -> None:
    up_to(gateway, world, referral, "session 1 booked")
    tell = Telling(gateway, world, world.referrals[referral.id])
    moved = {"starts_at": at(22), "moved_by": "participant", "reason": "his shift"}
    there = BOOKED_1.model_copy(update=moved)
    back = BOOKED_1.model_copy(update={"moved_by": "participant", "reason": "his other shift"})
    for record in (BOOKED_1, there, back):
        assert tell(record).result == "accepted"
        assert tell.calls[-1] == "PATCH"
    seen = gateway.see(referral.id)
    assert seen is not None
    shown = seen.sessions[0].appointment
    assert shown is not None
    assert shown.starts_at == BOOKED_1.starts_at
    assert len(tell.referral.sessions[0].appointments) == 3


@pytest.mark.parametrize("contact", [ContactType.PHONE, ContactType.VIRTUAL])
def test_another_way_of_meeting_at_the_same_time_is_a_move(tell: Telling, contact: ContactType) -> None:
    tell(MOVED)
    by_other_means = MOVED.model_copy(update={"contact": contact, "place": ""})
    assert (tell(by_other_means).result, tell.calls) == ("accepted", ["GET", "GET", "PUT"])
