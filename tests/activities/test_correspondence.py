"""Saying things in writing: worded, handed over under the business key, and never too late to be of use."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from temporalio.testing import ActivityEnvironment

from activities.correspondence import (
    DocumentErrand,
    LetterAsked,
    LetterErrand,
    PaperActivities,
    SuppressErrand,
)
from gateways.in_memory import RememberedDocuments, RememberedLetters, RememberedSuppression
from gateways.printing import Printing
from gateways.wording import JinjaWording
from interventions.participant import Address
from interventions.vocabulary import Language, LetterFormat
from interventions.words.correspondence import (
    AskReceipt,
    Outcome,
    PostLetter,
    ProduceDocument,
    SuppressContact,
)
from tests.activities.text_desk import TextDesk
from tests.templates.examples import a_report, a_welcome

REFERRAL = UUID("7d3c1a52-9a55-4f0e-8f31-6c1f0a7b9d10")
ANOTHER_REFERRAL = UUID("00000000-0000-4000-8000-000000000002")
CRN, ANOTHER_CRN = "X375690", "X375691"
MOBILE = "+447700900123"
SAID_AT = datetime(2026, 3, 9, 14, tzinfo=UTC)
STARTS_AT = datetime(2026, 3, 10, 14, tzinfo=UTC)
WORDING = JinjaWording()


@dataclass
class PaperDesk:
    """The activities on paper, over carriers that remember."""

    letters: RememberedLetters = field(default_factory=RememberedLetters)
    documents: RememberedDocuments = field(default_factory=RememberedDocuments)
    suppression: RememberedSuppression = field(default_factory=RememberedSuppression)

    @property
    def activities(self) -> PaperActivities:
        return PaperActivities(self.letters, self.documents, Printing(WORDING), self.suppression)

    def posts(self, errand: PostLetter, crn: str = CRN) -> Outcome:
        letter = LetterErrand(referral_id=REFERRAL, crn=crn, errand=errand)
        return ActivityEnvironment().run(self.activities.post_letter, letter)

    def produces(self, errand: ProduceDocument) -> Outcome:
        document = DocumentErrand(referral_id=REFERRAL, errand=errand)
        return ActivityEnvironment().run(self.activities.produce_document, document)

    def hears_of_a_death(self, referral_id: UUID = REFERRAL, crn: str = CRN) -> Outcome:
        errand = SuppressContact(key="suppress-contact", crns=(crn,))
        death = SuppressErrand(referral_id=referral_id, errand=errand)
        return ActivityEnvironment().run(self.activities.suppress_contact, death)


def a_letter() -> PostLetter:
    return PostLetter(
        key="welcome/1",
        to="Callum Redfearn",
        address=Address(lines=("4 Acacia Row",), postcode="ZZ1 1ZZ"),
        language=Language.WELSH,
        letter_format=LetterFormat.LARGE_PRINT,
        paper=a_welcome(),
    )


def a_document() -> ProduceDocument:
    return ProduceDocument(
        key="end-of-service-report",
        language=Language.ENGLISH,
        letter_format=LetterFormat.STANDARD,
        paper=a_report(),
    )


def test_a_letter_is_posted_to_its_address_in_its_format() -> None:
    desk, errand = PaperDesk(), a_letter()
    assert desk.posts(errand).result == "accepted"
    (letter,) = desk.letters.posted
    assert (letter.key, letter.envelope.to) == (f"{REFERRAL}/welcome/1", "Callum Redfearn")
    assert letter.envelope.address == errand.address
    page = WORDING.paper(a_welcome(), Language.WELSH, LetterFormat.LARGE_PRINT, envelope=errand.envelope)
    assert letter.printed.content.decode() == page


def test_a_letter_is_followed_where_its_carrier_can_say_what_became_of_it() -> None:
    failed = Outcome(result="did-not-arrive", why="validation-failed")
    desk = PaperDesk(letters=RememberedLetters(follows={f"{REFERRAL}/welcome/1": failed}))
    assert (PaperDesk().posts(a_letter()).traced, desk.posts(a_letter()).traced) == (False, True)
    errand = AskReceipt(key="receipt/welcome/1/check-1", about="welcome/1", of="letter")
    asked = LetterAsked(referral_id=REFERRAL, errand=errand)
    assert ActivityEnvironment().run(desk.activities.ask_letter, asked) == failed


def test_a_document_is_filed_and_its_place_comes_back() -> None:
    desk = PaperDesk()
    assert desk.produces(a_document()).reference == f"documents/{REFERRAL}/end-of-service-report"
    (document,) = desk.documents.kept
    assert document.printed.content.decode() == WORDING.paper(
        a_report(), Language.ENGLISH, LetterFormat.STANDARD
    )


def test_after_a_death_neither_text_nor_letter_goes_out_and_the_report_is_still_produced() -> None:
    papers = PaperDesk()
    texts = TextDesk(suppression=papers.suppression)
    assert papers.hears_of_a_death().result == "accepted"
    refused = Outcome(result="refused", why="suppressed")
    assert (texts.sends(), papers.posts(a_letter())) == (refused, refused)
    assert papers.produces(a_document()).result == "accepted"
    assert (texts.carried(), papers.letters.posted) == ([], ())
    assert len(papers.documents.kept) == 1


def test_a_death_heard_of_by_one_intervention_holds_for_the_persons_others() -> None:
    papers = PaperDesk()
    papers.hears_of_a_death(ANOTHER_REFERRAL, crn=f" {CRN.lower()}")
    texts = TextDesk(suppression=papers.suppression)
    assert [texts.sends().why, papers.posts(a_letter()).why] == ["suppressed", "suppressed"]


def test_a_death_silences_nobody_else() -> None:
    papers = PaperDesk()
    papers.hears_of_a_death()
    texts = TextDesk(suppression=papers.suppression)
    assert texts.sends(crn=ANOTHER_CRN).result == "accepted"
    assert papers.posts(a_letter(), ANOTHER_CRN).result == "accepted"


def test_a_death_heard_of_twice_is_entered_once_and_answered_alike() -> None:
    papers = PaperDesk()
    assert papers.hears_of_a_death() == papers.hears_of_a_death(ANOTHER_REFERRAL)
    assert papers.suppression.holds(CRN)


def test_what_was_sent_before_a_death_is_not_denied_and_not_sent_again() -> None:
    papers = PaperDesk()
    texts = TextDesk(suppression=papers.suppression)
    first = texts.sends()
    papers.hears_of_a_death()
    assert texts.sends() == first
    assert texts.sends(key="reminder/session-4/1").why == "suppressed"
    assert len(texts.carried()) == 1


def test_a_text_both_too_late_and_to_nobody_counts_as_suppressed() -> None:
    desk = TextDesk()
    desk.suppression.suppress(CRN)
    assert desk.sends(said_at=STARTS_AT) == Outcome(result="refused", why="suppressed")
