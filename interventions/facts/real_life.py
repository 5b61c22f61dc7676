"""What happened off the main path."""

from datetime import date
from typing import Literal

from interventions.facts.fact import Fact
from interventions.referral import Referral
from interventions.vocabulary import PauseReason, WithdrawalCode


class SessionForfeited(Fact):
    """A missed session will not be made up."""

    fact: Literal["SessionForfeited"] = "SessionForfeited"
    slot: str
    reason: str


class AppointmentCalledOff(Fact):
    """A date no longer stands, and none has taken its place."""

    fact: Literal["AppointmentCalledOff"] = "AppointmentCalledOff"
    slot: str
    version: int
    reason: str


class InterventionPaused(Fact):
    """The service waits."""

    fact: Literal["InterventionPaused"] = "InterventionPaused"
    why: PauseReason
    review_on: date
    reason: str


class InterventionResumed(Fact):
    """The service goes on."""

    fact: Literal["InterventionResumed"] = "InterventionResumed"
    reason: str


class InterventionWithdrawn(Fact):
    """The referral was ended before its time."""

    fact: Literal["InterventionWithdrawn"] = "InterventionWithdrawn"
    code: WithdrawalCode
    reason: str


class InterventionReinstated(Fact):
    """The withdrawal was a mistake."""

    fact: Literal["InterventionReinstated"] = "InterventionReinstated"
    reason: str


class ContactSuppressed(Fact):
    """Nobody writes to this participant any more, for good."""

    fact: Literal["ContactSuppressed"] = "ContactSuppressed"


class CaseworkerLeft(Fact):
    """The caseworker can no longer act."""

    fact: Literal["CaseworkerLeft"] = "CaseworkerLeft"
    reason: str


class ReferralAmended(Fact):
    """The referral says something else now. `topics` names the fields; both versions are kept in full."""

    fact: Literal["ReferralAmended"] = "ReferralAmended"
    topics: tuple[str, ...]
    before: Referral
    after: Referral
    reason: str
    undone: bool = False


class TaskOverdue(Fact):
    """A person did not do what was asked, and operations were told."""

    fact: Literal["TaskOverdue"] = "TaskOverdue"
    task: str
