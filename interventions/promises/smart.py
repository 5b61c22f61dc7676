"""Whether a plan can be submitted: SMART targets, a dose near the norm, a cadence, the first dates.

Each target is checked: Specific (it says what), Measurable, Agreed (somebody owns it), Relevant (an outcome
the referral asked for) and Timed (a date inside the service). Seeds, Assessment and Action Plan.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from interventions.case import Case
from interventions.days.london import london_date
from interventions.meetings.enforceable_days import beyond
from interventions.promises.action_plan import ActionPlan, PlannedDate, PlannedDose, Target
from interventions.promises.catalogue import ServiceSpecification
from interventions.promises.dose import ledger, sessions_of, within_tolerance
from interventions.vocabulary import IN_PERSON, ContactType

Finding = tuple[str, str, str]

# Where a referral names no completion deadline, a target still has to lie within a year of it.
LONGEST = timedelta(days=365)


def findings(case: Case, plan: ActionPlan, now: datetime) -> list[Finding]:
    """Everything that is wrong with a plan, by field and rule; none for one that can be agreed."""
    found = [*_targets(case, plan, london_date(now)), *_doses(case, plan), *_contacts(case, plan)]
    return [*found, *_dates(case, plan, now), *_days(case, plan)]


def _targets(case: Case, plan: ActionPlan, today: date) -> Iterator[Finding]:
    if not plan.targets:
        yield "plan.targets", "no-targets", "a plan needs at least one target"
    for number, target in enumerate(plan.targets):
        for attribute, rule, reason in _smart(case, target, today):
            yield f"plan.targets[{number}].{attribute}", rule, reason
    served = {target.outcome for target in plan.targets}
    for chosen in case.referral.selections:
        if any(outcome not in served for outcome in chosen.outcomes):
            yield "plan.targets", "outcome-not-served", f"a desired outcome of {chosen.pathway} has no target"


def _smart(case: Case, target: Target, today: date) -> Iterator[Finding]:
    for attribute, rule in (("what", "not-specific"), ("measure", "not-measurable"), ("owner", "no-owner")):
        if not getattr(target, attribute).strip():
            yield attribute, rule, "must not be empty"
    wanted = {outcome for chosen in case.referral.selections for outcome in chosen.outcomes}
    if target.outcome not in wanted:
        yield "outcome", "outcome-not-asked-for", "is not an outcome this referral asked for"
    end = case.referral.completion_deadline or case.referral.day_sent + LONGEST
    if target.by <= today:
        yield "by", "date-passed", "must lie after today"
    elif target.by > end:
        yield "by", "outside-the-service", "lies after the service is to be completed"


def _doses(case: Case, plan: ActionPlan) -> Iterator[Finding]:
    planned = [dose.pathway for dose in plan.doses]
    if len(set(planned)) != len(planned) or set(planned) != set(case.pathways):
        yield "plan.doses", "one-dose-a-pathway", "give one dose for each pathway of the referral"
        return
    for number, dose in enumerate(plan.doses):
        row, field = case.specifications[dose.pathway], f"plan.doses[{number}]"
        if dose.amount < ledger(case, dose.pathway).delivered:
            yield f"{field}.amount", "below-delivered", "is less than has been delivered already"
        norm, percent = row.dose.amount, case.terms.policy.dose_tolerance_percent
        if not within_tolerance(dose.amount, norm, percent) and not plan.reason.strip():
            yield (
                f"{field}.amount",
                "dose-needs-reason",
                f"more than {percent} % off the norm of {norm}: say why",
            )
        usual = row.cadence.minimum <= dose.per_period <= row.cadence.maximum
        if not usual and not plan.reason.strip():
            reason = (
                f"the norm is {row.cadence.minimum} to {row.cadence.maximum} a {row.cadence.period}: say why"
            )
            yield f"{field}.per_period", "cadence-needs-reason", reason
        elif _too_slow(case, row, dose) and not plan.reason.strip():
            reason = f"does not deliver {dose.amount} in {row.weeks} weeks: more often, or say why"
            yield f"{field}.per_period", "pace-too-slow", reason


def _too_slow(case: Case, row: ServiceSpecification, dose: PlannedDose) -> bool:
    """Whether a first plan's sessions do not fit in the weeks; before a later one the pace was another."""
    most = row.at_most(dose.per_period)
    first = case.plan is None and case.terms.policy.pace_fits_the_weeks
    return first and most is not None and sessions_of(row.dose, dose.amount) > most


def _days(case: Case, plan: ActionPlan) -> Iterator[Finding]:
    planned = {dose.pathway for dose in plan.doses} <= set(case.pathways)
    if planned and beyond(case, plan) and not plan.reason.strip():
        yield "plan.doses", "beyond-enforceable-days", "more sessions than the order has days: say why"


def _contacts(case: Case, plan: ActionPlan) -> Iterator[Finding]:
    if not plan.contacts:
        yield "plan.contacts", "no-contact-type", "say how the participant will be met"
    if ContactType.GROUP_WORK in plan.contacts and not may_meet_in_group(case):
        yield "plan.contacts", "one-to-one-only", "this service is delivered one to one"


def _dates(case: Case, plan: ActionPlan, now: datetime) -> Iterator[Finding]:
    if not plan.dates and not case.live:
        yield "plan.dates", "no-dates", "set out the date of the next appointment"
    previous: PlannedDate | None = None
    for number, planned in enumerate(plan.dates):
        if planned.starts_at <= now:
            yield f"plan.dates[{number}].starts_at", "date-passed", "must lie in the future"
        if previous and planned.starts_at <= previous.starts_at:
            yield f"plan.dates[{number}].starts_at", "out-of-order", "dates go from early to late"
        if planned.contact in IN_PERSON and not planned.place.strip():
            yield f"plan.dates[{number}].place", "no-place", "say where, for a meeting in person"
        if planned.pathway is None and len(case.pathways) > 1:
            yield f"plan.dates[{number}].pathway", "which-pathway", "say for which pathway it is"
        previous = planned


def may_meet_in_group(case: Case) -> bool:
    """Whether any group work is open to this participant.

    Lifestyle at high complexity is one to one, but for a peer mentor somebody decided on (A26, A29).
    """
    rows = case.specifications.values()
    groups = (
        module
        for row in rows
        for module in row.menu
        if module.formats == (ContactType.GROUP_WORK,) and case.eligibility.get(module.eligibility or "")
    )
    return not all(row.one_to_one_only for row in rows) or any(groups)
