"""What was promised to one participant, pinned on the day: catalogue rows, policy and calendar.

Read once by an activity and kept in the first fact; editing any file later disturbs nobody.
"""

from datetime import datetime, timedelta

from interventions.days.london import day_ends, london_date
from interventions.days.working_days import WorkingCalendar
from interventions.message import Wire
from interventions.promises.catalogue import Catalogue, ServiceSpecification
from interventions.promises.policy import Policy
from interventions.referral import Referral
from interventions.vocabulary import Complexity, Pathway

# Long enough for every clock of an intervention; the rest of the table would only fatten the history.
PINNED_DAYS = 3 * 366


class Terms(Wire):
    """The promise: for each selected pathway its row at every complexity, for the referral may be amended."""

    specifications: dict[Pathway, dict[Complexity, ServiceSpecification]]
    policy: Policy
    calendar: WorkingCalendar

    def rows(self, pathway: Pathway) -> tuple[ServiceSpecification, ...]:
        """The pathway's row at every complexity."""
        return tuple(self.specifications[pathway].values())

    def day_ends(self, at: datetime, working_days: int) -> datetime:
        """The end of the working day so many after the London day of an instant: of that day, for none.

        It is the first instant that is too late.
        """
        return day_ends(self.calendar.count_on(london_date(at), working_days).due)


def pin(referral: Referral, catalogue: Catalogue, policy: Policy, calendar: WorkingCalendar) -> Terms:
    """The terms for this referral, from today's files.

    Raises:
        UnknownService: the referral names an outcomes version the catalogue does not have.
    """
    first = max(referral.day_sent, calendar.first)
    last = min(referral.day_sent + timedelta(days=PINNED_DAYS), calendar.horizon)
    near = {day: name for day, name in calendar.days_off.items() if first <= day <= last}
    return Terms(
        specifications={
            chosen.pathway: {
                complexity: catalogue.specification(chosen.pathway, complexity, chosen.outcomes_version)
                for complexity in Complexity
            }
            for chosen in referral.selections
        },
        policy=policy,
        calendar=calendar.model_copy(update={"days_off": near, "first": first, "horizon": last}),
    )
