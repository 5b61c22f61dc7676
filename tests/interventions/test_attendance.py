"""Recording what became of an appointment: every refusal, and what follows from each answer."""
# ruff: noqa: E501 (a table reads a line an example)

from collections.abc import Callable
from datetime import timedelta

import pytest

from interventions.case import Case
from interventions.facts import ContactRecorded, TaskOpened
from interventions.meetings.appointment import Contact
from interventions.messages import Record
from interventions.vocabulary import Attended, NoSessionReason, Role, Stage
from tests.builders import a_case_at, facts_of, names, refusal, told
from tests.sayings import a_booking, a_record, nobody_came

BEGINS, OVER = "2026-06-10T10:00", "2026-06-10T11:00"


def session_booked() -> Case:
    """session-1 is on Wednesday 10 June, 10am to 11am."""
    return a_case_at(Stage.DELIVERY)


def two_booked() -> Case:
    """session-2 is the day after."""
    return told(session_booked(), a_booking("2026-06-11T10:00"))


def assessment_booked() -> Case:
    return told(a_case_at(Stage.ASSESSMENT), a_booking("2026-06-04T10:00"))


def final_session_booked() -> Case:
    """session-5 of five is on Wednesday 8 July, 10am to 11am."""
    return a_case_at(Stage.FINAL_SESSION)


def ended_early() -> Case:
    """The second of five sessions is booked as the final one, on Wednesday 24 June."""
    case = told(session_booked(), a_record(), OVER)
    return told(case, a_booking("2026-06-24T10:00", final=True))


# fmt: off
REFUSED = [
    pytest.param(lambda: a_case_at(Stage.ACTION_PLAN), a_record(), None, "nothing-to-record", "slot", id="nothing is booked"),
    pytest.param(session_booked, a_record(), "2026-06-10T09:59:59", "nothing-to-record", "slot", id="a second before it begins"),
    pytest.param(two_booked, a_record(), "2026-06-11T12:00", "which-appointment", "slot", id="two have come, and nobody says which"),
    pytest.param(session_booked, a_record(slot="session-9"), OVER, "nothing-to-record", "slot", id="a slot that never was"),
    pytest.param(session_booked, a_record(slot="assessment"), OVER, "already-recorded", "slot", id="the assessment again"),
    pytest.param(session_booked, a_record(slot="session-1"), "2026-06-10T09:59:59", "not-yet", "slot", id="by name, a second before it begins"),
    pytest.param(session_booked, nobody_came(held=True), OVER, "cannot-be-held", "held", id="held without anybody"),
    pytest.param(session_booked, a_record(held=False), OVER, "no-session-reason", "no_session_reason", id="came, no session, no reason"),
    pytest.param(session_booked, a_record(attended=Attended.LATE, held=False), OVER, "no-session-reason", "no_session_reason", id="came late, no session, no reason"),
    pytest.param(session_booked, a_record(attended=Attended.LATE), OVER, "late-reason", "late_reason", id="late, and nobody says why"),
    pytest.param(session_booked, a_record(minutes=0), OVER, "no-minutes", "minutes", id="held in no time"),
    pytest.param(assessment_booked, a_record(needs=()), "2026-06-04T11:00", "needs-missing", "needs", id="an assessment without needs"),
    pytest.param(assessment_booked, a_record(barriers=(" ",)), "2026-06-04T11:00", "barriers-missing", "barriers", id="an assessment with blank barriers"),
    pytest.param(final_session_booked, a_record(plan_reviewed=False), "2026-07-08T11:00", "plan-not-reviewed", "plan_reviewed", id="final: the plan was not reviewed"),
    pytest.param(final_session_booked, a_record(next_steps=" "), "2026-07-08T11:00", "next-steps-missing", "next_steps", id="final: no next steps"),
    pytest.param(final_session_booked, a_record(further_support=""), "2026-07-08T11:00", "further-support-missing", "further_support", id="final: nothing on further support"),
    pytest.param(ended_early, a_record(), "2026-06-24T11:00", "dose-needs-reason", "reason", id="final: two of five, and nobody says why"),
]
# fmt: on


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_a_record_is_refused(
    case: Callable[[], Case], message: Record, when: str | None, rule: str, field: str
) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)


def test_a_record_with_a_date_that_cannot_be_made_is_refused_whole() -> None:
    no = refusal(session_booked(), a_record(next=a_booking("2026-06-09T10:00")), OVER)
    assert no.rule == "in-the-past"


def recorded(case: Case, message: Record, when: str) -> Contact:
    (fact,) = (fact for fact in facts_of(case, message, when) if isinstance(fact, ContactRecorded))
    return fact.contact


# fmt: off
ANSWERS = [
    pytest.param(a_record(), True, 60, id="came: held, as long as booked"),
    pytest.param(a_record(minutes=45), True, 45, id="came: held, shorter"),
    pytest.param(a_record(attended=Attended.LATE, late_reason="bus"), True, 60, id="came late: held"),
    pytest.param(nobody_came(), False, 0, id="did not come"),
    pytest.param(nobody_came(minutes=60), False, 0, id="did not come: minutes do not count"),
    pytest.param(a_record(held=False, no_session_reason=NoSessionReason.LOGISTICS), False, 0, id="came, and the room was locked"),
    pytest.param(a_record(held=False, minutes=10, no_session_reason=NoSessionReason.UNACCEPTABLE), False, 0, id="came, and would not"),
]
# fmt: on


@pytest.mark.parametrize(("message", "held", "minutes"), ANSWERS)
def test_a_contact_is_held_or_not(message: Record, held: bool, minutes: int) -> None:
    contact = recorded(session_booked(), message, OVER)
    assert (contact.key, contact.held, contact.minutes) == ("session-1/1", held, minutes)


def test_a_record_can_be_made_as_soon_as_the_meeting_begins() -> None:
    assert recorded(session_booked(), a_record(), BEGINS).held


def test_of_two_whose_time_has_come_either_is_recorded_by_its_name() -> None:
    case = two_booked()
    assert recorded(case, a_record(slot="session-1"), "2026-06-11T12:00").slot == "session-1"
    assert recorded(case, a_record(slot="session-2"), "2026-06-11T12:00").slot == "session-2"


def test_a_concern_is_handed_to_the_practitioner_and_is_due_within_the_hour() -> None:
    facts = facts_of(session_booked(), a_record(concerns="said he would not go home"), OVER)
    (task,) = (fact.task for fact in facts if isinstance(fact, TaskOpened) and fact.task.kind == "record")
    assert (task.id, task.owner) == ("concern/session-1/1", Role.PROBATION_PRACTITIONER)
    assert task.due - task.opened_at == timedelta(hours=1)


def test_a_meeting_that_was_not_held_is_to_be_booked_again() -> None:
    case = told(session_booked(), nobody_came(), OVER)
    assert [task.id for task in case.open_tasks if task.kind == "booking"] == ["rebook/session-1/1"]
    again = told(case, a_booking("2026-06-12T10:00"))
    assert again.slots["session-1"].live is not None
    assert [task.id for task in again.open_tasks if task.kind == "booking"] == []


def test_nobody_is_asked_to_book_what_was_booked_in_the_same_breath() -> None:
    booked = a_case_at(Stage.DELIVERY, waiting_reminder_hours=None)
    facts = facts_of(booked, nobody_came(next=a_booking("2026-06-12T10:00")), OVER)
    assert names(facts) == ["ContactRecorded", "AppointmentBooked"]
