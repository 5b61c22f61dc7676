"""Saying things in writing: one activity for each kind of errand, told by its business key."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from temporalio import activity

from activities.ports import Documents, Letters, Suppression, Texts, Wording
from interventions.correspondence import Outcome, PostLetter, ProduceDocument, SendText, SuppressContact
from interventions.message import Wire


class TextErrand(Wire):
    """A text of one intervention, as handed to the messaging queue. `said_at` is the service's own time."""

    referral_id: UUID
    crn: str
    said_at: datetime
    errand: SendText


class LetterErrand(Wire):
    """A letter of one intervention."""

    referral_id: UUID
    crn: str
    errand: PostLetter


class SuppressErrand(Wire):
    """A death, as one intervention heard of it."""

    referral_id: UUID
    errand: SuppressContact


SUPPRESSED = Outcome(result="refused", why="suppressed")


class DocumentErrand(Wire):
    """A document of one intervention."""

    referral_id: UUID
    errand: ProduceDocument


@dataclass(frozen=True)
class TextActivities:
    """Needs provider credentials, so it has a queue of its own."""

    texts: Texts
    wording: Wording
    suppression: Suppression

    @activity.defn
    def send_text(self, text: TextErrand) -> Outcome:
        """Send one text, unless it has become useless while it waited or nobody may write any more."""
        if self.suppression.holds(text.crn):
            return SUPPRESSED
        waited = datetime.now(UTC) - activity.info().scheduled_time
        if text.said_at + waited >= text.errand.useless_after:
            return Outcome(result="expired")
        words = self.wording.text(text.errand.saying, text.errand.language)
        return self.texts.send(f"{text.referral_id}/{text.errand.key}", text.errand.to, words)


@dataclass(frozen=True)
class PaperActivities:
    """Letters and documents."""

    letters: Letters
    documents: Documents
    wording: Wording
    suppression: Suppression

    @activity.defn
    def post_letter(self, letter: LetterErrand) -> Outcome:
        """Post one letter, unless nobody may write any more."""
        if self.suppression.holds(letter.crn):
            return SUPPRESSED
        errand = letter.errand
        page = self.wording.paper(errand.paper, errand.language, errand.letter_format)
        return self.letters.post(f"{letter.referral_id}/{errand.key}", errand.to, errand.address, page)

    @activity.defn
    def produce_document(self, document: DocumentErrand) -> Outcome:
        """Produce one document for the file."""
        errand = document.errand
        page = self.wording.paper(errand.paper, errand.language, errand.letter_format)
        return self.documents.keep(f"{document.referral_id}/{errand.key}", page)

    @activity.defn
    def suppress_contact(self, death: SuppressErrand) -> Outcome:
        """Enter the participant in the list; every intervention's next word asks it first."""
        for crn in death.errand.crns:
            self.suppression.suppress(crn)
        return Outcome(result="accepted", reference="suppressed")
