"""What a participant's text does, and that it does it once."""

from datetime import timedelta
from typing import Any

import pytest

from interventions.case import Case
from interventions.conversation import hear_outside
from interventions.evolve import evolve_all
from interventions.facts import MessageSetAside, ReplyReceived
from interventions.participant import ContactSheet
from interventions.reception import CLOSED
from interventions.views.card import card
from interventions.views.status import status, timeline
from interventions.vocabulary import Channel, ReplyKind, Role, Stage, TextsOff
from interventions.words.correspondence import EmergencyText, SendText
from tests.builders import a_case, a_case_at, a_referral, carried_to, facts_of, left_until, names, told
from tests.sayings import a_booking, a_reply, a_withdrawal, an_amendment, at, on

MOBILE = "+447700900101"
SHEET = ContactSheet(mobile=MOBILE, safe={Channel.TEXT: True})


def reminded() -> Case:
    """At the assessment's eve: booked for a Thursday at ten, texted the day before; nobody answers."""
    referral = a_referral("family-low", contact=SHEET)
    case = carried_to(Stage.ASSESSMENT, a_case(referral, waiting_reminder_hours=None))
    case = told(case, a_booking("2026-06-04T10:00"))
    return left_until(case, "2026-06-03T10:05")


def replied(case: Case, words: str, when: str | None = None, **changes: Any) -> Case:
    return told(case, a_reply(words, case, **changes), when)


def open_tasks(case: Case) -> dict[str, Role]:
    return {task.id: task.owner for task in case.open_tasks}


def texts_sent(case: Case) -> list[str]:
    return [word.key for word in case.words.values() if word.errand == "text" and word.state == "requested"]


def test_a_yes_confirms_the_date_that_was_reminded_and_shows_on_card_and_status() -> None:
    case = replied(reminded(), "Yes please")
    assert case.confirmed == ("assessment/1",)
    assert status(case).confirmed == ("assessment",)
    assert "confirmed by the participant" in card(case)
    assert open_tasks(case) == {}


def test_a_second_yes_changes_nothing_more() -> None:
    case = replied(reminded(), "1")
    assert names(facts_of(case, a_reply("1", case))) == ["ReplyReceived"]


def test_another_date_for_the_same_meeting_is_not_confirmed() -> None:
    case = replied(reminded(), "1")
    moved = told(
        case, a_booking("2026-06-05T10:00", slot="assessment", moved_by="participant", reason="work")
    )
    assert (status(moved).confirmed, status(moved).may_confirm) == ((), False)
    again = replied(left_until(moved, "2026-06-04T10:05"), "1")
    assert again.confirmed == ("assessment/1", "assessment/2")


def test_a_yes_to_nothing_is_for_a_person_to_read() -> None:
    case = carried_to(Stage.ASSESSMENT, a_case(a_referral("family-low", contact=SHEET)))
    assert open_tasks(replied(case, "1")) == {"reply/1": Role.CASEWORKER}


def test_stop_stops_texts_at_once_and_asks_how_to_keep_in_touch() -> None:
    case = carried_to(Stage.ASSESSMENT, a_case(a_referral("family-low", contact=SHEET)))
    case = replied(told(case, a_booking("2026-06-04T10:00")), "STOP")
    assert case.texts_off == {MOBILE: TextsOff.STOPPED}
    (agree,) = open_tasks(case).items()
    assert agree[0].startswith("keep-in-touch/")
    later = left_until(case, "2026-06-03T12:00")
    assert (later.words["reminder/assessment/1"].state, texts_sent(later)) == ("withheld", [])
    assert "reach/reminder/assessment/1" in open_tasks(later)
    assert "No texts: the participant asked for none" in card(later)


def test_start_lets_texts_go_out_again_and_the_question_closes_by_itself() -> None:
    case = replied(replied(reminded(), "stopiwch"), "START")
    assert (case.texts_off, open_tasks(case), status(case).texts_off) == ({}, {}, "")
    assert names(facts_of(case, a_reply("START", case))) == ["ReplyReceived"]


def test_another_number_is_another_number() -> None:
    case = replied(reminded(), "STOP")
    new = told(case, an_amendment(contact=SHEET.model_copy(update={"mobile": "+447700900102", "version": 2})))
    assert (status(new).texts_off, open_tasks(new)) == ("", {})
    old = told(new, an_amendment(contact=SHEET.model_copy(update={"version": 3})))
    assert status(old).texts_off == "the participant asked for none"


def test_somebody_elses_number_gets_no_more_texts_and_start_does_not_undo_that() -> None:
    case = replied(reminded(), "wrong number")
    assert case.texts_off == {MOBILE: TextsOff.WRONG_PERSON}
    assert open_tasks(case) == {"wrong-number/1": Role.CASEWORKER}
    assert replied(case, "START").texts_off == case.texts_off


@pytest.mark.parametrize(
    ("when", "due"),
    [
        pytest.param("2026-06-03T15:00", "2026-06-04T00:00", id="by the end of the day"),
        pytest.param("2026-06-03T18:59", "2026-06-04T00:00", id="just before the evening"),
        pytest.param("2026-06-03T19:00", "2026-06-05T00:00", id="in the evening: the next day"),
        pytest.param("2026-06-03T23:59", "2026-06-05T00:00", id="before midnight: the next day"),
    ],
)
def test_a_two_asks_to_be_rung_back(when: str, due: str) -> None:
    case = replied(reminded(), "2", when)
    (task,) = case.open_tasks
    assert (task.id, task.owner, task.due) == ("call-back/1", Role.CASEWORKER, at(due))


def test_a_two_on_a_bank_holiday_is_due_on_the_next_working_day() -> None:
    case = carried_to(
        Stage.ASSESSMENT, a_case(a_referral("family-low", contact=SHEET, sent="2026-12-22T10:00"))
    )
    case = replied(case, "2", "2026-12-25T11:00")
    assert [task.due for task in case.open_tasks if task.id == "call-back/1"] == [at("2026-12-30T00:00")]


def test_anything_else_is_kept_and_one_task_says_that_there_is_something_to_read() -> None:
    case = replied(replied(reminded(), "my bus is late"), "umbrella")
    assert open_tasks(case) == {"reply/1": Role.CASEWORKER}
    (kept, *_) = facts_of(case, a_reply("hello", case))
    assert isinstance(kept, ReplyReceived)
    assert kept.words == "hello"
    shown = f"{card(case)}{status(case)}{timeline(case)}{case.open_tasks}"
    assert "bus" not in shown
    assert "umbrella" not in shown


def test_urgent_words_are_answered_at_any_hour_and_two_people_are_told_within_the_hour() -> None:
    case = replied(reminded(), "I want to die", "2026-06-04T02:30")
    (errand,) = [each for key, each in case.outbox.items() if key.startswith("emergency/")]
    assert isinstance(errand, SendText)
    assert (errand.to, errand.saying) == (MOBILE, EmergencyText())
    assert open_tasks(case) == {
        "urgent/1": Role.CASEWORKER,
        "urgent-practitioner/1": Role.PROBATION_PRACTITIONER,
    }
    assert {task.due for task in case.open_tasks} == {at("2026-06-04T03:30")}


def test_at_most_two_automatic_answers_an_hour() -> None:
    case = reminded()
    for minute in range(5):
        case = replied(case, "suicide", f"2026-06-03T11:0{minute}")
    assert sum(key.startswith("emergency/") for key in case.words) == 2
    assert len([task for task in case.open_tasks if task.id.startswith("urgent/")]) == 5
    assert (
        "emergency/sm00000000000000000000000000000006" in replied(case, "suicide", "2026-06-03T12:05").words
    )


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"number": "+447700900777"}, id="from another number"),
        pytest.param({"answers": False}, id="another intervention answers"),
    ],
)
def test_no_answer_goes_where_it_may_be_unsafe_or_doubled(changes: dict[str, Any]) -> None:
    case = replied(reminded(), "suicide", **changes)
    assert not [key for key in case.words if key.startswith("emergency/")]
    assert "urgent/1" in open_tasks(case)


def test_whoever_wants_no_texts_gets_no_answer_but_is_looked_after() -> None:
    case = replied(replied(reminded(), "STOP"), "suicide")
    assert not [key for key in case.words if key.startswith("emergency/")]
    assert {"urgent/2", "urgent-practitioner/2"} <= set(open_tasks(case))


@pytest.mark.parametrize("words", ["1", "2", "STOP", "START", "suicide", "wrong number", "hello"])
def test_the_same_text_twice_changes_nothing(words: str) -> None:
    case = reminded()
    reply = a_reply(words, case)
    assert facts_of(told(case, reply), reply) == ()


@pytest.mark.parametrize("kind", [ReplyKind.CONFIRM, ReplyKind.CHANGE, ReplyKind.OTHER])
def test_a_text_from_a_shared_number_names_and_leaks_nobody(kind: ReplyKind) -> None:
    case = replied(reminded(), "anything", kind=kind, shared=True)
    assert (case.confirmed, open_tasks(case)) == ((), {"shared-reply/1": Role.CASEWORKER})
    (kept, *_) = facts_of(case, a_reply("hers, not his", case, shared=True))
    assert isinstance(kept, ReplyReceived)
    assert kept.words == ""


def test_stop_from_a_shared_number_stops_texts_here_too() -> None:
    assert replied(reminded(), "STOP", shared=True).texts_off == {MOBILE: TextsOff.STOPPED}


def test_what_comes_after_the_end_is_set_aside_whole() -> None:
    case = a_case_at(Stage.CLOSED)
    reply = a_reply("thank you", case, number=MOBILE)
    (aside,) = hear_outside(case, reply, case.last_at)
    assert isinstance(aside, MessageSetAside)
    assert (aside.rule, aside.message) == ("not-in-this-stage", "text-reply")
    assert type(reply).model_validate_json(aside.content) == reply
    assert CLOSED


def test_before_there_is_a_caseworker_a_stop_is_heard_all_the_same() -> None:
    case = a_case(a_referral("family-low", contact=SHEET))
    assert evolve_all(case, hear_outside(case, a_reply("STOP", case), case.last_at)).texts_off


def test_a_withdrawn_case_still_hears_texts_and_confirms_nothing() -> None:
    case = replied(told(reminded(), a_withdrawal()), "1")
    assert (case.confirmed, "reply/1" in open_tasks(case)) == ((), True)


def test_a_stop_at_any_moment_of_a_schedule_stops_every_later_text() -> None:
    """R6 `optout_race`: wherever the STOP falls, no text is asked for after it."""
    start = carried_to(Stage.ASSESSMENT, a_case(a_referral("family-low", contact=SHEET)))
    start = told(start, a_booking(on(start, 3)), on(start, 1, "11:00"))
    for minutes in range(0, 4 * 24 * 60, 97):
        case = left_until(start, start.last_at + timedelta(minutes=minutes))
        stopped = told(case, a_reply("STOP", case))
        later = left_until(stopped, on(start, 4))
        new = [line for line in later.journal[stopped.sequence :] if line.fact == "WordRequested"]
        assert not [line for line in new if line.about.startswith("reminder/")], minutes
