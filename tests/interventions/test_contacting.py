"""Saying something in writing only where that is safe, and asking a person once."""

from collections.abc import Callable

import pytest

from interventions.case import Case
from interventions.evolve import evolve_all
from interventions.facts import TaskOpened, WordRequested, WordWithheld
from interventions.participant import Address, ContactSheet
from interventions.vocabulary import Channel, ContactType, Language, LetterFormat, Role
from interventions.words.contacting import ask, by_letter, by_text, on_file
from interventions.words.correspondence import (
    PostLetter,
    ProduceDocument,
    SendText,
    SessionReminder,
    WelcomeLetter,
)
from tests.builders import a_case, a_referral, names
from tests.sayings import at

NOW, MEETING = at("2026-06-09T10:00"), at("2026-06-10T10:00")
HOME = Address(lines=("14 Larkrise Terrace",), postcode="ZZ1 1ZZ")
SAYING = SessionReminder(starts_at=MEETING, contact=ContactType.PHONE)
PAPER = WelcomeLetter(name="Callum Redfearn", caseworker="Sam Okafor", services=("Lifestyle",))
BOTH_SAFE = {Channel.TEXT: True, Channel.LETTER: True}


def reached(**sheet: object) -> Case:
    """A participant with a mobile and an address, but for what `sheet` changes."""
    usual = {"mobile": "+447700900112", "address": HOME, "safe": BOTH_SAFE}
    return a_case(a_referral(sent="2026-03-02T10:00", contact=ContactSheet.model_validate(usual | sheet)))


NOT_REACHED = [
    pytest.param({"safe": {}}, "not-known-safe", id="nobody has said whether it is safe"),
    pytest.param({"safe": {Channel.TEXT: False, Channel.LETTER: False}}, "unsafe", id="it is not safe"),
    pytest.param({"mobile": None, "address": None}, "no-details", id="safe, and leads nowhere"),
]


def test_a_text_goes_to_the_mobile_in_the_reader_s_language_until_the_meeting() -> None:
    case = reached(language=Language.WELSH)
    (fact,) = by_text(case, "reminder/session-1/1", SAYING, at=NOW, useless_after=MEETING)
    assert isinstance(fact, WordRequested)
    assert fact.errand == SendText(
        key="reminder/session-1/1",
        to="+447700900112",
        language=Language.WELSH,
        saying=SAYING,
        useless_after=MEETING,
    )


def test_a_letter_goes_home_in_the_reader_s_format() -> None:
    case = reached(letter_format=LetterFormat.EASY_READ)
    (fact,) = by_letter(case, "welcome/1", PAPER, at=NOW)
    assert isinstance(fact, WordRequested)
    assert isinstance(fact.errand, PostLetter)
    assert (fact.errand.to, fact.errand.address) == ("Callum Redfearn", HOME)
    assert fact.errand.letter_format is LetterFormat.EASY_READ


@pytest.mark.parametrize(("sheet", "why"), NOT_REACHED)
def test_no_text_goes_where_it_may_not_and_the_caseworker_is_asked(
    sheet: dict[str, object], why: str
) -> None:
    withheld, asked = by_text(reached(**sheet), "reminder/session-1/1", SAYING, at=NOW, useless_after=MEETING)
    assert withheld == WordWithheld(at=NOW, key="reminder/session-1/1", channel=Channel.TEXT, why=why)
    assert isinstance(asked, TaskOpened)
    assert (asked.task.id, asked.task.owner) == ("reach/reminder/session-1/1", Role.CASEWORKER)
    assert why.replace("-", " ") in asked.task.what


@pytest.mark.parametrize(("sheet", "why"), NOT_REACHED)
def test_no_letter_goes_where_it_may_not_and_it_is_kept_to_be_handed_over(
    sheet: dict[str, object], why: str
) -> None:
    withheld, asked, filed = by_letter(reached(**sheet), "welcome/1", PAPER, at=NOW)
    assert withheld == WordWithheld(at=NOW, key="welcome/1", channel=Channel.LETTER, why=why)
    assert isinstance(asked, TaskOpened)
    assert isinstance(filed, WordRequested)
    assert isinstance(filed.errand, ProduceDocument)
    assert (filed.errand.key, filed.errand.paper) == ("welcome/1/by-hand", PAPER)


@pytest.mark.parametrize(
    ("safe", "text", "letter"),
    [
        pytest.param({Channel.TEXT: True}, "WordRequested", "WordWithheld", id="text alone is safe"),
        pytest.param({Channel.LETTER: True}, "WordWithheld", "WordRequested", id="letter alone is safe"),
    ],
)
def test_that_one_channel_is_safe_says_nothing_of_the_other(
    safe: dict[Channel, bool], text: str, letter: str
) -> None:
    case = reached(safe=safe)
    assert names(by_text(case, "a", SAYING, at=NOW, useless_after=MEETING))[0] == text
    assert names(by_letter(case, "b", PAPER, at=NOW))[0] == letter


def test_a_document_is_filed_whatever_the_sheet_says() -> None:
    (fact,) = on_file(reached(safe={}, mobile=None, address=None), "report", PAPER, at=NOW)
    assert isinstance(fact, WordRequested)
    assert fact.errand.errand == "document"


@pytest.mark.parametrize(
    ("asked_at", "due"),
    [
        pytest.param("2026-06-09T10:00", "2026-06-12T00:00", id="two working days: the end of Thursday"),
        pytest.param("2026-06-12T10:00", "2026-06-17T00:00", id="over a weekend"),
        pytest.param("2026-04-02T10:00", "2026-04-09T00:00", id="over Easter"),
        pytest.param("2026-06-09T23:59:59", "2026-06-12T00:00", id="the last second of a summer day"),
        pytest.param("2026-12-01T00:00", "2026-12-04T00:00", id="the first of a winter day"),
    ],
)
def test_a_person_is_asked_once_and_has_two_working_days(asked_at: str, due: str) -> None:
    def asking(case: Case) -> tuple[TaskOpened, ...]:
        what = "Read it"
        facts = ask(case, "read/1", "record", Role.CASEWORKER, what, about="session-1/1", at=at(asked_at))
        return tuple(fact for fact in facts if isinstance(fact, TaskOpened))

    case = reached()
    (fact,) = asking(case)
    assert (fact.at, fact.task.opened_at, fact.task.due) == (at(asked_at), at(asked_at), at(due))
    assert asking(evolve_all(case, [fact])) == ()


@pytest.mark.parametrize(
    ("channel", "sheet", "answer"),
    [
        pytest.param(Channel.TEXT, ContactSheet, "not-known-safe", id="an empty sheet"),
        pytest.param(
            Channel.TEXT, lambda: ContactSheet(safe=BOTH_SAFE, address=HOME), "no-details", id="no mobile"
        ),
        pytest.param(
            Channel.LETTER,
            lambda: ContactSheet(safe=BOTH_SAFE, mobile="+447700900112"),
            "no-details",
            id="no home",
        ),
        pytest.param(
            Channel.LETTER, lambda: ContactSheet(safe=BOTH_SAFE, address=HOME), "yes", id="safe, and a home"
        ),
    ],
)
def test_a_sheet_says_how_somebody_can_be_reached(
    channel: Channel, sheet: Callable[[], ContactSheet], answer: str
) -> None:
    assert sheet().reach_by(channel) == answer
