"""One suite for whatever stands behind the port: the fake that remembers, and our gateway on the stand-in."""

from datetime import timedelta
from uuid import UUID

import pytest

from activities.ports import MonitoringAway
from examples.refer_and_monitor.referrals import SentReferral
from examples.refer_and_monitor.troubles import Kind
from examples.refer_and_monitor.world import World
from gateways.refer_and_monitor.gateway import ReferAndMonitor
from interventions.monitoring.records import PlanRecord
from interventions.vocabulary import Attended
from tests.refer_and_monitor.standing import AWAY, Standing
from tests.refer_and_monitor.told import (
    AGAIN_1,
    ASSESSED,
    ASSIGNED,
    BOOKED,
    HELD_1,
    JOURNEY,
    MISSED_1,
    MOVED,
    NOTED,
    PLANNED,
    REPORTED,
    at,
)

NOBODY = UUID(int=7)


def test_it_shows_what_it_was_told(standing: Standing) -> None:
    for record in JOURNEY.values():
        assert standing.tell(record).result == "accepted"
    seen = standing.see()
    assert (seen.assigned_to or "").casefold() == "asha.okoro"
    assert [(date.starts_at, date.attended, date.held) for date in seen.assessments] == [
        (at(15), Attended.LATE, True)
    ]
    assert seen.plan is not None
    assert (seen.plan.sessions, seen.plan.activities) == (2, PLANNED.activities)
    assert (seen.plan.approved_at is not None, seen.plan.by_system) == (True, True)
    dates = [session.appointment for session in seen.sessions]
    assert [(date.starts_at, date.held, date.submitted) for date in dates if date] == [
        (at(28), True, True),
        (at(5, month=5), True, True),
    ]
    assert seen.report_submitted_at is not None
    assert seen.concluded_at is not None


@pytest.mark.parametrize("step", JOURNEY)
def test_told_again_it_answers_the_same_and_writes_nothing(standing: Standing, step: str) -> None:
    for before in JOURNEY:
        first = standing.tell(JOURNEY[before])
        if before == step:
            break
    writes = standing.writes()
    assert standing.tell(JOURNEY[step]) == first
    assert standing.writes() == writes


def test_an_r_and_m_that_keeps_no_time_takes_a_journey_of_any_year(
    gateway: ReferAndMonitor, world: World, referral: SentReferral
) -> None:
    world.keeps_time = False
    years = timedelta(weeks=52 * 30)
    for step, record in JOURNEY.items():
        later = {"at": record.at + years}
        if starts_at := getattr(record, "starts_at", None):
            later["starts_at"] = starts_at + years
        outcome = gateway.tell(step, referral.id, record.model_copy(update=later))
        assert (step, outcome.result) == (step, "accepted")


def test_a_date_that_moved_takes_the_place_of_the_first(standing: Standing) -> None:
    standing.tell(BOOKED, MOVED)
    assert [date.starts_at for date in standing.see().assessments] == [MOVED.starts_at]


def test_a_date_for_it_after_one_that_was_missed_stands_beside_it(standing: Standing) -> None:
    missed = ASSESSED.model_copy(
        update={"attended": Attended.NO, "held": False, "absence": "No answer", "summary": ""}
    )
    next_one = MOVED.model_copy(update={"at": at(16), "starts_at": at(22), "moved_by": "", "reason": ""})
    standing.tell(BOOKED, MOVED, missed, next_one)
    assert [(date.starts_at, date.attended) for date in standing.see().assessments] == [
        (at(15), Attended.NO),
        (at(22), None),
    ]


def test_there_is_no_plan_before_an_assessment(standing: Standing) -> None:
    outcome = standing.tell(ASSIGNED, BOOKED, PLANNED)
    assert (outcome.result, outcome.why) == ("refused", "invalid")
    assert standing.see().plan is None


def revised(**changes: object) -> PlanRecord:
    return PLANNED.model_copy(update={"version": 2, "at": at(20), **changes})


def test_a_revised_plan_adds_sessions_and_never_takes_any_away(standing: Standing) -> None:
    standing.tell(BOOKED, MOVED, ASSESSED, PLANNED)
    assert standing.tell(revised(sessions=3)).result == "accepted"
    assert [session.number for session in standing.see().sessions] == [1, 2, 3]
    outcome = standing.tell(revised(sessions=2, version=3))
    assert (outcome.result, outcome.why) == ("refused", "invalid")


def test_a_session_outside_the_plan_has_no_place(standing: Standing) -> None:
    standing.tell(BOOKED, MOVED, ASSESSED, PLANNED)
    outcome = standing.tell(AGAIN_1.model_copy(update={"number": 3}))
    assert (outcome.result, outcome.why) == ("refused", "not-found")


def test_what_is_submitted_there_is_not_said_differently(standing: Standing) -> None:
    standing.tell(BOOKED, MOVED, ASSESSED, PLANNED, AGAIN_1, HELD_1)
    other = HELD_1.model_copy(update={"attended": Attended.NO, "held": False, "absence": "Ill"})
    outcome = standing.tell(other)
    assert (outcome.result, outcome.why) == ("refused", "differs")
    shown = standing.see().sessions[0].appointment
    assert shown is not None
    assert shown.attended is Attended.YES


def test_what_nobody_sent_is_not_known(standing: Standing) -> None:
    outcome = standing.system.tell("key", NOBODY, ASSIGNED)
    assert (outcome.result, outcome.why) == ("refused", "not-found")
    assert standing.system.see(NOBODY) is None


def test_after_the_end_it_takes_a_report_and_notes_and_nothing_else(standing: Standing) -> None:
    standing.tell(BOOKED, MOVED, ASSESSED, PLANNED, AGAIN_1, HELD_1)
    standing.end()
    outcome = standing.tell(MISSED_1.model_copy(update={"number": 2}))
    assert (outcome.result, outcome.why) == ("refused", "ended")
    assert standing.tell(NOTED).result == "accepted"
    assert standing.tell(REPORTED).result == "accepted"


def test_concluded_by_its_report_it_takes_no_more_dates(standing: Standing) -> None:
    standing.tell(*JOURNEY.values())
    outcome = standing.tell(AGAIN_1.model_copy(update={"at": at(8, month=5), "starts_at": at(9, month=5)}))
    assert (outcome.result, outcome.why) == ("refused", "ended")
    late = NOTED.model_copy(update={"at": at(8, month=5), "marker": "note-2"})
    assert standing.tell(late).result == "accepted"


@pytest.mark.parametrize("trouble", AWAY)
def test_away_it_says_so_by_a_code_and_takes_it_up_where_it_was(standing: Standing, trouble: Kind) -> None:
    standing.tell(ASSIGNED)
    standing.send_away(trouble)
    with pytest.raises(MonitoringAway, match=AWAY[trouble]):
        standing.tell(BOOKED)
    with pytest.raises(MonitoringAway, match=AWAY[trouble]):
        standing.see()
    standing.send_away(None)
    assert standing.tell(BOOKED).result == "accepted"
    assert len(standing.see().assessments) == 1
