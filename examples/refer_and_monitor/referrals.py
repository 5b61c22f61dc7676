"""A sent referral as R&M keeps it: the document it came as, and everything that was done on it since."""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from examples.refer_and_monitor.people import Person
from examples.refer_and_monitor.records import Json, Meeting, Plan, Report, instant


@dataclass
class SentReferral:
    """One referral. `document` holds what the practitioner sent, in R&M's own JSON."""

    document: Json
    assignments: list[Person] = field(default_factory=list)
    assessment: Meeting = field(default_factory=Meeting)
    plans: list[Plan] = field(default_factory=list)
    sessions: list[Meeting] = field(default_factory=list)
    report: Report | None = None
    notes: list[Json] = field(default_factory=list)
    changes: list[Json] = field(default_factory=list)
    ended_at: datetime | None = None
    concluded_at: datetime | None = None
    withdrawal: Json = field(default_factory=dict)
    stale_reads: int = 0
    last_read: Json = field(default_factory=dict)

    @classmethod
    def of(cls, document: Json) -> "SentReferral":
        """A referral as `examples/*.json` has it; the contact sheet is ours and left out."""
        return cls(deepcopy({name: said for name, said in document.items() if name != "contactSheet"}))

    @property
    def id(self) -> UUID:
        """R&M's own id of the referral."""
        return UUID(self.document["id"])

    @property
    def crn(self) -> str:
        """The person's case number."""
        return str(self.document["serviceUserCRN"])

    @property
    def sent_at(self) -> datetime:
        """When it was sent."""
        return datetime.fromisoformat(self.document["sentAt"])

    @property
    def groups(self) -> set[str]:
        """The groups whoever writes on it must be in."""
        details = self.document["referral"]
        return {
            f"INT_SP_{details['serviceProvider']['id']}",
            f"INT_CR_{details['dynamicFrameworkContractReference']}",
        }

    @property
    def approved(self) -> list[Plan]:
        """The approved plans, oldest first."""
        return [plan for plan in self.plans if plan.approved_at]

    @property
    def held(self) -> int:
        """How many sessions somebody came to."""
        dates = (session.current for session in self.sessions)
        return sum(bool(date and date.attendance.get("attended") in ("YES", "LATE")) for date in dates)

    @property
    def report_wanted(self) -> bool:
        """Whether a report is owed: somebody came, and the referral ended or every session is recorded."""
        recorded = [bool(one.current and one.current.attendance) for one in self.sessions]
        return self.report is None and self.held > 0 and (bool(self.ended_at) or all(recorded))

    def read(self) -> Json:
        """What a reader is shown: for a while after an event, perhaps what was shown before it."""
        if self.stale_reads and self.last_read:
            self.stale_reads -= 1
        else:
            self.last_read = self.shown()
        return self.last_read

    def shown(self) -> Json:
        """R&M's sent referral."""
        assignee = self.assignments[-1].shown() if self.assignments else None
        plan = str(self.plans[-1].id) if self.plans else None
        return self.document | {
            "assignedTo": assignee,
            "actionPlanId": plan,
            "currentActionPlanId": plan,
            "approvedActionPlanIds": [str(one.id) for one in self.approved],
            "endOfServiceReport": self.report.shown() if self.report else None,
            "endOfServiceReportCreationRequired": self.report_wanted,
            "endRequestedAt": instant(self.ended_at),
            "concludedAt": instant(self.concluded_at),
            "withdrawalState": self.withdrawal.get("withdrawalState"),
            "withdrawalCode": self.withdrawal.get("code"),
            "withdrawalComments": self.withdrawal.get("comments"),
        }
