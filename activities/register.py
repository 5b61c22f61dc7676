"""Writing facts down, and reading what is to be pinned: short, safe to repeat, run as local activities."""

import logging
from dataclasses import dataclass
from uuid import UUID

from temporalio import activity
from temporalio.exceptions import ApplicationError

from activities.ports import Reference, Register
from activities.waiting import count
from interventions.errors import CatalogueError, UnknownService
from interventions.facts import Entry
from interventions.message import Wire
from interventions.promises.terms import Terms
from interventions.referral import Referral
from interventions.words.correspondence import LookForDuplicates, Outcome

log = logging.getLogger("register")


class Page(Wire):
    """Facts to write down together."""

    entries: tuple[Entry, ...]


class LookErrand(Wire):
    """Which others are open, as one intervention asks."""

    referral_id: UUID
    errand: LookForDuplicates


class TermsWanted(Wire):
    """Which terms to pin: the referral's rows, under the named policy."""

    referral: Referral
    policy: str


@dataclass(frozen=True)
class RegisterActivities:
    """The register and the reference shelf."""

    register: Register
    reference: Reference

    @activity.defn
    def write_down(self, page: Page) -> None:
        """Write facts down; again adds nothing. Where the register holds otherwise, somebody has to know."""
        for told in self.register.write(page.entries):
            count("throughline_facts_contradicted")
            log.error(
                "the register holds another fact than was told at %s/%s", told.referral_id, told.sequence
            )

    @activity.defn
    def look_for_duplicates(self, look: LookErrand) -> Outcome:
        """Find other referrals of the same person that are open."""
        wanted = look.errand
        others = self.register.others_open(look.referral_id, wanted.crns, wanted.pathways)
        return Outcome(result="accepted", others=others)

    @activity.defn
    def pin_terms(self, wanted: TermsWanted) -> Terms:
        """Read the promise to pin. Retried until the shelf is right: the referral must not be lost."""
        try:
            return self.reference.terms(wanted.referral, wanted.policy)
        except (CatalogueError, UnknownService) as error:
            raise ApplicationError(str(error), type=type(error).__name__) from None
