"""Saying things in writing: one activity for each kind of errand, told by its business key."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from temporalio import activity

from activities.ports import Documents, Letters, Texts, Wording
from interventions.correspondence import Outcome, PostLetter, ProduceDocument, SendText
from interventions.message import Wire


class TextErrand(Wire):
    """A text of one intervention, as handed to the messaging queue. `said_at` is the service's own time."""

    referral_id: UUID
    said_at: datetime
    errand: SendText


class LetterErrand(Wire):
    """A letter of one intervention."""

    referral_id: UUID
    errand: PostLetter


class DocumentErrand(Wire):
    """A document of one intervention."""

    referral_id: UUID
    errand: ProduceDocument


@dataclass(frozen=True)
class TextActivities:
    """Needs provider credentials, so it has a queue of its own."""

    texts: Texts
    wording: Wording

    @activity.defn
    def send_text(self, text: TextErrand) -> Outcome:
        """Send one text, unless it has become useless while it waited."""
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

    @activity.defn
    def post_letter(self, letter: LetterErrand) -> Outcome:
        """Post one letter."""
        errand = letter.errand
        page = self.wording.paper(errand.paper, errand.language, errand.letter_format)
        return self.letters.post(f"{letter.referral_id}/{errand.key}", errand.to, errand.address, page)

    @activity.defn
    def produce_document(self, document: DocumentErrand) -> Outcome:
        """Produce one document for the file."""
        errand = document.errand
        page = self.wording.paper(errand.paper, errand.language, errand.letter_format)
        return self.documents.keep(f"{document.referral_id}/{errand.key}", page)
