"""A plan, and what an amendment changed, field by field in words for somebody to read."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from interventions.days.london import spoken_date, spoken_moment
from interventions.facts import ReferralAmended
from interventions.message import Wire
from interventions.promises.action_plan import ActionPlan
from interventions.promises.terms import Terms
from interventions.words.papers import amount_in_words

Line = tuple[str, str]
# A new number or address is nothing to be read; whoever needs it finds it in the referral.
NOT_SAID = {"participant", "former_crns"}
NOTHING = "nothing"


def plan_in_words(plan: ActionPlan, terms: Terms) -> tuple[Line, ...]:
    """Everything a plan says, a line for each target, dose and date."""
    return tuple(_plan(plan, terms))


def _plan(plan: ActionPlan, terms: Terms) -> Iterator[Line]:
    rows = [row for by_complexity in terms.specifications.values() for row in by_complexity.values()]
    titles = {outcome.id: outcome.title for row in rows for outcome in row.outcomes}
    for target in plan.targets:
        outcome = titles.get(target.outcome, str(target.outcome))
        measure = f"measured by: {target.measure}"
        words = (target.what, measure, f"by {spoken_date(target.by)}", target.owner, f"for: {outcome}")
        yield "target", "; ".join(words)
    for dose in plan.doses:
        row = next(row for row in rows if row.pathway is dose.pathway)
        amount = amount_in_words(row, dose.amount)
        yield "dose", f"{row.title}: {amount}, {dose.per_period} a {row.cadence.period}"
    yield "contacts", ", ".join(plan.contacts)
    for first in plan.dates:
        when = f"{spoken_moment(first.starts_at)}, {first.minutes} minutes, {first.contact}"
        yield "date", f"{when}, {first.place}" if first.place else when
    if plan.reason.strip():
        yield "reason", plan.reason


def amended_in_words(fact: ReferralAmended) -> tuple[Line, ...]:
    """Each topic with what it said before and what it says since; the contact sheet is left out."""
    return tuple(
        (topic, f"{_spelt(getattr(fact.before, topic))} -> {_spelt(getattr(fact.after, topic))}")
        for topic in fact.topics
        if topic not in NOT_SAID
    )


def _spelt(value: Any) -> str:
    if value in (None, "", ()):
        return NOTHING
    if isinstance(value, tuple):
        return ", ".join(map(_spelt, value))
    if isinstance(value, Wire):
        fields = ((name, getattr(value, name)) for name in type(value).model_fields)
        return " ".join(_spelt(each) for _, each in fields if each not in (None, "", ()))
    return spoken_date(value) if type(value) is date else str(value)
