"""Sending a text: worded, claimed, handed over once, never too late, never at night, never on a guess."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from temporalio.exceptions import ApplicationError

from activities.carrying import Answer, OutgoingText
from activities.ledger import Caps
from activities.sending import Receipt
from activities.texting import TextingRules
from gateways.remembered_texts import RememberedTexts, no_trouble
from interventions.words.correspondence import Outcome
from tests.activities.text_desk import KEY, MOBILE, REFERRAL, SAID_AT, STARTS_AT, TextDesk, a_reminder, quick
from workflows.patience import TEXTING

HOUR = timedelta(hours=1)


@dataclass
class Troubled:
    """A carrier's troubles, in order; after them it is well."""

    troubles: list[Answer | None] = field(default_factory=list)
    asked: list[OutgoingText] = field(default_factory=list)

    def __call__(self, text: OutgoingText) -> Answer | None:
        self.asked.append(text)
        return self.troubles.pop(0) if self.troubles else None


def in_trouble(*troubles: Answer) -> tuple[TextDesk, Troubled]:
    trouble = Troubled(list(troubles))
    return TextDesk(RememberedTexts(trouble=trouble)), trouble


def test_a_text_goes_out_in_words_under_the_referrals_key() -> None:
    desk = TextDesk()
    assert desk.sends().result == "accepted"
    assert isinstance(desk.texts, RememberedTexts)
    (text,) = desk.texts.sent
    assert (text.key, text.to) == (f"{REFERRAL}/{KEY}", MOBILE)
    assert text.words.startswith("Reminder: we are meeting on Tuesday 10 March at 2pm, in person.")


@pytest.mark.parametrize(
    ("said_at", "waited", "result"),
    [
        pytest.param(STARTS_AT - 24 * HOUR, timedelta(), "accepted", id="a day ahead"),
        pytest.param(STARTS_AT - HOUR / 12, timedelta(), "accepted", id="late, and still of use"),
        pytest.param(STARTS_AT, timedelta(), "expired", id="the meeting begins"),
        pytest.param(STARTS_AT + 24 * HOUR, timedelta(), "expired", id="it was yesterday"),
        pytest.param(STARTS_AT - 2 * HOUR, HOUR, "accepted", id="it waited, and an hour is left"),
        pytest.param(STARTS_AT - 2 * HOUR, 2 * HOUR, "expired", id="it waited for too long"),
    ],
)
def test_a_text_goes_out_only_while_it_is_of_use(said_at: datetime, waited: timedelta, result: str) -> None:
    desk = TextDesk()
    assert desk.sends(said_at=said_at, waited=waited).result == result
    assert len(desk.carried()) == (1 if result == "accepted" else 0)


def test_a_text_that_waited_into_the_night_waits_for_the_morning() -> None:
    desk = TextDesk()
    with pytest.raises(ApplicationError) as later:
        desk.tries_once(said_at=SAID_AT, waited=13 * HOUR)
    assert later.value.type == "outside-hours"
    assert later.value.next_retry_delay is not None
    assert round(later.value.next_retry_delay / HOUR) == 6
    assert (desk.carried(), desk.entry().state) == ([], "planned")


def test_a_text_that_would_wait_past_its_use_has_expired_already() -> None:
    desk = TextDesk()
    assert (
        desk.tries_once(a_reminder(useless_after=SAID_AT + 16 * HOUR), waited=13 * HOUR).result == "expired"
    )
    assert (desk.carried(), desk.entry().state) == ([], "expired")


def test_a_second_attempt_answers_as_the_first_and_sends_nothing_more() -> None:
    desk = TextDesk()
    assert desk.sends() == desk.sends()
    assert len(desk.carried()) == 1


def test_two_texts_to_one_telephone_go_within_seconds_of_each_other() -> None:
    desk = TextDesk(rules=TextingRules())
    held: list[ApplicationError] = []

    def somebody_else_of_the_household(_: OutgoingText) -> None:
        with pytest.raises(ApplicationError) as later:
            desk.tries_once(a_reminder("reminder/session-9/1"))
        held.append(later.value)

    assert isinstance(desk.texts, RememberedTexts)
    desk.texts.trouble = somebody_else_of_the_household
    assert desk.tries_once().result == "accepted"
    desk.texts.trouble = no_trouble

    (busy,) = held
    assert (busy.type, busy.next_retry_delay) == ("number-busy", timedelta(seconds=5))
    assert desk.tries_once(a_reminder("reminder/session-9/1")).result == "accepted"


def test_a_refused_number_is_an_answer_asked_for_once() -> None:
    desk = TextDesk(RememberedTexts(refusing=frozenset({MOBILE})))
    assert [desk.sends(), desk.sends()] == [Outcome(result="refused", why="invalid-number")] * 2
    assert isinstance(desk.texts, RememberedTexts)
    assert len(desk.texts.refused) == 1


@pytest.mark.parametrize("said", ["not-now", "halted"])
def test_what_certainly_did_not_leave_is_sent_when_the_carrier_can(said: str) -> None:
    no = Answer(said, why="busy", after=timedelta(milliseconds=5))  # type: ignore[arg-type]
    desk, trouble = in_trouble(no, no)
    assert desk.sends().result == "accepted"
    assert (len(trouble.asked), len(desk.carried())) == (3, 1)


def test_a_text_that_left_though_nobody_answered_is_found_and_not_sent_again() -> None:
    desk, trouble = in_trouble(Answer("in-doubt", "texts/taken-in-silence", "no-answer"))
    assert desk.sends() == Outcome(result="accepted", reference="texts/taken-in-silence", traced=False)
    assert (len(trouble.asked), len(desk.carried())) == (1, 1)


def test_a_reminder_nobody_knows_of_is_sent_once_more_and_then_a_person_must_look() -> None:
    silence = Answer("in-doubt", why="no-answer")
    desk, trouble = in_trouble(silence)
    assert desk.sends().result == "accepted"
    assert (len(trouble.asked), desk.entry().resends) == (2, 1)
    desk, trouble = in_trouble(silence, silence)
    assert desk.sends() == Outcome(result="failed", why="unknown")
    assert (len(trouble.asked), desk.entry().state) == (2, "unknown")


def test_a_text_that_went_out_twice_after_all_raises_an_alarm(caplog: pytest.LogCaptureFixture) -> None:
    desk, _ = in_trouble(Answer("in-doubt", "texts/one", "no-answer"))
    with pytest.raises(ApplicationError):
        desk.tries_once()
    assert isinstance(desk.texts, RememberedTexts)
    desk.texts.trouble = lambda _: Answer("in-doubt", "texts/two", "no-answer")
    entry = desk.entry()
    desk.texts.send(OutgoingText(f"{REFERRAL}/{KEY}", entry.token, MOBILE, "See you", HOUR))
    assert desk.sends().reference == "texts/one"
    assert desk.entry().second == "texts/two"
    assert "went out twice" in caplog.text
    assert MOBILE not in caplog.text


def test_a_kind_that_may_not_be_doubled_becomes_a_task_without_a_second_try() -> None:
    desk, trouble = in_trouble(Answer("in-doubt", why="no-answer"))
    desk.rules = quick(sent_again=frozenset())
    assert desk.sends() == Outcome(result="failed", why="unknown")
    assert len(trouble.asked) == 1


def test_a_report_under_our_token_ends_the_doubt() -> None:
    desk, trouble = in_trouble(Answer("in-doubt", why="no-answer"))
    with pytest.raises(ApplicationError):
        desk.tries_once()
    desk.ledger.receipt(Receipt(desk.entry().token, "SM1", "delivered", datetime.now(UTC)))
    assert desk.tries_once() == Outcome(result="accepted", reference="SM1", traced=False)
    assert len(trouble.asked) == 1


def test_a_number_that_said_stop_gets_nothing_and_another_does() -> None:
    desk = TextDesk()
    desk.ledger.stop(MOBILE, SAID_AT)
    assert desk.sends() == Outcome(result="refused", why="stopped")
    assert desk.sends("reminder/session-4/1", "+447700900456").result == "accepted"


def test_a_number_that_stops_between_claim_and_sending_gets_nothing() -> None:
    desk = TextDesk()

    class StopsAtTheLastMoment(type(desk.ledger)):  # type: ignore[misc]
        def claim(self, *arguments: object) -> object:
            granted = super().claim(*arguments)
            self.stop(MOBILE, SAID_AT)
            return granted

    desk.ledger = StopsAtTheLastMoment()
    assert desk.sends() == Outcome(result="refused", why="stopped")
    assert desk.carried() == []


def test_ten_thousand_texts_by_mistake_are_three_to_a_person() -> None:
    desk = TextDesk()
    outcomes = [desk.sends(f"reminder/session-{number}/1") for number in range(40)]
    assert [each.result for each in outcomes].count("accepted") == 3
    assert {each.why for each in outcomes[3:]} == {"cap-person"}


def test_over_the_cap_for_all_a_text_waits_for_tomorrow_morning_and_then_goes() -> None:
    desk = TextDesk(rules=quick(caps=Caps(person=3, everybody=1)))
    assert desk.sends("reminder/session-2/1").result == "accepted"
    with pytest.raises(ApplicationError) as later:
        desk.tries_once()
    assert later.value.type == "cap-everybody"
    assert later.value.next_retry_delay is not None
    assert round(later.value.next_retry_delay / HOUR) == 19
    assert desk.sends(waited=later.value.next_retry_delay).result == "accepted"


def test_a_carrier_tries_no_longer_than_the_text_is_of_use_or_phones_may_ring() -> None:
    desk, trouble = in_trouble()
    desk.sends()
    desk.sends("reminder/session-4/1", said_at=STARTS_AT - HOUR / 12)
    for_the_evening, for_minutes = trouble.asked
    assert round(for_the_evening.valid_for / HOUR, 2) == 6
    assert round(for_minutes.valid_for / HOUR, 2) == 0.08


def test_a_failure_says_a_code_and_nobodys_number() -> None:
    desk, _ = in_trouble(Answer("in-doubt", why="no-answer"))
    with pytest.raises(ApplicationError) as later:
        desk.tries_once()
    assert str(later.value) == "no-answer: not yet: no-answer"


def test_the_time_outs_are_in_order() -> None:
    rules = TextingRules()
    assert rules.longest_call < rules.lease < TEXTING.attempt
    assert rules.looks[0] == timedelta()
    assert list(rules.looks) == sorted(rules.looks)


def test_a_text_to_a_later_contact_sheet_is_another_text() -> None:
    desk = TextDesk()
    desk.sends()
    later = a_reminder(to="+447700900456", recipient_version=2)
    assert desk.tries_once(later).result == "accepted"
    assert [to for to, _ in desk.carried()] == [MOBILE, "+447700900456"]
