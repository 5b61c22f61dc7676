"""What the letters and documents of a case say: facts gathered into the types that templates know."""

from interventions.case import Case
from interventions.end_of_service import EndOfServiceReport
from interventions.meetings.appointment import ASSESSMENT, Appointment
from interventions.promises.action_plan import PlanVersion
from interventions.promises.catalogue import ServiceSpecification
from interventions.promises.dose import ledgers
from interventions.vocabulary import Pathway, Unit
from interventions.words.correspondence import (
    ActionPlanCopy,
    AppointmentLetter,
    ClosureLetter,
    DateLine,
    DoseLine,
    OutcomeLine,
    ReportPaper,
    TargetLine,
)


def plan_copy(case: Case, plan: PlanVersion) -> ActionPlanCopy:
    """The participant's copy of a plan: targets, frequency and type of contact, next appointments."""
    titles = {outcome.id: outcome.title for row in case.specifications.values() for outcome in row.outcomes}
    return ActionPlanCopy(
        name=full_name(case),
        caseworker=case.caseworker.name if case.caseworker else "",
        version=plan.number,
        targets=tuple(
            TargetLine(
                what=target.what,
                measure=target.measure,
                by=target.by,
                outcome=titles[target.outcome],
                owner=target.owner,
            )
            for target in plan.plan.targets
        ),
        doses=tuple(_dose_line(case, dose.pathway, dose.amount, dose.per_period) for dose in plan.plan.doses),
        contacts=plan.plan.contacts,
        dates=tuple(date_line(date) for date in case.live),
    )


def report_paper(case: Case, report: EndOfServiceReport) -> ReportPaper:
    """The end-of-service report: a level for each outcome, the dose delivered, and what comes next."""
    rows = case.specifications
    titles = {outcome.id: outcome.title for row in rows.values() for outcome in row.outcomes}
    accounts = ledgers(case)
    return ReportPaper(
        reference=case.referral.reference,
        name=full_name(case),
        services=tuple(row.title for row in rows.values()),
        caseworker=case.caseworker.name if case.caseworker else "",
        outcomes=tuple(
            OutcomeLine(
                outcome=titles[reached.outcome],
                achievement=reached.achievement,
                progress=reached.progress,
                further_work=reached.further_work,
            )
            for reached in report.outcomes
        ),
        doses=tuple(_dose_line(case, account.pathway, account.delivered, None) for account in accounts),
        sessions_held=sum(account.sessions_held for account in accounts),
        next_steps=case.final.next_steps if case.final else "",
        further_support=case.final.further_support if case.final else "",
        further_information=report.further_information,
    )


def appointment_letter(case: Case, appointment: Appointment) -> AppointmentLetter:
    """One date by post: the first meeting, or a session, with the place and the length."""
    return AppointmentLetter(
        name=full_name(case),
        caseworker=case.caseworker.name if case.caseworker else "",
        first=appointment.slot == ASSESSMENT,
        date=date_line(appointment),
    )


def closure_letter(case: Case) -> ClosureLetter:
    """The last letter to the participant."""
    caseworker = case.caseworker.name if case.caseworker else ""
    return ClosureLetter(name=full_name(case), caseworker=caseworker)


def date_line(date: Appointment) -> DateLine:
    """One date as a letter sets it out."""
    return DateLine(
        starts_at=date.starts_at,
        minutes=date.minutes,
        contact=date.contact,
        place=date.place,
        slot=date.slot,
        version=date.version,
    )


def full_name(case: Case) -> str:
    """The participant's name, as a letter is addressed."""
    return f"{case.referral.participant.first_name} {case.referral.participant.last_name}"


def _dose_line(case: Case, pathway: Pathway, amount: int, per_period: int | None) -> DoseLine:
    row = case.specifications[pathway]
    return DoseLine(
        service=row.title,
        amount=amount_in_words(row, amount),
        frequency=_pace(row, per_period),
        unit=row.dose.unit,
        number=amount,
        times=per_period,
        period=row.cadence.period,
    )


def amount_in_words(row: ServiceSpecification, amount: int) -> str:
    """A dose as people say it: "5 sessions", "12 hours", "4 hours 30 minutes"."""
    if row.dose.unit is Unit.SESSIONS:
        return f"{amount} session{'' if amount == 1 else 's'}"
    hours, minutes = divmod(amount, 60)
    words = [f"{hours} hour{'' if hours == 1 else 's'}"] if hours else []
    words += [f"{minutes} minutes"] if minutes or not hours else []
    return " ".join(words)


def _pace(row: ServiceSpecification, per_period: int | None) -> str:
    if per_period is None:
        return ""
    times = {1: "once", 2: "twice"}.get(per_period, f"{per_period} times")
    return f"{times} a {row.cadence.period}"
