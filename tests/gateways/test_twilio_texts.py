"""Twilio's gateway on the stand-in: every trouble becomes what is certain, and nobody gets a text twice."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from temporalio.exceptions import ApplicationError

from activities.carrying import CannotLook
from examples.twilio.account import Account, Form, Trouble
from gateways.twilio_texts import TwilioTexts
from interventions.words.correspondence import Outcome
from tests.activities.text_desk import MOBILE, TextDesk, quick
from tests.gateways.carriers import SENDER, Carrier, twilio
from tests.gateways.text_intents import an_outgoing

KEY = "a/b"
LANDLINE, BAD = "+447700900001", "+447700900002"


@pytest.fixture
def account() -> Account:
    return Account()


@pytest.fixture
def carrier(account: Account, tmp_path: Path) -> Iterator[Carrier]:
    with twilio(tmp_path, account) as opened:
        yield opened


def first(trouble: Trouble, account: Account) -> None:
    """The first text meets trouble, and the next do not."""

    def choose(_: Form) -> Trouble:
        return trouble if account.asked == 1 else "none"

    account.trouble = choose


@pytest.mark.parametrize(
    ("trouble", "said", "why"),
    [
        ("none", "taken", ""),
        ("slow", "taken", ""),
        ("truncated", "taken", ""),
        ("busy", "not-now", "rate-limited"),
        ("500", "in-doubt", "provider-error"),
        ("500-taken", "in-doubt", "provider-error"),
        ("503", "in-doubt", "provider-error"),
        ("hang", "in-doubt", "no-answer"),
        ("hang-taken", "in-doubt", "no-answer"),
        ("cut", "in-doubt", "no-answer"),
        ("cut-taken", "in-doubt", "no-answer"),
    ],
)
def test_each_trouble_is_called_what_is_certain_of_it(
    carrier: Carrier, account: Account, trouble: Trouble, said: str, why: str
) -> None:
    first(trouble, account)
    answer = carrier.desk.texts.send(an_outgoing(KEY))
    assert (answer.said, answer.why) == (said, why)
    assert account.asked == 1


@pytest.mark.parametrize(
    "trouble",
    ["slow", "truncated", "busy", "500", "500-taken", "503", "hang", "hang-taken", "cut", "cut-taken"],
)
def test_whatever_happens_to_a_reminder_it_arrives_once(
    carrier: Carrier, account: Account, trouble: Trouble
) -> None:
    first(trouble, account)
    assert carrier.desk.sends().result == "accepted"
    assert len(account.messages) == 1


def test_a_carrier_that_cannot_be_reached_has_certainly_taken_nothing(tmp_path: Path) -> None:
    with twilio(tmp_path, base_url="http://127.0.0.1:1") as nowhere:
        answer = nowhere.desk.texts.send(an_outgoing(KEY))
    assert (answer.said, answer.why) == ("not-now", "provider-unreachable")


def test_a_text_says_where_to_report_how_long_it_is_of_use_and_no_more(
    carrier: Carrier, account: Account
) -> None:
    carrier.desk.sends()
    form = account.messages[0].form
    assert form["StatusCallback"] == f"http://127.0.0.1:1/twilio/status/{carrier.desk.entry().token}"
    assert (form["To"], form["From"]) == (MOBILE, SENDER)
    assert 21_500 < int(form["ValidityPeriod"]) <= 21_600  # to an hour after phones may ring
    assert set(form) == {"To", "From", "Body", "StatusCallback", "ValidityPeriod"}


@pytest.mark.parametrize(
    ("number", "code", "why"),
    [
        pytest.param(LANDLINE, 21614, "landline", id="a landline"),
        pytest.param(BAD, 21211, "invalid-number", id="no number"),
        pytest.param(MOBILE, 21610, "opted-out", id="said STOP to the number itself"),
        pytest.param(BAD, 29999, "code-29999", id="a code nobody has met"),
    ],
)
def test_what_is_refused_for_good_is_asked_for_once(
    carrier: Carrier, account: Account, number: str, code: int, why: str
) -> None:
    account.refusals[number] = (400, code)
    assert [carrier.desk.sends(to=number) for _ in range(3)] == [Outcome(result="refused", why=why)] * 3
    assert (account.asked, account.messages) == (1, [])


def test_a_number_that_said_stop_to_twilio_is_stopped_for_every_text(
    carrier: Carrier, account: Account
) -> None:
    account.opted_out.add(MOBILE)
    assert carrier.desk.sends().why == "opted-out"
    assert carrier.desk.sends("reminder/session-4/1").why == "stopped"
    assert account.asked == 1


def test_a_wrong_account_stops_the_sender_and_not_the_case(carrier: Carrier, account: Account) -> None:
    account.refusals[""] = (401, 20003)
    for _ in range(3):
        with pytest.raises(ApplicationError) as later:
            carrier.desk.tries_once()
        assert (later.value.type, later.value.non_retryable) == ("account-refused", False)
    assert account.asked == 1
    assert carrier.desk.entry().state == "planned"


def test_told_to_wait_nobody_calls_until_then(carrier: Carrier, account: Account) -> None:
    account.trouble, account.retry_after = (lambda _: "busy"), 60
    for _ in range(3):
        with pytest.raises(ApplicationError) as later:
            carrier.desk.tries_once()
        assert later.value.next_retry_delay is not None
        assert timedelta(seconds=50) < later.value.next_retry_delay <= timedelta(seconds=60)
    assert account.asked == 1


def test_without_evidence_a_reminder_goes_twice_at_most_and_is_then_unknown(
    carrier: Carrier, account: Account
) -> None:
    account.trouble, account.list_lag = (lambda _: "500-taken"), None
    assert carrier.desk.sends() == Outcome(result="failed", why="unknown")
    assert account.asked == 2


def test_while_the_list_cannot_be_read_nothing_is_decided(carrier: Carrier, account: Account) -> None:
    first("500-taken", account)
    account.list_away = True
    for _ in range(6):
        with pytest.raises(ApplicationError):
            carrier.desk.tries_once()
    account.list_away = False
    assert carrier.desk.sends().result == "accepted"
    assert len(account.messages) == 1


def test_another_text_to_the_number_is_never_taken_for_this_one(carrier: Carrier, account: Account) -> None:
    carrier.desk.sends("reminder/session-2/1")
    account.trouble = lambda _: "cut"
    assert carrier.desk.sends() == Outcome(result="failed", why="unknown")


def test_texts_of_others_who_share_the_account_are_not_ours(carrier: Carrier, account: Account) -> None:
    first("cut", account)
    account.take({"To": MOBILE, "From": "+447700900998", "Body": "Not ours"})
    outcome = carrier.desk.sends()
    assert outcome.result == "accepted"
    assert outcome.reference == account.messages[-1].sid
    assert account.asked == 2


def test_a_number_outside_the_country_is_never_asked_for(tmp_path: Path) -> None:
    account = Account()
    with twilio(tmp_path, account, crown_dependencies=False) as carrier:
        for number in ("+12025550123", "+442079460018", "+447624123456"):
            assert carrier.desk.texts.send(an_outgoing(KEY, number)).why == "invalid-number"
    assert account.asked == 0


def test_how_a_text_is_doing_can_be_asked(carrier: Carrier, account: Account) -> None:
    reference = carrier.desk.sends().reference
    account.messages[0].status, account.messages[0].error_code = "undelivered", 30005
    receipt = carrier.desk.texts.look_up(reference)
    assert receipt is not None
    assert (receipt.state, receipt.why) == ("undelivered", "invalid-number")
    account.list_away = True
    with pytest.raises(CannotLook):
        carrier.desk.texts.look_up(reference)


def test_nobodys_number_is_written_to_a_log_or_said_in_an_error(
    carrier: Carrier, account: Account, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("twilio").setLevel(logging.WARNING)
    for trouble in ("none", "500", "cut", "busy"):
        first(trouble, account)
        account.asked = 0
        answer = carrier.desk.texts.send(an_outgoing(f"{KEY}/{trouble}"))
        carrier.desk.texts.find(an_outgoing(KEY), datetime.now(UTC))
        assert MOBILE not in repr(answer)
    ours = [line.getMessage() for line in caplog.records if not line.name.startswith(("httpx", "httpcore"))]
    assert not [line for line in ours if MOBILE.removeprefix("+") in line]


def test_two_desks_over_one_ledger_send_a_text_once(carrier: Carrier, account: Account) -> None:
    other = TextDesk(carrier.desk.texts, carrier.desk.ledger, rules=quick())
    first("cut-taken", account)
    assert {carrier.desk.sends(), other.sends()} == {carrier.desk.sends()}
    assert len(account.messages) == 1
    assert isinstance(carrier.desk.texts, TwilioTexts)
