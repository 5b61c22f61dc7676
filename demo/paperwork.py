"""The papers a caseworker writes with the case in hand: a SMART action plan, an end-of-service report."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pydantic import ValidationError

from demo.amendments import AmendmentWanted
from demo.beside import CloseWanted
from demo.shown_by_rm import ShownWanted
from demo.texting_back import ReplyWanted
from interventions.case import Case
from interventions.days.london import london_date
from interventions.end_of_service import EndOfServiceReport, OutcomeReached
from interventions.errors import Refusal, UnclearTime
from interventions.messages import Book, SubmitPlan, SubmitReport
from interventions.promises.action_plan import ActionPlan, PlannedDate, PlannedDose, Target
from interventions.promises.catalogue import ServiceSpecification
from interventions.vocabulary import Achievement, ContactType, Pathway, Unit

LEVELS = {
    "achieved": Achievement.ACHIEVED,
    "partially achieved": Achievement.PARTIALLY_ACHIEVED,
    "not achieved": Achievement.NOT_ACHIEVED,
}
TIME_FOR_A_TARGET = timedelta(weeks=8)


@dataclass(frozen=True)
class PlanWanted:
    """An action plan at the norm of the catalogue, unless told otherwise: a target for each outcome.

    `sessions` and `minutes` replace the norm of the pathways counted so, `pace` how often in a period.
    `first` is the first session, `all_the_same` why it leaves the norm.
    """

    by: str
    first: datetime
    place: str
    contact: ContactType = ContactType.FACE_TO_FACE
    sessions: int | None = None
    minutes: int | None = None
    pathway: Pathway | None = None
    pace: int | None = None
    reason: str = ""
    all_the_same: str = ""

    def in_full(self, case: Case) -> SubmitPlan:
        """The plan for this case."""
        deadline = case.referral.completion_deadline
        by = london_date(self.first) + TIME_FOR_A_TARGET
        rows = case.specifications
        plan = ActionPlan(
            targets=_targets(case, min(by, deadline) if deadline else by),
            doses=tuple(self._dose(row) for row in rows.values()),
            contacts=(self.contact,),
            dates=(self._first_date(case),),
            reason=self.reason,
        )
        return SubmitPlan(by=self.by, plan=plan)

    def _dose(self, row: ServiceSpecification) -> PlannedDose:
        wanted = self.sessions if row.dose.unit is Unit.SESSIONS else self.minutes
        amount = wanted or row.dose.amount
        return PlannedDose(pathway=row.pathway, amount=amount, per_period=self.pace or row.cadence.maximum)

    def _first_date(self, case: Case) -> PlannedDate:
        pathway = self.pathway or case.pathways[0]
        return PlannedDate(
            starts_at=self.first,
            minutes=case.specifications[pathway].dose.session_minutes,
            contact=self.contact,
            place=self.place,
            pathway=pathway,
            all_the_same=self.all_the_same,
        )


@dataclass(frozen=True)
class ReportWanted:
    """An end-of-service report that gives every outcome the same level."""

    by: str
    achievement: Achievement

    def in_full(self, case: Case) -> SubmitReport:
        """The report for this case."""
        outcomes = (outcome for chosen in case.referral.selections for outcome in chosen.outcomes)
        report = EndOfServiceReport(
            outcomes=tuple(
                OutcomeReached(
                    outcome=outcome,
                    achievement=self.achievement,
                    progress="Talked over at each session, and seen in what was done between them",
                )
                for outcome in outcomes
            )
        )
        return SubmitReport(by=self.by, report=report)


@dataclass(frozen=True)
class BookingTyped:
    """A booking as typed into a box: a wall time that London clocks may skip or show twice."""

    by: str
    starts_at: str
    place: str

    def in_full(self, _: Case) -> Book:
        """The booking.

        Raises:
            Refusal: `unclear-time`: the message itself does not take such a time.
        """
        try:
            return Book.model_validate(vars(self) | {"risk_read": True})
        except ValidationError as error:
            unclear = [found.get("ctx", {}).get("error") for found in error.errors()]
            if not any(isinstance(each, UnclearTime) for each in unclear):
                raise
            raise Refusal("unclear-time", "does not exist in London, or exists twice") from None


Wanted = PlanWanted | ReportWanted | BookingTyped | AmendmentWanted | CloseWanted | ReplyWanted | ShownWanted


def _targets(case: Case, by: date) -> tuple[Target, ...]:
    titles = {outcome.id: outcome.title for row in case.specifications.values() for outcome in row.outcomes}
    return tuple(
        Target(
            what=f"Take one step each week: {titles[outcome].lower()}",
            measure="Two examples from the week, told at each session",
            by=by,
            outcome=outcome,
            owner="participant",
        )
        for chosen in case.referral.selections
        for outcome in chosen.outcomes
    )
