"""A text the participant sends back: in full only with the case in hand, its number and its policy."""

from dataclasses import dataclass

from interventions.case import Case
from interventions.messages import TextReply
from interventions.words.reply_words import reply_kind


@dataclass(frozen=True)
class ReplyWanted:
    """What they write. `again`: the carrier hands in the last one once more; `number`: from another phone.

    From "a shared number", as the door would say it: nobody can tell who wrote.
    """

    words: str
    again: bool = False
    number: str = ""

    def in_full(self, case: Case) -> TextReply:
        """The text as it comes in."""
        shared = self.number == "a shared number"
        usual = case.referral.participant.contact.mobile or ""
        return TextReply(
            reply=case.replies[-1] if self.again else f"SM{case.replies_heard + 1:032}",
            received_at=case.last_at,
            number=usual if shared or not self.number else self.number,
            kind=reply_kind(self.words, case.terms.policy.urgent_words),
            words="" if shared else self.words,
            shared=shared,
        )
