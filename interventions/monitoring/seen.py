"""What the monitoring system shows of a referral, in our words; whoever reads R&M's JSON fills these in."""

from datetime import date
from uuid import UUID

from interventions.days.london import Instant
from interventions.message import Wire
from interventions.vocabulary import Attended, Complexity, ContactType, Pathway, WithdrawalCode


class SeenSelection(Wire):
    """What is asked for in one pathway. A level R&M does not give is None."""

    pathway: Pathway
    complexity: Complexity | None = None
    outcomes: tuple[UUID, ...] = ()


class SeenAppointment(Wire):
    """One date; superseded ones are left out. `submitted` says that its feedback is there for good."""

    id: UUID | None = None
    starts_at: Instant
    minutes: int
    contact: ContactType | None = None
    attended: Attended | None = None
    held: bool | None = None
    submitted: bool = False


class SeenSession(Wire):
    """One numbered session and the date that stands for it, if one does."""

    number: int
    appointment: SeenAppointment | None = None


class SeenPlan(Wire):
    """The current action plan. `by_system` says that no person approved it: R&M did, by itself.

    (domain brief 0.1: the approver is the system user, whose id is all zeros).
    """

    sessions: int | None = None
    activities: tuple[str, ...] = ()
    submitted_at: Instant | None = None
    approved_at: Instant | None = None
    approved_by: str = ""
    by_system: bool = False


class SeenReferral(Wire):
    """One referral as R&M shows it now. What R&M does not give is None; an empty text is a text.

    `assessments` are the supplier assessment's dates, oldest first; the last is the current one.
    `withdrawal` goes with `ended_at`, and is None where R&M gives no code or one we do not know.
    """

    referral_id: UUID
    seen_at: Instant
    reference: str = ""
    crn: str = ""
    sent_at: Instant | None = None
    contract: str = ""
    practitioner: str | None = None
    practitioner_name: str = ""
    assigned_to: str | None = None
    completion_deadline: date | None = None
    maximum_enforceable_days: int | None = None
    selections: tuple[SeenSelection, ...] = ()
    accessibility_needs: str | None = None
    additional_needs: str | None = None
    needs_interpreter: bool | None = None
    interpreter_language: str | None = None
    unavailable: str | None = None
    assessments: tuple[SeenAppointment, ...] = ()
    plan: SeenPlan | None = None
    sessions: tuple[SeenSession, ...] = ()
    report_submitted_at: Instant | None = None
    ended_at: Instant | None = None
    withdrawal: WithdrawalCode | None = None
    concluded_at: Instant | None = None
