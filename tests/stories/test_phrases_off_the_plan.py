"""What people can be said to do off the plan, and the message each phrase stands for."""

from datetime import UTC, date, datetime, time

import pytest

from demo.amendments import AmendmentWanted
from demo.paperwork import BookingTyped, PlanWanted, ReportWanted
from demo.shown_by_rm import RmRefuses, ShownWanted
from demo.story_deeds import Deed
from demo.texting_back import ReplyWanted
from gateways.shelf import Shelf
from interventions import messages as m
from interventions.case import Case
from interventions.errors import Refusal
from interventions.evolve import begin
from interventions.messages import NAMES, SIGNALS, UPDATES
from interventions.stages.referral import receive
from interventions.vocabulary import (
    Attended,
    Channel,
    Complexity,
    ContactType,
    NoSessionReason,
    Pathway,
    PauseReason,
    WithdrawalCode,
)
from tests.stories.staging import referral_of, story_of
from tests.stories.test_phrases import PHRASES, record, said_by

RECALLED = m.Book(
    by="priya.nair",
    starts_at=datetime(2026, 3, 3, 14, tzinfo=UTC),
    place="Hope House",
    contact=ContactType.PHONE,
    slot="session-2",
    record=m.Record(by="priya.nair", attended=Attended.YES, minutes=50),
)


OFF_THE_PLAN: list[tuple[str, str, Deed]] = [
    ("participant", 'replies "Yes, 2pm"', ReplyWanted("Yes, 2pm")),
    ("participant", 'replies "STOP" again', ReplyWanted("STOP", again=True)),
    ("participant", 'replies "1" from a shared number', ReplyWanted("1", number="a shared number")),
    ("participant", 'replies "1" from +447700900222', ReplyWanted("1", number="+447700900222")),
    (
        "carrier",
        "says reminder/session-1/1 did not arrive because 30006",
        m.DeliveryReceipt(key="reminder/session-1/1", arrived=False, code="30006"),
    ),
    (
        "caseworker",
        "records did not attend, excused, poor conduct",
        record(attended=Attended.NO, no_session_reason=NoSessionReason.ACCEPTABLE, conduct="poor"),
    ),
    (
        "caseworker",
        "records attended, unexcused, indicators high",
        record(no_session_reason=NoSessionReason.UNACCEPTABLE, indicators=Complexity.HIGH),
    ),
    ("caseworker", "recalls Tue 3 Mar 14:00 phone, slot session-2, attended, 50 minutes", RECALLED),
    (
        "caseworker",
        "tries to book Sun 29 Mar 01:30",
        BookingTyped(by="priya.nair", starts_at="2026-03-29T01:30", place="Hope House"),
    ),
    (
        "caseworker",
        "notes a visit Mon 2 Mar 11:00, with somebody else, nobody answered, saying a neighbour opened",
        m.NoteContact(
            by="priya.nair",
            happened_at=datetime(2026, 3, 2, 11, tzinfo=UTC),
            whom="other",
            contact=ContactType.FACE_TO_FACE,
            reached=False,
            summary="a neighbour opened",
        ),
    ),
    (
        "caseworker",
        "forfeits session-2 because he told nobody",
        m.Forfeit(by="priya.nair", slot="session-2", reason="he told nobody"),
    ),
    (
        "caseworker",
        "calls off session-2, because Priya is ill",
        m.CallOff(by="priya.nair", slot="session-2", reason="Priya is ill"),
    ),
    (
        "practitioner",
        "pauses for remand until Fri 3 Jul because he was remanded",
        m.Pause(by="pp.okafor", why=PauseReason.REMAND, review_on=date(2026, 7, 3), reason="he was remanded"),
    ),
    ("caseworker", "resumes", m.Resume(by="priya.nair")),
    ("caseworker", "resumes because he is back", m.Resume(by="priya.nair", reason="he is back")),
    (
        "practitioner",
        "withdraws NOT because he never came",
        m.Withdraw(by="pp.okafor", code=WithdrawalCode.NOT_ENGAGED, reason="he never came"),
    ),
    ("operations", "reinstates because he did", m.Reinstate(by="operations", reason="he did")),
    (
        "operations",
        "says the caseworker has gone because she left",
        m.CaseworkerGone(by="operations", reason="she left"),
    ),
    (
        "operations",
        "hands over to PRJ_9001 because he moved",
        m.HandOver(by="operations", contract="PRJ_9001", reason="he moved"),
    ),
    (
        "practitioner",
        "amends complexity to high for lifestyle, deadline to Fri 3 Jul because of a gang",
        AmendmentWanted(
            by="pp.okafor",
            fields={
                "complexity": Complexity.HIGH,
                "pathway": Pathway.LIFESTYLE,
                "completion_deadline": date(2026, 7, 3),
                "reason": "of a gang",
            },
        ),
    ),
    (
        "operations",
        "undoes the amendment because it was wrong",
        m.UndoAmendment(by="operations", reason="it was wrong"),
    ),
]


@pytest.mark.parametrize("who, phrase, message", [pytest.param(*row, id=row[1][:50]) for row in OFF_THE_PLAN])
def test_each_phrase_off_the_plan_is_a_message(who: str, phrase: str, message: Deed) -> None:
    assert said_by(who, phrase) == message


BY_RM: list[tuple[str, str, Deed]] = [
    ("R&M", "shows the same", ShownWanted()),
    ("R&M", "shows the deadline Fri 31 Jul", ShownWanted({"completion_deadline": date(2026, 7, 31)})),
    ("R&M", "shows enforceable days 5", ShownWanted({"maximum_enforceable_days": 5})),
    ("R&M", "shows complexity high", ShownWanted(complexity=Complexity.HIGH)),
    ("R&M", "shows the caseworker Jo Mills", ShownWanted({"assigned_to": "jo.mills"})),
    ("R&M", "shows the plan approved by itself", ShownWanted(approved_by="")),
    ("R&M", "shows the plan approved by Ola Okafor", ShownWanted(approved_by="ola.okafor")),
    ("R&M", "shows it ended MOV", ShownWanted(ended=WithdrawalCode.MOVED)),
]


@pytest.mark.parametrize("who, phrase, wanted", [pytest.param(*row, id=row[1]) for row in BY_RM])
def test_each_phrase_of_rm_is_a_look_at_it(who: str, phrase: str, wanted: Deed) -> None:
    assert said_by(who, phrase) == wanted


def test_what_rm_refuses_is_no_message_but_how_it_answers() -> None:
    assert said_by("R&M", "refuses with blocked-text") == RmRefuses("blocked-text")


def test_there_is_a_phrase_for_everything_that_can_be_said() -> None:
    written: dict[type, type[m.Message]] = {
        PlanWanted: m.SubmitPlan,
        ReportWanted: m.SubmitReport,
        BookingTyped: m.Book,
        AmendmentWanted: m.Amend,
        ReplyWanted: m.TextReply,
        ShownWanted: m.MonitoringShown,
    }
    phrases = (*PHRASES, *OFF_THE_PLAN, *BY_RM)
    kinds: list[type] = [type(message) for _, _, message in phrases]
    assert {NAMES[written.get(kind, kind)] for kind in kinds} == {*UPDATES, *SIGNALS}


AMENDMENTS: list[tuple[str, dict[str, object]]] = [
    ("language to Welsh", {"contact": {"language": "cy"}}),
    ("format to large-print", {"contact": {"letter_format": "large-print"}}),
    ("mobile to +447700900999", {"contact": {"mobile": "+447700900999"}}),
    ("contact text unsafe", {"contact": {"safe": {Channel.TEXT: False, Channel.LETTER: True}}}),
    ("contact letter unknown", {"contact": {"safe": {Channel.TEXT: True}}}),
    ("interpreter to Polish", {"interpreter_language": "Polish"}),
    ("accessibility needs to a ramp", {"accessibility_needs": "a ramp"}),
    ("enforceable days to 5", {"maximum_enforceable_days": 5}),
    ("crn to X999001", {"crn": "X999001"}),
    ("restricted to a.b and c.d", {"restricted_to": ("a.b", "c.d")}),
    ("practitioner to Jo Bright", {"practitioner": {"username": "jo.bright", "name": "Jo Bright"}}),
    (
        "unavailable Tue 09:00-12:00 and every day 20:00-22:00",
        {
            "unavailable_times": (
                {"weekday": 1, "starts": time(9), "ends": time(12)},
                {"starts": time(20), "ends": time(22)},
            )
        },
    ),
]


@pytest.mark.parametrize("what, changes", [pytest.param(*row, id=row[0][:30]) for row in AMENDMENTS])
def test_each_amendment_is_written_in_full_with_the_case_in_hand(
    what: str, changes: dict[str, object], shelf: Shelf
) -> None:
    wanted = said_by("operations", f"amends {what}, because it is so")
    assert isinstance(wanted, AmendmentWanted)
    message = wanted.in_full(begun(shelf)).model_dump(exclude_defaults=True)
    sheet = begun(shelf).referral.participant.contact.model_dump()
    if isinstance(contact := changes.get("contact"), dict):
        changes = {"contact": {**sheet, **contact}}
        message["contact"] = {**sheet, **message["contact"]}
    assert message == {"by": "operations", "reason": "it is so", **changes}


def test_outcomes_are_chosen_by_their_number_in_the_pinned_set(shelf: Shelf) -> None:
    wanted = said_by("operations", "amends outcomes to 2, because the first is reached")
    assert isinstance(wanted, AmendmentWanted)
    case = begun(shelf)
    assert wanted.in_full(case).outcomes == (case.specifications[Pathway.LIFESTYLE].outcomes[1].id,)


@pytest.mark.parametrize("when", ["Sun 29 Mar 01:30", "Sun 25 Oct 01:30"], ids=["skipped", "twice"])
def test_a_time_that_is_none_or_two_is_refused_by_the_message_itself(when: str, shelf: Shelf) -> None:
    wanted = said_by("caseworker", f"tries to book {when}")
    assert isinstance(wanted, BookingTyped)
    with pytest.raises(Refusal, match="unclear-time"):
        wanted.in_full(begun(shelf))


def begun(shelf: Shelf) -> Case:
    story = story_of("lifestyle-low")
    referral = referral_of(story, shelf)
    return begin(receive(referral, shelf.terms(referral, "standard"), story.opening.sent_at))
