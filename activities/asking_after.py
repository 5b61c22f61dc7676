"""What became of a text: read in the ledger, else asked of its carrier and entered there."""

from dataclasses import dataclass
from uuid import UUID

from temporalio import activity

from activities.carrying import CannotLook, Texts
from activities.ledger import Ledger
from activities.sending import ARRIVED, Sending, reported
from activities.waiting import wait
from interventions.message import Wire
from interventions.words.correspondence import AskReceipt, Outcome


class ReceiptErrand(Wire):
    """A text of one intervention that its carrier says no more of."""

    referral_id: UUID
    errand: AskReceipt


@dataclass(frozen=True)
class ReceiptActivities:
    """Needs the carrier's credentials, as sending does."""

    texts: Texts
    ledger: Ledger

    @activity.defn
    def ask_receipt(self, asked: ReceiptErrand) -> Outcome:
        """Ask what became of a text: arrived, did not arrive (`why`: the carrier's code), or not known yet.

        Raises:
            ApplicationError: the carrier could not be asked; its type is a code that says why.
        """
        sending = self.ledger.find(asked.referral_id, asked.errand.about)
        if sending is not None and sending.state == "accepted":
            sending = self._as_the_carrier_has_it(sending)
        if sending is None or sending.state not in ARRIVED:
            return Outcome(result="accepted")
        self.ledger.told(sending.token)  # an attempt that dies after this one reads the same end again
        arrived = sending.state == "delivered"
        return Outcome(result="arrived" if arrived else "did-not-arrive", why=sending.why)

    def _as_the_carrier_has_it(self, sending: Sending) -> Sending:
        try:
            receipt = self.texts.look_up(sending.reference)
        except CannotLook as cannot:
            raise wait(cannot.why, cannot.after) from None
        if receipt is None:
            return sending
        return self.ledger.change(sending.token, lambda each: reported(each, receipt))
