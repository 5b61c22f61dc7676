"""Cases to which life has happened: little plans, missed sessions, one and two pathways."""

from datetime import timedelta
from typing import Any

from interventions.case import Case
from interventions.messages import ApprovePlan, Forfeit, Message, Record, SubmitPlan
from interventions.promises.action_plan import PlannedDate, PlannedDose
from interventions.vocabulary import Stage
from tests.builders import a_case_at, a_plan, told
from tests.sayings import PRACTITIONER, WORKER, a_booking, nobody_came, on


def planned(sessions: int, example: str = "lifestyle-low", *, held_at: int = 9, **policy: Any) -> Case:
    """A plan of that many sessions in force; session-1 is booked `held_at` days after the referral."""
    case = a_case_at(Stage.ACTION_PLAN, example, **policy)
    row = case.specifications[case.pathways[0]]
    amount = sessions if row.dose.unit == "sessions" else sessions * row.dose.session_minutes
    doses = (PlannedDose(pathway=row.pathway, amount=amount, per_period=row.cadence.minimum),)
    first = PlannedDate(starts_at=on(case, held_at), place="Room 2", pathway=row.pathway)
    plan = a_plan(case, doses=doses, dates=(first,), reason="agreed")
    return told(
        told(case, SubmitPlan(by=WORKER, plan=plan), on(case, 4)), ApprovePlan(by=PRACTITIONER), on(case, 7)
    )


def after_its_time(case: Case, said: Record) -> Case:
    """The first date standing is put on the record an hour and a quarter after it began."""
    return told(case, said, case.live[0].starts_at + timedelta(minutes=75))


def then_booked(case: Case, days: int = 2) -> Case:
    """The session owed next, so many days from now."""
    return told(case, a_booking(case.last_at + timedelta(days=days), reason="agreed"))


def one_session_missed() -> Case:
    """The only session of the plan, and nobody came."""
    return after_its_time(planned(1), nobody_came())


def forfeited(case: Case, slot: str) -> Case:
    """That session will not be made up."""
    return told(case, Forfeit(by=WORKER, slot=slot, reason="no longer wanted"))


def all_forfeited(sessions: int = 1) -> Case:
    """Every session of the plan was missed and forfeited."""
    case = planned(sessions)
    for number in range(1, sessions + 1):
        case = case if case.live else then_booked(case)
        case = forfeited(after_its_time(case, nobody_came()), f"session-{number}")
    return case


def after(case: Case, *messages: Message) -> Case:
    """The case after it heard them one after the other at one moment."""
    for message in messages:
        case = told(case, message)
    return case
