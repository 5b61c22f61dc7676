"""Booking: which slot a date fills, and every reason for which a date is refused."""
# ruff: noqa: E501 (a table reads a line an example)

from collections.abc import Callable
from typing import Any

import pytest

from interventions.case import Case
from interventions.facts import AppointmentBooked
from interventions.meetings.appointment import Appointment
from interventions.messages import Book
from interventions.vocabulary import ContactType, Pathway, Stage
from tests.builders import a_case_at, facts_of, refusal, told
from tests.sayings import a_booking, a_record, decision

LAST_DAY_AHEAD = "2026-12-08T10:00"


def booked(case: Case, message: Book, when: str | None = None) -> Appointment:
    (date,) = (fact for fact in facts_of(case, message, when) if isinstance(fact, AppointmentBooked))
    return date.appointment


def allocated() -> Case:
    return a_case_at(Stage.ASSESSMENT)


def first_session_booked(example: str = "lifestyle-low") -> Case:
    """The plan was approved on Monday 8 June; session-1 is on Wednesday 10 June at 10am."""
    return a_case_at(Stage.DELIVERY, example)


def nothing_booked(example: str = "lifestyle-low") -> Case:
    """session-1 was held on Wednesday 10 June and no other was booked with it."""
    return told(first_session_booked(example), a_record(), "2026-06-10T11:15")


def only_the_final_owed(example: str = "lifestyle-low") -> Case:
    """Every session but the last is held and the last is not booked."""
    case = a_case_at(Stage.DELIVERY, example, held=3)
    return told(case, a_record(), case.live[0].ends_at)


def eligible_for_a_peer_mentor() -> Case:
    """Twice decided: for the module, and that a group is no risk."""
    return told(signed_off_for_groups("lifestyle-high"), decision("peer-mentor"))


def signed_off_for_groups(example: str = "lifestyle-low") -> Case:
    return told(first_session_booked(example), decision("group-risk"))


def peer_mentor(starts_at: str, **changes: Any) -> Book:
    return a_booking(starts_at, contact=ContactType.GROUP_WORK, modules=("peer-mentor",), **changes)


# fmt: off
REFUSED = [
    pytest.param(first_session_booked, a_booking("2026-06-08T10:00"), None, "in-the-past", "starts_at", id="now"),
    pytest.param(first_session_booked, a_booking("2026-06-08T09:59"), None, "in-the-past", "starts_at", id="a minute ago"),
    pytest.param(first_session_booked, a_booking("2026-12-09T10:00"), None, "too-far-ahead", "starts_at", id="six months and a day ahead"),
    pytest.param(first_session_booked, a_booking("2026-06-18T10:00", place=" "), None, "no-place", "place", id="in person, and nobody says where"),
    pytest.param(first_session_booked, a_booking("2026-06-18T10:00", contact="group-work", place=""), None, "no-place", "place", id="a group, and nobody says where"),
    pytest.param(first_session_booked, a_booking("2026-06-10T10:59"), None, "clash", "starts_at", id="overlaps another by a minute"),
    pytest.param(first_session_booked, a_booking("2026-06-11T10:00", slot="session-1"), None, "move-needs-reason", "moved_by", id="a move: nobody says who asked"),
    pytest.param(first_session_booked, a_booking("2026-06-11T10:00", slot="session-1", moved_by="participant", reason=" "), None, "move-needs-reason", "reason", id="a move: nobody says why"),
    pytest.param(lambda: told(allocated(), a_booking("2026-06-04T10:00")), a_booking("2026-06-05T10:00", moved_by="provider", reason="ill"), "2026-06-03T10:00", "move-needs-reason", "slot", id="a move: nobody says of which"),
    pytest.param(first_session_booked, a_booking("2026-06-11T10:00", slot="session-1", moved_by="participant", reason="late"), "2026-06-10T10:00", "record-it-first", "slot", id="a move when its time has come"),
    pytest.param(first_session_booked, a_booking("2026-06-18T10:00", slot="session-9"), None, "no-such-slot", "slot", id="a slot out of turn"),
    pytest.param(allocated, a_booking("2026-06-04T10:00", slot="session-1"), None, "no-such-slot", "slot", id="a session before the assessment"),
    pytest.param(first_session_booked, a_booking("2026-06-18T10:00", slot="assessment"), None, "already-held", "slot", id="the assessment again"),
    pytest.param(first_session_booked, a_booking("2026-06-18T10:00", pathway=Pathway.FAMILY), None, "which-pathway", "pathway", id="a pathway not referred to"),
    pytest.param(lambda: a_case_at(Stage.DELIVERY, "both-pathways"), a_booking("2026-06-18T10:00"), None, "which-pathway", "pathway", id="two pathways owed: which?"),
    pytest.param(first_session_booked, a_booking("2026-06-18T10:00", modules=("causes-of-offending",)), None, "not-on-menu", "modules", id="a module of the next complexity up"),
    pytest.param(lambda: first_session_booked("lifestyle-high"), a_booking("2026-06-18T10:00", modules=("erase",)), None, "not-eligible", "modules", id="ERASE, and nobody decided"),
    pytest.param(lambda: first_session_booked("lifestyle-high"), a_booking("2026-06-18T10:00", modules=("erase",), reason="wants it"), None, "not-eligible", "modules", id="ERASE, and a reason is no decision"),
    pytest.param(first_session_booked, a_booking("2026-06-18T10:00", modules=("erase",), reason="wants it"), None, "not-on-menu", "modules", id="ERASE below high, not even with a reason (A27)"),
    pytest.param(lambda: signed_off_for_groups("lifestyle-high"), a_booking("2026-06-18T10:00", contact="group-work", reason="none free"), None, "wrong-format", "contact", id="a group at high, not even with a reason"),
    pytest.param(lambda: first_session_booked("family-low"), a_booking("2026-07-18T10:00", modules=("activity-workshop",)), None, "wrong-format", "contact", id="a group module alone"),
    pytest.param(allocated, a_booking("2026-06-04T10:00", contact="group-work"), None, "wrong-format", "contact", id="an assessment in a group"),
    pytest.param(allocated, a_booking("2026-06-04T10:00", contact="group-work", slot="assessment", reason="all come"), None, "wrong-format", "contact", id="an assessment in a group, not even with a reason"),
    pytest.param(lambda: told(first_session_booked(), a_booking("2026-06-11T10:00")), a_booking("2026-06-12T10:00"), None, "too-often", "starts_at", id="three in a week"),
    pytest.param(lambda: told(first_session_booked("family-low"), a_booking("2026-06-25T10:00")), a_booking("2026-07-10T09:59"), None, "too-often", "starts_at", id="three within thirty days"),
    pytest.param(lambda: a_case_at(Stage.FINAL_SESSION), a_booking("2026-07-20T10:00"), None, "dose-is-met", "", id="one more than planned"),
    pytest.param(first_session_booked, a_booking("2026-06-09T10:00", final=True), None, "final-comes-last", "final", id="a final session with another behind it"),
    pytest.param(lambda: only_the_final_owed("family-low"), a_booking("2026-09-01T10:00", contact="virtual"), None, "final-face-to-face", "all_the_same", id="family: a final session on a screen"),
    pytest.param(only_the_final_owed, a_booking("2026-07-10T10:00", contact="phone"), None, "final-face-to-face", "face_to_face_offered", id="lifestyle: by phone, and not offered face to face"),
]
# fmt: on


@pytest.mark.parametrize(("case", "message", "when", "rule", "field"), REFUSED)
def test_a_date_is_refused(
    case: Callable[[], Case], message: Book, when: str | None, rule: str, field: str
) -> None:
    no = refusal(case(), message, when)
    assert (no.rule, no.field) == (rule, field)
