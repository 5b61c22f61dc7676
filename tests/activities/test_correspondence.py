"""Saying things in writing: worded, handed over under the business key, and never too late to be of use."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from temporalio.testing import ActivityEnvironment

from activities.correspondence import (
    DocumentErrand,
    LetterErrand,
    PaperActivities,
    TextActivities,
    TextErrand,
)
from gateways.in_memory import RememberedDocuments, RememberedLetters, RememberedTexts
from gateways.wording import JinjaWording
from interventions.correspondence import PostLetter, ProduceDocument, SendText
from interventions.participant import Address
from interventions.vocabulary import Language, LetterFormat
from tests.templates.examples import a_report, a_session_reminder, a_welcome

REFERRAL = UUID("7d3c1a52-9a55-4f0e-8f31-6c1f0a7b9d10")
MOBILE = "+447700900123"
SAID_AT = datetime(2026, 3, 9, 14, tzinfo=UTC)
STARTS_AT = datetime(2026, 3, 10, 14, tzinfo=UTC)
WORDING = JinjaWording()


@dataclass
class TextDesk:
    """The activity that sends texts, over a carrier that remembers."""

    texts: RememberedTexts = field(default_factory=RememberedTexts)

    def sends(self, *, said_at: datetime = SAID_AT, waited: timedelta = timedelta()) -> str:
        """The result of a reminder said at `said_at`, which has `waited` in the queue since."""
        temporal = ActivityEnvironment()
        temporal.info = replace(temporal.info, scheduled_time=datetime.now(UTC) - waited)
        text = TextErrand(referral_id=REFERRAL, said_at=said_at, errand=a_reminder())
        return temporal.run(TextActivities(self.texts, WORDING).send_text, text).result


def a_reminder() -> SendText:
    return SendText(
        key="reminder/session-3/1",
        to=MOBILE,
        language=Language.ENGLISH,
        saying=a_session_reminder(starts_at=STARTS_AT),
        useless_after=STARTS_AT,
    )


def test_a_text_goes_out_in_words_under_the_referrals_key() -> None:
    desk = TextDesk()
    assert desk.sends() == "accepted"
    (text,) = desk.texts.sent
    assert text.key == f"{REFERRAL}/reminder/session-3/1"
    assert text.to == MOBILE
    assert text.words.startswith("Reminder: we are meeting on Tuesday 10 March at 2pm, in person.")


@pytest.mark.parametrize(
    ("said_at", "waited", "result"),
    [
        pytest.param(STARTS_AT - timedelta(hours=24), timedelta(), "accepted", id="a day ahead"),
        pytest.param(STARTS_AT - timedelta(minutes=5), timedelta(), "accepted", id="late, and still of use"),
        pytest.param(STARTS_AT, timedelta(), "expired", id="the meeting begins"),
        pytest.param(STARTS_AT + timedelta(days=1), timedelta(), "expired", id="it was yesterday"),
        pytest.param(
            STARTS_AT - timedelta(hours=2),
            timedelta(hours=1),
            "accepted",
            id="it waited, and an hour is left",
        ),
        pytest.param(
            STARTS_AT - timedelta(hours=2), timedelta(hours=2), "expired", id="it waited for too long"
        ),
    ],
)
def test_a_text_goes_out_only_while_it_is_of_use(said_at: datetime, waited: timedelta, result: str) -> None:
    desk = TextDesk()
    assert desk.sends(said_at=said_at, waited=waited) == result
    assert len(desk.texts.sent) == (1 if result == "accepted" else 0)


def test_a_second_attempt_sends_nothing_more() -> None:
    desk = TextDesk()
    assert [desk.sends(), desk.sends()] == ["accepted", "accepted"]
    assert len(desk.texts.sent) == 1


def test_a_refused_number_is_an_answer_and_not_an_error() -> None:
    desk = TextDesk(RememberedTexts(refusing=frozenset({MOBILE})))
    assert desk.sends() == "refused"
    assert desk.texts.sent == ()


def test_a_letter_is_posted_to_its_address_in_its_format() -> None:
    letters, home = RememberedLetters(), Address(lines=("4 Acacia Row",), postcode="ZZ1 1ZZ")
    errand = PostLetter(
        key="welcome/1",
        to="Callum Redfearn",
        address=home,
        language=Language.WELSH,
        letter_format=LetterFormat.LARGE_PRINT,
        paper=a_welcome(),
    )
    papers = PaperActivities(letters, RememberedDocuments(), WORDING)
    outcome = ActivityEnvironment().run(papers.post_letter, LetterErrand(referral_id=REFERRAL, errand=errand))
    (letter,) = letters.posted
    assert outcome.result == "accepted"
    assert (letter.key, letter.to, letter.address) == (f"{REFERRAL}/welcome/1", "Callum Redfearn", home)
    assert letter.page == WORDING.paper(a_welcome(), Language.WELSH, LetterFormat.LARGE_PRINT)


def test_a_document_is_filed_and_its_place_comes_back() -> None:
    documents = RememberedDocuments()
    errand = ProduceDocument(
        key="end-of-service-report",
        language=Language.ENGLISH,
        letter_format=LetterFormat.STANDARD,
        paper=a_report(),
    )
    papers = PaperActivities(RememberedLetters(), documents, WORDING)
    outcome = ActivityEnvironment().run(
        papers.produce_document, DocumentErrand(referral_id=REFERRAL, errand=errand)
    )
    (document,) = documents.kept
    assert outcome.reference == f"documents/{REFERRAL}/end-of-service-report"
    assert document.page == WORDING.paper(a_report(), Language.ENGLISH, LetterFormat.STANDARD)
