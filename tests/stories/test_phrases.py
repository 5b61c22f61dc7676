"""What people can be said to do in a story, and the message each phrase stands for."""

from datetime import UTC, date, datetime

import pytest

from demo.paperwork import PlanWanted, ReportWanted
from demo.story_clauses import Setting
from demo.story_dates import Almanac
from demo.story_deeds import Deed, deed
from interventions import messages as m
from interventions.vocabulary import (
    Achievement,
    Attended,
    ContactType,
    NoSessionReason,
    Pathway,
)

TUESDAY_AT_TWO = datetime(2026, 3, 10, 14, tzinfo=UTC)


def said_by(who: str, phrase: str) -> Deed:
    return deed(phrase, Setting(who, "priya.nair", date(2026, 3, 4), Almanac()))


def book(**fields: object) -> m.Book:
    usual = {"by": "priya.nair", "starts_at": TUESDAY_AT_TWO, "place": "Hope House", "risk_read": True}
    return m.Book.model_validate(usual | fields)


def record(**fields: object) -> m.Record:
    return m.Record.model_validate({"by": "priya.nair", "attended": "yes"} | fields)


PHRASES: list[tuple[str, str, Deed]] = [
    (
        "operations",
        "allocates Priya Nair",
        m.Allocate(by="operations", caseworker="priya.nair", name="Priya Nair"),
    ),
    (
        "operations",
        "allocates Tom Akande because Priya is on leave",
        m.Allocate(by="operations", caseworker="tom.akande", name="Tom Akande", reason="Priya is on leave"),
    ),
    ("caseworker", "books Tue 10 Mar 14:00", book()),
    (
        "caseworker",
        "books Tue 10 Mar 14:00 phone, 45 minutes, about goal-setting and communication-skills for lifestyle",
        book(
            contact=ContactType.PHONE,
            minutes=45,
            modules=("goal-setting", "communication-skills"),
            pathway=Pathway.LIFESTYLE,
        ),
    ),
    ("caseworker", "books Tue 10 Mar 14:00 risk unread", book(risk_read=False)),
    (
        "caseworker",
        'books Tue 10 Mar 14:00 slot session-3 moved by participant because "work, again", at the library',
        book(slot="session-3", moved_by="participant", reason="work, again", place="the library"),
    ),
    (
        "caseworker",
        "books Tue 10 Mar 14:00 slot session-3 moved by provider because ill, all the same because she asked",
        book(slot="session-3", moved_by="provider", reason="ill", all_the_same="she asked"),
    ),
    (
        "caseworker",
        "books Tue 10 Mar 14:00 virtual final offered face to face",
        book(contact=ContactType.VIRTUAL, final=True, face_to_face_offered=True),
    ),
    (
        "caseworker",
        "books Tue 10 Mar 14:00 for family, not final",
        book(pathway=Pathway.FAMILY, final=False),
    ),
    (
        "caseworker",
        "records attended, needs housing and debt, barriers none, next Tue 10 Mar 14:00 group-work",
        record(needs=("housing", "debt"), barriers=("none",), next=book(contact=ContactType.GROUP_WORK)),
    ),
    (
        "caseworker",
        "records late because the bus was late, 40 minutes, slot session-2",
        record(attended=Attended.LATE, late_reason="the bus was late", minutes=40, slot="session-2"),
    ),
    ("caseworker", "records did not attend", record(attended=Attended.NO)),
    (
        "caseworker",
        "records attended but no session unacceptable",
        record(held=False, no_session_reason=NoSessionReason.UNACCEPTABLE),
    ),
    (
        "caseworker",
        'records attended, concern "spoke of a threat, and meant it", because he works away',
        record(concerns="spoke of a threat, and meant it", reason="he works away"),
    ),
    (
        "caseworker",
        "records the final session with the practitioner, further support a course",
        record(
            plan_reviewed=True,
            next_steps="Keep going to the group on Thursdays",
            further_support="a course",
            three_way=True,
        ),
    ),
    (
        "caseworker",
        "submits the plan, 6 sessions because he asked, phone, first session Tue 10 Mar 14:00 for lifestyle",
        PlanWanted(
            by="priya.nair",
            first=TUESDAY_AT_TWO,
            place="Hope House",
            contact=ContactType.PHONE,
            sessions=6,
            pathway=Pathway.LIFESTYLE,
            reason="he asked",
        ),
    ),
    (
        "caseworker",
        "submits the plan, first session Tue 10 Mar 14:00, all the same because she asked",
        PlanWanted(
            by="priya.nair", first=TUESDAY_AT_TWO, place="Hope House", reason="", all_the_same="she asked"
        ),
    ),
    ("practitioner", "approves the plan", m.ApprovePlan(by="pp.okafor")),
    ("caseworker", "approves plan 2", m.ApprovePlan(by="priya.nair", version=2)),
    ("practitioner", "returns the plan because of this", m.ReturnPlan(by="pp.okafor", reasons="of this")),
    (
        "practitioner",
        "decides peer-mentor no because he is not at risk",
        m.DecideEligibility(by="pp.okafor", module="peer-mentor", eligible=False, reason="he is not at risk"),
    ),
    (
        "practitioner",
        "accepts the three-way session",
        m.AnswerThreeWay(by="pp.okafor", who="practitioner", accepts=True),
    ),
    (
        "participant",
        "declines the three-way session",
        m.AnswerThreeWay(by="priya.nair", who="participant", accepts=False),
    ),
    (
        "caseworker",
        "submits the report, all partially achieved",
        ReportWanted(by="priya.nair", achievement=Achievement.PARTIALLY_ACHIEVED),
    ),
    (
        "operations",
        "closes task reach/welcome/1 because told by telephone",
        m.CloseTask(by="operations", task="reach/welcome/1", how="told by telephone"),
    ),
    (
        "carrier",
        "says reminder/assessment/1 did not arrive",
        m.DeliveryReceipt(key="reminder/assessment/1", arrived=False),
    ),
]


@pytest.mark.parametrize("who, phrase, message", [pytest.param(*row, id=row[1][:50]) for row in PHRASES])
def test_each_phrase_is_a_message(who: str, phrase: str, message: Deed) -> None:
    assert said_by(who, phrase) == message
