"""Pauses: illness, remand, court. Held by a named person with a day to look again; some clocks stop.

Dates to come are called off and booked again afterwards, so that no reminder goes out to somebody who can't
come and none is doubled on return. Which clocks stop is policy; paused days simply do not count.
"""

from collections.abc import Iterator
from datetime import datetime, time

from interventions.case import Case
from interventions.days.london import at_london, london_date, months_after
from interventions.errors import Refusal
from interventions.facts import AnyFact, InterventionPaused, InterventionResumed
from interventions.life.notices import PAUSED, RESUMED, notice
from interventions.meetings.absence import call_off_all
from interventions.messages import Pause, Resume
from interventions.vocabulary import Role
from interventions.words.contacting import ask, ask_again

MORNING = time(9)


def pause(case: Case, message: Pause, now: datetime) -> Iterator[AnyFact]:
    """Hold the service.

    Raises:
        Refusal: `already-paused`, `review-in-the-past`, `review-too-far`.
    """
    if case.pause:
        raise Refusal("already-paused", "it is paused already: resume it first")
    if message.review_on <= london_date(now):
        raise Refusal("review-in-the-past", "look again on a day to come", field="review_on")
    months = case.terms.policy.booking_horizon_months
    far = message.review_on > months_after(london_date(now), months)
    if far and case.terms.policy.follows(2):
        raise Refusal("review-too-far", f"look again within {months} months", field="review_on")
    yield from call_off_all(case, "paused", message.by, now)
    yield InterventionPaused(
        at=now, by=message.by, why=message.why, review_on=message.review_on, reason=message.reason
    )
    yield from notice(case, "paused", PAUSED, message.by, now)


def resume(case: Case, message: Resume, now: datetime) -> Iterator[AnyFact]:
    """Go on. A service that is not paused simply goes on."""
    if case.pause:
        yield InterventionResumed(at=now, by=message.by, reason=message.reason)
        yield from ask_again(case, case.pause.since, now)
        yield from notice(case, "resumed", RESUMED, message.by, now)


def held_again(case: Case, by: str, now: datetime) -> Iterator[AnyFact]:
    """A pause that only a withdrawal ended goes on when that is taken back, with the day that was agreed."""
    last = case.pauses[-1] if case.pauses else None
    if last and last.withdrawn and case.terms.policy.follows(2):
        day = max(last.review_on, london_date(now))
        why = "as before the withdrawal"
        yield InterventionPaused(at=now, by=by, why=last.why, review_on=day, reason=why)


def review_at(case: Case) -> datetime | None:
    """When somebody should look at the pause again, or None."""
    if case.pause is None or case.withdrawal or f"review/pause/{len(case.pauses)}" in case.tasks:
        return None
    return at_london(case.pause.review_on, MORNING)


def review(case: Case, at: datetime) -> Iterator[AnyFact]:
    """Ask whether the reason for the pause still holds."""
    what = "The service is paused: look again, and resume it or agree another day"
    task = f"review/pause/{len(case.pauses)}"
    yield from ask(case, task, "pause", Role.CASEWORKER, what, about="pause", at=at, today=True)
