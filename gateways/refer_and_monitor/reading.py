"""Everything we read from R&M, each as its shape."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import quote
from uuid import UUID

from pydantic import ValidationError

from activities.ports import MonitoringAway
from gateways.refer_and_monitor.line import NOT_UNDERSTOOD, Json, Line
from gateways.refer_and_monitor.refusal import Refusal
from gateways.refer_and_monitor.shapes import (
    Assessment,
    Note,
    NotePage,
    Plan,
    PlanId,
    SentReferral,
    Session,
    Shape,
    User,
)

NOTES_A_PAGE, PAGES_AT_MOST = 100, 100
Some = TypeVar("Some", bound=Shape)


def shaped(kind: type[Some], json: Json) -> Some:
    """The answer as its shape.

    Raises:
        MonitoringAway: it is not R&M's.
    """
    with contextlib.suppress(ValidationError):
        return kind.model_validate(json)
    # Not inside a handler: the validator's error holds what it was given.
    raise MonitoringAway(NOT_UNDERSTOOD)


@dataclass(frozen=True)
class Reader:
    """Asks R&M. Every method raises MonitoringAway, or Refusal "not-found" where there is no such thing."""

    line: Line

    def referral(self, referral_id: UUID) -> SentReferral:
        """The sent referral, and no other, whatever stands between us and R&M."""
        referral = shaped(SentReferral, self.line.read(f"/sent-referral/{referral_id}"))
        if referral.id != referral_id:
            raise MonitoringAway(NOT_UNDERSTOOD)
        return referral

    def open_referral(self, referral_id: UUID) -> SentReferral:
        """The sent referral, where it is not over.

        Raises:
            Refusal: "ended".
        """
        referral = self.referral(referral_id)
        if referral.end_requested_at or referral.concluded_at:
            raise Refusal("ended")
        return referral

    def assessment(self, referral_id: UUID) -> Assessment:
        """The supplier assessment."""
        return shaped(Assessment, self.line.read(f"/sent-referral/{referral_id}/supplier-assessment"))

    def plan(self, plan_id: PlanId) -> Plan:
        """A plan, draft or not."""
        return shaped(Plan, self.line.read(f"/action-plan/{plan_id}"))

    def session(self, referral_id: UUID, number: int) -> Session:
        """One delivery session."""
        return shaped(Session, self.line.read(f"/referral/{referral_id}/sessions/{number}"))

    def sessions(self, plan_id: PlanId) -> tuple[Session, ...]:
        """Every delivery session."""
        answer = self.line.read(f"/action-plan/{plan_id}/appointments")
        if not isinstance(answer, list):
            raise MonitoringAway(NOT_UNDERSTOOD)
        return tuple(shaped(Session, one) for one in answer)

    def user(self, username: str) -> User:
        """The account behind a username, with the id R&M wants beside it (domain brief 6, F13)."""
        return shaped(User, self.line.read_user(f"/externalusers/{quote(username, safe='')}"))

    def notes(self, referral_id: UUID) -> Iterator[Note]:
        """The case notes, the newest first."""
        for page in range(PAGES_AT_MOST):
            path = f"/sent-referral/{referral_id}/case-notes?page={page}&size={NOTES_A_PAGE}"
            notes = shaped(NotePage, self.line.read_as_user(path))
            yield from notes.content
            if notes.last or not notes.content:
                return
