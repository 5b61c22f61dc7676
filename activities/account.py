"""What the register says of words that had to wait: a carrier may be away for longer than a date stands."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from activities.ports import Register
from activities.sending import GivenUp, Intent
from interventions.words.correspondence import Outcome, PostLetter, SendText
from interventions.words.still_wanted import StillWanted, still_wanted

log = logging.getLogger("account")
# What goes at once is asked about nowhere: what asked for it has only just been decided.
A_WHILE = timedelta(minutes=1)


@dataclass(frozen=True)
class Account:
    """The register's account of an intervention, as far as it is written."""

    register: Register

    def ends(self, intent: Intent, errand: SendText, service_time: datetime) -> tuple[GivenUp, str] | None:
        """How a text that has waited ends unsent, and why; None: it may go, as it may without a register."""
        if service_time - intent.said_at <= A_WHILE:
            return None
        match self._says(intent.referral_id, errand):
            case "yes":
                return None
            case "called-off" as why:
                return "expired", why
            case why:
                return "suppressed", why

    def ends_letter(self, referral_id: UUID, errand: PostLetter, waited: timedelta) -> Outcome | None:
        """How a letter that has waited ends unposted; None: it may go, as it may without a register."""
        if waited <= A_WHILE:
            return None
        match self._says(referral_id, errand):
            case "yes":
                return None
            case "called-off" as why:
                return Outcome(result="expired", why=why)
            case why:
                return Outcome(result="refused", why=why)

    def _says(self, referral_id: UUID, errand: SendText | PostLetter) -> StillWanted:
        try:
            entries = self.register.entries(referral_id)
        except Exception as error:  # noqa: BLE001 - a database may be away in many ways
            log.warning("what has waited could not be asked about: %s", type(error).__name__)
            return "yes"
        return still_wanted([entry.fact for entry in entries], errand)
