"""Saying things on paper: one activity for each kind of errand, told by its business key."""

from dataclasses import dataclass
from uuid import UUID

from temporalio import activity

from activities.ports import Documents, Letters, Suppression, Wording
from interventions.correspondence import Outcome, PostLetter, ProduceDocument, SuppressContact
from interventions.message import Wire


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
