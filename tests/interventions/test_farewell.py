"""The closure letter: to whoever was introduced, by a safe letter, never to the dead."""

import pytest

from interventions.case import Case
from interventions.life.endings import conclude, farewell
from interventions.meetings.appointment import ASSESSMENT
from interventions.vocabulary import Channel, Stage, WithdrawalCode
from interventions.words.correspondence import ClosureLetter, PostLetter
from interventions.words.papers import appointment_letter
from tests.builders import a_case_at, names, told
from tests.sayings import a_booking, a_withdrawal, at

NOW = at("2026-07-20T10:00")
SILENT = {WithdrawalCode.DIED, WithdrawalCode.MISTAKEN_OR_DUPLICATE, WithdrawalCode.RETURNED_TO_CUSTODY}


def with_letters(case: Case, safe: dict[Channel, bool]) -> Case:
    contact = case.referral.participant.contact.model_copy(update={"safe": safe})
    participant = case.referral.participant.model_copy(update={"contact": contact})
    referral = case.referral.model_copy(update={"participant": participant})
    return case.model_copy(update={"referral": referral})


def test_the_last_letter_thanks_and_says_whom_to_ask() -> None:
    (fact,) = farewell(a_case_at(Stage.END_OF_SERVICE), NOW)
    assert fact.fact == "WordRequested"
    assert isinstance(fact.errand, PostLetter)
    assert fact.errand.key == "closure"
    assert fact.errand.paper == ClosureLetter(name="Callum Redfearn", caseworker="Sam Okafor")


@pytest.mark.parametrize("code", WithdrawalCode)
def test_an_early_end_says_goodbye_too_unless_there_is_nobody_to_say_it_to(code: WithdrawalCode) -> None:
    case = told(a_case_at(Stage.ASSESSMENT), a_withdrawal(code))
    said = ["InterventionConcluded"] if code in SILENT else ["WordRequested", "InterventionConcluded"]
    assert names(conclude(case, NOW))[-len(said) :] == said
    assert ("WordRequested" in names(conclude(case, NOW))) is (code not in SILENT)


def test_whoever_was_never_introduced_gets_no_goodbye() -> None:
    assert list(farewell(told(a_case_at(Stage.REFERRAL), a_withdrawal()), NOW)) == []


@pytest.mark.parametrize(
    ("safe", "why"),
    [
        pytest.param({Channel.LETTER: False}, "unsafe", id="not safe"),
        pytest.param({Channel.TEXT: True}, "not-known-safe", id="nobody knows"),
    ],
)
def test_a_letter_that_is_not_safe_is_withheld_and_nobody_is_asked(
    safe: dict[Channel, bool], why: str
) -> None:
    (fact,) = farewell(with_letters(a_case_at(Stage.END_OF_SERVICE), safe), NOW)
    assert fact.fact == "WordWithheld"
    assert (fact.key, fact.why) == ("closure", why)


def test_a_policy_pinned_before_there_was_one_sends_none() -> None:
    case = a_case_at(Stage.END_OF_SERVICE)
    policy = case.terms.policy.model_copy(update={"closure_letter": False})
    case = case.model_copy(update={"terms": case.terms.model_copy(update={"policy": policy})})
    assert list(farewell(case, NOW)) == []


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(told(a_case_at(Stage.ASSESSMENT), a_booking("2026-06-08T14:00")), id="the first"),
        pytest.param(a_case_at(Stage.DELIVERY), id="a session"),
    ],
)
def test_an_appointment_letter_sets_out_one_date(case: Case) -> None:
    (date,) = case.live
    letter = appointment_letter(case, date)
    assert (letter.name, letter.caseworker) == ("Callum Redfearn", "Sam Okafor")
    assert letter.first is (date.slot == ASSESSMENT)
    assert (letter.date.starts_at, letter.date.minutes) == (date.starts_at, date.minutes)
    assert (letter.date.contact, letter.date.place) == (date.contact, date.place)
