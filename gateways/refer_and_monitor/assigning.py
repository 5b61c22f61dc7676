"""Giving a case to a caseworker (domain brief 3.4, record_assignment)."""

from dataclasses import dataclass
from uuid import UUID

from gateways.refer_and_monitor.reading import Reader
from interventions.monitoring.records import AssignmentRecord


@dataclass(frozen=True, kw_only=True)
class Assigning:
    """GET referral; another caseworker there: GET account, POST assign."""

    reader: Reader
    referral_id: UUID
    record: AssignmentRecord

    def found(self) -> str | None:
        """The caseworker, where R&M has the case with them."""
        referral = self.reader.open_referral(self.referral_id)
        there = referral.assigned_to.username if referral.assigned_to else ""
        return there if there.casefold() == self.record.caseworker.casefold() else None

    def write(self) -> str:
        """Assign it to the account behind the username: R&M would make a second one of a wrong id (F13)."""
        user = self.reader.user(self.record.caseworker)
        to = {"username": user.username, "authSource": user.auth_source or "auth", "userId": user.user_id}
        self.reader.line.write("POST", f"/sent-referral/{self.referral_id}/assign", {"assignedTo": to})
        return user.username
