"""One entry of every kind of fact, as a register may be asked to keep it."""

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

from gateways.shelf import Shelf
from interventions.end_of_service import EndOfServiceReport, OutcomeReached
from interventions.facts import (
    AnyFact,
    AppointmentBooked,
    AppointmentCalledOff,
    AssessmentHeld,
    CaseworkerAllocated,
    CaseworkerLeft,
    ClockBreached,
    ClockWarned,
    ContactNoted,
    ContactRecorded,
    ContactSuppressed,
    DuplicatesLookedFor,
    EligibilityDecided,
    Entry,
    FinalSessionHeld,
    InterventionConcluded,
    InterventionPaused,
    InterventionReinstated,
    InterventionResumed,
    InterventionWithdrawn,
    MessageKept,
    MessageLetIn,
    MessageSetAside,
    PlanApproved,
    PlanReturned,
    PlanSubmitted,
    ReferralAmended,
    ReferralReceived,
    ReportSubmitted,
    RiskRead,
    SessionForfeited,
    TaskClosed,
    TaskOpened,
    TaskOverdue,
    ThreeWayAnswered,
    ThreeWayOffered,
    WordAccepted,
    WordDelivered,
    WordFailed,
    WordLapsed,
    WordPostponed,
    WordRequested,
    WordWithheld,
)
from interventions.meetings.appointment import Appointment, Contact
from interventions.participant import Address, ContactSheet, Participant
from interventions.promises.action_plan import ActionPlan, PlannedDate, PlannedDose, Target
from interventions.referral import Practitioner, Referral, Selection
from interventions.task import Task
from interventions.vocabulary import (
    Achievement,
    Attended,
    Channel,
    Complexity,
    ContactType,
    Ending,
    Language,
    LetterFormat,
    NoSessionReason,
    Pathway,
    PauseReason,
    Role,
    WithdrawalCode,
)
from interventions.words.correspondence import (
    LookForDuplicates,
    PostLetter,
    ProduceDocument,
    SendText,
    SuppressContact,
)
from tests.gateways.monitoring_entries import about_monitoring
from tests.gateways.text_entries import about_texts
from tests.templates.examples import a_report, a_session_reminder, a_welcome

REFERRAL = UUID("7d3c1a52-9a55-4f0e-8f31-6c1f0a7b9d10")
OUTCOME = UUID("9a7b8d0e-3f1c-4b8e-a8b1-2d3e4f5a6b7c")
AT = datetime(2026, 6, 1, 9, 30, 0, 123456, tzinfo=UTC)
SUMMER_TIME = timezone(timedelta(hours=1))
ADDRESS = Address(lines=("4 Acacia Row", "Northgate"), postcode="ZZ1 1ZZ")


def an_entry(sequence: int = 1, fact: AnyFact | None = None, **changes: object) -> Entry:
    """An entry of one short fact, or of `fact`."""
    plain: dict[str, object] = {
        "referral_id": REFERRAL,
        "sequence": sequence,
        "recorded_at": AT,
        "fact": fact or PlanReturned(at=AT, by="pp-1", version=1, reasons="The third target needs a date."),
    }
    return Entry.model_validate(plain | changes)


def a_referral(outcomes_version: str = "seed-v1") -> Referral:
    """A referral sent in summer time, by somebody whose name needs its accents."""
    return Referral(
        id=REFERRAL,
        reference="FS5178PE",
        sent_at=datetime(2026, 6, 1, 10, 30, tzinfo=SUMMER_TIME),
        participant=Participant(
            crn="X375690",
            first_name="Siân",
            last_name="O'Neil",
            date_of_birth=date(1990, 2, 28),
            contact=ContactSheet(
                mobile="+447700900123", address=ADDRESS, safe={Channel.TEXT: True, Channel.LETTER: False}
            ),
        ),
        practitioner=Practitioner(username="pp-1", name="Natasha Hollis"),
        selections=(
            Selection(
                pathway=Pathway.FAMILY,
                complexity=Complexity.HIGH,
                outcomes=(OUTCOME,),
                outcomes_version=outcomes_version,
            ),
        ),
        further_information='Quotes "here", a \\ there, a line\nbreak and a \N{SNOWMAN}.',
    )


def an_appointment() -> Appointment:
    return Appointment(
        slot="session-1",
        version=2,
        starts_at=AT + timedelta(days=3),
        minutes=90,
        contact=ContactType.GROUP_WORK,
        place="Room 2",
        pathway=Pathway.FAMILY,
        modules=("family-ties-workshop",),
        booked_at=AT,
    )


def a_contact() -> Contact:
    return Contact(
        slot="session-1",
        version=2,
        happened_at=AT,
        recorded_at=AT,
        attended=Attended.LATE,
        held=False,
        no_session_reason=NoSessionReason.LOGISTICS,
    )


def a_plan() -> ActionPlan:
    return ActionPlan(
        targets=(Target(what="a", measure="b", by=date(2026, 9, 1), outcome=OUTCOME, owner="c"),),
        doses=(PlannedDose(pathway=Pathway.FAMILY, amount=1200, per_period=2),),
        contacts=(ContactType.PHONE, ContactType.VIRTUAL),
        dates=(PlannedDate(starts_at=AT + timedelta(days=9), minutes=60),),
        reason="Works nights.",
    )


def a_look() -> LookForDuplicates:
    return LookForDuplicates(key="duplicates/1", crns=("X375690",), pathways=(Pathway.FAMILY,))


def a_task() -> Task:
    return Task(
        id="x", what="Call", owner=Role.OPERATIONS, about="session-1", opened_at=AT, due=AT, kind="booking"
    )


def errand(**changes: object) -> dict[str, object]:
    return {"key": "k/1", "language": Language.WELSH, "letter_format": LetterFormat.LARGE_PRINT, **changes}


def every_fact() -> list[AnyFact]:
    """One of each, with as much in it as it can hold."""
    letter = errand(to="Siân O'Neil", address=ADDRESS, paper=a_welcome())
    text = errand(to="+447700900123", saying=a_session_reminder(), useless_after=AT + timedelta(days=1))
    reached = OutcomeReached(
        outcome=OUTCOME, achievement=Achievement.ACHIEVED, progress="p", further_work="w"
    )
    report = EndOfServiceReport(outcomes=(reached,), further_information="f")
    return [
        ReferralReceived(
            at=AT, referral=a_referral(), terms=Shelf.from_files().terms(a_referral(), "standard")
        ),
        CaseworkerAllocated(at=AT, by="ops", caseworker="cw-1", name="Priya", again=True, reason="leave"),
        AppointmentBooked(at=AT, appointment=an_appointment(), moved_by="participant", reason="work"),
        ContactRecorded(at=AT, contact=a_contact(), concerns="c", no_session_text="The room was shut."),
        AssessmentHeld(at=AT, needs=("housing", "reading"), barriers=()),
        PlanSubmitted(at=AT, version=1, plan=a_plan()),
        PlanApproved(at=AT, version=1),
        PlanReturned(at=AT, version=1, reasons="r"),
        EligibilityDecided(at=AT, module="erase", eligible=False, reason="r"),
        ThreeWayOffered(at=AT),
        ThreeWayAnswered(at=AT, who="participant", accepts=True),
        FinalSessionHeld(at=AT, next_steps="n", further_support="f", three_way=True),
        ReportSubmitted(at=AT, report=report),
        InterventionConcluded(at=AT, ending=Ending.COMPLETED),
        ClockWarned(at=AT, clock="assessment"),
        ClockBreached(at=AT, clock="assessment", due=AT, cause="not-booked"),
        TaskOpened(at=AT, task=a_task()),
        TaskClosed(at=AT, task="x", how="done"),
        WordRequested(at=AT, errand=SendText.model_validate(text)),
        WordRequested(at=AT, errand=PostLetter.model_validate(letter)),
        WordRequested(at=AT, errand=ProduceDocument.model_validate(errand(paper=a_report()))),
        WordWithheld(at=AT, key="k/1", channel=Channel.LETTER, why="unsafe"),
        WordPostponed(at=AT, key="k/1", until=AT + timedelta(hours=9)),
        WordLapsed(at=AT, key="k/1"),
        WordAccepted(at=AT, key="k/1", reference="SM1"),
        WordFailed(at=AT, key="k/1", why="invalid-number"),
        WordDelivered(at=AT, key="k/1", arrived=False, code="30006"),
        *off_the_main_path(),
    ]


def off_the_main_path() -> list[AnyFact]:
    """One of each that most interventions meet sooner or later."""
    person = a_referral().participant.model_copy(update={"crn": "X999999"})
    merged = {"participant": person, "former_crns": ("X375690",), "restricted_to": ("cw-1", "pp-1")}
    after = a_referral().model_copy(update=merged)
    return [
        RiskRead(at=AT, by="cw-1", caseworker="cw-1"),
        AppointmentCalledOff(at=AT, by="cw-1", slot="session-1", version=2, reason="r"),
        ContactNoted(
            at=AT, key="note/1", happened_at=AT, whom="other", contact=ContactType.PHONE, summary="s"
        ),
        SessionForfeited(at=AT, slot="session-1", reason="r"),
        InterventionPaused(at=AT, why=PauseReason.REMAND, review_on=date(2026, 7, 1), reason="r"),
        InterventionResumed(at=AT, reason="r"),
        InterventionWithdrawn(at=AT, code=WithdrawalCode.RETURNED_TO_CUSTODY, reason="r"),
        InterventionReinstated(at=AT, by="ops", reason="r"),
        ContactSuppressed(at=AT),
        WordRequested(at=AT, errand=SuppressContact(key="suppress-contact", crns=("X375690",))),
        CaseworkerLeft(at=AT, reason="r"),
        ReferralAmended(at=AT, topics=("crn",), before=a_referral(), after=after, reason="r", undone=True),
        *about_monitoring(),
        *about_texts(),
        TaskOverdue(at=AT, task="x"),
        DuplicatesLookedFor(at=AT, key="duplicates/1", others=(OUTCOME,)),
        WordRequested(at=AT, errand=a_look()),
        MessageKept(at=AT, message="delivery-receipt", content='{"key": "a"}'),
        MessageLetIn(at=AT, message="delivery-receipt", kept=3),
        MessageSetAside(at=AT, message="Book", rule="closed", content='{"by": "cw-1"}'),
    ]
