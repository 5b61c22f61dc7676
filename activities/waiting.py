"""How an attempt says that it is worth repeating, and what an alarm may watch. Nobody sleeps meanwhile."""

from datetime import UTC, datetime, timedelta

from temporalio import activity
from temporalio.exceptions import ApplicationError, ApplicationErrorCategory

SOON = timedelta(milliseconds=100)


def now() -> datetime:
    """This machine's time."""
    return datetime.now(UTC)


def wait(why: str, delay: timedelta | None = None, said: str = "") -> ApplicationError:
    """What an attempt ends with that is worth repeating after `delay`; without one, as patience has it.

    It is benign: expected, seen on the workflow, and not to fill the log once a try. It travels to screens,
    so neither `why` nor what is `said` of it may hold an address or an answer.
    """
    return ApplicationError(
        said or f"not yet: {why}",
        type=why,
        next_retry_delay=delay if delay is None else max(delay, SOON),
        category=ApplicationErrorCategory.BENIGN,
    )


def count(what: str) -> None:
    """One more on a counter that an alarm may watch."""
    activity.metric_meter().create_counter(what).add(1)
