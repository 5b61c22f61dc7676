"""The days an order can ask for: sessions on more of them are voluntary, so somebody says why.

Every day with a session counts once, a supplement's too; the assessment's does not (domain brief 1,
enforceable days). Who did not come, or was sent home, has not done a day.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from interventions.case import Case
from interventions.days.london import london_date
from interventions.errors import Refusal
from interventions.meetings.appointment import ASSESSMENT
from interventions.meetings.soft_rules import opens
from interventions.messages import Book
from interventions.promises.action_plan import ActionPlan
from interventions.promises.dose import sessions_of


def check_days(case: Case, message: Book, slot: str) -> Iterator[str]:
    """Lets a session through on a day the order can ask for; the rule it opened, where it says why.

    Raises:
        Refusal: `beyond-enforceable-days`.
    """
    if message.record:
        return
    most, asked = limit(case), london_date(message.starts_at)
    if most and len({asked, *days(case, but=slot)}) > most:
        how = f"the order asks for {most} days: say why (all_the_same)"
        yield opens(case, message, Refusal("beyond-enforceable-days", how, field="starts_at"))


def too_many(case: Case) -> bool:
    """Whether the days held and booked are more than the order asks for."""
    most = limit(case)
    return most is not None and len(set(days(case))) > most


def beyond(case: Case, plan: ActionPlan) -> bool:
    """Whether a plan has more sessions than the order has days."""
    most = limit(case)
    planned = (sessions_of(case.specifications[dose.pathway].dose, dose.amount) for dose in plan.doses)
    return most is not None and sum(planned) > most


def limit(case: Case) -> int | None:
    """The most days, or None where the referral names none or an older policy does not count them."""
    return case.referral.maximum_enforceable_days if case.terms.policy.enforceable_days_count else None


def days(case: Case, *, but: str = "") -> Iterable[date]:
    """The London days of sessions held, and of the dates that stand, that of the slot `but` left out."""
    for contact in case.contacts:
        if contact.held and contact.slot != ASSESSMENT:
            yield london_date(contact.happened_at)
    for other in case.live:
        if other.slot not in (ASSESSMENT, but):
            yield london_date(other.starts_at)
