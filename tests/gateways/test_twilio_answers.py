"""Twilio's codes in our words: each has one meaning, and what may have been taken is never a refusal."""

from datetime import UTC, datetime, timedelta

import pytest

from gateways.twilio_answers import HALTED, NOT_NOW, REFUSED, answer_of, receipt_of, why_of

AT = datetime(2026, 3, 9, 14, tzinfo=UTC)
AFTER = timedelta(seconds=7)


def test_no_code_means_two_things() -> None:
    assert not REFUSED.keys() & HALTED.keys()
    assert not NOT_NOW.keys() & (REFUSED.keys() | HALTED.keys())
    assert len(REFUSED) + len(HALTED) + len(NOT_NOW) >= 30


@pytest.mark.parametrize("code", sorted({*REFUSED, *HALTED, *NOT_NOW}))
@pytest.mark.parametrize("status", [500, 502, 503, 504, 408])
def test_behind_an_error_of_the_server_no_code_but_a_limit_is_believed(code: int, status: int) -> None:
    said = answer_of(status, code).said
    assert said == ("not-now" if code in NOT_NOW else "in-doubt")


@pytest.mark.parametrize("code", sorted(REFUSED))
def test_a_refused_number_or_text_is_refused(code: int) -> None:
    assert (answer_of(400, code).said, answer_of(400, code).why) == ("refused", REFUSED[code])


@pytest.mark.parametrize("code", sorted(HALTED))
def test_a_fault_of_our_account_halts_the_sender(code: int) -> None:
    assert answer_of(400, code).said == "halted"


@pytest.mark.parametrize(
    ("status", "code", "said", "why"),
    [
        (429, None, "not-now", "rate-limited"),
        (429, 20429, "not-now", "rate-limited"),
        (401, None, "halted", "account-refused"),
        (403, 999, "halted", "account-refused"),
        (404, None, "halted", "address-wrong"),
        (302, None, "halted", "address-wrong"),
        (400, 29999, "refused", "code-29999"),
        (400, None, "refused", "status-400"),
    ],
)
def test_an_answer_without_a_known_code_goes_by_its_status(
    status: int, code: int | None, said: str, why: str
) -> None:
    answer = answer_of(status, code, AFTER)
    assert (answer.said, answer.why) == (said, why)


def test_how_long_to_stay_away_is_passed_on() -> None:
    assert answer_of(429, 20429, AFTER).after == AFTER


@pytest.mark.parametrize(
    ("status", "code", "state", "why"),
    [
        ("queued", None, "accepted", ""),
        ("sent", None, "accepted", ""),
        ("delivered", None, "delivered", ""),
        ("DELIVERED", None, "delivered", ""),
        ("undelivered", 30003, "undelivered", "unreachable"),
        ("undelivered", 30036, "undelivered", "expired"),
        ("failed", 30006, "failed", "landline"),
        ("failed", 77777, "failed", "code-77777"),
        ("canceled", None, "failed", ""),
    ],
)
def test_a_status_in_our_words(status: str, code: int | None, state: str, why: str) -> None:
    receipt = receipt_of("t", "SM1", status, code, AT)
    assert receipt is not None
    assert (receipt.state, receipt.why, receipt.token, receipt.reference) == (state, why, "t", "SM1")


@pytest.mark.parametrize(("reference", "status"), [("SM1", "received"), ("SM1", ""), ("", "delivered")])
def test_a_status_of_no_meaning_is_none(reference: str, status: str) -> None:
    assert receipt_of("t", reference, status, None, AT) is None


def test_why_a_text_did_not_arrive_is_a_code_of_ours() -> None:
    assert (why_of(None), why_of(30005), why_of(12345)) == ("", "invalid-number", "code-12345")
