"""What R&M may answer, and what we make of it: each its own behaviour, in exactly so many calls."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from activities.ports import MonitoringAway
from examples.refer_and_monitor.people import provider
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.running import StandIn
from examples.refer_and_monitor.troubles import Kind, Trouble
from examples.refer_and_monitor.world import World
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from interventions.monitoring.records import MonitoringRecord
from interventions.vocabulary import ContactType
from tests.refer_and_monitor.reaching import reach
from tests.refer_and_monitor.telling import Telling
from tests.refer_and_monitor.told import ASSESSED, BOOKED, MOVED, PLANNED, at

READ = ["GET", "GET"]
HASTY, LONGER_THAN_HASTY = 0.5, 1.5


@pytest.mark.parametrize(
    "kind, after, why, calls",
    [
        pytest.param("refused-before", 0, "status-500", ["GET"], id="500 to a reading"),
        pytest.param("refused-before", 2, "status-500", [*READ, "POST"], id="500, not taken"),
        pytest.param("refused-after", 2, "status-500", [*READ, "POST"], id="500, and taken all the same"),
        pytest.param("unavailable", 1, "status-503", READ, id="503"),
        pytest.param("maintenance", 0, "maintenance", ["GET"], id="maintenance hours"),
        pytest.param("busy", 2, "status-429", [*READ, "POST"], id="429"),
        pytest.param("wrong-json", 0, "not-understood", ["GET"], id="a page in place of JSON"),
        pytest.param("no-such-page", 0, "not-understood", ["GET"], id="404 that is not R&M's"),
        pytest.param("turned-away", 0, "status-403", ["GET"], id="403 that is not R&M's, to a reading"),
        pytest.param("turned-away", 2, "status-403", [*READ, "POST"], id="403 that is not R&M's"),
        pytest.param("elsewhere", 0, "not-understood", ["GET"], id="sent to a sign-in page"),
        pytest.param("cut-before", 2, "cut", [*READ, "POST"], id="cut, not taken"),
        pytest.param("cut-after", 2, "cut", [*READ, "POST"], id="cut, and taken all the same"),
    ],
)
def test_what_may_work_later_is_away_by_a_code(
    tell: Telling, kind: Kind, after: int, why: str, calls: list[str]
) -> None:
    tell.world.troubles.plan(Trouble(kind, path="referral", after=after))
    with pytest.raises(MonitoringAway) as away:
        tell(BOOKED)
    assert (away.value.why, tell.calls) == (why, calls)


@pytest.mark.parametrize(("kind", "seconds"), [("busy", 30), ("maintenance", 3600)])
def test_how_long_r_and_m_asks_to_be_left_alone_is_heard(tell: Telling, kind: Kind, seconds: int) -> None:
    tell.world.troubles.plan(Trouble(kind))
    with pytest.raises(MonitoringAway) as away:
        tell(BOOKED)
    assert away.value.after == timedelta(seconds=seconds)


@pytest.mark.parametrize("kind", ["slow", "dripping"])
def test_an_answer_that_does_not_come_or_does_not_end_is_a_time_out(
    gateways: Callable[[float], ReferAndMonitor], world: World, referral: SentReferral, kind: Kind
) -> None:
    tell = Telling(gateways(HASTY), world, referral)
    world.troubles.seconds = LONGER_THAN_HASTY
    world.troubles.plan(Trouble(kind, path="referral", after=2))
    with pytest.raises(MonitoringAway) as away:
        tell(BOOKED)
    assert (away.value.why, tell.calls) == ("time-out", [*READ, "POST"])
    assert (tell(BOOKED).result, tell.calls) == ("accepted", READ)


def test_another_referral_than_was_asked_for_is_no_answer(tell: Telling) -> None:
    asked_for, other = tell.referral.id, uuid4()
    tell.world.referrals[other] = tell.world.referrals[asked_for]
    with pytest.raises(MonitoringAway, match="not-understood"):
        tell.gateway.tell("key", other, BOOKED)
    with pytest.raises(MonitoringAway, match="not-understood"):
        tell.gateway.see(other)
    assert tell.world.delius.bookings(asked_for, "assessment") == []


def test_where_nobody_answers_nothing_was_sent(running: StandIn, referral: SentReferral) -> None:
    gateway = reach(running, rm_url="http://127.0.0.1:9", rm_auth_url="http://127.0.0.1:9/auth")
    with gateway.line.http, pytest.raises(MonitoringAway, match="connect"):
        gateway.tell("key", referral.id, BOOKED)


def test_a_token_nobody_will_have_is_offered_twice_and_no_more(tell: Telling) -> None:
    tell.world.tokens.refuse_all = True
    with pytest.raises(MonitoringAway, match="signed-out"):
        tell(BOOKED)
    assert tell.calls == ["GET", "GET"]


def test_when_a_record_has_had_its_time_nothing_more_is_sent(running: StandIn, world: World) -> None:
    line = reach(running).line
    ticks = iter((0.0, 10.0, 49.9, 50.0))
    slow = type(line)(
        http=line.http,
        url=line.url,
        users_url=line.users_url,
        reading=line.reading,
        record_seconds=50,
        clock=lambda: next(ticks),
    ).for_one_record()
    with line.http:
        for _ in range(2):
            slow.read_user("/externalusers/asha.okoro")
        with pytest.raises(MonitoringAway, match="time-out"):
            slow.read_user("/externalusers/asha.okoro")
    assert [call.method for call in world.calls if "/auth/" not in call.path] == ["GET", "GET"]


def test_a_clash_in_delius_is_refused_after_a_second_look(tell: Telling) -> None:
    tell.world.delius.hold(tell.referral.crn, BOOKED.starts_at, 30)
    outcome = tell(BOOKED)
    assert (outcome.result, outcome.why) == ("refused", "clash")
    assert tell.calls == [*READ, "POST", *READ]


def test_a_booking_somebody_else_of_us_made_meanwhile_is_found(tell: Telling) -> None:
    def quicker(method: str, _: str) -> None:
        if method == "POST":
            tell.world.troubles.meanwhile = None
            _book_directly(tell)

    tell.world.troubles.meanwhile = quicker
    assert tell(BOOKED).result == "accepted"
    assert len(tell.world.delius.bookings(tell.referral.id, "assessment")) == 1


def _book_directly(tell: Telling) -> None:
    """As another worker's call does, that arrives first."""
    from examples.refer_and_monitor.dates import book
    from examples.refer_and_monitor.forms import DateForm
    from gateways.refer_and_monitor.places import Places
    from gateways.refer_and_monitor.wording import when_and_how

    form = DateForm.model_validate(when_and_how(BOOKED, Places()))
    book(tell.world, tell.referral, tell.referral.assessment, form, tell.world.people["ASHA.OKORO"])


@pytest.mark.parametrize(
    "theirs, result, why",
    [
        pytest.param({"attended": "YES", "didSessionHappen": True}, "accepted", "", id="says the same"),
        pytest.param({"attended": "NO", "didSessionHappen": False}, "refused", "differs", id="another thing"),
    ],
)
def test_feedback_submitted_meanwhile_stands_if_it_says_the_same(
    tell: Telling, theirs: dict[str, Any], result: str, why: str
) -> None:
    tell(BOOKED)
    tell(MOVED)

    def quicker(method: str, path: str) -> None:
        date = tell.referral.assessment.current
        if path.endswith("/submit-feedback") and date:
            date.attendance, date.submitted_at = theirs, at(15, 11)
            date.session = {"late": True}

    tell.world.troubles.meanwhile = quicker
    outcome = tell(ASSESSED)
    assert (outcome.result, outcome.why) == (result, why)
    assert tell.calls == [*READ, "PUT", "PUT", "POST", *READ]


def test_another_providers_case_is_not_permitted(tell: Telling) -> None:
    tell.world.welcome(provider("throughline.service", 1, "PRJ_9999"))
    outcome = tell(BOOKED)
    assert (outcome.result, outcome.why, tell.calls) == ("refused", "not-permitted", [*READ, "POST"])


def test_a_closed_account_is_nobody_to_assign_to(tell: Telling) -> None:
    from tests.refer_and_monitor.told import ASSIGNED

    gone = ASSIGNED.model_copy(update={"caseworker": "gone.away"})
    outcome = tell(gone)
    assert (outcome.result, outcome.why) == ("refused", "not-found")
    assert tell.referral.assignments == []


@pytest.mark.parametrize(
    "record, finding",
    [
        pytest.param(
            BOOKED.model_copy(update={"starts_at": at(14, month=11)}),
            "appointmentTime APPOINTMENT_TIME_TOO_FAR_IN_FUTURE",
            id="too far ahead",
        ),
        pytest.param(
            BOOKED.model_copy(update={"starts_at": at(1)}),
            "appointmentTime APPOINTMENT_TIME_BEFORE_REFERRAL_START_DATE, "
            "attendanceFeedback.didSessionHappen CANNOT_BE_EMPTY",
            id="before it was sent, and past",
        ),
        pytest.param(
            MOVED.model_copy(update={"contact": ContactType.GROUP_WORK}), "", id="a rule without a field"
        ),
    ],
)
def test_a_validation_names_fields_and_codes(
    tell: Telling, record: MonitoringRecord, finding: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        outcome = tell(record)
    assert (outcome.result, outcome.why, outcome.reference) == ("refused", "invalid", finding)
    assert tell.calls == [*READ, "POST", *READ]
    assert finding in caplog.text


def test_a_place_r_and_m_cannot_be_told_of_costs_no_write(tell: Telling) -> None:
    outcome = tell(BOOKED.model_copy(update={"contact": ContactType.FACE_TO_FACE, "place": "the library"}))
    assert (outcome.why, outcome.reference) == (
        "invalid",
        "place: neither listed nor an address with a postcode",
    )
    assert tell.calls == READ


def test_a_plan_that_shrinks_costs_no_draft(tell: Telling) -> None:
    for record in (BOOKED, MOVED, ASSESSED, PLANNED):
        tell(record)
    outcome = tell(PLANNED.model_copy(update={"sessions": 1, "version": 2}))
    assert (outcome.why, outcome.reference) == ("invalid", "numberOfSessions CANNOT_BE_REDUCED")
    assert set(tell.calls) == {"GET"}
    assert len(tell.referral.plans) == 1
