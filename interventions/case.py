"""The case: everything the service knows about one intervention, built from its facts and nothing else."""

from datetime import date, datetime
from typing import Literal

from interventions.days.london import Instant
from interventions.end_of_service import EndOfServiceReport
from interventions.meetings.appointment import ASSESSMENT, Appointment, Contact, Slot
from interventions.message import Wire
from interventions.monitoring.account import MonitoringAccount
from interventions.promises.action_plan import PlanVersion
from interventions.promises.catalogue import ServiceSpecification
from interventions.promises.terms import Terms
from interventions.referral import Referral
from interventions.task import Task
from interventions.vocabulary import ContactType, Ending, Pathway, PauseReason, TextsOff, WithdrawalCode
from interventions.words.correspondence import Errand


class Caseworker(Wire):
    """Who supports the participant now. `handovers` counts the allocations before this one."""

    username: str
    name: str
    handovers: int = 0


class ThreeWay(Wire):
    """The offer of a last meeting of three, and the answers so far."""

    offered_at: Instant
    practitioner: bool | None = None
    participant: bool | None = None


class FinalSession(Wire):
    """The last meeting, as recorded."""

    happened_at: Instant
    next_steps: str
    further_support: str
    three_way: bool


class ClockMark(Wire):
    """What the service has already said about a clock that was due then."""

    due: Instant | None = None
    warned: bool = False
    breached: bool = False
    cause: str = ""


class Gap(Wire):
    """A stretch in which the participant had no date for what is owed next: a session, or the assessment."""

    of: Literal["session", "assessment"] = "session"
    opened_at: Instant
    closed_at: Instant | None = None


class Word(Wire):
    """Something sent or produced, or to be, and how far it has come.

    `since` is when it came so far, `code` the carrier's own where it did not arrive, `to` a text's number. Of
    one that is not `traced` its carrier will say no more.
    """

    key: str
    errand: Literal["text", "letter", "document", "suppress", "receipt"]
    what: str
    at: Instant
    state: Literal["requested", "withheld", "lapsed", "accepted", "failed", "delivered", "undelivered"]
    since: Instant | None = None
    code: str = ""
    to: str = ""
    traced: bool = True


class JournalLine(Wire):
    """One fact in a line for the timeline: no personal data, nothing anybody wrote."""

    at: Instant
    fact: str
    about: str = ""


class Held(Wire):
    """A pause, and until when it lasted; `withdrawn` where only a withdrawal ended it."""

    why: PauseReason
    review_on: date
    since: Instant
    until: Instant | None = None
    withdrawn: bool = False


class Withdrawal(Wire):
    """How the referral was ended before its time."""

    code: WithdrawalCode
    at: Instant


class Amendment(Wire):
    """What the referral said before one amendment."""

    topics: tuple[str, ...]
    before: Referral


class Kept(Wire):
    """A message that came too early, whole. `number` is the sequence of the fact that kept it."""

    number: int
    message: str
    content: str
    at: Instant


class Noted(Wire):
    """A contact between appointments. What was written stays in the register; `words` tells it apart,
    and `concern` what was of concern in it.

    `adds_to`: more was written of the same contact, which counts once and was recorded when it first was.
    """

    key: str
    happened_at: Instant
    recorded_at: Instant
    whom: str
    contact: ContactType
    reached: bool = True
    words: str = ""
    concern: str = ""
    adds_to: str = ""


class Case(Wire):
    """One intervention as it stands. Never changed in place: `evolve` makes the next one."""

    referral: Referral
    terms: Terms
    received_at: Instant
    sequence: int = 0
    last_at: Instant
    first_allocated_at: Instant | None = None
    caseworker: Caseworker | None = None
    slots: dict[str, Slot] = {}
    plans: tuple[PlanVersion, ...] = ()
    eligibility: dict[str, bool] = {}
    three_way: ThreeWay | None = None
    final: FinalSession | None = None
    report: EndOfServiceReport | None = None
    report_at: Instant | None = None
    ending: Ending | None = None
    concluded_at: Instant | None = None
    withdrawal: Withdrawal | None = None
    suppressed: bool = False
    pauses: tuple[Held, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    caseworker_gone: bool = False
    risk_read_by: tuple[str, ...] = ()
    overdue: tuple[str, ...] = ()
    looked: tuple[str, ...] = ()
    marks: dict[str, ClockMark] = {}
    gaps: tuple[Gap, ...] = ()
    words: dict[str, Word] = {}
    postponed: dict[str, datetime] = {}
    outbox: dict[str, Errand] = {}
    tasks: dict[str, Task] = {}
    texts_off: dict[str, TextsOff] = {}
    texts_chosen: dict[str, datetime] = {}  # when a number last said stop or start, by the carrier's order
    confirmed: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    replies_heard: int = 0
    journal: tuple[JournalLine, ...] = ()
    kept: tuple[Kept, ...] = ()
    noted: tuple[Noted, ...] = ()
    monitoring: MonitoringAccount = MonitoringAccount()

    @property
    def pathways(self) -> tuple[Pathway, ...]:
        """The pathways selected, in the referral's order."""
        return tuple(chosen.pathway for chosen in self.referral.selections)

    @property
    def specifications(self) -> dict[Pathway, ServiceSpecification]:
        """What is promised now: each selected pathway's row at its complexity."""
        return {
            chosen.pathway: self.terms.specifications[chosen.pathway][chosen.complexity]
            for chosen in self.referral.selections
        }

    @property
    def assessment(self) -> Slot:
        """The supplier assessment's slot."""
        return self.slots.get(ASSESSMENT, Slot(name=ASSESSMENT))

    @property
    def assessed(self) -> Contact | None:
        """The contact at which the assessment was held, or None."""
        return self.assessment.held

    @property
    def plan(self) -> PlanVersion | None:
        """The plan in force: the last one approved."""
        return next((plan for plan in reversed(self.plans) if plan.decision == "approved"), None)

    @property
    def plan_awaited(self) -> PlanVersion | None:
        """The plan that lies with the practitioner, or None."""
        return self.plans[-1] if self.plans and self.plans[-1].decision == "awaited" else None

    @property
    def sessions(self) -> tuple[Slot, ...]:
        """Every slot after the assessment, supplements included."""
        return tuple(slot for name, slot in self.slots.items() if name != ASSESSMENT)

    @property
    def live(self) -> tuple[Appointment, ...]:
        """Every date still standing, soonest first."""
        dates = [slot.live for slot in self.slots.values() if slot.live]
        return tuple(sorted(dates, key=lambda date: (date.starts_at, date.slot)))

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Every contact recorded, in the order of the slots."""
        return tuple(contact for slot in self.slots.values() for contact in slot.contacts)

    @property
    def contacts_noted(self) -> tuple[Noted, ...]:
        """Every contact between appointments, once however much was written of it."""
        return tuple(noted for noted in self.noted if not noted.adds_to)

    @property
    def pause(self) -> Held | None:
        """The pause that lasts, or None."""
        return self.pauses[-1] if self.pauses and self.pauses[-1].until is None else None

    @property
    def open_tasks(self) -> tuple[Task, ...]:
        """What people still have to do, in the order it was asked."""
        return tuple(task for task in self.tasks.values() if task.closed_at is None)
