"""Stage 5. The final session: plan reviewed, next steps discussed, further support assessed.

Seeds, The Final Session: face to face (family) or offered so (lifestyle), with the option of a three-way
appointment with the probation practitioner. The option is offered in time; silence is a no and blocks
nothing (domain brief 7.6, A24, A25).
"""

from collections.abc import Iterator
from datetime import datetime
from math import ceil

from interventions.case import Case
from interventions.clocks import Clock, dated_clock
from interventions.days.london import london_date
from interventions.errors import Refusal
from interventions.evolve import evolve
from interventions.facts import AnyFact, ContactRecorded, FinalSessionHeld, ThreeWayAnswered, ThreeWayOffered
from interventions.meetings.appointment import Contact
from interventions.meetings.soft_rules import opens
from interventions.messages import AnswerThreeWay, Book, Record
from interventions.promises.dose import ledgers, owed, within_tolerance
from interventions.stage import stage
from interventions.task import Task
from interventions.vocabulary import ContactType, Role, Stage
from interventions.words.contacting import ask

TOGETHER = "three-way/together"


def hold(case: Case, message: Record, contact: Contact, now: datetime) -> Iterator[AnyFact]:
    """The final session took place. A dose outside the norm's tolerance asks for a reason (A6).

    Raises:
        Refusal: `plan-not-reviewed`, `next-steps-missing`, `further-support-missing`, `dose-needs-reason`.
    """
    if not message.plan_reviewed:
        raise Refusal("plan-not-reviewed", "the plan is reviewed at the final session", field="plan_reviewed")
    for field in ("next_steps", "further_support"):
        if not getattr(message, field).strip():
            rule = f"{field.replace('_', '-')}-missing"
            raise Refusal(rule, 'say what was agreed; "none" will do', field=field)
    after = evolve(case, ContactRecorded(at=now, by=message.by, contact=contact))
    percent = case.terms.policy.dose_tolerance_percent
    for account in ledgers(after):
        if not within_tolerance(account.delivered, account.planned, percent) and not message.reason.strip():
            reason = f"{account.pathway}: delivered is more than {percent} % off what was planned: say why"
            raise Refusal("dose-needs-reason", reason, field="reason")
    yield FinalSessionHeld(
        at=now,
        by=message.by,
        next_steps=message.next_steps,
        further_support=message.further_support,
        three_way=message.three_way,
    )


def check_contact(case: Case, message: Book) -> Iterator[str]:
    """Lets a final session through that is met, or was offered, face to face; the soft rule it opened.

    Raises:
        Refusal: `final-face-to-face`: family records an exception and says why, lifestyle the offer (A24).
    """
    if message.contact is ContactType.FACE_TO_FACE:
        return
    if any(row.final_session == "face-to-face" for row in case.specifications.values()):
        how = "is held face to face: record the exception"
        yield opens(case, message, Refusal("final-face-to-face", how, field="all_the_same"))
    elif not message.face_to_face_offered:
        how = "must have been offered face to face"
        raise Refusal("final-face-to-face", how, field="face_to_face_offered")


def in_view(case: Case) -> bool:
    """Whether the final session may come within the notice that a three-way offer needs."""
    if stage(case) not in (Stage.DELIVERY, Stage.FINAL_SESSION):
        return False
    if any(date.final for date in case.live):
        return True
    days = case.terms.policy.three_way_offer_working_days * 7 / 5
    pace = sum(row.cadence.maximum / row.cadence.days for row in case.specifications.values())
    return owed(case) <= ceil(days * pace) + 1


def offer(case: Case, at: datetime) -> Iterator[AnyFact]:
    """Offer the meeting of three to both, through the people who speak to them."""
    yield ThreeWayOffered(at=at)
    for owner, what in (
        (
            Role.PROBATION_PRACTITIONER,
            "Join the final session? Answer if you would like to; no answer means no",
        ),
        (Role.CASEWORKER, "Offer the participant a final session of three with their practitioner"),
    ):
        yield from ask(case, f"three-way/{owner}", "three-way", owner, what, about="final-session", at=at)


def answer(case: Case, message: AnswerThreeWay, now: datetime) -> Iterator[AnyFact]:
    """One of the two answers the offer. The same answer again changes nothing.

    Raises:
        Refusal: `not-offered`.
    """
    if case.three_way is None:
        raise Refusal("not-offered", "no three-way session has been offered yet")
    if getattr(case.three_way, message.who) is not message.accepts:
        answered = ThreeWayAnswered(at=now, by=message.by, who=message.who, accepts=message.accepts)
        yield answered
        yield from _arranged(evolve(case, answered), now)


def _arranged(case: Case, now: datetime) -> Iterator[AnyFact]:
    """Both would like to meet: somebody finds a date that suits all three, before the final session."""
    if all_three(case) and case.terms.policy.follows(2):
        what = "Both would like a final session of three: book it, or move it, to suit all"
        yield from ask(case, TOGETHER, "three-way", Role.CASEWORKER, what, about="final-session", at=now)


def all_three(case: Case) -> bool:
    """Whether participant and practitioner have both said yes."""
    offered = case.three_way
    return offered is not None and bool(offered.participant and offered.practitioner)


def no_answer_means_no(case: Case, task: Task) -> bool:
    """Whether it is the practitioner's to leave: silence to a three-way offer is a no (A25)."""
    theirs = task.kind == "three-way" and task.owner is Role.PROBATION_PRACTITIONER
    return theirs and case.terms.policy.follows(2)


def clocks(case: Case) -> Iterator[Clock]:
    """Whether the offer came in time for the final session that is booked or was held."""
    dates = [date for slot in case.sessions for date in slot.appointments if date.final]
    if not dates:
        return
    days = case.terms.policy.three_way_offer_working_days
    final_day = london_date(dates[-1].starts_at)
    yield dated_clock(
        case,
        "three-way-offer",
        Role.CASEWORKER,
        f"three-way session offered {days} working days before the final session",
        since=dates[-1].booked_at,
        due_day=case.terms.calendar.count_back(final_day, days),
        met_at=case.three_way.offered_at if case.three_way else None,
        watched=False,
    )
