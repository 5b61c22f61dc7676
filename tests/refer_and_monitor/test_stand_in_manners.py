"""The stand-in's manners: not idempotent, particular about dates, and loose with events."""

import json
from typing import Any

import httpx2
import pytest

from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.running import StandIn
from examples.refer_and_monitor.world import World
from tests.refer_and_monitor.caller import CAME, DATE, RECORDED, WRITTEN, YESTERDAY, bare_client, caseworker
from tests.refer_and_monitor.conftest import EXAMPLES


def assessment(referral: SentReferral, *more: str) -> str:
    return "/".join((f"/referral/{referral.id}/supplier-assessment", *more))


def test_every_move_makes_another_appointment_and_another_booking_in_delius(
    running: StandIn, world: World, referral: SentReferral
) -> None:
    write = caseworker(running)
    first = write("POST", assessment(referral), DATE).json()
    second = write("PUT", assessment(referral, first["id"]), DATE).json()
    assert first["id"] != second["id"]
    assert len(world.delius.bookings(referral.id, "assessment")) == 2
    assert [date.superseded for date in referral.assessment.appointments] == [True, False]


def test_a_second_booking_waits_for_the_first_ones_feedback(running: StandIn, referral: SentReferral) -> None:
    write = caseworker(running)
    write("POST", assessment(referral), DATE)
    assert write("POST", assessment(referral), DATE).status_code == 400


def test_delius_lets_no_two_future_dates_clash(
    running: StandIn, world: World, referral: SentReferral
) -> None:
    starts = world.clock().replace(day=14)
    world.delius.hold(referral.crn, starts, 120)
    answer = caseworker(running)("POST", assessment(referral), DATE)
    assert (answer.status_code, answer.json()["error"]) == (
        409,
        "Call to dependency response exception",
    )


@pytest.mark.parametrize(
    "change, field, code",
    [
        pytest.param(
            {"appointmentTime": "2026-04-01T10:00:00Z"},
            "appointmentTime",
            "APPOINTMENT_TIME_BEFORE_REFERRAL_START_DATE",
            id="before the referral was sent",
        ),
        pytest.param(
            {"appointmentTime": "2026-10-09T00:00:00Z"},
            "appointmentTime",
            "APPOINTMENT_TIME_TOO_FAR_IN_FUTURE",
            id="more than six months ahead",
        ),
        pytest.param(
            {"appointmentTime": "2026-04-07T10:00:00Z"},
            "attendanceFeedback.didSessionHappen",
            "CANNOT_BE_EMPTY",
            id="past, without its record",
        ),
        pytest.param(
            {"appointmentDeliveryType": "IN_PERSON_MEETING_PROBATION_OFFICE"},
            "npsOfficeCode",
            "CANNOT_BE_EMPTY",
            id="at which office",
        ),
        pytest.param(
            {"appointmentDeliveryType": "IN_PERSON_MEETING_OTHER"},
            "appointmentDeliveryAddress",
            "CANNOT_BE_EMPTY",
            id="at which address",
        ),
        pytest.param(
            {
                "appointmentDeliveryType": "IN_PERSON_MEETING_OTHER",
                "appointmentDeliveryAddress": {"firstAddressLine": "1 High Street", "postCode": "here"},
            },
            "appointmentDeliveryAddress.postCode",
            "INVALID_FORMAT",
            id="no postcode",
        ),
    ],
)
def test_a_date_is_refused_by_field_and_code(
    running: StandIn, referral: SentReferral, change: dict[str, Any], field: str, code: str
) -> None:
    answer = caseworker(running)("POST", assessment(referral), DATE | change)
    assert answer.status_code == 400
    assert answer.json()["validationErrors"][0] == {"field": field, "error": code}


def test_a_past_date_with_its_record_is_submitted_at_once(running: StandIn, referral: SentReferral) -> None:
    answer = caseworker(running)("POST", assessment(referral), YESTERDAY | RECORDED)
    assert answer.json()["appointmentFeedback"]["submitted"]


def test_feedback_comes_in_its_order_and_once(running: StandIn, world: World, referral: SentReferral) -> None:
    write = caseworker(running)
    write("POST", assessment(referral), DATE | {"appointmentTime": "2026-04-08T08:00:00Z"})
    assert write("POST", assessment(referral, "submit-feedback")).status_code == 422
    assert write("PUT", assessment(referral, "record-attendance"), CAME).status_code == 200
    missing = write("PUT", assessment(referral, "record-session-feedback"), {"late": False})
    assert missing.json()["validationErrors"][0]["error"] == "CANNOT_BE_EMPTY"
    assert write("PUT", assessment(referral, "record-session-feedback"), WRITTEN).status_code == 200
    assert write("POST", assessment(referral, "submit-feedback")).status_code == 200
    assert write("POST", assessment(referral, "submit-feedback")).status_code == 409


def test_nothing_is_recorded_of_what_is_still_to_come(running: StandIn, referral: SentReferral) -> None:
    write = caseworker(running)
    write("POST", assessment(referral), DATE)
    assert write("PUT", assessment(referral, "record-attendance"), CAME).status_code == 400


def planned(running: StandIn, referral: SentReferral, sessions: int) -> httpx2.Response:
    write = caseworker(running)
    body = {"referralId": str(referral.id), "numberOfSessions": sessions}
    drafted = write("POST", "/draft-action-plan", body).json()
    return write("POST", f"/draft-action-plan/{drafted['id']}/submit")


def test_a_plan_is_approved_by_nobody_at_once_and_never_shrinks(
    running: StandIn, referral: SentReferral
) -> None:
    caseworker(running)("POST", assessment(referral), YESTERDAY | RECORDED)
    plan = planned(running, referral, 8).json()
    assert plan["approvedBy"]["userId"] == "00000000-0000-0000-0000-000000000000"
    assert len(referral.sessions) == 8
    assert planned(running, referral, 7).json()["validationErrors"] == [
        {"field": "numberOfSessions", "error": "CANNOT_BE_REDUCED"}
    ]
    assert planned(running, referral, 8).status_code == 201
    assert len(referral.plans) == 3


def test_with_auto_approval_off_a_practitioner_approves(
    running: StandIn, world: World, referral: SentReferral
) -> None:
    world.auto_approval = False
    caseworker(running)("POST", assessment(referral), YESTERDAY | RECORDED)
    plan = planned(running, referral, 8).json()
    assert (plan["approvedAt"], referral.sessions) == (None, [])
    approve = caseworker(running, "NATASHA.HOLLIS")
    assert approve("POST", f"/action-plan/{plan['id']}/approve").status_code == 200
    assert approve("POST", f"/action-plan/{plan['id']}/approve").status_code == 400


def test_an_assessment_nobody_came_to_carries_no_plan(running: StandIn, referral: SentReferral) -> None:
    missed = {
        "attendanceFeedback": {"attended": "NO", "didSessionHappen": False},
        "sessionFeedback": WRITTEN | {"noAttendanceInformation": "Called twice"},
    }
    caseworker(running)("POST", assessment(referral), YESTERDAY | missed)
    assert planned(running, referral, 8).status_code == 400


def test_the_firewall_takes_some_words_for_an_attack(
    running: StandIn, world: World, referral: SentReferral
) -> None:
    note = {"referralId": str(referral.id), "subject": "Homework", "body": "select two from the list"}
    answer = caseworker(running)("POST", "/case-note", note)
    assert (answer.status_code, "html" in answer.headers["content-type"]) == (423, True)
    assert referral.notes == []


def test_events_are_lost_doubled_and_out_of_order_when_so_switched(world: World) -> None:
    document = json.loads((EXAMPLES / "both-pathways.json").read_text("utf-8"))
    world.events.drop = world.events.duplicate = world.events.reorder = 0.3
    for number in range(40):
        world.seed(document | {"id": f"a02329c3-643c-47f5-b5d5-{number:012}"})
    told = [one["message"]["additionalInformation"]["referralId"] for one in world.events.published]
    assert 0 < len(world.events.lost) < 40
    assert len(set(told)) == 40 - len(world.events.lost)
    assert len(told) > len(set(told))
    assert told != sorted(told)


def test_an_event_can_come_before_what_it_tells_of_can_be_read(
    running: StandIn, world: World, referral: SentReferral
) -> None:
    read = bare_client(running)
    read("GET", f"/sent-referral/{referral.id}")
    world.stale_reads = 2
    to = {"username": "ASHA.OKORO", "authSource": "auth", "userId": world.people["ASHA.OKORO"].user_id}
    caseworker(running)("POST", f"/sent-referral/{referral.id}/assign", {"assignedTo": to})
    shown = [read("GET", f"/sent-referral/{referral.id}").json()["assignedTo"] for _ in range(3)]
    assert shown == [None, None, to]


def test_a_withdrawal_after_a_session_leaves_a_report_owed_and_concludes_with_it(
    running: StandIn, world: World, referral: SentReferral
) -> None:
    write, probation = caseworker(running), caseworker(running, "NATASHA.HOLLIS")
    write("POST", assessment(referral), YESTERDAY | RECORDED)
    plan = planned(running, referral, 2).json()
    write("PATCH", f"/action-plan/{plan['id']}/appointment/1", YESTERDAY | RECORDED)
    end = {"code": "MOV", "comments": "", "withdrawalState": "POST_ICA"}
    shown = probation("POST", f"/sent-referral/{referral.id}/withdraw-referral", end).json()
    assert (shown["endOfServiceReportCreationRequired"], shown["concludedAt"]) == (True, None)
    report = write("POST", "/draft-end-of-service-report", {"referralId": str(referral.id)}).json()
    again = write("POST", "/draft-end-of-service-report", {"referralId": str(referral.id)}).json()
    assert report["id"] == again["id"]
    for _ in range(2):
        write("POST", f"/draft-end-of-service-report/{report['id']}/submit")
    assert referral.report is not None
    assert referral.report.times_submitted == 2
    ended = [
        one["message"]["additionalInformation"]["deliveryState"]
        for one in world.events.published
        if one["message"]["eventType"] == "intervention.referral.ended"
    ]
    assert ended == ["PREMATURELY_ENDED", "PREMATURELY_ENDED"]


def test_what_a_practitioner_amends_is_in_the_change_log_and_in_no_event(
    running: StandIn, world: World, referral: SentReferral
) -> None:
    before = len(world.events.published)
    probation = caseworker(running, "NATASHA.HOLLIS")
    amended = {"completionDeadline": "2027-02-01", "reasonForChange": "Court"}
    shown = probation("POST", f"/sent-referral/{referral.id}/referral-details", amended).json()
    assert shown["referral"]["completionDeadline"] == "2027-02-01"
    assert [change["topic"] for change in referral.changes] == ["completionDeadline"]
    assert len(world.events.published) == before
