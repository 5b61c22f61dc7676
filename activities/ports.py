"""What the activities need of the world, and not a word more. Fakes sit beside the gateways that answer.

Every `key` is the business's own ("<referral>/reminder/session-3/1"): the same key twice is the same
thing once, whoever asks and however often (reliability brief 1.3).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal, Protocol
from uuid import UUID

from activities.printed import Printed
from interventions.facts import Entry
from interventions.messages import Message
from interventions.monitoring.records import MonitoringRecord
from interventions.monitoring.seen import SeenReferral
from interventions.promises.terms import Terms
from interventions.referral import Referral
from interventions.vocabulary import Language, Pathway
from interventions.words.correspondence import Envelope, Outcome, PostLetter, ProduceDocument, Saying


class Letters(Protocol):
    """Carries a letter to an address."""

    def post(self, key: str, envelope: Envelope, printed: Printed) -> Outcome:
        """Post one printed paper once under this key."""
        ...

    def follows_letters(self) -> bool:
        """Whether it can say later what became of a letter it took."""
        ...

    def letter_became(self, key: str) -> Outcome:
        """What became of the letter under this key, as `Outcome` has it of something asked after.

        Raises:
            Exception: it cannot be asked now; the same question can be put again.
        """
        ...


class Documents(Protocol):
    """Keeps documents on file."""

    def keep(self, key: str, printed: Printed) -> Outcome:
        """File one printed paper once under this key; `Outcome.reference` says where it lies."""
        ...


class Wording(Protocol):
    """Turns a type into words a person reads."""

    def text(self, saying: Saying, language: Language) -> str:
        """The text's words: one line, neutral, no HTML."""
        ...


class Press(Protocol):
    """Puts a paper on paper."""

    def print(self, key: str, errand: PostLetter | ProduceDocument) -> Printed:
        """The errand's paper in its language and format; the same errand gives the same bytes."""
        ...


class Register(Protocol):
    """The monitoring register: the facts, append-only."""

    def write(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Write each entry once under its place and time of recording; there already, it adds nothing.

        Another fact at the same place, recorded later, is kept beside the first: the latest stands. Another
        one at the same place and time is a fault: the first stands, and those told otherwise are answered.
        """
        ...

    def entries(self, referral_id: UUID) -> Sequence[Entry]:
        """The account of one referral that stands, in order; empty where there is nothing."""
        ...

    def others_open(
        self, referral_id: UUID, crns: Sequence[str], pathways: Sequence[Pathway]
    ) -> tuple[UUID, ...]:
        """Every other referral of one of these case numbers, however typed, open on one of these pathways.

        It lets this referral be found by its numbers first, so of two that look at once one finds the other.
        One that was found and is not written yet, or cannot be read, may be open, and is among them.
        """
        ...


@dataclass(frozen=True)
class RunningPage:
    """Some of the interventions that run; `rest` is where the next page begins, empty on the last."""

    referral_ids: tuple[UUID, ...]
    rest: str = ""


class Interventions(Protocol):
    """The interventions that run, spoken to from outside."""

    async def running(self) -> Sequence[UUID]:
        """Every one that runs now."""
        ...

    async def page_of_running(self, at_most: int, begin: str = "") -> RunningPage:
        """So many of those that run, from the first on or from where the page before left off."""
        ...

    async def tell(self, referral_id: UUID, message: Message) -> bool:
        """Pass on what the outside says; whether there was still somebody to hear it."""
        ...


class Suppression(Protocol):
    """The list of those nobody writes to any more, in any intervention."""

    def suppress(self, crn: str) -> None:
        """Enter a case number; again changes nothing. There is no way back."""
        ...

    def holds(self, crn: str) -> bool:
        """Whether it is on the list."""
        ...


MonitoringRefusal = Literal[
    "clash",  # R&M or Delius holds another date at that time (409)
    "blocked-text",  # R&M's firewall will not let these words in (423)
    "not-permitted",  # nobody we may write as, or not their case (its own 403, or no delegated user)
    "not-found",  # no such referral, plan, session or appointment (404)
    "invalid",  # R&M's validation refuses it, and will again (400, 422)
    "ended",  # the referral is over in R&M: nothing more is taken
    "differs",  # it is there already and says something else: for a person to settle
]


# What is known to have ended before R&M took anything; what HMPPS Auth answers ("auth-...") is so too.
SIGNED_OUT = "signed-out"
NOTHING_TAKEN = frozenset({"connect", "maintenance", SIGNED_OUT, "status-429"})


class MonitoringAway(Exception):
    """R&M can't be asked or told now: the same call may work later. `why` is a code, never an answer's text.

    Such as "connect", "time-out", "status-503", "not-understood" (an answer that is not R&M's). `after` is
    how long R&M asks to be left alone, where it says so.
    """

    def __init__(self, why: str, after: timedelta | None = None) -> None:
        self.why = why
        self.after = after
        super().__init__(why)

    @property
    def for_all(self) -> bool:
        """Whether any other call would have ended like this one: it came to nobody who could answer it."""
        return self.why in NOTHING_TAKEN or self.why.startswith("auth-")

    @property
    def perhaps_taken(self) -> bool:
        """Whether a write may have arrived, or be under way still: the answer is lost, or says nothing."""
        return not self.for_all


class NoMonitoring(Exception):
    """No R&M is connected: there is nothing to read, now or later."""


class MonitoringSystem(Protocol):
    """R&M, as far as one referral goes. It reads before it writes: told again, it adds nothing."""

    def tell(self, key: str, referral_id: UUID, record: MonitoringRecord) -> Outcome:
        """Make R&M say what the record says, by domain brief 3.4's calls in their order.

        `key` is the record's own for ever. "accepted" with R&M's id or reference, whether it was written now
        or was there already; "refused" with `why` a `MonitoringRefusal`. No other result.

        Raises:
            MonitoringAway: nobody knows whether it was taken; the same call again finds out.
        """
        ...

    def see(self, referral_id: UUID) -> SeenReferral | None:
        """What R&M shows of the referral now, or None where it knows none with this id.

        Raises:
            MonitoringAway: it can't be read now.
            NoMonitoring: nobody told us where it is.
        """
        ...


class Reference(Protocol):
    """The catalogue, policies and calendar as they lie today."""

    def terms(self, referral: Referral, policy: str) -> Terms:
        """The terms to pin for this referral.

        Raises:
            CatalogueError: no such policy.
            UnknownService: the referral names an outcomes version that is not there.
        """
        ...
