"""More time for the sessions of a pathway: agreed by the practitioner, to a day (domain brief 7.6, A9).

Delivery takes so many weeks from the first session. Sessions missed or moved do not lengthen it by
themselves. As with plans, whoever covers for the practitioner may agree, and the caseworker may not.
"""

from datetime import date, datetime, timedelta

from interventions.case import Case
from interventions.days.london import london_date
from interventions.errors import Refusal
from interventions.messages import Amend
from interventions.paused_days import moved_on
from interventions.referral import Extension
from interventions.vocabulary import Pathway


def extended(case: Case, message: Amend, pathway: Pathway, now: datetime) -> tuple[Extension, ...]:
    """The referral's extensions once this one is agreed. The same day agreed again changes nothing.

    Raises:
        Refusal: `practitioner-agrees` where the caseworker says so; `no-window` for a pathway without weeks;
            `not-begun`; `not-longer` than the weeks that were promised.
    """
    until = message.delivery_until
    agreed = case.referral.extension(pathway)
    if until is None or (agreed and agreed.until == until):
        return case.referral.extensions
    if case.caseworker and message.by == case.caseworker.username:
        raise Refusal("practitioner-agrees", "more time is the practitioner's to agree to", field="by")
    if until <= _promised(case, pathway):
        raise Refusal("not-longer", "is no later than its weeks end anyway", field="delivery_until")
    others = tuple(each for each in case.referral.extensions if each.pathway is not pathway)
    return (*others, Extension(pathway=pathway, until=until, agreed_on=london_date(now)))


def _promised(case: Case, pathway: Pathway) -> date:
    """The last day of the weeks that were promised, what a pause has added so far among them."""
    weeks, first = case.specifications[pathway].weeks, begun(case, pathway)
    if weeks is None:
        raise Refusal("no-window", "its sessions have no weeks to keep to", field="pathway")
    if first is None:
        raise Refusal("not-begun", "its weeks run from the first session", field="delivery_until")
    day = london_date(first) + timedelta(weeks=weeks)
    stops = "delivery" in case.terms.policy.paused_clocks
    return moved_on(case, day, since=london_date(first)) if stops else day


def begun(case: Case, pathway: Pathway) -> datetime | None:
    """When the first session that counts towards the pathway was held, or None."""
    return min(held(case, pathway), default=None)


def held(case: Case, pathway: Pathway) -> list[datetime]:
    """When each session that counts towards the pathway was held, in order."""
    contacts = [contact for slot in case.sessions for contact in slot.contacts]
    return sorted(c.happened_at for c in contacts if c.held and c.counts and c.pathway is pathway)
