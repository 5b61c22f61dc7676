"""R&M as a fake that remembers: it behaves where it matters, and can be sent away or made to refuse."""

from dataclasses import dataclass, field
from threading import Lock
from uuid import UUID

from activities.ports import MonitoringAway, MonitoringRefusal
from interventions.monitoring.records import (
    AssessmentBooking,
    AssessmentFeedback,
    AssignmentRecord,
    Booking,
    CaseNote,
    Dated,
    Feedback,
    MonitoringRecord,
    PlanRecord,
    ReportRecord,
    SessionBooking,
    SessionFeedback,
)
from interventions.monitoring.seen import SeenAppointment, SeenPlan, SeenReferral, SeenSession
from interventions.vocabulary import Attended
from interventions.words.correspondence import Outcome


@dataclass(frozen=True)
class Write:
    """One thing R&M was made to write down, under the key it was told with."""

    key: str
    referral_id: UUID
    record: MonitoringRecord


@dataclass
class RememberedMonitoring:
    """R&M with the manners of the real one: it approves plans by itself, and will not lose a session again.

    `away` set to a code makes every call raise; `refusing` maps a kind of record ("session-feedback") to the
    code it is refused with, and `failing` to the one it fails with every time. A referral it has never heard
    of is taken in when it is first told of.
    """

    away: str = ""
    refusing: dict[str, MonitoringRefusal] = field(default_factory=dict)
    failing: dict[str, str] = field(default_factory=dict)
    knows_everybody: bool = True

    def __post_init__(self) -> None:
        self._shown: dict[UUID, SeenReferral] = {}
        self._written: list[Write] = []
        self._refusals: dict[UUID, list[str]] = {}
        self._lock = Lock()

    def refuse_next(self, referral_id: UUID, why: str) -> None:
        """Refuse the next record of this referral, by this code."""
        with self._lock:
            self._refusals.setdefault(referral_id, []).append(why)

    def show(self, seen: SeenReferral) -> None:
        """Let R&M show this of a referral from now on."""
        with self._lock:
            self._shown[seen.referral_id] = seen

    @property
    def written(self) -> tuple[Write, ...]:
        """Everything written, in order; what was there already is not written again."""
        with self._lock:
            return tuple(self._written)

    def see(self, referral_id: UUID) -> SeenReferral | None:
        """What it shows of the referral.

        Raises:
            MonitoringAway: it was sent away.
        """
        self._be_there()
        with self._lock:
            return self._shown.get(referral_id)

    def tell(self, key: str, referral_id: UUID, record: MonitoringRecord) -> Outcome:
        """Write the record down, unless what it says is there.

        Raises:
            MonitoringAway: it was sent away, or fails such a record.
        """
        self._be_there()
        if code := self.failing.get(record.record):
            raise MonitoringAway(code)
        if why := self.refusing.get(record.record):
            return Outcome(result="refused", why=why)
        with self._lock:
            if refusals := self._refusals.get(referral_id):
                return Outcome(result="refused", why=refusals.pop(0))
            return self._told(key, referral_id, record)

    def _be_there(self) -> None:
        if self.away:
            raise MonitoringAway(self.away)

    def _told(self, key: str, referral_id: UUID, record: MonitoringRecord) -> Outcome:
        before = self._shown.get(referral_id)
        if before is None and not self.knows_everybody:
            return Outcome(result="refused", why="not-found")
        before = before or SeenReferral(referral_id=referral_id, seen_at=record.at)
        if (before.ended_at or before.concluded_at) and not isinstance(record, ReportRecord | CaseNote):
            return Outcome(result="refused", why="ended")
        if isinstance(record, CaseNote):
            return self._noted(key, referral_id, record)
        after = _after(before, record)
        if isinstance(after, str):
            return Outcome(result="refused", why=after)
        if after != before:
            self._shown[referral_id] = after
            self._written.append(Write(key, referral_id, record))
        return Outcome(result="accepted", reference=f"{record.record}/{key}")

    def _noted(self, key: str, referral_id: UUID, note: CaseNote) -> Outcome:
        there = (write for write in self._written if write.referral_id == referral_id)
        if not any(isinstance(one.record, CaseNote) and one.record.marker == note.marker for one in there):
            self._written.append(Write(key, referral_id, note))
        return Outcome(result="accepted", reference=f"case-note/{key}")


def _after(before: SeenReferral, record: MonitoringRecord) -> SeenReferral | MonitoringRefusal:
    match record:
        case AssignmentRecord():
            return before.model_copy(update={"assigned_to": record.caseworker})
        case AssessmentBooking():
            current = before.assessments[-1] if before.assessments else None
            if _somebody_elses(current, record):
                return "differs"
            return before.model_copy(update={"assessments": _booked(before.assessments, current, record)})
        case AssessmentFeedback():
            return _assessed(before, record)
        case PlanRecord():
            return _planned(before, record)
        case SessionBooking() | SessionFeedback():
            return _session(before, record)
        case ReportRecord():
            at = before.report_submitted_at or record.at
            return before.model_copy(update={"report_submitted_at": at, "concluded_at": at})
        case CaseNote():
            return before


def _same(date: SeenAppointment | None, record: Dated) -> bool:
    return date is not None and (date.starts_at, date.minutes) == (record.starts_at, record.minutes)


def _date(record: Dated) -> SeenAppointment:
    return SeenAppointment(starts_at=record.starts_at, minutes=record.minutes, contact=record.contact)


def _somebody_elses(date: SeenAppointment | None, record: Dated) -> bool:
    """Whether a date stands there that is none of ours; one later than what became of ours is never ours."""
    if date is None or date.submitted or date.starts_at == record.starts_at:
        return False
    if isinstance(record, Feedback) and date.starts_at > record.starts_at:
        return True
    return record.instead_of is not None and date.starts_at not in record.instead_of


def _booked(
    dates: tuple[SeenAppointment, ...], current: SeenAppointment | None, record: Booking
) -> tuple[SeenAppointment, ...]:
    if _same(current, record):
        return dates
    kept = dates if current is None or current.submitted else dates[:-1]
    return (*kept, _date(record))


def _fed_back(date: SeenAppointment | None, record: Feedback) -> SeenAppointment | MonitoringRefusal:
    """A date nobody booked is taken with its feedback, as R&M takes one in the past."""
    date = date if date and _same(date, record) else _date(record)
    said = {"attended": record.attended, "held": record.held, "submitted": True}
    after = date.model_copy(update=said)
    return "differs" if date.submitted and after != date else after


def _assessed(before: SeenReferral, record: AssessmentFeedback) -> SeenReferral | MonitoringRefusal:
    current = before.assessments[-1] if before.assessments else None
    if _somebody_elses(current, record):
        return "differs"
    dates = _booked(before.assessments, current, _as_booking(record))
    after = _fed_back(dates[-1], record)
    if isinstance(after, str):
        return after
    return before.model_copy(update={"assessments": (*dates[:-1], after)})


def _as_booking(record: Feedback) -> Booking:
    return Booking(at=record.at, starts_at=record.starts_at, minutes=record.minutes, contact=record.contact)


def _planned(before: SeenReferral, record: PlanRecord) -> SeenReferral | MonitoringRefusal:
    held = before.assessments and before.assessments[-1].attended not in (None, Attended.NO)
    if not held:
        return "invalid"
    if before.plan and record.sessions < (before.plan.sessions or 0):
        return "invalid"  # CANNOT_BE_REDUCED
    if before.plan and (before.plan.sessions, before.plan.activities) == (record.sessions, record.activities):
        return before
    plan = SeenPlan(
        sessions=record.sessions,
        activities=record.activities,
        submitted_at=record.at,
        approved_at=record.at,
        by_system=True,
    )
    there = len(before.sessions)
    new = tuple(SeenSession(number=number) for number in range(there + 1, record.sessions + 1))
    return before.model_copy(update={"plan": plan, "sessions": (*before.sessions, *new)})


def _session(
    before: SeenReferral, record: SessionBooking | SessionFeedback
) -> SeenReferral | MonitoringRefusal:
    if not 1 <= record.number <= len(before.sessions):
        return "not-found"
    there = before.sessions[record.number - 1].appointment
    if _somebody_elses(there, record):
        return "differs"
    if isinstance(record, SessionBooking):
        date: SeenAppointment | MonitoringRefusal = there if there and _same(there, record) else _date(record)
    else:
        date = _fed_back(there, record)
    if isinstance(date, str):
        return date
    sessions = tuple(
        SeenSession(number=record.number, appointment=date) if one.number == record.number else one
        for one in before.sessions
    )
    return before.model_copy(update={"sessions": sessions})
