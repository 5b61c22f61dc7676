"""What is said when life does not follow the plan."""

from datetime import date
from uuid import UUID

from pydantic import Field

from interventions.messages.message import Spoken
from interventions.participant import ContactSheet
from interventions.referral import Practitioner, Unavailable
from interventions.vocabulary import Complexity, Pathway, PauseReason, WithdrawalCode


class Forfeit(Spoken):
    """Decide that a missed session is not made up; it is not delivered dose."""

    slot: str
    reason: str = Field(min_length=1)


class CallOff(Spoken):
    """Call off a booked appointment without another date yet."""

    slot: str
    reason: str = Field(min_length=1)


class Pause(Spoken):
    """Hold the service, with the day on which to look again; `by` is who decided."""

    why: PauseReason
    review_on: date
    reason: str = Field(min_length=1)


class Resume(Spoken):
    """Go on after a pause."""

    reason: str = ""


class Withdraw(Spoken):
    """End the referral before its time, with R&M's code and a reason."""

    code: WithdrawalCode
    reason: str = Field(min_length=1)


class Reinstate(Spoken):
    """Take back a withdrawal made by mistake."""

    reason: str = Field(min_length=1)


class CaseworkerGone(Spoken):
    """Say that the caseworker has left or can no longer act; somebody else must be allocated."""

    reason: str = Field(min_length=1)


class HandOver(Spoken):
    """Hand the case over to another contract, where it goes on."""

    contract: str = Field(min_length=1)
    reason: str = Field(min_length=1)


class Amend(Spoken):
    """Change what the referral says while it runs; what is left out stays.

    Complexity, outcomes and how long delivery goes on name their pathway. `delivery_until` is the
    practitioner's to say.
    """

    reason: str = Field(min_length=1)
    pathway: Pathway | None = None
    complexity: Complexity | None = None
    outcomes: tuple[UUID, ...] | None = None
    completion_deadline: date | None = None
    maximum_enforceable_days: int | None = Field(default=None, gt=0)
    practitioner: Practitioner | None = None
    responsible_officer: Practitioner | None = None
    contact: ContactSheet | None = None
    interpreter_language: str | None = None
    accessibility_needs: str | None = None
    additional_needs: str | None = None
    unavailable_times: tuple[Unavailable, ...] | None = None
    crn: str | None = None
    restricted_to: tuple[str, ...] | None = None
    further_information: str | None = None
    latest_delivery: date | None = None
    delivery_until: date | None = None


class UndoAmendment(Spoken):
    """Take back the last amendment; `amendment` says which one that is, counted from 1."""

    reason: str = Field(min_length=1)
    amendment: int | None = Field(default=None, ge=1)
