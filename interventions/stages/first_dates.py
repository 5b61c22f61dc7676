"""The first dates of a plan: tried when it is submitted, made into appointments when it is in force.

Next appointments are set out clearly (seeds, Action Plan). What booking says no to is said to whoever writes
the plan, as far as it can be known then; what comes about before the decision is asked of the caseworker.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from interventions.case import Case
from interventions.days.london import spoken_moment
from interventions.errors import Refusal
from interventions.evolve import evolve_all
from interventions.facts import AnyFact, PlanApproved, PlanSubmitted
from interventions.meetings.booking import book
from interventions.meetings.fitting import GROUP_RISK
from interventions.messages import Book
from interventions.promises.action_plan import PlannedDate, PlanVersion
from interventions.promises.smart import Finding
from interventions.vocabulary import Role
from interventions.words.contacting import ask


def objections(case: Case, submitted: PlanSubmitted, *, at_once: bool) -> Iterator[Finding]:
    """What booking would say to the dates of this plan, were it in force now; edition 2 of the rules.

    Until a plan is decided on a pause may end, and a named person may decide what a module or a group waits
    for: neither is held against it. With `at_once` the plan is in force now: only the pause may still end.
    """
    if not case.terms.policy.follows(2):
        return
    trial = case if at_once else _all_decided(case, submitted)
    approved = PlanApproved(at=submitted.at, version=submitted.version)
    trial = evolve_all(_resumed(trial, submitted.at), [submitted, approved])
    kept: list[PlannedDate] = []
    for number, planned in enumerate(submitted.plan.dates):
        field = f"plan.dates[{number}]"
        if any(_overlap(planned, other) for other in kept):
            yield f"{field}.starts_at", "clash", "overlaps another date of this plan"
            continue
        kept.append(planned)
        try:
            trial = evolve_all(trial, book(trial, _asked(planned), submitted.at))
        except Refusal as no:
            known = no.field in PlannedDate.model_fields
            yield f"{field}.{no.field}" if known else field, no.rule, no.reason


def _asked(planned: PlannedDate, by: str = "", reason: str = "") -> Book:
    return Book(by=by or "plan", reason=reason, **planned.model_dump())


def _overlap(one: PlannedDate, other: PlannedDate) -> bool:
    begins, ends = one.starts_at, one.starts_at + timedelta(minutes=one.minutes)
    return begins < other.starts_at + timedelta(minutes=other.minutes) and other.starts_at < ends


def _all_decided(case: Case, submitted: PlanSubmitted) -> Case:
    """The case, had everybody agreed to what nobody has decided yet; a no that was said stays one."""
    keys = {key for planned in submitted.plan.dates for key in planned.modules}
    rows = case.specifications.values()
    named = {module.eligibility for row in rows for module in row.menu if module.key in keys}
    others = {f"{what}/{key}" for key in keys for what in ("consent", "risk")}
    matters = {GROUP_RISK, *filter(None, named), *others}
    return case.model_copy(update={"eligibility": dict.fromkeys(sorted(matters), True) | case.eligibility})


def _resumed(case: Case, now: datetime) -> Case:
    if case.pause is None:
        return case
    over = case.pause.model_copy(update={"until": now})
    return case.model_copy(update={"pauses": (*case.pauses[:-1], over)})


def booked(case: Case, number: int, plan: PlanVersion, by: str, now: datetime) -> Iterator[AnyFact]:
    """The plan is in force: its date of this index becomes an appointment, or a task to book another."""
    planned = plan.plan.dates[number]
    # Why a plan leaves the norm says nothing of its dates; it did so under the first edition of the rules.
    reason = "" if case.terms.policy.follows(2) else plan.plan.reason
    try:
        yield from book(case, _asked(planned, by, reason), now)
    except Refusal as no:
        task, what = _another(case, number, plan, no)
        yield from ask(case, task, "booking", Role.CASEWORKER, what, about="plan", at=now)


def _another(case: Case, number: int, plan: PlanVersion, no: Refusal) -> tuple[str, str]:
    """The task to book another date: its id, and what it asks for."""
    planned = plan.plan.dates[number]
    if not case.terms.policy.follows(2):
        what = f"A date of the approved plan could not be booked ({no.rule}): book another"
        return f"planned-date/{plan.number}/{planned.starts_at.isoformat()}", what
    why = IN_WORDS.get(no.rule, "it is not free to book")
    when = spoken_moment(planned.starts_at)
    what = f"The approved plan's date on {when} could not be booked: {why}. Book another"
    return f"planned-date/{plan.number}/{number + 1}", what


# Why a date could not be booked, as it is said to the caseworker.
IN_WORDS = {
    "after-latest-delivery": "sessions stop before that day",
    "beyond-enforceable-days": "the order asks for no more days with a session",
    "clash": "another meeting is booked for that time",
    "dose-is-met": "every planned session has been held or booked",
    "final-comes-last": "no session comes after the final one",
    "final-face-to-face": "it would be the final session, which is held or offered face to face",
    "in-the-past": "its time had come before the plan was approved",
    "no-risk-sign-off": "nobody has signed off the risk of a group session",
    "not-eligible": "nobody has decided that the participant may take part in it",
    "not-on-menu": "its subject is not on the menu of this service",
    "others-take-part": "others take part, and their consent or the risk check is missing",
    "paused": "the service is paused",
    "too-far-ahead": "it lies too far ahead",
    "too-often": "sessions would come too often",
    "unavailable": "the participant can't come then",
    "which-pathway": "it does not say for which pathway it is",
    "wrong-format": "the session is not offered in that format",
}
