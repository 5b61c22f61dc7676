"""Saying things on paper: one activity for each kind of errand, told by its business key."""

from dataclasses import dataclass
from uuid import UUID

from temporalio import activity

from activities.account import Account
from activities.ports import Documents, Letters, Press, Suppression
from interventions.message import Wire
from interventions.words.correspondence import (
    AskReceipt,
    Outcome,
    PostLetter,
    ProduceDocument,
    SuppressContact,
)


class LetterErrand(Wire):
    """A letter of one intervention."""

    referral_id: UUID
    crn: str
    errand: PostLetter


class LetterAsked(Wire):
    """A letter of one intervention that is asked after."""

    referral_id: UUID
    errand: AskReceipt


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
    press: Press
    suppression: Suppression
    account: Account | None = None

    @activity.defn
    def post_letter(self, letter: LetterErrand) -> Outcome:
        """Post one letter, unless nobody may write any more, or what it says changed while it waited."""
        if self.suppression.holds(letter.crn):
            return SUPPRESSED
        # Both by the server's clock, which is the intervention's own, virtual or not.
        waited = activity.info().started_time - activity.info().scheduled_time
        if self.account and (end := self.account.ends_letter(letter.referral_id, letter.errand, waited)):
            return end
        key = f"{letter.referral_id}/{letter.errand.key}"
        printed = self.press.print(key, letter.errand)
        outcome = self.letters.post(key, letter.errand.envelope, printed)
        traced = outcome.result != "accepted" or self.letters.follows_letters()
        return outcome.model_copy(update={"traced": traced})

    @activity.defn
    def ask_letter(self, asked: LetterAsked) -> Outcome:
        """Ask what became of a letter: arrived at the post, did not (`why`: a code), or not known yet."""
        return self.letters.letter_became(f"{asked.referral_id}/{asked.errand.about}")

    @activity.defn
    def produce_document(self, document: DocumentErrand) -> Outcome:
        """Produce one document for the file."""
        key = f"{document.referral_id}/{document.errand.key}"
        return self.documents.keep(key, self.press.print(key, document.errand))

    @activity.defn
    def suppress_contact(self, death: SuppressErrand) -> Outcome:
        """Enter the participant in the list; every intervention's next word asks it first."""
        for crn in death.errand.crns:
            self.suppression.suppress(crn)
        return Outcome(result="accepted", reference="suppressed")
