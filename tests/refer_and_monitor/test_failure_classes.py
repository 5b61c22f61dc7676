"""R&M's own failure classes (domain brief 6), met by the gateway: each test is named after its class."""

from random import Random
from typing import get_args

import pytest

from activities.ports import MonitoringAway
from examples.refer_and_monitor.people import provider
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.running import StandIn
from examples.refer_and_monitor.troubles import Kind, Trouble
from examples.refer_and_monitor.world import World
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from interventions.monitoring.records import MonitoringRecord
from interventions.vocabulary import Attended, NoSessionReason
from tests.refer_and_monitor.bookkeeping import Saved, holdings
from tests.refer_and_monitor.caller import caseworker
from tests.refer_and_monitor.test_nothing_is_doubled import told, up_to
from tests.refer_and_monitor.told import (
    ASSESSED,
    ASSIGNED,
    BOOKED,
    HELD_1,
    HELD_2,
    JOURNEY,
    MISSED_1,
    MOVED,
    NOTED,
    PLANNED,
    REPORTED,
    at,
)

QUICK = [kind for kind in get_args(Kind) if kind not in ("slow", "dripping")]
ATTACK = "select two friends from the list"


def tell(gateway: ReferAndMonitor, world: World, referral: SentReferral, record: MonitoringRecord) -> str:
    """The answer as one word: "accepted", or why it was refused."""
    world.clock = lambda: record.at
    outcome = gateway.tell(f"{referral.id}/{record.record}", referral.id, record)
    return outcome.why or outcome.result


@pytest.mark.parametrize("seed", range(10))
def test_f1_on_a_day_when_half_of_all_calls_fail_no_record_is_lost_or_doubled(
    gateway: ReferAndMonitor, world: World, referral: SentReferral, seed: int
) -> None:
    before = Saved.of(world)
    for step in JOURNEY:
        told(gateway, world, referral, step)
    wanted = holdings(world, referral.id)
    before.restore(world)
    dice = Random(seed)  # noqa: S311 - a bad day, not a secret

    def weather(_: str, __: str) -> None:
        world.troubles.always = dice.choice([*QUICK, *[None] * len(QUICK)])

    world.troubles.meanwhile = weather
    for step in JOURNEY:
        until_told(gateway, world, referral, step)
    assert holdings(world, referral.id) == wanted


def until_told(gateway: ReferAndMonitor, world: World, referral: SentReferral, step: str) -> None:
    """As the queue does: for as long as it takes."""
    while True:
        try:
            assert tell(gateway, world, referral, JOURNEY[step]) == "accepted"
        except MonitoringAway:
            continue
        return


def test_f2_what_an_event_tells_of_is_seen_by_the_next_look(
    gateway: ReferAndMonitor, world: World, referral: SentReferral
) -> None:
    gateway.see(referral.id)
    world.stale_reads = 1
    assert tell(gateway, world, referral, ASSIGNED) == "accepted"
    looks = [gateway.see(referral.id) for _ in range(2)]
    assert [look.assigned_to for look in looks if look] == [None, "ASHA.OKORO"]


def test_f3_a_report_told_of_three_times_is_submitted_once(
    gateway: ReferAndMonitor, world: World, referral: SentReferral
) -> None:
    up_to(gateway, world, referral, "reported")
    for _ in range(3):
        assert tell(gateway, world, referral, REPORTED) == "accepted"
    report = world.referrals[referral.id].report
    assert report is not None
    assert report.times_submitted == 1


def test_f4_a_report_left_half_written_is_finished_and_submitted_once(
    gateway: ReferAndMonitor, world: World, referral: SentReferral
) -> None:
    up_to(gateway, world, referral, "reported")
    world.troubles.plan(Trouble("cut-before", path="/draft-end-of-service-report/", after=1))
    with pytest.raises(MonitoringAway):
        tell(gateway, world, referral, REPORTED)
    report = world.referrals[referral.id].report
    assert report is not None
    assert (len(report.outcomes), report.times_submitted) == (1, 0)
    assert tell(gateway, world, referral, REPORTED) == "accepted"
    assert (len(report.outcomes), report.times_submitted) == (2, 1)


BLOCKED: dict[str, MonitoringRecord] = {
    "moved": MOVED.model_copy(update={"reason": ATTACK}),
    "assessed": ASSESSED.model_copy(update={"summary": ATTACK}),
    "planned": PLANNED.model_copy(update={"activities": ("Write to her", ATTACK)}),
    "session 1 missed": MISSED_1.model_copy(update={"absence": ATTACK}),
    "session 1 held": HELD_1.model_copy(update={"concerns": ATTACK}),
    "session 2 told of at once": HELD_2.model_copy(update={"summary": ATTACK}),
    "noted": NOTED.model_copy(update={"body": ATTACK}),
    "reported": REPORTED.model_copy(update={"further_information": ATTACK}),
}


@pytest.mark.parametrize("step", BLOCKED)
def test_f15_words_the_firewall_blocks_are_refused_by_name_and_others_go_through(
    gateway: ReferAndMonitor, world: World, referral: SentReferral, step: str
) -> None:
    up_to(gateway, world, referral, step)
    for _ in range(2):
        assert tell(gateway, world, referral, BLOCKED[step]) == "blocked-text"
    assert tell(gateway, world, referral, JOURNEY[step]) == "accepted"


def test_f17_an_assessment_told_of_afterwards_keeps_each_text_in_its_place(
    gateway: ReferAndMonitor, world: World, referral: SentReferral
) -> None:
    assert world.swaps_backdated
    missed = {"attended": Attended.NO, "held": False, "absence": "No answer, called twice", "summary": ""}
    assert tell(gateway, world, referral, ASSESSED.model_copy(update=missed)) == "accepted"
    again = {"at": at(18), "starts_at": at(17)}
    assert tell(gateway, world, referral, ASSESSED.model_copy(update=again)) == "accepted"
    first, second = referral.assessment.appointments
    assert first.session["noAttendanceInformation"] == "No answer, called twice"
    assert second.session["noAttendanceInformation"] is None
    assert second.session["sessionSummary"].endswith("Next time: Draw the plan")


def test_f17_a_session_told_of_afterwards_needs_no_such_care(
    gateway: ReferAndMonitor, world: World, referral: SentReferral
) -> None:
    up_to(gateway, world, referral, "session 2 told of at once")
    missed = {"attended": Attended.NO, "held": False, "absence": "No answer", "summary": ""}
    assert tell(gateway, world, referral, HELD_2.model_copy(update=missed)) == "accepted"
    date = world.referrals[referral.id].sessions[1].current
    assert date is not None
    assert (date.session["noAttendanceInformation"], date.session["futureSessionPlans"]) == (
        "No answer",
        None,
    )


def test_f19_an_assessment_somebody_came_to_and_that_was_not_held_carries_no_plan(
    gateway: ReferAndMonitor, world: World, referral: SentReferral, running: StandIn
) -> None:
    up_to(gateway, world, referral, "assessed")
    not_held = ASSESSED.model_copy(
        update={"held": False, "no_session_reason": NoSessionReason.LOGISTICS, "attended": Attended.YES}
    )
    assert tell(gateway, world, referral, not_held) == "accepted"
    assert tell(gateway, world, referral, PLANNED) == "invalid"
    assert world.referrals[referral.id].plans == []
    # R&M itself lets it through.
    write, body = caseworker(running), {"referralId": str(referral.id), "numberOfSessions": 2}
    plan = write("POST", "/draft-action-plan", body).json()
    assert write("POST", f"/draft-action-plan/{plan['id']}/submit").status_code == 201


@pytest.mark.parametrize("step", JOURNEY)
def test_f20_on_a_case_of_another_contract_nothing_is_written_by_any_record(
    gateway: ReferAndMonitor, world: World, referral: SentReferral, step: str
) -> None:
    up_to(gateway, world, referral, step)
    before = holdings(world, referral.id)
    world.welcome(provider("throughline.service", 1, "PRJ_9999"))
    assert tell(gateway, world, referral, JOURNEY[step]) == "not-permitted"
    assert holdings(world, referral.id) == before


def test_f21_a_session_is_recorded_under_its_appointments_own_id(
    gateway: ReferAndMonitor, world: World, referral: SentReferral
) -> None:
    up_to(gateway, world, referral, "session 1 held")
    date = world.referrals[referral.id].sessions[0].current
    assert date is not None
    world.calls.clear()
    assert tell(gateway, world, referral, HELD_1) == "accepted"
    written = [call.path for call in world.calls if call.method in ("PUT", "POST")]
    assert len(written) == 3
    assert all(str(date.id) in path for path in written)
    assert not any(str(date.delius_id) in call.path for call in world.calls)


def test_f22_a_date_somebody_made_in_r_and_m_is_not_wiped_out_by_an_earlier_one(
    gateway: ReferAndMonitor, world: World, referral: SentReferral
) -> None:
    tell(gateway, world, referral, BOOKED)
    theirs = MOVED.model_copy(update={"starts_at": at(24)})
    tell(gateway, world, referral, theirs)
    before = holdings(world, referral.id)
    assert tell(gateway, world, referral, ASSESSED) == "differs"
    assert holdings(world, referral.id) == before
