"""When a text may go out: London daytime, every day of the week (domain brief 7.6, A17)."""

from datetime import date, datetime, time, timedelta
from typing import Protocol

from interventions.days.london import LONDON, at_london
from interventions.days.working_days import WorkingCalendar
from interventions.promises.policy import Policy

ONE_DAY = timedelta(days=1)
BEFORE_CLOSING = timedelta(hours=1)


class Hours(Protocol):
    """Whatever says between which London times a phone may ring: a policy, or a text that carries them."""

    @property
    def send_from(self) -> time: ...

    @property
    def send_until(self) -> time: ...


def is_open(instant: datetime, policy: Hours) -> bool:
    """Whether London clocks show a time from `send_from` up to, but not at, `send_until`."""
    return policy.send_from <= instant.astimezone(LONDON).time() < policy.send_until


def next_open(instant: datetime, policy: Hours) -> datetime:
    """The first moment not before `instant` at which a text may go out, as a UTC instant unless it is now."""
    if is_open(instant, policy):
        return instant
    local = instant.astimezone(LONDON)
    day = local.date() if local.time() < policy.send_from else local.date() + ONE_DAY
    return at_london(day, policy.send_from)


def reminder_moment(
    starts_at: datetime, policy: Policy, calendar: WorkingCalendar, hours: int | None = None
) -> datetime:
    """When to remind somebody of an appointment, as a UTC instant inside the send window.

    That is `hours` (or the policy's `reminder_hours_before`) earlier on the London wall clock: 24 hours is
    the same wall time the day before, whatever the clocks did that night. If that falls outside the window,
    it is an hour before the window closed last on a working day: earlier, never later, and while the office
    that answers replies still has an evening's notice (domain brief 7.6, A17).
    """
    wall = starts_at.astimezone(LONDON).replace(tzinfo=None, fold=0)
    wall -= timedelta(hours=hours or policy.reminder_hours_before)
    if policy.send_from <= wall.time() < policy.send_until:
        return at_london(wall.date(), wall.time())
    closed_last = wall.date() if wall.time() >= policy.send_until else wall.date() - ONE_DAY
    return _evening(calendar.working_day_on_or_before(closed_last), policy)


def _evening(day: date, policy: Policy) -> datetime:
    closing = datetime.combine(day, policy.send_until) - BEFORE_CLOSING
    return at_london(day, closing.time())
