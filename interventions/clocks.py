"""Clocks: promises with a day to them. Each has exactly one state and can explain itself.

A state is computed from instants, never from who woke up first; what has been said about a clock (a
warning, a breach with its cause) is remembered as facts. A clock runs on after its breach (A4).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from interventions.case import Case, ClockMark
from interventions.days.london import at_london, day_ends, last_day, london_date, spoken_date
from interventions.days.working_days import SkippedDay, WorkingCalendar
from interventions.gaps import gaps_by_clock
from interventions.paused_days import days_that_count, moved_on
from interventions.vocabulary import ClockState, Role

TITLES = {
    "allocation": "allocation",
    "assessment": "assessment",
    "assessment-date": "date for the assessment",
    "assessment-early-target": "early target for the assessment",
    "action-plan": "action plan",
    "approval": "decision on plan {about}",
    "revision": "plan {about}, returned",
    "update": "same-day record of {about}",
    "next-session": "next booking",
    "delivery": "end of {about}",
    "completion-deadline": "completion deadline",
    "latest-delivery": "latest delivery date",
    "three-way-offer": "three-way offer",
    "report": "end-of-service report",
}

# What a withdrawal does not stop: the record of what took place, and the report on it.
NEVER_STOPPED = ("update", "report")

# Warnings come in the morning of their day, when somebody can still act on them.
MORNING = time(9)

UNMARKED = ClockMark()


@dataclass(frozen=True, slots=True)
class Clock:
    """One promise. `due` is the first instant that is too late; `skipped` the days that did not count.

    `watched` is false for a target that is only measured: nobody is warned or escalated to.
    `cause` is the code a breach at this moment would carry; `seen_at` the last instant the case knows of.
    """

    name: str
    owner: Role
    rule: str
    started_at: datetime
    due: datetime
    warn_at: datetime | None = None
    met_at: datetime | None = None
    skipped: tuple[SkippedDay, ...] = ()
    mark: ClockMark = UNMARKED
    watched: bool = True
    seen_at: datetime | None = None
    stopped_at: datetime | None = None
    cause: str = ""
    beyond_horizon: bool = False

    @property
    def state(self) -> ClockState:
        """What became of it."""
        if self.met_at:
            return ClockState.MET if self.met_at < self.due else ClockState.MET_LATE
        missed_before = self.stopped_at is not None and not self.watched and self.due <= self.stopped_at
        if self.stopped_at and not (self.mark.breached or missed_before):
            return ClockState.STOPPED
        measured = not self.watched and self.seen_at is not None and self.seen_at >= self.due
        return ClockState.BREACHED if self.mark.breached or measured else ClockState.RUNNING

    @property
    def open(self) -> bool:
        """Whether it is still to be met."""
        return self.met_at is None and self.stopped_at is None

    @property
    def explanation(self) -> str:
        """From which instant, by which rule, over which days: in a sentence."""
        text = f"{self.rule}, from {spoken_date(london_date(self.started_at))}"
        if self.skipped:
            days = (f"{skip.day.day} {skip.day:%B} ({skip.why})" for skip in self.skipped)
            text += ", not counting " + ", ".join(days)
        if self.beyond_horizon:
            text += " (bank holidays that far ahead are not known yet)"
        return f"{text}: due by the end of {spoken_date(last_day(self.due))}"

    @property
    def title(self) -> str:
        """The clock in a few words, for a timer or a task."""
        kind, _, rest = self.name.partition("/")
        about = rest.split("/")[0].replace("-", " ")
        return TITLES.get(kind, "{about}").format(about=about)


def _stops(case: Case, name: str) -> bool:
    return name.partition("/")[0] in case.terms.policy.paused_clocks


def _calendar(case: Case, name: str, met_at: datetime | None) -> WorkingCalendar:
    """The pinned calendar; for a clock that stops in a pause, with the paused days taken out."""
    calendar = case.terms.calendar
    if not case.pauses or not _stops(case, name):
        return calendar
    off = dict.fromkeys(days_that_count(case, met_at), "paused")
    return calendar.model_copy(update={"days_off": off | calendar.days_off})


def _mark(case: Case, name: str, due: datetime) -> ClockMark:
    """What was said about this clock; said about another day, it is said no more."""
    mark = case.marks.get(name)
    return mark if mark and mark.due in (None, due) else UNMARKED


def _fixed(case: Case, name: str) -> datetime | None:
    """The day a clock that can stop was broken on: no later pause moves it."""
    mark = case.marks.get(name)
    return mark.due if mark and mark.breached and _stops(case, name) else None


def _stopped_at(case: Case, name: str) -> datetime | None:
    """Since when the clock stands still: withdrawn, or paused where policy lets it stop."""
    if case.withdrawal and name.partition("/")[0] not in NEVER_STOPPED:
        return case.withdrawal.at
    return case.pause.since if case.pause and _stops(case, name) else None


def working_days_clock(
    case: Case,
    name: str,
    owner: Role,
    rule: str,
    *,
    since: datetime,
    days: int,
    met_at: datetime | None,
    warn_before: int = 0,
    warn_after: int = 0,
    cause: str = "not-done",
) -> Clock:
    """A clock of so many working days after the London day of `since` (day 0), due at that day's end.

    The warning comes `warn_before` working days before the due day, or `warn_after` after the start.
    """
    calendar = _calendar(case, name, met_at)
    counted = calendar.count_on(london_date(since), days)
    due = _fixed(case, name) or day_ends(counted.due)
    warn_day = None
    if warn_before:
        warn_day = calendar.count_back(counted.due, warn_before)
    elif warn_after:
        warn_day = calendar.count_on(london_date(since), warn_after).due
    return Clock(
        name=name,
        owner=owner,
        rule=rule,
        started_at=since,
        due=due,
        warn_at=at_london(warn_day, MORNING) if warn_day else None,
        met_at=met_at,
        skipped=counted.skipped,
        beyond_horizon=counted.beyond_horizon,
        mark=_mark(case, name, due),
        stopped_at=_stopped_at(case, name),
        cause=cause,
    )


def gap_clocks(case: Case, of: Literal["session", "assessment"], rule: str, days: int) -> Iterator[Clock]:
    """A clock for each gap of that kind: how soon the caseworker makes a date for what is owed."""
    for name, gap in gaps_by_clock(case):
        if gap.of == of:
            yield working_days_clock(
                case,
                name,
                Role.CASEWORKER,
                rule,
                since=gap.opened_at,
                days=days,
                met_at=gap.closed_at,
                cause="not-booked",
            )


def dated_clock(
    case: Case,
    name: str,
    owner: Role,
    rule: str,
    *,
    since: datetime,
    due_day: date,
    met_at: datetime | None,
    warn_before: int = 0,
    warn_at: datetime | None = None,
    watched: bool = True,
    agreed_on: date | None = None,
    cause: str = "not-done",
) -> Clock:
    """A clock that is due at the end of a given London day, which may have been agreed upon since."""
    calendar = case.terms.calendar
    fixed = _fixed(case, name)
    if agreed_on and fixed and fixed < day_ends(due_day):
        fixed = None  # more time was agreed to after all
    if _stops(case, name):
        due_day = moved_on(case, due_day, since=agreed_on or london_date(since), met_at=met_at)
    due = fixed or day_ends(due_day)
    if warn_before:
        warn_at = at_london(calendar.count_back(due_day, warn_before), MORNING)
    return Clock(
        name=name,
        owner=owner,
        rule=rule,
        started_at=since,
        due=due,
        warn_at=warn_at,
        met_at=met_at,
        mark=_mark(case, name, due),
        watched=watched,
        seen_at=case.last_at,
        stopped_at=_stopped_at(case, name),
        cause=cause,
    )
